import './shell.css';
import { Link, Outlet } from '@tanstack/react-router';
import { Logo } from '#web/ui/logo.tsx';
import { useWords } from './words.tsx';

/** The frame around every page. */
export function Shell() {
  const { say } = useWords();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say('desk.skip')}
      </a>
      <aside className="rail no-print">
        <Logo />
        <nav aria-label={say('desk.nav')}>
          <Link to="/cockpit" className="rail-link" activeProps={{ 'aria-current': 'page' }}>
            {say('desk.nav.cockpit')}
          </Link>
        </nav>
      </aside>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
