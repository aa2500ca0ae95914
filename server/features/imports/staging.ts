import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { SourceRow } from '#core/import/source-row.ts';

/**
 * Rows of a log on their way: a temporary table puts the rows of a ticket together and in order, however large the file
 * and however its rows are mixed. It is gone with the session.
 */
const TABLE = 'import_row';
const BATCH_ROWS = 5000;

export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query(`drop table if exists ${TABLE}`);
  await client.query(`
    create temporary table ${TABLE} (
      ticket_key text not null,
      line bigint not null,
      row jsonb not null
    )`);
}

/** Writes rows into the staging table as they come. */
export interface StagingWriter {
  write(row: SourceRow): Promise<void>;
  end(): Promise<void>;
}

export function stagingWriter(client: pg.ClientBase): StagingWriter {
  const copy = client.query(copyFrom(`copy ${TABLE} (ticket_key, line, row) from stdin`));
  let buffer: string[] = [];
  let failure: Error | null = null;
  copy.on('error', (error) => {
    failure = error;
  });
  const flush = async (): Promise<void> => {
    if (failure) throw failure;
    const isRoomLeft = copy.write(buffer.join(''));
    buffer = [];
    if (!isRoomLeft) await once(copy, 'drain');
  };
  return {
    write: async (row) => {
      buffer.push(`${copyText(row.ticketKey)}\t${row.line}\t${copyText(JSON.stringify(row))}\n`);
      if (buffer.length >= 1000) await flush();
    },
    end: async () => {
      await flush();
      copy.end();
      await once(copy, 'finish');
    },
  };
}

/** Number of tickets staged. */
export async function countStagedTickets(client: pg.ClientBase): Promise<number> {
  await client.query(`analyze ${TABLE}`);
  const result = await client.query(`select count(distinct ticket_key) as tickets from ${TABLE}`);
  return result.rows[0].tickets;
}

/** All rows, the rows of one ticket together, a few thousand rows at a time. Ends when `client` may be used otherwise. */
export async function* stagedTickets(client: pg.ClientBase): AsyncGenerator<SourceRow[][]> {
  await client.query('begin');
  await client.query(
    `declare staged no scroll cursor with hold for select row from ${TABLE} order by ticket_key, line`,
  );
  await client.query('commit');
  let held: SourceRow[] = [];
  for (;;) {
    const result = await client.query<{ row: SourceRow }>(`fetch forward ${BATCH_ROWS} from staged`);
    const tickets = groupByTicket([...held, ...result.rows.map(({ row }) => row)]);
    if (result.rows.length === 0) {
      if (tickets.length > 0) yield tickets;
      break;
    }
    held = tickets.pop() ?? [];
    if (tickets.length > 0) yield tickets;
  }
  await client.query('close staged');
}

export async function dropStaging(client: pg.ClientBase): Promise<void> {
  await client.query(`drop table if exists ${TABLE}`);
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

function copyText(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text;
}
