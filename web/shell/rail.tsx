import { Link } from '@tanstack/react-router';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '#web/ui/icon.tsx';
import { KeyCap } from '#web/ui/key-cap.tsx';
import { Logo } from '#web/ui/logo.tsx';
import { openPalette } from './layers.ts';
import { Legend } from './legend.tsx';
import { Me } from './me.tsx';
import { useFindingCount } from './query-age.ts';
import { useMay } from './session.ts';
import { ViewList } from './view-list.tsx';
import { useWords } from './words.tsx';

/** What stands beside every page: where one can go, what was saved, how to read the signs, and who one is. */
export function Rail() {
  const { say } = useWords();
  return (
    <aside className="rail no-print">
      <Link to="/cockpit" className="rail-logo" aria-label="Kundig">
        <Logo />
      </Link>
      <AriaButton className="rail-search" onPress={openPalette}>
        <Icon name="search" />
        <span>{say('desk.search')}</span>
        <KeyCap keys="mod+k" controlKey={say('desk.keys.control')} isSilent />
      </AriaButton>
      <RailBody />
    </aside>
  );
}

/** The same for the rail at a desk and the drawer on a phone. */
export function RailBody() {
  return (
    <>
      <Rooms />
      <ViewList />
      <Settings />
      <div className="rail-foot">
        <Legend />
        <Me />
      </div>
    </>
  );
}

/** Only what there is, and what this person may. */
function Rooms() {
  const { say } = useWords();
  const count = useFindingCount();
  return (
    <nav aria-label={say('desk.nav')}>
      <ul>
        <li>
          <Link to="/cockpit" className="rail-link" activeOptions={{ includeSearch: false }}>
            {say('desk.nav.cockpit')}
            {count ? (
              <span className="rail-count">
                <span aria-hidden="true">{count}</span>
                <span className="visually-hidden">
                  {say(count === 1 ? 'desk.nav.findings.one' : 'desk.nav.findings.many', { count })}
                </span>
              </span>
            ) : null}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** What is set up now and then. */
function Settings() {
  const { say } = useWords();
  if (!useMay('imports.run')) return null;
  return (
    <nav aria-label={say('desk.nav.settings')}>
      <h2 className="rail-head">{say('desk.nav.settings')}</h2>
      <ul>
        <li>
          <Link to="/admin/import" className="rail-link">
            {say('desk.nav.import')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
