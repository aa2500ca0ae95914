import './menu.css';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button, type ButtonProps } from './button.tsx';
import { Icon } from './icon.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** A second, quieter part at the right: a count, a key. */
  readonly aside?: string;
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

/** A button that opens a list of entries; with `selected` it is a choice of one. */
export function Menu({ label, ariaLabel, entries, selected, onAction, look = 'plain' }: MenuProps) {
  const isChoice = selected !== undefined;
  const name = ariaLabel === undefined ? {} : { 'aria-label': ariaLabel };
  return (
    <MenuTrigger>
      <Button look={look} {...name}>
        {label}
        <Icon name="down" />
      </Button>
      <Popover className="layer menu-layer" offset={4}>
        <AriaMenu
          className="menu"
          onAction={(key) => onAction(String(key))}
          selectionMode={isChoice ? 'single' : 'none'}
          selectedKeys={isChoice && selected !== null ? [selected] : []}
        >
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className="menu-item">
              <span className="menu-label">{entry.label}</span>
              {entry.aside ? <span className="note">{entry.aside}</span> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
