import { withoutIsolates } from '#text/foreign-text.ts';
import './shell.css';
import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '#web/ui/icon.tsx';
import { Logo } from '#web/ui/logo.tsx';
import { toast } from '#web/ui/toast.tsx';
import { arrive } from './arrival.ts';
import { closeLayer, openLayer, openPalette, showLayer } from './layers.ts';
import { OfflineBanner } from './offline-banner.tsx';
import { keepProbing } from './probe.ts';
import { Rail } from './rail.tsx';
import { useShellShortcuts } from './shell-shortcuts.ts';
import { addressHere, saveView } from './views.ts';
import { useWords } from './words.tsx';

const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }));
const Drawer = lazy(async () => ({ default: (await import('./drawer.tsx')).Drawer }));
const NameViewDialog = lazy(async () => ({ default: (await import('./name-view-dialog.tsx')).NameViewDialog }));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));

/** The frame around every page. */
export function Shell() {
  const { say } = useWords();
  useArrival();
  useShellShortcuts();
  useEffect(keepProbing, []);
  return (
    <div className="shell">
      <a className="skip no-print" href="#content">
        {say('desk.skip')}
      </a>
      <TopBar />
      <Rail />
      <main id="content" tabIndex={-1}>
        <OfflineBanner />
        <Outlet />
      </main>
      <Layers />
    </div>
  );
}

/** On narrow screens, in the place of the rail. */
function TopBar() {
  const { say } = useWords();
  return (
    <header className="top-bar no-print">
      <Logo />
      <AriaButton className="top-bar-button" aria-label={say('desk.search.label')} onPress={openPalette}>
        <Icon name="search" />
      </AriaButton>
      <AriaButton className="top-bar-button" aria-label={say('desk.nav.menu')} onPress={() => showLayer('drawer')}>
        <Icon name="menu" />
      </AriaButton>
    </header>
  );
}

/** What opens above the page. Each is loaded when it is first wanted. */
function Layers() {
  const { say } = useWords();
  const layer = openLayer.use();
  return (
    <Suspense fallback={null}>
      {layer === 'drawer' ? <Drawer /> : null}
      {layer === 'palette' ? <Palette /> : null}
      {layer === 'shortcuts' ? <ShortcutSheet /> : null}
      {layer === 'save-view' ? (
        <NameViewDialog
          title={say('desk.views.saveTitle')}
          name={withoutIsolates(document.title)
            .replace(/ · Kundig$/, '')
            .slice(0, 80)}
          hint={say('desk.views.saveHint')}
          onClose={closeLayer}
          onSave={async (name) => {
            await saveView(name, addressHere());
            toast({ words: say('desk.views.saved', { name }) });
          }}
        />
      ) : null}
    </Suspense>
  );
}

/** On another page the drawer closes, and the focus goes to its headline. */
function useArrival(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        if (openLayer.get() === 'drawer') closeLayer();
        arrive();
      }),
    [router],
  );
}
