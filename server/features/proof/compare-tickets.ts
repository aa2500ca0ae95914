import type pg from 'pg';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import type { ColumnValue } from '#core/facts/column.ts';
import { type FactVersion, foldFacts } from '#core/facts/fold-facts.ts';
import { FACT_KINDS } from '#core/facts/kinds.ts';
import type { TicketFact } from '#core/figures/array-source.ts';
import { type ClockStep, stepsOf } from '#core/ticket/clock-steps.ts';
import type { Instant } from '#core/time/instant.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { readFacts } from '#server/features/figures/index.ts';
import { type StoredTicket, type StoredTimer, stateRow, storedTimers } from '#server/features/tickets/index.ts';
import type { Difference } from './difference.ts';

export interface TicketComparison {
  readonly rows: number;
  readonly differences: readonly Difference[];
}

/** Rebuilds tickets from their events and compares the state row and every version of every fact with the stored ones. */
export async function compareTickets(
  client: pg.ClientBase,
  {
    tenantId,
    tickets,
    versions,
  }: { readonly tenantId: string; readonly tickets: readonly StoredTicket[]; readonly versions: PinnedVersions },
): Promise<TicketComparison> {
  const stored = await storedFacts(client, tenantId, tickets);
  const timers = await storedTimers(
    client,
    tenantId,
    tickets.map(({ id }) => id),
  );
  const differences: Difference[] = [];
  let rows = 0;
  for (const ticket of tickets) {
    const facts = stored.get(ticket.id) ?? new Map<string, TicketFact>();
    const timersOfTicket = timers.get(ticket.id) ?? [];
    rows += 1 + facts.size + timersOfTicket.length;
    differences.push(...compareTicket(ticket, { facts, timers: timersOfTicket }, versions));
  }
  return { rows, differences };
}

interface StoredBeside {
  readonly facts: ReadonlyMap<string, TicketFact>;
  readonly timers: readonly StoredTimer[];
}

function compareTicket(
  ticket: StoredTicket,
  { facts: stored, timers }: StoredBeside,
  versions: PinnedVersions,
): Difference[] {
  const of = String(ticket.number);
  let folded: ReturnType<typeof foldFacts>;
  try {
    folded = foldFacts(ticket.events, versions);
  } catch (error) {
    return [{ kind: 'history', of, detail: (error as Error).message }];
  }
  const differences = compareState(ticket, folded.ticket, of);
  const surplus = new Map(stored);
  for (const version of folded.versions) {
    const key = keyOf(version);
    surplus.delete(key);
    const found = stored.get(key);
    if (!found) differences.push({ kind: 'missing', of, detail: key });
    else differences.push(...compareVersion(version, found, { of, key }));
  }
  for (const key of surplus.keys()) differences.push({ kind: 'surplus', of, detail: key });
  return [...differences, ...compareTimers(stepsOf(folded.ticket), timers, of)];
}

/** Timers follow from the ticket (law 9), and so are compared like facts. */
function compareTimers(steps: readonly ClockStep[], timers: readonly StoredTimer[], of: string): Difference[] {
  const expected = new Set(steps.map(({ key, at }) => `timer/${key}@${at}`));
  const found = new Set(timers.map(({ key, due_at }) => `timer/${key}@${due_at}`));
  return [
    ...[...expected.difference(found)].map((detail) => ({ kind: 'missing' as const, of, detail })),
    ...[...found.difference(expected)].map((detail) => ({ kind: 'surplus' as const, of, detail })),
  ];
}

function compareState(
  ticket: StoredTicket,
  rebuilt: Parameters<typeof stateRow>[0]['ticket'],
  of: string,
): Difference[] {
  const expected = stateRow({ ticket: rebuilt, eventsBefore: 0, events: ticket.events });
  return Object.entries(expected)
    .filter(([name, value]) => {
      const found = ticket.state[name as keyof typeof ticket.state];
      return (name.endsWith('_at') ? sqlInstant(found as Instant) : found) !== value;
    })
    .map(([name]) => ({ kind: 'state', of, detail: name }));
}

function compareVersion(
  version: FactVersion,
  found: TicketFact,
  { of, key }: { of: string; key: string },
): Difference[] {
  const expected = { ...version.row, knownTo: version.knownTo } as unknown as Record<string, ColumnValue>;
  const actual = { ...found.row, knownTo: found.knownTo } as unknown as Record<string, ColumnValue>;
  return Object.keys(expected)
    .filter((name) => expected[name] !== actual[name])
    .map((name) => ({ kind: 'changed', of, detail: `${key}.${name}: ${actual[name]} (${expected[name]})` }));
}

function keyOf({ kind, row, knownFrom }: FactVersion): string {
  return `${kind}/${row.factKey}@${knownFrom}`;
}

async function storedFacts(
  client: pg.ClientBase,
  tenantId: string,
  tickets: readonly StoredTicket[],
): Promise<Map<string, Map<string, TicketFact>>> {
  const byTicket = new Map<string, Map<string, TicketFact>>();
  const ticketIds = tickets.map((ticket) => ticket.id);
  for (const kind of FACT_KINDS) {
    for (const fact of await readFacts(client, tenantId, { kind, ticketIds })) {
      const facts = byTicket.get(fact.ticketId) ?? new Map<string, TicketFact>();
      facts.set(keyOf(fact), fact);
      byTicket.set(fact.ticketId, facts);
    }
  }
  return byTicket;
}
