import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { inTenantSession } from '#server/platform/database.ts';
import { say, sayLoosely } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { problemWords } from './import-out.ts';
import { readProblems } from './log-problem-store.ts';
import { csvCell, rejectedLine } from './rejected-file.ts';
import { readRejected } from './rejected-row-store.ts';
import type { StoredImport } from './stored-import.ts';

const ROWS_AT_A_TIME = 1_000;
const MARK = '\uFEFF';

/**
 * Writes all that an import found wrong as CSV: unreadable rows with their lines, what was put right, tickets that the
 * file tells otherwise. Rows are read some at a time, while the file is sent.
 */
export async function writeProblems(
  pool: pg.Pool,
  { tenantId, row, language }: { readonly tenantId: string; readonly row: StoredImport; readonly language: Language },
  sink: Writable,
): Promise<void> {
  const separator = language === 'de' ? ';' : ',';
  const line = (...fields: readonly (string | number)[]): string =>
    `${fields.map((field) => csvCell(String(field), separator)).join(separator)}\r\n`;
  async function* lines(): AsyncGenerator<string> {
    const titles = (['line', 'column', 'what', 'value'] as const).map((name) => say(language, `import.column.${name}`));
    yield MARK + line(...titles);
    let after = 0;
    for (;;) {
      const page = await inTenantSession(pool, tenantId, ({ client }) =>
        readProblems(client, { tenantId, importId: row.id }, { after, limit: ROWS_AT_A_TIME }),
      );
      if (page.length === 0) break;
      yield page.map((one) => line(one.line, one.column, problemWords(one, language), one.value)).join('');
      after = page.at(-1)!.number;
    }
    const report = row.task === 'dry_run' ? (row.dryRun ?? row.result) : (row.result ?? row.dryRun);
    for (const { repair, rows, examples } of report?.repairs ?? []) {
      yield line(examples.join(' '), '', sayLoosely(language, `import.repair.${repair}`, {}), rows);
    }
    for (const key of report?.changedTickets ?? []) yield line('', '', say(language, 'import.changed'), key);
  }
  await pipeline(Readable.from(lines()), sink);
}

/** Writes the rows that were not brought in, or would not be, as they stand in the file, each with the reason. */
export async function writeRejected(
  pool: pg.Pool,
  { tenantId, row, language }: { readonly tenantId: string; readonly row: StoredImport; readonly language: Language },
  sink: Writable,
): Promise<void> {
  const delimiter = typeof row.draft?.delimiter === 'string' ? row.draft.delimiter : ',';
  async function* lines(): AsyncGenerator<string> {
    yield MARK;
    let after = -1;
    for (;;) {
      const page = await inTenantSession(pool, tenantId, ({ client }) =>
        readRejected(client, { tenantId, importId: row.id }, { after, limit: ROWS_AT_A_TIME }),
      );
      if (page.length === 0) break;
      yield page.map((one) => rejectedLine(one, { delimiter, language })).join('');
      after = page.at(-1)!.line;
    }
  }
  await pipeline(Readable.from(lines()), sink);
}
