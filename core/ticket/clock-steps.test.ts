import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../time/instant.ts';
import { stepRecorded, stepsOf } from './clock-steps.ts';
import { becomes, type Line, opened, priority, reply, story, ticketAfter, waive } from './story.oracle.ts';

/*
 * Office hours 09:00 to 17:00 in Berlin (UTC+1), priority P2: answer within one hour, resolve within four. Warnings
 * come when a fifth of the target is left.
 */
const open: Line = ['2026-03-04 09:00', opened()];

/** Steps as `clock step HH:MM`, in UTC. */
const steps = (...lines: readonly Line[]): string[] =>
  stepsOf(ticketAfter(story(open, ...lines))).map(
    ({ clock, step, at }) => `${clock} ${step} ${formatInstant(at).slice(11, 16)}`,
  );

test('a ticket that was just opened is warned of and breached in turn', () => {
  assert.deepEqual(steps(), [
    'first_response warning 08:48',
    'first_response breach 09:00',
    'resolution warning 11:12',
    'resolution breach 12:00',
  ]);
});

test('an answered clock has no steps, a resting one neither', () => {
  assert.deepEqual(steps(['2026-03-04 09:10', reply()], ['2026-03-04 09:20', becomes('pending_customer')]), []);
});

test('a waived clock has no steps', () => {
  assert.deepEqual(steps(['2026-03-04 09:10', waive('resolution')]), [
    'first_response warning 08:48',
    'first_response breach 09:00',
  ]);
});

test('a target that is used up when it comes into force breaches then, and warns of nothing', () => {
  const late: Line[] = [
    ['2026-03-04 09:10', reply()],
    ['2026-03-04 11:30', priority('P1')],
  ];
  assert.deepEqual(steps(...late), ['resolution breach 10:30']);
});

test('a recorded step does not come again, but a new target warns again', () => {
  const events = story(open, ['2026-03-04 09:10', reply()]);
  const warning = stepsOf(ticketAfter(events))[0]!;
  const warned = [...events, stepRecorded(warning)];
  assert.deepEqual(
    stepsOf(ticketAfter(warned)).map(({ step }) => step),
    ['breach'],
  );
  const retargeted = [...warned, ...story(['2026-03-04 12:30', priority('P3')])];
  assert.deepEqual(
    stepsOf(ticketAfter(retargeted)).map(({ step }) => step),
    ['warning', 'breach'],
  );
});
