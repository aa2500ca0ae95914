import { useLocation, useRouter } from '@tanstack/react-router';
import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { isDeskAddress } from '#core/display/desk-address.ts';
import { foreignText } from '#text/foreign-text.ts';
import { Icon } from '#web/ui/icon.tsx';
import { closeLayer, showLayer } from './layers.ts';
import { useMay } from './session.ts';
import { addressHere, moveView, removeView, renameView, useViews, type View } from './views.ts';
import { useWords } from './words.tsx';

const MenuLayer = lazy(async () => ({ default: (await import('#web/ui/menu-layer.tsx')).MenuLayer }));
const NameViewDialog = lazy(async () => ({ default: (await import('./name-view-dialog.tsx')).NameViewDialog }));

/** The saved views: one click each, and for whoever may, a menu to change them. */
export function ViewList() {
  const { say } = useWords();
  const views = useViews();
  const maySave = useMay('views.save');
  const [renamed, setRenamed] = useState<View | null>(null);
  // Renders anew with the address: the view one is on is marked, and not every page can be saved.
  useLocation();
  const maySaveThis = maySave && isDeskAddress(addressHere());
  if (views.length === 0 && !maySaveThis) return null;
  return (
    <section aria-label={say('desk.views')}>
      <h2 className="rail-head">{say('desk.views')}</h2>
      <ul>
        {views.map((view, place) => (
          <li key={view.id} className="rail-view">
            <ViewLink view={view} />
            {maySave ? (
              <ViewMenu
                view={view}
                before={views[place - 1]}
                after={views[place + 2]}
                isLast={place === views.length - 1}
                onRename={setRenamed}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {maySaveThis ? (
        <AriaButton className="rail-link rail-save" onPress={() => showLayer('save-view')}>
          {say('desk.views.save')}
        </AriaButton>
      ) : null}
      <Suspense fallback={null}>
        {renamed ? (
          <NameViewDialog
            title={say('desk.views.renameTitle', { name: renamed.name })}
            name={renamed.name}
            onClose={() => setRenamed(null)}
            onSave={(name) => renameView(renamed, name)}
          />
        ) : null}
      </Suspense>
    </section>
  );
}

function ViewLink({ view }: { readonly view: View }) {
  const router = useRouter();
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    closeLayer();
    router.history.push(view.address);
  };
  return (
    <a
      href={view.address}
      className="rail-link"
      onClick={open}
      aria-current={addressHere() === view.address ? 'true' : undefined}
    >
      <span className="rail-view-name">{foreignText(view.name)}</span>
    </a>
  );
}

interface ViewMenuProps {
  readonly view: View;
  /** The one above, and the one below the next. */
  readonly before: View | undefined;
  readonly after: View | undefined;
  readonly isLast: boolean;
  readonly onRename: (view: View) => void;
}

function ViewMenu({ view, before, after, isLast, onRename }: ViewMenuProps) {
  const words = useWords();
  const { say } = words;
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const acts = {
    rename: () => onRename(view),
    up: () => void moveView(view, before ?? null, words),
    down: () => void moveView(view, after ?? null, words),
    remove: () => void removeView(view, words),
  };
  const entries = (['rename', 'up', 'down', 'remove'] as const).map((id) => ({
    id,
    label: say(`desk.views.${id}`),
    isDisabled: (id === 'up' && before === undefined) || (id === 'down' && isLast),
  }));
  return (
    <>
      <AriaButton
        className="rail-more"
        ref={trigger}
        aria-label={say('desk.views.more', { name: view.name })}
        aria-haspopup="true"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        <Icon name="more" />
      </AriaButton>
      {isOpen ? (
        <Suspense fallback={null}>
          <MenuLayer
            trigger={trigger}
            focused="first"
            entries={entries}
            onAction={(id) => acts[id as keyof typeof acts]()}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
