import type { Tape } from '../ticket/tape.oracle.ts';
import { ClockWalk, type LoggedEvent, type Metric, type Policy } from './clock-walk.oracle.ts';
import { OpenMinutes, type WrittenCalendar } from './open-minutes.oracle.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const LAID_OUT_DAYS = 75;

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const everyDay = (days: readonly string[], ...windows: [string, string][]): WrittenCalendar['weekly'] =>
  Object.fromEntries(days.map((day) => [day, windows]));

const HOLIDAYS = ['2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06'];

/** Service hours that random histories run in. */
export const WRITTEN_CALENDARS: Readonly<Record<string, WrittenCalendar>> = {
  office: {
    tz: 'Europe/Berlin',
    weekly: everyDay(WORKDAYS, ['08:00', '17:00']),
    holidays: HOLIDAYS,
    exceptions: [{ date: '2026-12-24', windows: [['08:00', '12:00']] }],
  },
  split: {
    tz: 'Europe/Berlin',
    weekly: { ...everyDay(WORKDAYS, ['08:00', '12:00'], ['13:00', '17:30']), fri: [['08:00', '12:00']] },
    holidays: HOLIDAYS,
    exceptions: [{ date: '2026-10-25', windows: [['10:00', '14:00']] }],
  },
  round: {
    tz: 'Europe/Berlin',
    weekly: everyDay([...WORKDAYS, 'sat', 'sun'], ['00:00', '24:00']),
    holidays: [],
    exceptions: [],
  },
  night: { tz: 'Europe/Berlin', weekly: everyDay(WORKDAYS, ['22:00', '06:00']), holidays: HOLIDAYS, exceptions: [] },
  york: {
    tz: 'America/New_York',
    weekly: everyDay(WORKDAYS, ['09:00', '17:00']),
    holidays: ['2026-11-26', '2026-12-25', '2027-01-01'],
    exceptions: [{ date: '2026-11-27', windows: [['09:00', '13:00']] }],
  },
  closed: { tz: 'Europe/Berlin', weekly: {}, holidays: [], exceptions: [] },
};

/** Weeks with something in them: clock changes, Easter, an ordinary summer, the turn of the year. */
const STARTS = ['2026-03-26T00:00:00Z', '2026-06-11T00:00:00Z', '2026-10-22T00:00:00Z', '2026-12-22T00:00:00Z'].map(
  (text) => Temporal.Instant.from(text).epochMilliseconds / 1000,
);

const laidOut = new Map<number, ReadonlyMap<string, OpenMinutes>>();

export function openMinutesFrom(start: number): ReadonlyMap<string, OpenMinutes> {
  let calendars = laidOut.get(start);
  if (!calendars) {
    const entries = Object.entries(WRITTEN_CALENDARS);
    calendars = new Map(entries.map(([id, written]) => [id, new OpenMinutes(written, start, LAID_OUT_DAYS)]));
    laidOut.set(start, calendars);
  }
  return calendars;
}

const TARGETS = [60, 900, HOUR, 4 * HOUR, 8 * HOUR, 9 * HOUR, 18 * HOUR, 24 * HOUR, 45 * HOUR];
const PRIORITIES = ['P1', 'P2', 'P3', 'P4'];
const PAUSES = [
  ['pending_customer'],
  ['pending_customer', 'pending_vendor'],
  [],
  ['pending_vendor'],
  ['in_progress', 'pending_customer'],
];
const STATUSES = [
  'resolved',
  'in_progress',
  'pending_customer',
  'closed',
  'cancelled',
  'pending_vendor',
  'resolved',
  'in_progress',
  'merged',
  'new',
  'spam',
  'test',
];

export interface ClockLog {
  readonly policy: Policy;
  readonly events: readonly LoggedEvent[];
  readonly checks: readonly number[];
  readonly calendars: ReadonlyMap<string, OpenMinutes>;
}

