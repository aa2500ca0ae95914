import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLocalDate } from '#core/time/local-date.ts';
import { DEFAULT_WORKING_DAYS } from '#server/features/calendars/index.ts';
import { guideOf } from '#worlds/demo/guide.ts';
import { HOME_ZONE, timelineOf } from '#worlds/demo/timeline.ts';
import { readKpiCall } from '../kpi-call.ts';

const timeline = timelineOf(parseLocalDate('2026-11-23'));

for (const { story, calls } of guideOf(timeline)) {
  for (const call of calls) {
    test(`${story}: "kundig ${call}" is a question that kundig understands`, () => {
      const [command, ...args] = call.split(' ');
      assert.equal(command, 'kpi');
      const surroundings = { reportingZone: HOME_ZONE, workingDays: DEFAULT_WORKING_DAYS, now: timeline.until };
      assert.doesNotThrow(() => readKpiCall(args, surroundings));
    });
  }
}

test('the guide tells the stories in the order in which they begin', () => {
  const begins = guideOf(timeline).map(({ from }) => from);
  assert.deepEqual(
    begins,
    begins.toSorted((a, b) => a - b),
  );
});
