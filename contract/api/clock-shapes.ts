import { z } from 'zod';
import { PIECE_KINDS } from '#core/clock/day-by-day.ts';
import { CLOSED_REASONS } from '#core/clock/open-days.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { instantAnswer } from './shapes.ts';

/*
 * A clock of a ticket and why its deadline is what it is (core/clock/deadline.ts, core/clock/day-by-day.ts). Lengths are
 * business seconds throughout, dates are local to the calendar they stand with.
 */

const seconds = z.number();
const localDate = z.string().meta({ format: 'date' });
const named = z.string().nullable();
const state = z.enum(TICKET_STATES);
const span = { from: instantAnswer, until: instantAnswer };

/** The target in force and the version of the agreement that gave it; null seconds without any target. */
const target = z.strictObject({
  seconds: seconds.nullable(),
  agreement: z.string(),
  versionId: z.string(),
  priority: named,
});

/** What is promised at an instant, and when it warns and comes due if nothing else happens. */
const projection = z.strictObject({ target, dueAt: instantAnswer.nullable(), warningAt: instantAnswer.nullable() });

const cause = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['started', 'answered', 'warned', 'waived']) }),
  z.strictObject({ kind: z.enum(['paused', 'resumed', 'resolved', 'reopened', 'withdrawn', 'taken_back']), state }),
  z.strictObject({ kind: z.literal('priority_changed'), from: named, to: named }),
  z.strictObject({ kind: z.literal('agreement_changed'), from: named, to: z.string() }),
  z.strictObject({ kind: z.literal('calendar_changed'), from: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('breached'), why: z.enum(['elapsed', 'target_change']) }),
]);

const moment = z.strictObject({
  kind: z.literal('moment'),
  at: instantAnswer,
  cause,
  /** Used so far. */
  usedSeconds: seconds,
  /** Null when the clock was promised nothing before. */
  before: projection.nullable(),
  after: projection,
});

const part = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    date: localDate,
    windows: z.array(z.strictObject(span)),
    usedSeconds: seconds,
    isException: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('closed'),
    ...span,
    reasons: z.array(z.strictObject({ reason: z.enum(CLOSED_REASONS), dates: z.array(localDate) })),
  }),
  z.strictObject({ kind: z.literal('left_out'), ...span, days: z.number().int(), usedSeconds: seconds }),
]);

const running = z.strictObject({
  kind: z.literal('running'),
  ...span,
  /** Still so when the clock was read; `until` is that instant. */
  isOngoing: z.boolean(),
  calendarId: z.string(),
  timeZone: z.string(),
  usedSeconds: seconds,
  parts: z.array(part),
});

const resting = z.strictObject({
  kind: z.enum(['paused', 'resolved', 'withdrawn']),
  ...span,
  isOngoing: z.boolean(),
  state,
  /** The entry of the timeline that set the state. */
  setBy: z.number().int(),
});

const sums = z.strictObject(
  Object.fromEntries(PIECE_KINDS.map((kind) => [kind, seconds])) as Record<
    (typeof PIECE_KINDS)[number],
    typeof seconds
  >,
);

const piece = z.strictObject({ kind: z.enum(PIECE_KINDS), ...span, seconds, state: state.nullable() });

/** A date from the start of the clock on, whether or not the service was open on it. */
const day = z.strictObject({
  kind: z.literal('day'),
  date: localDate,
  ...span,
  /** All service hours of the date. */
  hours: z.array(z.strictObject(span)),
  /** Why nothing is open; null when something is. */
  closed: z.enum(CLOSED_REASONS).nullable(),
  /** What the holiday is called, and the states of Germany in which it is one when those are few. */
  holiday: z.strictObject({ de: z.string(), en: z.string() }).nullable(),
  isException: z.boolean(),
  /** What the hours were to the clock, in order. */
  pieces: z.array(piece),
  seconds: sums,
});

/** Days that are summed, not told one by one. */
const folded = z.strictObject({
  kind: z.literal('folded'),
  date: localDate,
  lastDate: localDate,
  ...span,
  days: z.number().int(),
  seconds: sums,
});

export const whyShape = z.strictObject({
  start: z.strictObject({ at: instantAnswer, why: z.enum(['opened', 'reopened', 'promised_later']) }),
  /** What happened to the clock and the stretches between, in order and without a gap. */
  story: z.array(z.discriminatedUnion('kind', [moment, running, resting])),
  /** What is promised now and where it leads. */
  projection,
  /** The way to the due instant, while the clock runs towards it. */
  ahead: running.nullable(),
  /** When the answer or the resolution came. */
  stoppedAt: instantAnswer.nullable(),
  waivedAt: instantAnswer.nullable(),
  /** The calendar of the ticket now, and the zone of the dates in `days`. */
  calendarId: z.string(),
  timeZone: z.string(),
  /** Due, or due until it was missed, or due when the clock stopped; null while it rests and without a target. */
  promisedAt: instantAnswer.nullable(),
  /** `counted` of all together is what has elapsed; with `ahead`, while it runs towards its due instant, the target. */
  days: z.array(z.discriminatedUnion('kind', [day, folded])),
});

/** One cycle of an SLA clock as it reads now. */
export const clockShape = z.strictObject({
  clock: z.enum(['first_response', 'resolution']),
  cycle: z.number().int(),
  phase: z.enum(['not_started', 'running', 'paused', 'stopped']),
  outcome: z.enum(['pending', 'met', 'breached', 'excluded', 'waived']),
  elapsedSeconds: seconds,
  /** Target less elapsed, negative when over; null without a target. */
  remainingSeconds: seconds.nullable(),
  targetSeconds: seconds.nullable(),
  dueAt: instantAnswer.nullable(),
  breachedAt: instantAnswer.nullable(),
  breachCause: z.enum(['elapsed', 'target_change']).nullable(),
  /** Whether this is the cycle that counts now; earlier cycles of a restarted clock are told too. */
  isCurrent: z.boolean(),
  why: whyShape,
});

/** A version of an agreement that the ticket has or had. Versions are counted from the one that came into force first. */
export const agreementNamed = z.strictObject({
  id: z.string(),
  /** The agreement, whatever the version: the value of the dimension. */
  agreement: z.string(),
  /** What people call it; its key when it has no name. */
  name: z.string(),
  version: z.number().int(),
  /** Null: from the beginning. */
  validFrom: instantAnswer.nullable(),
  customer: named,
});

const clockTime = z.string();

/** A calendar that the ticket is or was counted in: its hours as people write them. */
export const calendarNamed = z.strictObject({
  id: z.string(),
  timeZone: z.string(),
  weekly: z.partialRecord(
    z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
    z.array(z.tuple([clockTime, clockTime])),
  ),
});

export type ClockOut = z.output<typeof clockShape>;
export type WhyOut = z.output<typeof whyShape>;
export type ClockDayOut = Extract<WhyOut['days'][number], { kind: 'day' }>;
export type FoldedDaysOut = Extract<WhyOut['days'][number], { kind: 'folded' }>;
export type AgreementNamed = z.output<typeof agreementNamed>;
export type CalendarNamed = z.output<typeof calendarNamed>;
