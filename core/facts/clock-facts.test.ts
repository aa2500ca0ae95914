import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEvent } from '../ticket/apply-event.ts';
import { becomes, type Line, opened, priority, story, VERSIONS, waive } from '../ticket/story.oracle.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { clockFacts } from './clock-facts.ts';

function factsAfter(...lines: readonly Line[]): ReturnType<typeof clockFacts> {
  let ticket: Ticket | null = null;
  for (const event of story(['2026-03-04 09:00', opened()], ...lines)) ticket = applyEvent(ticket, event, VERSIONS);
  assert.ok(ticket);
  return clockFacts(ticket);
}

function resolutionClock(...lines: readonly Line[]): ReturnType<typeof clockFacts>[number]['own'] {
  return factsAfter(...lines).find(({ own }) => own.clock === 'resolution')!.own;
}

/** The priority under which the fact of the resolution clock counts. */
function countedUnder(...lines: readonly Line[]): string | null | undefined {
  return factsAfter(...lines).find(({ own }) => own.clock === 'resolution')?.dated.under.priority;
}

test('a waiver counts under what the ticket was when it was granted, whatever came before and after', () => {
  const breached: Line[] = [['2026-03-04 15:00', priority('P3')]];
  const waived: Line[] = [...breached, ['2026-03-04 16:00', waive('resolution')]];
  assert.equal(countedUnder(...breached), 'P2');
  assert.equal(countedUnder(...waived), 'P3');
  assert.equal(countedUnder(...waived, ['2026-03-05 10:00', priority('P1')]), 'P3');
});

test('a waiver of an open clock stays where it was granted when the verdict is fixed later', () => {
  const lines: Line[] = [
    ['2026-03-04 10:00', waive('resolution')],
    ['2026-03-04 11:00', priority('P3')],
    ['2026-03-04 12:00', becomes('resolved')],
  ];
  assert.equal(countedUnder(...lines), 'P2');
});

test('a clock that was stopped in time tells what it used and when it would have come due', () => {
  const running = resolutionClock();
  const { dueAt, elapsedSeconds, targetSeconds } = resolutionClock(['2026-03-04 10:30', becomes('resolved')]);
  assert.deepEqual([running.elapsedSeconds, elapsedSeconds], [null, 5400]);
  assert.deepEqual([dueAt, targetSeconds], [running.dueAt, running.targetSeconds]);
});

test('what a clock used leaves out its pauses, and the instant promised moves by them', () => {
  const { dueAt, elapsedSeconds } = resolutionClock(
    ['2026-03-04 10:00', becomes('pending_customer')],
    ['2026-03-04 11:00', becomes('in_progress')],
    ['2026-03-04 11:30', becomes('resolved')],
  );
  assert.deepEqual([dueAt! - resolutionClock().dueAt!, elapsedSeconds], [3600, 5400]);
});

test('a clock that was stopped too late keeps the instant that it missed', () => {
  const { dueAt, elapsedSeconds, targetSeconds, stoppedAt } = resolutionClock([
    '2026-03-06 16:00',
    becomes('resolved'),
  ]);
  assert.equal(dueAt, resolutionClock().dueAt);
  assert.ok(stoppedAt! > dueAt!);
  assert.ok(elapsedSeconds! > targetSeconds!);
});

test('a reopened clock has used nothing for good', () => {
  const lines: Line[] = [
    ['2026-03-04 10:00', becomes('resolved')],
    ['2026-03-04 12:00', becomes('in_progress')],
  ];
  assert.deepEqual([resolutionClock(...lines).elapsedSeconds, resolutionClock(...lines).stoppedAt], [null, null]);
});
