import './dialog.css';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly actions?: ReactNode;
  /** It wants an answer before anything else goes on: neither Esc nor a click beside it closes it. */
  readonly isStaying?: boolean;
  /** `wide`: for tables and previews. */
  readonly width?: 'normal' | 'wide';
}

/** A layer above the page that wants an answer. Esc closes it, and the focus goes back to what opened it. */
export function Dialog({
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
      className="dialog-shade"
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
