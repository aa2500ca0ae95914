import type { Calendar } from '../calendar/calendar.ts';
import type { ClockKind } from '../ticket/event.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Seconds } from '../time/instant.ts';

/** Target per clock in business seconds; null promises nothing. */
export type Targets = Readonly<Record<ClockKind, Seconds | null>>;

/** What one version of an agreement promises. */
export interface AgreementTerms {
  /** The agreement, whatever the version: the dimension `agreement` of figures. */
  readonly agreement: string;
  /** What people call it; left out: they know it by its key. */
  readonly name?: string;
  readonly calendarId: string;
  readonly targetsByPriority: Readonly<Record<string, Targets>>;
  /** States in which the resolution clock rests. */
  readonly pauseStates: readonly TicketState[];
  /** After a reopening: go on with the time already used, or begin a new cycle with the full target. */
  readonly reopen: 'continue' | 'restart';
}

export const DEFAULT_PAUSE_STATES: readonly TicketState[] = ['pending_customer'];

/** Versions pinned on tickets, looked up by id. Every id on a ticket must be there. */
export interface PinnedVersions {
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly agreements: ReadonlyMap<string, AgreementTerms>;
}

const NO_TARGETS: Targets = { first_response: null, resolution: null };

/** The targets for a priority; none when the agreement does not name it. */
export function targetsFor(terms: AgreementTerms, priority: string | null): Targets {
  // A priority is what people and logs call it; a name such as "constructor" must not find what every object has.
  const isNamed = priority !== null && Object.hasOwn(terms.targetsByPriority, priority);
  return (isNamed && terms.targetsByPriority[priority]) || NO_TARGETS;
}