/**
 * A policy, the history of one ticket, and the instants to look at it. Events like to fall on instants that matter:
 * the due instant and the seconds beside it, opening and closing, the second of the event before.
 */
export function randomClockLog(tape: Tape): ClockLog {
  const start = tape.pick(STARTS);
  const calendars = openMinutesFrom(start);
  const policy = randomPolicy(tape);
  const walk = new ClockWalk(policy, calendars);
  const events: LoggedEvent[] = [
    { type: 'created', at: firstInstant(tape, start, walk), priority: tape.pick(PRIORITIES) },
  ];
  const checks = new Set<number>([events[0]!.at - 60]);
  const length = 1 + tape.below(14);
  walk.walkTo(events[0]!.at);
  walk.apply(events[0]!);
  while (events.length < length) {
    addChecks(checks, walk);
    const event = randomEvent(tape, nextInstant(tape, walk));
    walk.walkTo(event.at);
    walk.apply(event);
    events.push(event);
  }
  addChecks(checks, walk);
  checks.add(walk.now + 3 * DAY + 17);
  return { policy, events, checks: [...checks].sort((a, b) => a - b), calendars };
}

function randomPolicy(tape: Tape): Policy {
  const targets = PRIORITIES.map((priority) => [
    priority,
    { first_response_s: tape.pick(TARGETS), resolution_s: tape.pick(TARGETS) },
  ]);
  return {
    calendar: tape.pick(['office', 'office', 'split', 'round', 'night', 'york', 'closed']),
    targets: Object.fromEntries(targets),
    pause_statuses: tape.pick(PAUSES),
    reopen: tape.pick(['continue', 'restart'] as const),
  };
}

function firstInstant(tape: Tape, start: number, walk: ClockWalk): number {
  const at = start + DAY + tape.below(3 * DAY);
  return tape.pick([Math.floor(at / HOUR) * HOUR, at, walk.open.nextChange(at) ?? at]);
}

function randomEvent(tape: Tape, at: number): LoggedEvent {
  switch (tape.below(10)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return { at, type: 'status', to: tape.pick(STATUSES) };
    case 4:
    case 5:
      return { at, type: 'priority', to: tape.pick(PRIORITIES) };
    case 6:
      return { at, type: 'agent_reply', public: !tape.isOnceIn(3), automatic: tape.isOnceIn(3) };
    case 7:
      return { at, type: 'waive', metric: tape.pick(['resolution', 'first_response'] as const), reason: 'because' };
    case 8:
      return { at, type: 'calendar', to: tape.pick(Object.keys(WRITTEN_CALENDARS)) };
    default:
      return { at, type: 'customer_reply' };
  }
}

function nextInstant(tape: Tape, walk: ClockWalk): number {
  const { now, open } = walk;
  const gaps = [0, HOUR, 60, 4 * HOUR, 1, 59, 61, 8 * HOUR, 9 * HOUR, DAY, 2.5 * DAY];
  if (tape.below(2) === 0) return now + (tape.isOnceIn(3) ? tape.below(DAY) : tape.pick(gaps));
  const metric: Metric = tape.pick(['resolution', 'first_response'] as const);
  const { elapsed, target } = walk.hand(metric);
  const due = walk.phase(metric) === 'running' ? open.after(now, target - elapsed) : null;
  const change = open.nextChange(now);
  const aim = tape.pick([due, change, due, change === null ? null : open.nextChange(change)]) ?? now;
  // More than a fortnight away is not worth the walk.
  return aim - now > 14 * DAY ? now + HOUR : Math.max(now, aim + tape.pick([0, 1, -1]));
}

function addChecks(checks: Set<number>, walk: ClockWalk): void {
  checks.add(walk.now).add(walk.now + 1);
  for (const metric of ['first_response', 'resolution'] as const) {
    const due = walk.dueAt(metric);
    if (due !== null && due - walk.now < 14 * DAY) checks.add(due).add(due + 1);
  }
}
