import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Icon } from './icon.tsx';

const MenuLayer = lazy(async () => ({ default: (await import('./menu-layer.tsx')).MenuLayer }));

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** A second, quieter part at the right: a count, a key. */
  readonly aside?: string;
  readonly isDisabled?: boolean;
}

export interface MenuProps {
  readonly label: ReactNode;
  /** For assistive technology, when the label alone does not tell. */
  readonly ariaLabel?: string;
  readonly entries: readonly MenuEntry[];
  /** The chosen entry, for a menu that is a choice. */
  readonly selected?: string | null;
  readonly onAction: (id: string) => void;
  readonly look?: ButtonProps['look'];
}

/** A button that opens a list of entries; with `selected` it is a choice of one. Arrow keys open it too. */
export function Menu({ label, ariaLabel, look = 'plain', ...list }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<'first' | 'last' | null>(null);
  const name = ariaLabel === undefined ? {} : { 'aria-label': ariaLabel };
  const openByArrow = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setOpened('first');
    if (event.key === 'ArrowUp') setOpened('last');
  };
  return (
    <>
      <Button
        look={look}
        ref={trigger}
        {...name}
        aria-haspopup="true"
        aria-expanded={opened !== null}
        onPress={() => setOpened((before) => (before === null ? 'first' : null))}
        onKeyDown={openByArrow}
      >
        {label}
        <Icon name="down" />
      </Button>
      {opened === null ? null : (
        <Suspense fallback={null}>
          <MenuLayer {...list} trigger={trigger} focused={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
