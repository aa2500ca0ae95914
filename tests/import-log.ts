import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { importMapping } from '#contract/import-mapping.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import { figureById } from '#core/figures/registry.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import type { Dimension } from '#core/ticket/dimensions.ts';
import { type Instant, parseInstant } from '#core/time/instant.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { startOfDate, zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { askFigure } from '#server/features/figures/index.ts';
import { type ImportReport, importLog, type RowProblem } from '#server/features/imports/index.ts';
import { type VerifyReport, verify } from '#server/features/proof/index.ts';
import type { OpenDatabase } from '#server/platform/database.ts';
import { projectFolder } from './kundig-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A log of our own in worlds/logs. */
export function ownLog(name: string): string {
  return join(projectFolder, 'worlds', 'logs', name);
}

/** Writes a log into a folder of the test and returns its path. */
export function writeLog(test: TestContext, content: string | Buffer, name = 'log.csv'): string {
  const file = join(temporaryFolder(test), name);
  writeFileSync(file, content);
  return file;
}

export interface Imported {
  readonly report: ImportReport;
  readonly problems: readonly RowProblem[];
  /** Rows that were not brought in, as they stand in the file, the names of the columns first. */
  readonly rejected: readonly (readonly string[])[];
}

/** Imports a file under a mapping as JSON, as the command line does. */
export async function importFile(
  { appPool }: OpenDatabase,
  file: string,
  {
    mapping,
    isDryRun = false,
    unreadable = 'refuse',
  }: { readonly mapping: unknown; readonly isDryRun?: boolean; readonly unreadable?: 'refuse' | 'skip' },
): Promise<Imported> {
  const problems: RowProblem[] = [];
  const rejected: (readonly string[])[] = [];
  const report = await importLog(appPool, {
    file,
    mapping: importMapping.parse(mapping),
    tenantId: defaultTenantId,
    isDryRun,
    unreadable,
    rejected: {
      begin: async (header) => void rejected.push(header),
      add: async (rows) => void rejected.push(...rows.map(({ fields }) => fields)),
    },
    onProblem: (problem) => problems.push(problem),
    onProgress: () => undefined,
  });
  return { report, problems, rejected };
}

/** A question as short as tests want it. Dates are local to `zone`, UTC unless told otherwise; as of long after. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly split?: Dimension;
  readonly zone?: string;
  readonly by?: 'month';
  readonly asOf?: string;
}

export async function ask(database: OpenDatabase, id: string, asked: Asked): Promise<FigureAnswer[]> {
  const figure = figureById(id);
  if (!figure) throw new Error(`no figure ${id}`);
  const zone = zoneOf(asked.zone ?? 'UTC');
  const [from, to] = [asked.from, asked.to].map((date) => startOfDate(zone, parseLocalDate(date))) as [
    Instant,
    Instant,
  ];
  return askFigure(database.app, defaultTenantId, {
    figure,
    edges: asked.by === undefined ? [from, to] : periodEdges(zone, asked.by, from, to),
    asOf: parseInstant(asked.asOf ?? '2030-01-01T00:00:00Z'),
    split: asked.split ?? null,
    where: [],
    zone,
  });
}

/** The proof over the whole database: `kundig verify`. */
export async function verifyAll({ appPool }: OpenDatabase): Promise<VerifyReport> {
  return verify(appPool, {
    tenantId: defaultTenantId,
    zone: zoneOf('Europe/Berlin'),
    asOfs: [],
    now: parseInstant('2030-01-01T00:00:00Z'),
    onProgress: () => undefined,
    onDifference: ({ kind, of, detail }) => process.stderr.write(`${kind} ${of} ${detail}\n`),
  });
}

/** A digest of every row of every table, to see whether anything was written. */
export async function contentOf({ ownerPool }: OpenDatabase): Promise<Record<string, string>> {
  const tables = await ownerPool.query<{ name: string }>(
    "select c.relname as name from pg_class as c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'",
  );
  const client = await ownerPool.connect();
  const contents: Record<string, string> = {};
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [defaultTenantId]);
    for (const { name } of tables.rows) {
      const result = await client.query<{ content: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as content
         from "${name}" as t`,
      );
      contents[name] = result.rows[0]!.content;
    }
  } finally {
    client.release(true);
  }
  return contents;
}
