import { parseArgs } from 'node:util';
import { formatInstant, type Instant, instant, parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { type Difference, type VerifyReport, verify } from '#server/features/proof/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { CommandIo } from './command.ts';
import { progressOn } from './progress.ts';
import { withDatabase } from './with-database.ts';

/** More than these are counted, not printed: one wrong rule makes a difference in every ticket. */
const MOST_SHOWN = 50;

/** `kundig verify`: proves that events, state, facts and figures agree. Exit code 1 on a difference. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const { asOfs, isJson } = readCall(args);
  return withDatabase(io, async ({ database, settings, language }) => {
    const progress = progressOn(io.err, language);
    let shown = 0;
    const report = await verify(database.appPool, {
      tenantId: defaultTenantId,
      zone: zoneOf(settings.KUNDIG_TIME_ZONE),
      asOfs,
      now: instant(Date.now() / 1000),
      onProgress: ({ phase, done, total }) => progress.show(say(language, `verify.${phase}`), done, total),
      onDifference: (difference) => {
        shown += 1;
        if (shown > MOST_SHOWN) return;
        progress.end();
        io.err.write(`${differenceText(difference, language)}\n`);
      },
    }).finally(() => progress.end());
    io.out.write(`${isJson ? reportJson(report) : reportText(report, language)}\n`);
    return report.differences === 0 ? 0 : 1;
  });
}

function readCall(args: readonly string[]): { asOfs: Instant[]; isJson: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'as-of': { type: 'string', multiple: true }, json: { type: 'boolean' } },
    });
    return { asOfs: (values['as-of'] ?? []).map(parseInstant), isJson: values.json ?? false };
  } catch {
    throw new Failure('failure.verifyUsage');
  }
}

function reportText({ tickets, rows, figures, asOfs, differences }: VerifyReport, language: Language): string {
  const number = new Intl.NumberFormat(language);
  return [
    say(language, 'verify.checked', {
      tickets: number.format(tickets),
      rows: number.format(rows),
      figures: number.format(figures),
    }),
    say(language, 'verify.asOf', { instants: asOfs.map(formatInstant).join(', ') }),
    say(language, 'verify.differences', { count: differences }),
  ].join('\n');
}

function reportJson(report: VerifyReport): string {
  return JSON.stringify({ ...report, asOfs: report.asOfs.map(formatInstant) }, null, 2);
}

function differenceText({ kind, of, detail }: Difference, language: Language): string {
  return say(language, `verify.difference.${kind}`, { ticket: of, detail });
}
