import './menu.css';
import './popover.css';
import type { ReactNode, RefObject } from 'react';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps, Dialog } from 'react-aria-components';

export interface PopoverLayerProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly onClose: () => void;
  readonly placement?: AriaPopoverProps['placement'];
  readonly className?: string;
  readonly children: ReactNode;
}

/** What a popover shows while it is open; loaded when the first one is opened. */
export function PopoverLayer({
  trigger,
  title,
  onClose,
  placement = 'bottom',
  className = '',
  children,
}: PopoverLayerProps) {
  return (
    <AriaPopover
      className="layer popover"
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement={placement}
      offset={4}
    >
      <Dialog className={`popover-body ${className}`} aria-label={title}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
