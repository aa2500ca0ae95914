import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type * as z from 'zod';
import { type ImportMapping, importMapping } from '#contract/import-mapping.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { importLog, PRESETS, type RowProblem } from '#server/features/imports/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { say, sayLoosely } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { CommandIo } from './command.ts';
import { importReportText } from './import-report-text.ts';
import { progressOn } from './progress.ts';
import { withDatabase } from './with-database.ts';

interface ImportCall {
  readonly file: string;
  readonly mapping: ImportMapping;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
}

/** `kundig import`: brings in a log of another system, or says what it would bring in. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const call = await readCall(args);
  return withDatabase(io, async ({ database, language }) => {
    const progress = progressOn(io.err, language);
    const report = await importLog(database.appPool, {
      file: call.file,
      mapping: call.mapping,
      tenantId: defaultTenantId,
      isDryRun: call.isDryRun,
      onProblem: (problem) => {
        if (!call.isDryRun) return;
        progress.end();
        io.err.write(`${problemText(problem, language)}\n`);
      },
      onProgress: ({ phase, done, total }) =>
        progress.show(say(language, phase === 'reading' ? 'import.reading' : 'import.writing'), done, total),
    }).finally(() => progress.end());
    io.out.write(call.isJson ? `${JSON.stringify(report, null, 2)}\n` : `${importReportText(report, language)}\n`);
    return report.unreadableRows > 0 ? 1 : 0;
  });
}

async function readCall(args: readonly string[]): Promise<ImportCall> {
  const { values, positionals } = parse(args);
  const [preset, file, ...rest] = positionals;
  if (preset === undefined || file === undefined || rest.length > 0) throw new Failure('failure.importUsage');
  const raw = preset === 'csv' ? await readMap(values.map) : PRESETS[preset];
  if (raw === undefined || (preset !== 'csv' && values.map !== undefined)) throw new Failure('failure.importUsage');
  const base = checked(raw, values.map ?? preset);
  const mapping = checked(
    {
      ...base,
      ...(values['time-zone'] === undefined ? {} : { timeZone: values['time-zone'] }),
      ...(values['unknown-status'] === undefined || base.state === undefined
        ? {}
        : { state: { ...base.state, unknown: stateOf(values['unknown-status']) } }),
    },
    values.map ?? preset,
  );
  return { file, mapping, isDryRun: values['dry-run'] ?? false, isJson: values.json ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        'time-zone': { type: 'string' },
        'unknown-status': { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new Failure('failure.importUsage');
  }
}

/** `active` is what people say; the state it means is `in_progress`. */
function stateOf(name: string): string {
  const state = name === 'active' ? 'in_progress' : name;
  if (!(TICKET_STATES as readonly string[]).includes(state)) throw new Failure('failure.importUsage');
  return state;
}

async function readMap(path: string | undefined): Promise<unknown> {
  if (path === undefined) throw new Failure('failure.importUsage');
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Failure('failure.importMapUnreadable', { file: path, reason: (error as Error).message });
  }
}

function checked(raw: unknown, name: string): ImportMapping {
  const result = importMapping.safeParse(raw);
  if (result.success) return result.data;
  throw new Failure('failure.importMap', { file: name }).withDetails(
    result.error.issues.map((issue: z.core.$ZodIssue) => ({
      key: 'import.mapProblem' as const,
      params: { path: issue.path.join('.') || name, problem: issue.message },
    })),
  );
}

function problemText({ line, column, problem, value }: RowProblem, language: Language): string {
  const words = sayLoosely(language, `import.problem.${problem}`, {});
  return column === ''
    ? say(language, 'import.problemOfRow', { line, problem: words, value })
    : say(language, 'import.problemAt', { line, column, problem: words, value });
}
