import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEvent } from '../ticket/apply-event.ts';
import { becomes, type Line, opened, priority, story, VERSIONS, waive } from '../ticket/story.oracle.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { clockFacts } from './clock-facts.ts';

/** The priority under which the fact of the resolution clock counts. */
function countedUnder(...lines: readonly Line[]): string | null | undefined {
  let ticket: Ticket | null = null;
  for (const event of story(['2026-03-04 09:00', opened()], ...lines)) ticket = applyEvent(ticket, event, VERSIONS);
  assert.ok(ticket);
  return clockFacts(ticket).find(({ own }) => own.clock === 'resolution')?.dated.under.priority;
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
