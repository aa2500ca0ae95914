import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { SourceRow } from '#core/import/source-row.ts';

/**
 * Rows of a log on their way: a temporary table puts the rows of a ticket together and in order, however large the file
 * and however its rows are mixed. It is gone with the session.
 */
const TABLE = 'import_row';
const FETCHED_ROWS = 2000;
/** Each ticket becomes some twenty rows of facts, so these bound the memory that writing takes. */
const BATCH_TICKETS = 500;

/** Stages the rows as they come; when their source fails, so does this, and the session is of no further use. */
export async function stageRows(client: pg.ClientBase, batches: AsyncIterable<readonly SourceRow[]>): Promise<void> {
  await client.query(`
    create temporary table ${TABLE} (
      ticket_key text collate "C" not null,
      line bigint not null,
      row text not null
    )`);
  const copy = client.query(copyFrom(`copy ${TABLE} (ticket_key, line, row) from stdin`));
  await pipeline(copyLines(batches), copy);
  await client.query(`analyze ${TABLE}`);
}

/** The keys of tickets with more than `mostRows` rows. */
export async function overlongTickets(client: pg.ClientBase, mostRows: number): Promise<string[]> {
  const result = await client.query<{ ticket_key: string }>(
    `select r.ticket_key
     from ${TABLE} as r
     group by r.ticket_key
     having count(*) > $1
     order by min(r.line)`,
    [mostRows],
  );
  return result.rows.map(({ ticket_key }) => ticket_key);
}

export interface StagedLine {
  readonly ticketKey: string;
  readonly line: number;
}

/** Takes all rows of some tickets out of the staged ones and tells them in the order of the file. */
export async function removeTickets(client: pg.ClientBase, ticketKeys: readonly string[]): Promise<StagedLine[]> {
  if (ticketKeys.length === 0) return [];
  const result = await client.query<StagedLine>(
    `delete from ${TABLE} as r
     where r.ticket_key = any($1)
     returning r.ticket_key as "ticketKey", r.line`,
    [ticketKeys],
  );
  return result.rows.sort((a, b) => a.line - b.line);
}

/** How many of the staged tickets other sources know under the same id; the source that knows most of them first. */
export async function knownElsewhere(
  client: pg.ClientBase,
  tenantId: string,
  source: string,
): Promise<{ source: string; tickets: number }[]> {
  const result = await client.query<{ source: string; tickets: number }>(
    `select s.key as source, count(*) as tickets
     from (
       select distinct r.ticket_key
       from ${TABLE} as r
     ) as k
     join ticket as t
       on t.tenant_id = $1
       and t.source_key = k.ticket_key collate "default"
     join source as s
       on s.tenant_id = t.tenant_id
       and s.id = t.source_id
     where s.key <> $2
     group by s.key
     order by tickets desc, s.key`,
    [tenantId, source],
  );
  return result.rows;
}

/** Number of tickets staged. */
export async function countStagedTickets(client: pg.ClientBase): Promise<number> {
  const result = await client.query<{ tickets: number }>(
    `select count(distinct r.ticket_key) as tickets from ${TABLE} as r`,
  );
  return result.rows[0]!.tickets;
}

/** All rows, the rows of one ticket together, some hundred tickets at a time. Ends when `client` may be used otherwise. */
export async function* stagedTickets(client: pg.ClientBase): AsyncGenerator<SourceRow[][]> {
  await client.query('begin');
  await client.query(
    `declare staged no scroll cursor with hold for select r.row from ${TABLE} as r order by r.ticket_key, r.line`,
  );
  await client.query('commit');
  let held: SourceRow[] = [];
  for (;;) {
    const result = await client.query<{ row: string }>(`fetch forward ${FETCHED_ROWS} from staged`);
    const tickets = groupByTicket([...held, ...result.rows.map(({ row }): SourceRow => JSON.parse(row))]);
    const isLast = result.rows.length === 0;
    held = isLast ? [] : (tickets.pop() ?? []);
    for (let at = 0; at < tickets.length; at += BATCH_TICKETS) yield tickets.slice(at, at + BATCH_TICKETS);
    if (isLast) break;
  }
  await client.query('close staged');
}

async function* copyLines(batches: AsyncIterable<readonly SourceRow[]>): AsyncGenerator<string> {
  for await (const rows of batches) {
    if (rows.length > 0) yield rows.map(copyLine).join('');
  }
}

function copyLine(row: SourceRow): string {
  return `${copyText(row.ticketKey)}\t${row.line}\t${copyText(JSON.stringify(row))}\n`;
}

function groupByTicket(rows: readonly SourceRow[]): SourceRow[][] {
  const tickets: SourceRow[][] = [];
  for (const row of rows) {
    const last = tickets.at(-1);
    if (last?.[0]?.ticketKey === row.ticketKey) last.push(row);
    else tickets.push([row]);
  }
  return tickets;
}

/** Names hold no control characters, and JSON escapes its own, so only the backslash means something to COPY. */
function copyText(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
}
