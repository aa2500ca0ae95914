import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FACT_KINDS } from '#core/facts/kinds.ts';
import { factTable } from '#core/facts/sql-name.ts';
import { count, hint, timed } from '../bench.ts';
import type { BenchDatabase } from '../database.ts';

/** What a worker needs to know to write its tickets. */
export interface FillTask {
  readonly url: string;
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Whether the events and the subjects are written too; figures do not read them. */
  readonly hasEvents: boolean;
}

export interface Filled {
  readonly events: number;
  readonly versions: number;
}

const TABLES = ['ticket', 'ticket_event', 'ticket_text', ...FACT_KINDS.map(factTable)];

/** Fills the database with generated tickets and their facts, through the fold, by COPY past row rules and foreign keys. */
export async function fill(
  { administrator, administratorUrl }: BenchDatabase,
  tickets: number,
  { hasEvents }: { readonly hasEvents: boolean },
): Promise<void> {
  const workers = Math.min(2, availableParallelism());
  const edges = Array.from({ length: workers + 1 }, (_, index) => Math.round((tickets * index) / workers));
  const filled = await timed(() =>
    Promise.all(
      edges
        .slice(1)
        .map((to, index) => runWorker({ url: administratorUrl, from: edges[index]!, to, total: tickets, hasEvents })),
    ),
  );
  // What autovacuum does by itself some minutes after such a load.
  const vacuumed = await timed(async () => {
    for (const table of TABLES) await administrator.query(`vacuum (analyze) ${table}`);
  });
  const sum = (of: (one: Filled) => number): string => count(filled.result.reduce((total, one) => total + of(one), 0));
  hint(
    `  ${count(tickets)} tickets, ${sum((one) => one.events)} events, ${sum((one) => one.versions)} versions of facts`,
  );
  hint(
    `  generated, folded and copied in ${seconds(filled.ms)}, vacuum and analyze ${seconds(vacuumed.ms)}; fsync off`,
  );
}

function runWorker(task: FillTask): Promise<Filled> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', done);
    worker.once('error', fail);
  });
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

interface TableSize {
  readonly name: string;
  readonly rows: number;
  readonly table: number;
  readonly indexes: number;
}

/** Prints what the tables and their indexes take on disk. */
export async function reportSizes({ administrator }: BenchDatabase): Promise<void> {
  const sizes = await administrator.query<TableSize>(
    `select c.relname as name, c.reltuples::float8 as rows, pg_table_size(c.oid)::float8 as table,
       pg_indexes_size(c.oid)::float8 as indexes
     from pg_class as c
     where c.relname = any($1) and c.relkind = 'r'
     order by pg_total_relation_size(c.oid) desc`,
    [TABLES],
  );
  const line = (name: string, { rows, table, indexes }: Omit<TableSize, 'name'>): void => {
    const cells = [`${count(rows)} rows`, `${mebibytes(table)} table`, `${mebibytes(indexes)} indexes`];
    hint(`  ${name.padEnd(24)} ${cells.map((cell) => cell.padStart(18)).join(' ')}`);
  };
  for (const size of sizes.rows) line(size.name, size);
  const sum = (of: (size: TableSize) => number): number => sizes.rows.reduce((total, size) => total + of(size), 0);
  line('all', { rows: sum((s) => s.rows), table: sum((s) => s.table), indexes: sum((s) => s.indexes) });
}

function mebibytes(bytes: number): string {
  return `${count(bytes / 2 ** 20)} MiB`;
}
