import { useNavigate } from '@tanstack/react-router';
import { shiftPeriods } from '#core/periods/granularity.ts';
import { periodTokenOf } from '#core/periods/period-token.ts';
import { type FigureSearch, periodOf } from '#web/shell/figure-search.ts';
import { useShortcuts } from '#web/shell/shortcuts.ts';
import { useToday } from '#web/shell/today.ts';

/** What j and k walk over: first what stands out, then the figures, in the order of the page. */
const STOPS = '.cockpit-body .finding-title, .cockpit-body .tile-link';

/** The keys of the cockpit: from figure to figure, and from period to period. */
export function useCockpitKeys(search: FigureSearch): void {
  const navigate = useNavigate();
  const today = useToday();
  const go = (step: number): void => {
    const { from, granularity } = periodOf(search, today);
    if (granularity === null) return;
    const next = shiftPeriods(granularity, from, step);
    if (next > today) return;
    void navigate({ to: '/cockpit', search: { ...search, period: periodTokenOf(granularity, next) } });
  };
  const group = 'page' as const;
  useShortcuts([
    { id: 'cockpit.next', keys: 'j', label: 'desk.cockpit.keys.next', group, run: () => walk(1) },
    { id: 'cockpit.previous', keys: 'k', label: 'desk.cockpit.keys.previous', group, run: () => walk(-1) },
    { id: 'cockpit.open', keys: 'o', label: 'desk.cockpit.keys.open', group, run: open },
    { id: 'cockpit.periodBefore', keys: '[', label: 'desk.cockpit.keys.periodBefore', group, run: () => go(-1) },
    { id: 'cockpit.periodAfter', keys: ']', label: 'desk.cockpit.keys.periodAfter', group, run: () => go(1) },
    { id: 'cockpit.print', keys: 'p', label: 'desk.print', group, run: () => window.print() },
  ]);
}

function walk(step: number): void {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
  const place = stops.indexOf(document.activeElement as HTMLElement);
  const next = place < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(stops.length - 1, Math.max(0, place + step));
  stops[next]?.focus();
}

function open(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches(STOPS)) activeElement.click();
}
