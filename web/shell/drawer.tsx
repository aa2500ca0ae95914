import { Button as AriaButton, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '#web/ui/icon.tsx';
import { Logo } from '#web/ui/logo.tsx';
import { closeLayer } from './layers.ts';
import { RailBody } from './rail.tsx';
import { useWords } from './words.tsx';

/** The rail on a narrow screen, over the page. */
export function Drawer() {
  const { say } = useWords();
  return (
    <ModalOverlay className="drawer-shade" isOpen isDismissable onOpenChange={(open) => open || closeLayer()}>
      <Modal className="drawer">
        <Dialog className="drawer-body" aria-label={say('desk.nav.menu')}>
          <div className="drawer-head">
            <Logo />
            <AriaButton className="top-bar-button" aria-label={say('desk.close')} onPress={closeLayer}>
              <Icon name="close" />
            </AriaButton>
          </div>
          <RailBody />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
