import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cohortsKind } from '#cli/golden/cohorts.ts';
import { mismatches } from '#cli/golden/compare.ts';
import { written } from '../clock/clock-walk.oracle.ts';
import { openMinutesFrom, WRITTEN_CALENDARS } from '../clock/random-clock-log.oracle.ts';
import { Tape } from '../ticket/tape.oracle.ts';
import { type CohortEvent, type CohortLog, cohortFigures } from './cohorts.oracle.ts';
import { randomCohortLog } from './random-cohort-log.oracle.ts';

const log = fc
  .array(fc.noBias(fc.nat(0xffffff)), { minLength: 120, maxLength: 320, size: 'max' })
  .map((numbers) => randomCohortLog(new Tape(numbers)));

/** Where the product says something else than the rules, told through the way of the golden vectors. */
async function differences(told: CohortLog) {
  const vector = {
    period: { from: written(told.from), to: written(told.to) },
    as_of: written(told.asOf),
    calendar: told.policy.calendar,
    tickets: told.tickets.map((ticket) => ({
      ...ticket,
      contact_ended_at: ticket.contact_ended_at === undefined ? null : written(ticket.contact_ended_at),
      events: ticket.events.map((event) => ({ ...event, at: written(event.at) })),
    })),
  };
  const parameters = {
    reopen_window_s: told.windowSeconds,
    wrap_up_s: told.wrapUpSeconds,
    ageing_bucket_lower_bounds_days: told.bucketDays,
    sla_policy: told.policy,
  };
  const got = await cohortsKind.got(vector, { calendars: WRITTEN_CALENDARS, parameters });
  return mismatches(cohortFigures(told), got, 1e-9);
}

test('every figure is what a replay of the log by the words of the rules says', async () => {
  await fc.assert(
    fc.asyncProperty(log, async (random) => {
      assert.deepEqual(await differences(random), []);
    }),
    { seed: 20_261_123, numRuns: 500 },
  );
});

type Untimed<E> = E extends unknown ? Omit<E, 'at'> : never;
type Step = Untimed<CohortEvent>;

const STEPS: readonly Step[] = [
  { type: 'status', to: 'resolved' },
  { type: 'status', to: 'in_progress' },
  { type: 'status', to: 'in_progress', non_issue: true },
  { type: 'status', to: 'cancelled' },
  { type: 'agent_reply', public: true, automatic: false },
  { type: 'escalated', kind: 'functional', from_level: 1, to_level: 2 },
  { type: 'customer_contact' },
];

const START = Temporal.Instant.from('2026-03-26T00:00:00Z').epochMilliseconds / 1000;
const NOON = START + 13 * 86_400 + 10 * 3600;

function ticketOf(id: number, steps: readonly Step[], gap: number): CohortLog['tickets'][number] {
  const events = steps.map((step, i) => ({ ...step, at: NOON + (i + 1) * gap }) as CohortEvent);
  return {
    id: String(id),
    channel: id % 2 === 0 ? 'email' : 'phone',
    initial_level: 1,
    events: [{ at: NOON, type: 'created', priority: 'P1' }, ...events],
  };
}

for (const [name, gap] of [
  ['in one second', 0],
  ['hour by hour', 3600],
] as const) {
  test(`every order of four steps ${name} is counted by the rules`, async () => {
    const tickets = Array.from({ length: STEPS.length ** 4 }, (_, number) => {
      const digits = [0, 1, 2, 3].map((place) => Math.floor(number / STEPS.length ** place) % STEPS.length);
      return ticketOf(
        number,
        digits.map((digit) => STEPS[digit]!),
        gap,
      );
    });
    // A few tickets a log, so that no error can hide behind another one.
    for (let i = 0; i < tickets.length; i += 7) {
      const told: CohortLog = {
        from: NOON - 10 * 3600,
        to: NOON + 14 * 3600,
        asOf: NOON + 14 * 3600,
        policy: {
          calendar: 'office',
          targets: { P1: { first_response_s: 900, resolution_s: 7200 } },
          pause_statuses: ['pending_customer'],
          reopen: 'continue',
        },
        calendar: openMinutesFrom(START).get('office')!,
        tz: 'Europe/Berlin',
        windowSeconds: 3 * 3600,
        wrapUpSeconds: 900,
        bucketDays: [0, 1, 3],
        tickets: tickets.slice(i, i + 7),
      };
      assert.deepEqual(await differences(told), []);
    }
  });
}
