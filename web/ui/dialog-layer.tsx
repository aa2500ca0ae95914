import './dialog.css';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { DialogProps } from './dialog.tsx';

/** A dialog while it is open; loaded when the first one is opened. */
export function DialogLayer({
  title,
  isOpen,
  onClose,
  children,
  actions,
  isStaying = false,
  width = 'normal',
}: DialogProps) {
  return (
    <ModalOverlay
      className={isStaying ? 'dialog-shade dialog-shade-staying' : 'dialog-shade'}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable={!isStaying}
      isKeyboardDismissDisabled={isStaying}
    >
      <Modal className={width === 'wide' ? 'dialog dialog-wide' : 'dialog'}>
        <AriaDialog className="dialog-body">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-content">{children}</div>
          {actions ? <div className="dialog-actions">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
