import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TimelineEntry } from '#contract/api/timeline-shapes.ts';
import { linkedTickets, rowsFor, timelineRows } from './timeline-rows.ts';

const ONE = { id: 'one', name: 'Desk one' };
const TWO = { id: 'two', name: 'Desk two' };

function entries(...told: readonly Partial<TimelineEntry>[]): TimelineEntry[] {
  return told.map(
    (one, index) =>
      ({
        sequence: index + 1,
        at: '2026-03-02T08:00:00Z',
        actor: ONE,
        details: {},
        texts: {},
        ...one,
      }) as unknown as TimelineEntry,
  );
}

const opened = { kind: 'ticketOpened' } as const;
const assigned = { kind: 'assigneeChanged', details: { to: 'one' } } as const;
const working = {
  kind: 'stateChanged',
  details: { to: 'in_progress', isNonIssue: false, isAutomatic: false },
} as const;
const reply = { kind: 'replySent', details: { isPublic: true, isAutomatic: false } } as const;
const later = { at: '2026-03-02T09:00:00Z' };
const kinds = (told: readonly TimelineEntry[]) =>
  timelineRows(told).map(({ main, along }) => [main.kind, ...along.map(({ kind }) => kind)]);

describe('the rows of a timeline', () => {
  test('put what one person did at one instant together, under what was said', () => {
    assert.deepEqual(
      kinds(entries(opened, { ...assigned, ...later }, { ...working, ...later }, { ...reply, ...later })),
      [['ticketOpened'], ['replySent', 'assigneeChanged', 'stateChanged']],
    );
  });

  test('keep apart what two persons did, and what one did at two instants', () => {
    assert.deepEqual(kinds(entries(reply, { ...working, actor: TWO }, { ...working, ...later, actor: TWO })), [
      ['replySent'],
      ['stateChanged'],
      ['stateChanged'],
    ]);
  });

  test('leave a step of a clock for itself', () => {
    const missed = { kind: 'clockBreached', actor: null } as const;
    assert.deepEqual(kinds(entries({ ...working, actor: null }, missed)), [['stateChanged'], ['clockBreached']]);
  });

  test('keep two things said in the same second apart', () => {
    assert.deepEqual(kinds(entries(reply, reply)), [['replySent'], ['replySent']]);
  });

  test('hold every entry once, and each row in one filter and in all', () => {
    const told = entries(opened, assigned, working, { ...reply, ...later }, { ...working, ...later });
    const rows = timelineRows(told);
    const sequences = rows.flatMap(({ main, along }) => [main, ...along]).map(({ sequence }) => sequence);
    assert.deepEqual(
      sequences.toSorted((a, b) => a - b),
      [1, 2, 3, 4, 5],
    );
    const count = (filter: Parameters<typeof rowsFor>[1]) => rowsFor(rows, filter).length;
    assert.equal(count('customer') + count('internal') + count('system'), count('all'));
  });
});

test('the tickets that merges name are linked, with the latest word on each', () => {
  const told = entries(
    { kind: 'duplicateMerged', details: { duplicate: 12 } },
    { kind: 'duplicateMerged', details: { duplicate: 13 } },
    { kind: 'duplicateTakenBack', details: { duplicate: 12 } },
    { kind: 'duplicateMerged', details: { duplicate: null } },
    { kind: 'mergedInto', details: { survivor: 7 } },
  );
  assert.deepEqual(linkedTickets(told), [
    { number: 12, how: 'takenBack' },
    { number: 13, how: 'duplicate' },
    { number: 7, how: 'survivor' },
  ]);
});
