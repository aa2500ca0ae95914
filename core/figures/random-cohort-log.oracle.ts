import type { Policy } from '../clock/clock-walk.oracle.ts';
import { openMinutesFrom, WRITTEN_CALENDARS } from '../clock/random-clock-log.oracle.ts';
import type { Tape } from '../ticket/tape.oracle.ts';
import type { CohortEvent, CohortLog, LoggedTicket } from './cohorts.oracle.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

const TARGETS = {
  P1: { first_response_s: 900, resolution_s: 4 * HOUR },
  P2: { first_response_s: HOUR, resolution_s: 8 * HOUR },
  P3: { first_response_s: 4 * HOUR, resolution_s: 24 * HOUR },
  P4: { first_response_s: 9 * HOUR, resolution_s: 45 * HOUR },
};
const PRIORITIES = Object.keys(TARGETS);
const CHANNELS = ['email', 'phone', 'chat', 'walk_in', 'portal', 'monitoring'];
const STATUSES = [
  'resolved',
  'in_progress',
  'closed',
  'pending_customer',
  'resolved',
  'in_progress',
  'resolved',
  'in_progress',
  'closed',
  'cancelled',
  'pending_vendor',
  'spam',
  'merged',
  'test',
  'new',
];

/** A log of a few tickets around one period, with events on its edges, at as_of and at the ends of windows. */
export function randomCohortLog(tape: Tape): CohortLog {
  const start =
    Temporal.Instant.from(tape.pick(['2026-03-26T00:00:00Z', '2026-10-22T00:00:00Z'])).epochMilliseconds / 1000;
  const id = tape.pick(['office', 'round', 'split', 'night', 'closed']);
  const from = start + 12 * DAY + tape.pick([22 * HOUR, 0, tape.below(DAY)]);
  const to = from + tape.pick([7, 14, 1]) * DAY;
  const late = to + 14 * DAY;
  const asOf = tape.pick([
    to,
    late,
    to + 2 * DAY,
    late,
    from + 3 * HOUR,
    late,
    to - HOUR,
    from,
    to + tape.below(20 * DAY),
  ]);
  const policy: Policy = {
    calendar: id,
    targets: TARGETS,
    pause_statuses: tape.pick([['pending_customer'], ['pending_customer', 'pending_vendor']]),
    reopen: tape.pick(['continue', 'continue', 'restart'] as const),
  };
  const edges = { from, to, asOf };
  const tickets = Array.from({ length: 1 + tape.below(6) }, (_, i) => randomTicket(tape, String(i + 1), start, edges));
  return {
    ...edges,
    policy,
    calendar: openMinutesFrom(start).get(id)!,
    tz: WRITTEN_CALENDARS[id]!.tz,
    windowSeconds: tape.pick([14 * DAY, 2 * DAY]),
    wrapUpSeconds: 15 * MINUTE,
    bucketDays: [0, 1, 3, 7, 14, 30],
    tickets,
  };
}

type Edges = Pick<CohortLog, 'from' | 'to' | 'asOf'>;

function randomTicket(tape: Tape, id: string, start: number, edges: Edges): LoggedTicket {
  const anywhere = start + 2 * DAY + tape.below(26 * DAY);
  const inside = edges.from + tape.below(edges.to - edges.from);
  const edge = tape.pick([edges.from, edges.to - 1, edges.from - 1, edges.to, edges.asOf - 1, edges.asOf]);
  const created = tape.pick([inside, anywhere, inside, edge]);
  const channel = tape.pick(CHANNELS);
  const events: CohortEvent[] = [{ at: created, type: 'created', priority: tape.pick(PRIORITIES) }];
  const length = 2 + tape.below(10);
  while (events.length < length) {
    const at = Math.max(events.at(-1)!.at, nextInstant(tape, events, edges));
    if (at > start + 70 * DAY) break;
    events.push(randomEvent(tape, at));
  }
  const endsAt = created + tape.pick([5 * MINUTE, 0, HOUR, tape.below(HOUR)]);
  return {
    id,
    channel,
    initial_level: tape.pick([1, 1, 2]),
    ...(tape.below(2) === 1 ? { contact_ended_at: endsAt } : {}),
    ...(tape.isOnceIn(4) ? { fcr_eligible: tape.below(2) === 1 } : {}),
    events,
  };
}

function nextInstant(tape: Tape, events: readonly CohortEvent[], { from, to, asOf }: Edges): number {
  const last = events.at(-1)!.at;
  const resolution = events.find((event) => event.type === 'status' && event.to === 'resolved')?.at ?? last;
  switch (tape.below(12)) {
    case 0:
      return last;
    case 1:
      return last + tape.pick([1, 15 * MINUTE, 15 * MINUTE + 1, 4 * HOUR, 8 * HOUR, 9 * HOUR]);
    case 2:
      return resolution + tape.pick([14 * DAY, 14 * DAY + 1, 2 * DAY, 2 * DAY + 1, 14 * DAY - 1]);
    case 3:
      return tape.pick([from, to, asOf]) + tape.pick([0, -1, 1]);
    case 4:
      return last + tape.below(3 * DAY);
    case 5:
    case 6:
      return last + tape.pick([MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR]);
    default:
      return last + tape.below(5 * HOUR);
  }
}

function randomEvent(tape: Tape, at: number): CohortEvent {
  switch (tape.below(12)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4: {
      const to = tape.pick(STATUSES);
      return tape.isOnceIn(4) ? { at, type: 'status', to, non_issue: true } : { at, type: 'status', to };
    }
    case 5:
    case 6:
      return { at, type: 'agent_reply', public: !tape.isOnceIn(4), automatic: tape.isOnceIn(4) };
    case 7: {
      if (tape.isOnceIn(3)) return { at, type: 'escalated', kind: 'hierarchical', from_level: null, to_level: null };
      const [from_level, to_level] = tape.pick([
        [1, 2],
        [2, 1],
        [2, 3],
        [1, 1],
        [1, 3],
      ] as const);
      return { at, type: 'escalated', kind: 'functional', from_level, to_level };
    }
    case 8:
      return { at, type: 'customer_contact', ...(tape.isOnceIn(2) ? { trivial: tape.below(3) > 0 } : {}) };
    case 9:
      return { at, type: 'contact_handled', agent: tape.pick(['a', 'b']), level: tape.pick([1, 2, 3]) };
    case 10:
      return { at, type: 'priority', to: tape.pick(PRIORITIES) };
    default:
      return { at, type: 'waive', metric: tape.pick(['resolution', 'first_response'] as const), reason: 'because' };
  }
}
