import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Column, ColumnValue } from '#core/facts/column.ts';
import { type FactVersion, foldFacts } from '#core/facts/fold-facts.ts';
import { FACT_KINDS, factColumns } from '#core/facts/kinds.ts';
import { columnName, factTable } from '#core/facts/sql-name.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Instant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { stateRow } from '#server/features/tickets/index.ts';
import { historyOf } from '../world/history.ts';
import { pinnedVersions } from '../world/world.ts';
import type { Filled, FillTask } from './fill.ts';

/** Tickets per round: enough for COPY to be quick, few enough to stay small. */
const ROUND = 2000;

const columns = Object.fromEntries(
  FACT_KINDS.map((kind) => [kind, Object.entries(factColumns[kind] as Record<string, Column>)]),
);

const pinned = pinnedVersions();

const targets = new Map(
  FACT_KINDS.map((kind) => {
    const names = [
      'tenant_id',
      'ticket_id',
      'known_from',
      'known_to',
      ...columns[kind]!.map(([name]) => columnName(name)),
    ];
    return [kind, `${factTable(kind)} (${names.join(', ')})`];
  }),
);

await fillTickets(workerData as FillTask);

async function fillTickets({ url, from, to, total, hasEvents }: FillTask): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Foreign keys are triggers: the facts here come from the fold, and every ticket is written.
  await client.query("set session_replication_role = 'replica'; set timezone = 'UTC'");
  const filled = { events: 0, versions: 0 };
  for (let first = from; first < to; first += ROUND) {
    const lines = new Map<string, string[]>();
    for (let index = first; index < Math.min(first + ROUND, to); index += 1) {
      const { events, versions } = tell(index, { total, hasEvents }, lines);
      filled.events += events;
      filled.versions += versions;
    }
    for (const [target, rows] of lines) await copy(client, target, rows);
  }
  await client.end();
  parentPort!.postMessage(filled satisfies Filled);
}

/** Adds the rows of one ticket to the lines of their tables. */
function tell(
  index: number,
  { total, hasEvents }: Pick<FillTask, 'total' | 'hasEvents'>,
  lines: Map<string, string[]>,
): Filled {
  const history = historyOf(index, total);
  const { ticket, versions } = foldFacts(history, pinned);
  const id = idOf(index, ticket.createdAt);
  const state = Object.entries(stateRow({ ticket, eventsBefore: 0, events: history }));
  const names = ['tenant_id', 'id', 'number', ...state.map(([name]) => name)];
  const values = [defaultTenantId, id, index + 1, ...state.map(([, value]) => value)];
  addLine(lines, `ticket (${names.join(', ')})`, values.map(copyText));
  if (hasEvents) addEvents(id, history, lines);
  for (const version of versions) addLine(lines, targets.get(version.kind)!, factCells(id, version));
  return { events: history.length, versions: versions.length };
}

function addEvents(id: string, history: readonly TicketEvent[], lines: Map<string, string[]>): void {
  history.forEach(({ kind, at, ...payload }, index) => {
    const cells = [defaultTenantId, id, String(index + 1), sqlInstant(at), kind, JSON.stringify(payload)];
    addLine(lines, 'ticket_event (tenant_id, ticket_id, sequence, at, kind, payload)', cells);
  });
  const subject = [defaultTenantId, id, '1', 'subject', 'Nothing comes out of the printer since this morning'];
  addLine(lines, 'ticket_text (tenant_id, ticket_id, sequence, part, body)', subject);
}

function factCells(id: string, { kind, row, knownFrom, knownTo }: FactVersion): string[] {
  const cells = [defaultTenantId, id, sqlInstant(knownFrom), sqlInstant(knownTo)];
  for (const [name, { type }] of columns[kind]!) {
    const value = (row as unknown as Record<string, ColumnValue>)[name]!;
    cells.push(copyText(type === 'instant' && value !== null ? sqlInstant(value as Instant) : value));
  }
  return cells;
}

function addLine(lines: Map<string, string[]>, target: string, cells: readonly string[]): void {
  const line = `${cells.join('\t')}\n`;
  const rows = lines.get(target);
  if (rows) rows.push(line);
  else lines.set(target, [line]);
}

/** None of the generated values holds a tab, a backslash or a line break. */
function copyText(value: ColumnValue): string {
  return value === null ? '\\N' : String(value);
}

async function copy(client: pg.Client, target: string, rows: readonly string[]): Promise<void> {
  await pipeline(Readable.from([Buffer.from(rows.join(''))]), client.query(copyFrom(`copy ${target} from stdin`)));
}

/** An id as the program makes them: by time first. The same ticket gets the same id in every run. */
function idOf(index: number, at: Instant): string {
  const time = (at * 1000 + (index % 1000)).toString(16).padStart(12, '0');
  const rest = index.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
}
