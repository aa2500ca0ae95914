import { foreignText } from '#text/foreign-text.ts';
import './menu.css';
import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover } from 'react-aria-components';
import type { MenuProps } from './menu.tsx';

export interface MenuLayerProps extends Pick<MenuProps, 'entries' | 'selected' | 'onAction'> {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly focused: 'first' | 'last';
  readonly onClose: () => void;
}

/** The list of a menu while it is open; loaded when the first one is opened. */
export function MenuLayer({ entries, selected, onAction, trigger, focused, onClose }: MenuLayerProps) {
  const isChoice = selected !== undefined;
  const button = trigger.current;
  return (
    <Popover
      className="layer menu-layer"
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => open || onClose()}
      offset={4}
      placement="bottom start"
      style={{ minWidth: button?.offsetWidth ?? 0 }}
    >
      <AriaMenu
        className="menu"
        aria-label={button?.getAttribute('aria-label') ?? button?.textContent ?? ''}
        autoFocus={focused}
        onAction={(key) => onAction(String(key))}
        onClose={onClose}
        selectionMode={isChoice ? 'single' : 'none'}
        selectedKeys={isChoice && selected !== null ? [selected] : []}
      >
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={foreignText(entry.label)}
            isDisabled={entry.isDisabled ?? false}
            className="menu-item"
          >
            <span className="menu-label">{foreignText(entry.label)}</span>
            {entry.aside ? <span className="note">{entry.aside}</span> : null}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}
