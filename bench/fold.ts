import { foldFacts } from '#core/facts/fold-facts.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { type BenchOptions, count, hint, medianMs, reportRate } from './bench.ts';
import { historyOf } from './world/history.ts';
import { pinnedVersions } from './world/world.ts';

const MOST_TICKETS = 50_000;

/** Events folded per second on one core, against a loop that reads the same events and adds up their instants. */
export async function benchFold({ tickets }: BenchOptions): Promise<void> {
  const number = Math.min(tickets, MOST_TICKETS);
  const histories = Array.from({ length: number }, (_, index) => historyOf(index, number));
  const events = histories.reduce((sum, history) => sum + history.length, 0);
  const pinned = pinnedVersions();
  let facts = 0;
  const foldMs = await medianMs(() => {
    facts = 0;
    for (const history of histories) facts += foldFacts(history, pinned).versions.length;
  });
  const readMs = await medianMs(() => sumOfInstants(histories));
  hint(`  ${count(number)} tickets, ${count(events)} events, ${count(facts)} versions of facts`);
  reportRate({ what: 'fold', unit: 'events', value: (events / foldMs) * 1000, limit: (events / readMs) * 1000 });
}

function sumOfInstants(histories: readonly (readonly TicketEvent[])[]): number {
  let sum = 0;
  for (const history of histories) for (const event of history) sum += event.at;
  return sum;
}
