import './shortcut-sheet.css';
import { type KeyboardEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { KeyCap } from '#web/ui/key-cap.tsx';
import { readPress } from './key-steps.ts';
import { closeLayer } from './layers.ts';
import { prefer, usePreferences } from './preferences.ts';
import { isWithControl, type Shortcut, useRegisteredShortcuts } from './shortcuts.ts';
import { useWords } from './words.tsx';

const groups = ['page', 'go', 'desk'] as const satisfies readonly Shortcut['group'][];

/** All keys that do something here and now; each can be given another one, and all can be turned off. */
export function ShortcutSheet() {
  const { say } = useWords();
  const { hasShortcuts, keys } = usePreferences();
  const shortcuts = withoutTwins(useRegisteredShortcuts());
  return (
    <Dialog
      title={say('desk.keys.title')}
      isOpen
      onClose={closeLayer}
      actions={
        <>
          {Object.keys(keys).length > 0 ? (
            <Button onPress={() => prefer({ keys: {} })}>{say('desk.keys.reset')}</Button>
          ) : null}
          <Button look="primary" onPress={closeLayer}>
            {say('desk.close')}
          </Button>
        </>
      }
    >
      {groups.map((group) => {
        const own = shortcuts.filter((shortcut) => shortcut.group === group);
        return own.length === 0 ? null : (
          <section key={group} className="key-group">
            <h3>{say(`desk.keys.group.${group}`)}</h3>
            <ul>
              {own.map((shortcut) => (
                <ShortcutRow key={shortcut.id} shortcut={shortcut} all={shortcuts} />
              ))}
            </ul>
          </section>
        );
      })}
      <Checkbox
        isSelected={hasShortcuts}
        onChange={(chosen) => prefer({ hasShortcuts: chosen })}
        hint={say('desk.keys.onHint')}
      >
        {say('desk.keys.on')}
      </Checkbox>
    </Dialog>
  );
}

interface RowProps {
  readonly shortcut: Shortcut;
  readonly all: readonly Shortcut[];
}

function ShortcutRow({ shortcut, all }: RowProps) {
  const { say, sayLoosely } = useWords();
  const { keys: own, hasShortcuts } = usePreferences();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keys = own[shortcut.id] ?? shortcut.keys;
  const label = sayLoosely(shortcut.label) ?? shortcut.id;
  const isFixed = isWithControl(shortcut.keys);
  const hear = (event: KeyboardEvent): void => {
    if (!isAsking) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      setAsking(false);
      return;
    }
    const press = readPress(event);
    if (press === null || isWithControl(press)) return;
    const other = all.find((one) => one.id !== shortcut.id && (own[one.id] ?? one.keys) === press);
    setProblem(other === undefined ? null : say('desk.keys.taken', { label: sayLoosely(other.label) ?? other.id }));
    if (other !== undefined) return;
    prefer({ keys: { ...own, [shortcut.id]: press } });
    setAsking(false);
  };
  const caps = <KeyCap keys={keys} controlKey={say('desk.keys.control')} />;
  return (
    <li className={hasShortcuts || isFixed ? 'key-row' : 'key-row muted'}>
      <span>
        {label}
        {problem ? (
          <span className="field-error" role="alert">
            {' '}
            {problem}
          </span>
        ) : null}
      </span>
      {isFixed ? (
        caps
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the press is taken before the button inside could make something of it.
        <span onKeyDownCapture={hear} onBlur={() => setAsking(false)}>
          <AriaButton className="key-change" onPress={() => setAsking(true)}>
            <span className="visually-hidden">{say('desk.keys.change', { label })}</span>
            {isAsking ? say('desk.keys.press') : caps}
          </AriaButton>
        </span>
      )}
    </li>
  );
}

/** Two parts of a page may register the same; a person sees it once. */
function withoutTwins(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  return [...new Map(shortcuts.map((shortcut) => [shortcut.id, shortcut])).values()];
}
