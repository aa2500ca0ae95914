import { useLocation, useRouter } from '@tanstack/react-router';
import { type MouseEvent, useState } from 'react';
import {
  Button as AriaButton,
  Menu as AriaMenu,
  Popover as AriaPopover,
  MenuItem,
  MenuTrigger,
} from 'react-aria-components';
import { isDeskAddress } from '#core/display/desk-address.ts';
import { Icon } from '#web/ui/icon.tsx';
import { closeLayer, openLayer } from './layers.ts';
import { NameViewDialog } from './name-view-dialog.tsx';
import { useMay } from './session.ts';
import { addressHere, moveView, removeView, renameView, useViews, type View } from './views.ts';
import { useWords } from './words.tsx';
import '#web/ui/menu.css';

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
        <AriaButton className="rail-link rail-save" onPress={() => openLayer.set('save-view')}>
          {say('desk.views.save')}
        </AriaButton>
      ) : null}
      {renamed ? (
        <NameViewDialog
          title={say('desk.views.renameTitle', { name: renamed.name })}
          name={renamed.name}
          onClose={() => setRenamed(null)}
          onSave={(name) => renameView(renamed, name)}
        />
      ) : null}
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
      <span className="rail-view-name">{view.name}</span>
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
  const acts = {
    rename: () => onRename(view),
    up: () => void moveView(view, before ?? null, words),
    down: () => void moveView(view, after ?? null, words),
    remove: () => void removeView(view, words),
  };
  const disabled = [...(before ? [] : ['up']), ...(isLast ? ['down'] : [])];
  return (
    <MenuTrigger>
      <AriaButton className="rail-more" aria-label={say('desk.views.more', { name: view.name })}>
        <Icon name="more" />
      </AriaButton>
      <AriaPopover className="layer menu-layer" offset={2}>
        <AriaMenu className="menu" disabledKeys={disabled} onAction={(key) => acts[key as keyof typeof acts]()}>
          {(['rename', 'up', 'down', 'remove'] as const).map((id) => (
            <MenuItem key={id} id={id} className="menu-item">
              {say(`desk.views.${id}`)}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}
