import type pg from 'pg';
import { formatLocalDate, parseLocalDate } from '#core/time/local-date.ts';
import type { IdSource } from '#worlds/demo/ids.ts';
import type { WorldKey } from '#worlds/demo/surroundings.ts';
import { timelineOf } from '#worlds/demo/timeline.ts';

/*
 * A world says of itself that it was begun, and at last that it is finished, as rows beside the sources of logs. So a
 * build that was killed is told from a whole one, and data of somebody else from a demo.
 */

export interface WorldMarks {
  /** The finished world that is there; null when there is none. */
  readonly finished: WorldKey | null;
  readonly isBegun: boolean;
  /** Whether there is data that no demo has made. */
  readonly isForeign: boolean;
}

const PATTERN = /^demo\/(\d+)\/(\d{4}-\d{2}-\d{2})\/(begun|finished)$/;

export async function readMarks(client: pg.ClientBase, tenantId: string): Promise<WorldMarks> {
  const sources = await client.query<{ key: string }>('select s.key from source as s where s.tenant_id = $1', [
    tenantId,
  ]);
  const marks = sources.rows.map(({ key }) => PATTERN.exec(key)).filter((mark) => mark !== null);
  const isBegun = marks.length > 0;
  const finished = marks.find((mark) => mark[3] === 'finished');
  const tickets = await client.query('select from ticket as t where t.tenant_id = $1 limit 1', [tenantId]);
  return {
    finished: finished ? { seed: Number(finished[1]), today: parseLocalDate(finished[2]!) } : null,
    isBegun,
    isForeign: !isBegun && (tickets.rows.length > 0 || sources.rows.length > 0),
  };
}

export async function writeMark(
  client: pg.ClientBase,
  tenantId: string,
  { key, mark, newId }: { readonly key: WorldKey; readonly mark: 'begun' | 'finished'; readonly newId: IdSource },
): Promise<void> {
  await client.query('insert into source (tenant_id, id, key) values ($1, $2, $3)', [
    tenantId,
    newId(timelineOf(key.today).until),
    `demo/${key.seed}/${formatLocalDate(key.today)}/${mark}`,
  ]);
}
