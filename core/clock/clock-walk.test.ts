import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slaClockKind } from '#cli/golden/sla-clock.ts';
import { Tape } from '../ticket/tape.oracle.ts';
import { ClockWalk, written } from './clock-walk.oracle.ts';
import { type ClockLog, randomClockLog, WRITTEN_CALENDARS } from './random-clock-log.oracle.ts';

const log = fc
  .array(fc.noBias(fc.nat(0xfffff)), { minLength: 60, maxLength: 160, size: 'max' })
  .map((numbers) => randomClockLog(new Tape(numbers)));

/** What the walk finds at each check; events at the instant of a check are included. */
function walked({ policy, events, checks, calendars }: ClockLog) {
  const walk = new ClockWalk(policy, calendars);
  let next = 0;
  return checks.map((at) => {
    for (let event = events[next]; event && event.at <= at; event = events[next]) {
      walk.walkTo(event.at);
      walk.apply(event);
      next += 1;
    }
    walk.walkTo(at);
    return { at: written(at), first_response: walk.reading('first_response'), resolution: walk.reading('resolution') };
  });
}

test('both clocks show what a walk second by second through the same history finds', async () => {
  await fc.assert(
    fc.asyncProperty(log, async (random) => {
      const vector = {
        policy: random.policy,
        events: random.events.map((event) => ({ ...event, at: written(event.at) })),
        checks: random.checks.map((at) => ({ at: written(at) })),
      };
      assert.deepEqual(await slaClockKind.got(vector, { calendars: WRITTEN_CALENDARS }), walked(random));
    }),
    { seed: 20_261_123, numRuns: 800 },
  );
});
