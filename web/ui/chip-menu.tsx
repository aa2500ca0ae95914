import './chip.css';
import './menu.css';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './icon.tsx';
import type { MenuEntry } from './menu.tsx';

export interface ChipMenuProps {
  readonly children: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly selected: string | null;
  readonly onAction: (id: string) => void;
}

/** A filter in words that is changed by choosing another value. */
export function ChipMenu({ children, entries, selected, onAction }: ChipMenuProps) {
  return (
    <MenuTrigger>
      <Button className="chip chip-menu">
        {children}
        <Icon name="down" />
      </Button>
      <Popover className="layer menu-layer" offset={4}>
        <AriaMenu
          className="menu"
          selectionMode="single"
          selectedKeys={selected === null ? [] : [selected]}
          onAction={(key) => onAction(String(key))}
        >
          {entries.map(({ id, label, aside }) => (
            <MenuItem key={id} id={id} textValue={label} className="menu-item">
              <span className="menu-label">{label}</span>
              {aside ? <span className="note">{aside}</span> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
