import './popover.css';
import type { ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import { Button, type ButtonProps } from './button.tsx';

export interface PopoverProps {
  readonly label: ReactNode;
  readonly title: string;
  readonly look?: ButtonProps['look'];
  readonly children: ReactNode;
}

/** A button that opens a small layer beside itself. Esc closes it and the focus goes back. */
export function Popover({ label, title, look = 'plain', children }: PopoverProps) {
  return (
    <DialogTrigger>
      <Button look={look}>{label}</Button>
      <AriaPopover className="layer popover" offset={4}>
        <Dialog className="popover-body" aria-label={title}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
