import { defaultTenantId } from '#server/database/default-tenant.ts';
import { importLog, type RowProblem } from '#server/features/imports/index.ts';
import { say, sayLoosely } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { CommandIo } from './command.ts';
import { readImportCall } from './import-call.ts';
import { importReportText } from './import-report-text.ts';
import { progressOn } from './progress.ts';
import { rejectedFile } from './rejected-file.ts';
import { withDatabase } from './with-database.ts';

/** `kundig import`: brings in a log of another system, or says what it would bring in. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const call = await readImportCall(args);
  return withDatabase(io, async ({ database, language }) => {
    const progress = progressOn(io.err, language);
    const { rejectedTo } = call;
    const rejected = rejectedTo === null ? null : rejectedFile(rejectedTo, call.mapping, { language });
    const report = await importLog(database.appPool, {
      file: call.file,
      mapping: call.mapping,
      tenantId: defaultTenantId,
      isDryRun: call.isDryRun,
      ...(rejected && { unreadable: 'skip', rejected }),
      onProblem: (problem) => {
        if (!call.isDryRun) return;
        progress.end();
        io.err.write(`${problemText(problem, language)}\n`);
      },
      onProgress: ({ phase, done, total }) =>
        progress.show(say(language, phase === 'reading' ? 'import.reading' : 'import.writing'), done, total),
    }).finally(async () => {
      progress.end();
      await rejected?.close();
    });
    io.out.write(
      call.isJson ? `${JSON.stringify(report, null, 2)}\n` : `${importReportText(report, language, { rejectedTo })}\n`,
    );
    return report.unreadableRows > 0 && rejected === null ? 1 : 0;
  });
}

function problemText({ line, column, problem, value }: RowProblem, language: Language): string {
  const words = sayLoosely(language, `import.problem.${problem}`, {});
  if (column === '') return say(language, 'import.problemOfRow', { line, problem: words, value });
  if (value === '') return say(language, 'import.problemAtEmpty', { line, column, problem: words });
  return say(language, 'import.problemAt', { line, column, problem: words, value });
}
