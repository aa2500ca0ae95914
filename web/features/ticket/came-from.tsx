import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useState } from 'react';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Icon } from '#web/ui/icon.tsx';

const KEY = 'kundig.cameFrom';

/** A page of the desk: its path within the desk, and all of its address. */
interface Place {
  readonly pathname: string;
  readonly href: string;
}

/**
 * The page from which this one was opened, also after a reload; null when it was opened by itself. The place in the
 * browser's history tells one visit of a ticket from another.
 */
export function useCameFrom(): Place | null {
  const router = useRouter();
  const [place] = useState(() => {
    const before = router.state.resolvedLocation;
    const here = router.state.location;
    const key = `${KEY}.${here.state.__TSR_index}.${here.pathname}`;
    if (before && before.pathname !== here.pathname && here.state.__TSR_index > 0) {
      const found = { pathname: before.pathname, href: before.publicHref };
      sessionStorage.setItem(key, JSON.stringify(found));
      return found;
    }
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as Place);
  });
  return place;
}

/** Goes back to where one came from, which finds its scroll position and selection again; else to the cockpit. */
export function useGoBack(place: Place | null): () => void {
  const router = useRouter();
  return () => {
    if (place === null) void router.navigate({ to: '/cockpit' });
    else router.history.back();
  };
}

export function BackLink({ place, onBack }: { readonly place: Place | null; readonly onBack: () => void }) {
  const words = useWords();
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onBack();
  };
  return (
    <a className="ticket-back no-print" href={place?.href ?? '/desk/cockpit'} onClick={go}>
      <Icon name="left" />
      {placeText(place, words)}
    </a>
  );
}

function placeText(place: Place | null, { say }: Words): string {
  const path = (place?.pathname ?? '/cockpit').replace(/^\/desk(?=\/)/, '');
  if (path === '/cockpit') return say('desk.ticket.back.cockpit');
  if (path.startsWith('/cockpit/')) return say('desk.ticket.back.figure');
  if (path.startsWith('/q/')) return say('desk.ticket.back.list');
  const ticket = /^\/t\/(\d+)/.exec(path)?.[1];
  if (ticket !== undefined) return say('desk.ticket.back.ticket', { number: ticket });
  return say('desk.ticket.back.other');
}
