import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { at, dimensions, inShort, row, rules } from '#tests/source-rows.ts';
import { TICKET_STATES } from '../ticket/state.ts';
import { continueTicketRow } from './continue-ticket-row.ts';
import type { HistoryRules } from './history.ts';
import { historyOfTicketRow } from './history-of-ticket-row.ts';
import type { SourceRow } from './source-row.ts';

const ticketRules: HistoryRules = { ...rules, rows: 'ticket' };
const blue = { ...dimensions, team: 'Blue' };
const green = { ...dimensions, team: 'Green' };
const open = row({ createdAt: at(0), state: 'in_progress', dimensions: blue });

/** What a later row adds to an earlier one, and what it adds when it is imported once more. */
function added(
  earlier: SourceRow,
  later: SourceRow,
): { events: readonly string[] | null; again: readonly string[] | null } {
  const stored = historyOfTicketRow(earlier, ticketRules, () => undefined);
  const events = continueTicketRow(stored, later, ticketRules);
  const again = events && continueTicketRow([...stored, ...events], later, ticketRules);
  return { events: events && inShort(events), again: again && inShort(again) };
}

test('an open ticket that is resolved and closed since goes on, its team changed at the resolution', () => {
  const later = {
    ...open,
    state: 'closed',
    resolvedAt: at(60),
    closedAt: at(90),
    verdict: 'met',
    dimensions: green,
  } as const;
  assert.deepEqual(added(open, later), {
    events: ['teamChanged:Green@60', 'stateChanged:resolved@60', 'verdictImported:true@60', 'stateChanged:closed@90'],
    again: [],
  });
});

test('a change of an open ticket counts at the instant of the row', () => {
  const later = { ...open, at: at(30), state: 'pending_vendor', dimensions: green, firstResponseAt: at(5) } as const;
  assert.deepEqual(added(open, later), {
    events: ['replySent@5', 'teamChanged:Green@30', 'stateChanged:pending_vendor@30'],
    again: [],
  });
});

test('a resolved ticket is closed, or reopened, since', () => {
  const resolved = { ...open, state: 'resolved', resolvedAt: at(60) } as const;
  const closed = added(resolved, { ...resolved, state: 'closed', closedAt: at(90) });
  assert.deepEqual(closed, { events: ['stateChanged:closed@90'], again: [] });
  const reopened = added(resolved, { ...open, at: at(70), resolvedAt: at(60) });
  assert.deepEqual(reopened, { events: ['stateChanged:in_progress@70'], again: [] });
});

test('a cancelled ticket is no resolution', () => {
  const later = { ...open, state: 'cancelled', closedAt: at(60) } as const;
  const { events } = added(open, later);
  assert.deepEqual(events, ['stateChanged:cancelled@60', 'stateChanged:closed@60']);
});

test('the same row adds nothing, and one without an instant can tell no change', () => {
  assert.deepEqual(added(open, open), { events: [], again: [] });
  assert.equal(added(open, { ...open, dimensions: green }).events, null);
  assert.equal(added(open, { ...open, state: 'pending_vendor' }).events, null);
});

test('a row that tells the past otherwise is refused', () => {
  const resolved = { ...open, state: 'resolved', resolvedAt: at(60), firstResponseAt: at(5) } as const;
  assert.equal(added(open, { ...open, createdAt: at(1) }).events, null);
  assert.equal(added(resolved, { ...resolved, resolvedAt: at(61) }).events, null);
  assert.equal(added(resolved, { ...resolved, firstResponseAt: at(6) }).events, null);
  assert.equal(added({ ...open, at: at(30) }, { ...resolved, resolvedAt: at(20) }).events, null);
});

test('property: whatever the rows say, what a row added once it adds no more', () => {
  const minute = fc.option(fc.integer({ min: 0, max: 20 }).map(at));
  const anyRow = fc
    .record({
      at: minute,
      state: fc.constantFrom(null, ...TICKET_STATES),
      firstResponseAt: minute,
      resolvedAt: minute,
      closedAt: minute,
      dimensions: fc.constantFrom(dimensions, blue, green),
      verdict: fc.constantFrom(null, 'met' as const, 'missed' as const),
    })
    .map((given) => row({ ...given, createdAt: at(0) }));
  fc.assert(
    fc.property(anyRow, anyRow, (earlier, later) => {
      const { events, again } = added(earlier, later);
      if (events !== null) assert.deepEqual(again, []);
    }),
    { numRuns: 5000 },
  );
});
