import { foreignText } from '#text/foreign-text.ts';
import './palette.css';
import '#web/ui/menu.css';
import { useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { Icon } from '#web/ui/icon.tsx';
import { KeyCap } from '#web/ui/key-cap.tsx';
import { closeLayer, whenLayersAreGone } from '../layers.ts';
import { useWords } from '../words.tsx';
import type { PaletteEntry } from './palette-groups.ts';
import { usePaletteEntries } from './use-palette-entries.ts';

/** One field that finds every place and every act: Ctrl K. */
export function Palette() {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const groups = usePaletteEntries(typed);
  const act = (id: string): void => {
    const found = groups.flatMap(({ entries }) => entries).find((entry) => entry.id === id);
    closeLayer();
    // Once the layer is gone, so that a page that comes or a print sees no trace of it.
    if (found) whenLayersAreGone(found.run);
  };
  return (
    <ModalOverlay className="palette-shade" isOpen isDismissable onOpenChange={(open) => open || closeLayer()}>
      <Modal className="palette">
        <Dialog className="palette-body" aria-label={say('desk.search.label')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField
              className="palette-field"
              aria-label={say('desk.palette.placeholder')}
              autoFocus
              onClear={closeLayer}
            >
              <Icon name="search" />
              <Input placeholder={say('desk.palette.placeholder')} />
              <KeyCap keys="Esc" controlKey="" isSilent />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
            <div className="palette-scroll" tabIndex={0}>
              <Menu
                className="menu palette-list"
                aria-label={say('desk.search.label')}
                items={groups}
                onAction={(key) => act(String(key))}
                renderEmptyState={() => <Nothing typed={typed} />}
              >
                {({ id, label, entries }) => (
                  <MenuSection id={id} className="menu-group-items">
                    <Header className="menu-group">{label}</Header>
                    <Collection items={entries}>{(entry) => <Entry entry={entry} />}</Collection>
                  </MenuSection>
                )}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Entry({ entry: { id, label, keys } }: { readonly entry: PaletteEntry }) {
  const { say } = useWords();
  return (
    <MenuItem id={id} textValue={foreignText(label)} className="menu-item">
      <span className="menu-label">{foreignText(label)}</span>
      {keys ? <KeyCap keys={keys} controlKey={say('desk.keys.control')} /> : null}
    </MenuItem>
  );
}

function Nothing({ typed }: { readonly typed: string }) {
  const { say } = useWords();
  return (
    <div className="palette-nothing">
      <p>{say('desk.palette.none', { text: typed })}</p>
      <p className="note">{say('desk.palette.noneHint')}</p>
    </div>
  );
}
