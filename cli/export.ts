import type { Writable } from 'node:stream';
import { formatInstant, instant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { workingDaysOf } from '#server/features/calendars/index.ts';
import {
  exportedTable,
  LONGEST_CELL_TEXT,
  type Table,
  type Written,
  writeTable,
  writeWholeFile,
} from '#server/features/exports/index.ts';
import type { OpenDatabase } from '#server/platform/database.ts';
import { Failure } from '#server/platform/failure.ts';
import { readSettings } from '#server/platform/settings.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { CommandIo } from './command.ts';
import { type ExportCall, type ExportedCall, readExportCall } from './export-call.ts';
import { withDatabase } from './with-database.ts';

/** `kundig export`: writes a figure, its comparison or all facts behind it into a file. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const settings = readSettings(io.environment, io.workingFolder);
  const call = readExportCall(args, {
    reportingZone: settings.KUNDIG_TIME_ZONE,
    workingDays: workingDaysOf(settings),
    now: instant(Date.now() / 1000),
    workingFolder: io.workingFolder,
  });
  const language = settings.KUNDIG_LANGUAGE || io.language;
  return withDatabase(io, async ({ database, stop }) => {
    const table = await tableOf(call.asked, database, { language });
    const write = (sink: Writable) => writeTable(table, sink, { format: call.format, language });
    const written = await writeWholeFile(call.path, write, { stop });
    io.out.write(`${writtenText(written, call, { language })}\n`);
    return 0;
  });
}

async function tableOf(
  asked: ExportedCall,
  { app }: OpenDatabase,
  { language }: { readonly language: Language },
): Promise<Table> {
  const made = await exportedTable(app, defaultTenantId, { ...asked, language });
  if (made.kind === 'table') return made.table;
  if (made.code === 'year_to_date_needs_years') throw new Failure('failure.kpiYearToDate');
  throw new Failure('failure.kpiNotBegun', { asOf: formatInstant(asked.question.asOf) });
}

function writtenText(
  { rows, cutTexts }: Written,
  { name }: ExportCall,
  { language }: { readonly language: Language },
): string {
  const line = say(language, 'export.written', { file: name, rows });
  if (cutTexts === 0) return line;
  return `${line}\n${say(language, 'export.writtenCut', { count: cutTexts, longest: LONGEST_CELL_TEXT })}`;
}
