import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';

const PopoverLayer = lazy(async () => ({ default: (await import('./popover-layer.tsx')).PopoverLayer }));

export interface PopoverProps {
  readonly label: ReactNode;
  readonly title: string;
  readonly look?: ButtonProps['look'];
  readonly children: ReactNode;
}

/** A button that opens a small layer beside itself. Esc closes it and the focus goes back. */
export function Popover({ label, title, look = 'plain', children }: PopoverProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        look={look}
        ref={trigger}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen((before) => !before)}
      >
        {label}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <PopoverLayer trigger={trigger} title={title} onClose={() => setOpen(false)}>
            {children}
          </PopoverLayer>
        </Suspense>
      ) : null}
    </>
  );
}
