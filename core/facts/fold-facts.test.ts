import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dice } from '#worlds/dice.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { applyEvent } from '../ticket/apply-event.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Instant, NEVER } from '../time/instant.ts';
import { factsOfTicket } from './facts-of-ticket.ts';
import { type FactVersion, foldFacts } from './fold-facts.ts';

const desk = randomDesk(20_261_123, 1500);
const fold = (events: readonly TicketEvent[]) => foldFacts(events, desk.versions).versions;

/** Instants at which something may change hands: events, due instants, and the seconds beside them. */
function instantsAround(events: readonly TicketEvent[], versions: readonly FactVersion[]): Instant[] {
  const due = versions.flatMap(({ kind, row }) => (kind === 'clock' && row.at !== null ? [row.at] : []));
  const marks = [...events.map(({ at }) => at), ...due].flatMap((at) => [at - 1, at, at + 1]);
  return [...new Set(marks)].filter((at) => at > events[0]!.at) as Instant[];
}

function inOrder(versions: readonly FactVersion[]) {
  return versions
    .map(({ kind, row, knownFrom }) => ({ kind, row, knownFrom }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ kind, row }: Pick<FactVersion, 'kind' | 'row'>): string {
  return `${kind}/${row.factKey}`;
}

test('what is known as of an instant is what a desk that stopped there would hold', () => {
  for (const events of desk.histories) {
    const all = fold(events);
    for (const asOf of instantsAround(events, all)) {
      const visible = all.filter(({ knownFrom, knownTo }) => knownFrom < asOf && asOf <= knownTo);
      const stopped = fold(events.filter(({ at }) => at < asOf)).filter(({ knownTo }) => knownTo === NEVER);
      assert.deepEqual(inOrder(visible), inOrder(stopped));
    }
  }
});

test('versions of a fact follow one another: none is empty, none overlaps, none repeats the one before', () => {
  for (const events of desk.histories) {
    const byKey = Map.groupBy(fold(events), keyOf);
    for (const versions of byKey.values()) {
      const ordered = versions.toSorted((a, b) => a.knownFrom - b.knownFrom);
      ordered.forEach(({ knownFrom, knownTo, row }, i) => {
        assert.ok(knownFrom < knownTo);
        const next = ordered[i + 1];
        if (!next) return;
        assert.ok(knownTo <= next.knownFrom);
        if (knownTo === next.knownFrom) assert.notDeepEqual(row, next.row);
      });
    }
  }
});

test('versions begin and end at events, the last ones never', () => {
  for (const events of desk.histories) {
    const instants = new Set<number>([...events.map(({ at }) => at), NEVER]);
    for (const { knownFrom, knownTo } of fold(events)) assert.ok(instants.has(knownFrom) && instants.has(knownTo));
  }
});

test('no two facts of a ticket have the same kind and key', () => {
  for (const events of desk.histories) {
    let ticket: Ticket | null = null;
    for (const event of events) {
      ticket = applyEvent(ticket, event, desk.versions);
      const keys = factsOfTicket(ticket).map(keyOf);
      assert.equal(new Set(keys).size, keys.length);
    }
  }
});

test('a history that grows changes no version that has ended', () => {
  const roll = dice(7);
  for (const events of desk.histories) {
    const cut = events[roll.below(events.length)]!.at;
    const before = fold(events.filter(({ at }) => at < cut || at === events[0]!.at));
    const after = new Set(fold(events).map((version) => JSON.stringify(version)));
    for (const version of before) {
      if (version.knownTo !== NEVER) assert.ok(after.has(JSON.stringify(version)));
    }
  }
});

test('events that do not begin with the opening, open twice or go back in time are no history', () => {
  const events = desk.histories.find(({ length }) => length > 3)!;
  const [opening, ...rest] = events as [TicketEvent, ...TicketEvent[]];
  assert.throws(() => fold([]), /without events/);
  assert.throws(() => fold(rest), /begins with ticketOpened/);
  assert.throws(() => fold([opening, opening]), /opened once/);
  const earlier = { ...rest[0]!, at: (opening.at - 1) as Instant };
  assert.throws(() => fold([opening, earlier]), /must not lie before/);
});
