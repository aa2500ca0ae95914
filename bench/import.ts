import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { importMapping } from '#contract/import-mapping.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { importLog, PRESETS } from '#server/features/imports/index.ts';
import { type BenchOptions, count, hint, reportRate, timed } from './bench.ts';
import { withBenchDatabase } from './database.ts';
import { generatedLog } from './world/generated-log.ts';

/** Rows of a log imported per second, end to end and durable, against COPY of the same rows into one plain table. */
export async function benchImport(_: BenchOptions): Promise<void> {
  const shared = resolve(import.meta.dirname, '..', process.env.KUNDIG_SHARED || '../shared');
  const real = resolve(shared, 'data/uci-498/incident_event_log.csv.gz');
  const log = existsSync(real) ? { file: real, remove: () => undefined } : await generatedLog();
  hint(`  ${log.file === real ? 'the log uci-498' : 'a generated log, for the log uci-498 is absent'}, fsync on`);
  try {
    await withBenchDatabase('full', async (database) => {
      const copied = await timed(() => copyRows(database.administrator, log.file));
      const imported = await timed(() =>
        importLog(database.appPool, {
          file: log.file,
          mapping: importMapping.parse(PRESETS['uci-498']),
          tenantId: defaultTenantId,
          isDryRun: false,
          onProblem: () => undefined,
          onProgress: () => undefined,
        }),
      );
      const { rows, events, tickets } = imported.result;
      hint(
        `  ${count(rows)} rows, ${count(tickets.added)} tickets, ${count(events)} events in ${(imported.ms / 1000).toFixed(1)} s`,
      );
      reportRate({
        what: 'import',
        unit: 'rows',
        value: (rows / imported.ms) * 1000,
        limit: (copied.result / copied.ms) * 1000,
      });
      hint(`  largest memory ${count(process.resourceUsage().maxRSS / 1024)} MiB`);
    });
  } finally {
    log.remove();
  }
}

/** The rows of the file, every column a text, in one table without an index. */
async function copyRows(client: pg.Client, file: string): Promise<number> {
  const columns = (await headerOf(file)).map((name) => `"${name}" text`);
  await client.query(`create table plain_log (${columns.join(', ')})`);
  const copy = client.query(copyFrom('copy plain_log from stdin (format csv, header)'));
  await pipeline(createReadStream(file), createGunzip(), copy);
  return copy.rowCount;
}

async function headerOf(file: string): Promise<string[]> {
  const text = Readable.from(createReadStream(file).pipe(createGunzip()).setEncoding('utf8'));
  let head = '';
  for await (const chunk of text) {
    head += chunk;
    if (head.includes('\n')) break;
  }
  return head.slice(0, head.indexOf('\n')).trim().split(',');
}
