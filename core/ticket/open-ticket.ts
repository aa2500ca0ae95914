import type { PinnedVersions } from '../agreement/terms.ts';
import { DEFAULT_PAUSE_STATES, targetsFor } from '../agreement/terms.ts';
import { startClock } from '../clock/sla-clock.ts';
import type { TicketOpened } from './event.ts';
import type { Ticket } from './ticket.ts';

const NO_STEPS: ReadonlySet<string> = new Set();

/**
 * The ticket after its first event.
 * @throws Error when a pinned version is missing: the database is incomplete.
 */
export function openTicket(event: TicketOpened, versions: PinnedVersions): Ticket {
  const { at, dimensions, promise } = event;
  const terms = promise.kind === 'agreement' ? pinned(versions.agreements, promise.versionId) : null;
  const calendarId = terms?.calendarId ?? event.calendarId;
  const calendar = pinned(versions.calendars, calendarId);
  const targets = terms && targetsFor(terms, dimensions.priority);
  return {
    createdAt: at,
    lastEventAt: at,
    state: 'new',
    standing: 'new',
    standingSince: at,
    dimensions,
    openedUnder: dimensions,
    assignee: null,
    witnesses: new Set(event.witnesses),
    isFirstContactEligible: event.isFirstContactEligible,
    customer: event.customer,
    requester: event.requester,
    contactEndedAt: event.contactEndedAt,
    lastActiveState: 'new',
    survivorId: null,
    openHandover: null,
    isEscalationOpen: false,
    reopenings: [],
    recordedSteps: NO_STEPS,
    promise,
    terms,
    calendar,
    calendarId,
    pauseStates: new Set(terms?.pauseStates ?? DEFAULT_PAUSE_STATES),
    firstResponseClock:
      targets && startClock('first_response', { cycle: 1, at, calendar, targetSeconds: targets.first_response }),
    resolutionClock: targets && startClock('resolution', { cycle: 1, at, calendar, targetSeconds: targets.resolution }),
    earlierCycles: [],
    importedVerdict: null,
    businessTime: { since: at, workingSeconds: 0, pausedSeconds: 0, doneSeconds: 0, withdrawnSeconds: 0 },
    firstResponse: null,
    firstResolution: null,
    lastResolution: null,
    closing: null,
    movements: [{ at, under: dimensions, movement: 'created' }],
    contacts: [],
    handovers: [],
    escalations: [],
    furtherContactAt: null,
    humanReplyCount: 0,
    functionallyEscalatedAt: null,
    managementEscalatedAt: null,
  };
}

/** @throws Error when `id` is not among the versions. */
export function pinned<T>(versions: ReadonlyMap<string, T>, id: string): T {
  const version = versions.get(id);
  if (version === undefined) throw new Error(`pinned version is missing: ${id}`);
  return version;
}
