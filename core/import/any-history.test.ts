import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { at, dimensions, row, rules } from '#tests/source-rows.ts';
import { compileCalendar } from '../calendar/calendar.ts';
import { alwaysOpen } from '../calendar/definition.ts';
import { applyEvent } from '../ticket/apply-event.ts';
import { TICKET_STATES } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { historyOfRows } from './history-of-rows.ts';
import { ACTIVITIES } from './source-row.ts';

test('property: whatever the rows say, the history is one that can be folded', () => {
  const minute = fc.integer({ min: 0, max: 20 }).map(at);
  const text = fc.constantFrom(null, '1', '2');
  const anyRow = fc.record({
    at: minute,
    order: fc.option(fc.integer({ min: 0, max: 9 })),
    createdAt: fc.option(minute),
    state: fc.constantFrom(null, ...TICKET_STATES),
    firstResponseAt: fc.option(minute),
    resolvedAt: fc.option(minute),
    closedAt: fc.option(minute),
    dimensions: fc.record({ team: text, priority: text, level: text }).map((some) => ({ ...dimensions, ...some })),
    assignee: text,
    activity: fc.constantFrom(null, ...ACTIVITIES),
    verdict: fc.constantFrom(null, 'met' as const, 'missed' as const),
  });
  const anyRules = fc.record({
    rows: fc.constantFrom('event' as const, 'ticket' as const),
    hasStatedEnd: fc.boolean(),
    hasStatedClosing: fc.boolean(),
    isEmptyUnchanged: fc.boolean(),
    hasVerdict: fc.boolean(),
  });
  const versions = { agreements: new Map(), calendars: new Map([['c', compileCalendar(alwaysOpen('UTC'))]]) };
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 8 }), anyRules, (given, chosen) => {
      const rows = given.map((some, index) => row({ ...some, line: index + 2 }));
      const { events } = historyOfRows(rows, { ...rules, ...chosen });
      const ticket = events.reduce<Ticket | null>((before, event) => applyEvent(before, event, versions), null);
      assert.notEqual(ticket, null);
    }),
    { numRuns: 2000 },
  );
});
