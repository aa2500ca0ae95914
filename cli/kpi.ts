import type { Kysely } from 'kysely';
import { FIGURES } from '#core/figures/registry.ts';
import { formatInstant, type Instant, instant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import type { Database } from '#server/database/schema.ts';
import { workingDaysOf } from '#server/features/calendars/index.ts';
import {
  askFigure,
  type ComparisonQuestion,
  chartFigure,
  compareFigure,
  factsWithTabs,
} from '#server/features/figures/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { readSettings } from '#server/platform/settings.ts';
import type { Language } from '#text/language.ts';
import type { CommandIo } from './command.ts';
import { type KpiCall, readKpiCall, type TicketsCall } from './kpi-call.ts';
import { chartsText } from './kpi-chart-text.ts';
import { comparisonText } from './kpi-compare-text.ts';
import { factsText } from './kpi-facts-text.ts';
import { answerJson, chartJson, comparisonJson, factsJson, figureJson } from './kpi-json.ts';
import { answersText, listText } from './kpi-text.ts';
import { withDatabase } from './with-database.ts';

/** `kundig kpi`: computes a figure, compares or charts it, or shows the tickets behind it. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const settings = readSettings(io.environment, io.workingFolder);
  const workingDays = workingDaysOf(settings);
  const call = readKpiCall(args, { reportingZone: settings.KUNDIG_TIME_ZONE, workingDays, now: now() });
  const language = settings.KUNDIG_LANGUAGE || io.language;
  const print = ({ json, text }: Printed): void => {
    io.out.write(`${call.isJson ? JSON.stringify(json, null, 2) : text}\n`);
  };
  if (call.kind === 'list') {
    print({ json: FIGURES.map((figure) => figureJson(figure, language)), text: listText(language) });
    return 0;
  }
  return withDatabase(io, async ({ database }) => {
    print(await answer(database.app, call, language));
    return 0;
  });
}

interface Printed {
  readonly json: unknown;
  readonly text: string;
}

async function answer(
  db: Kysely<Database>,
  call: Exclude<KpiCall, { kind: 'list' }>,
  language: Language,
): Promise<Printed> {
  switch (call.kind) {
    case 'figure': {
      const { question } = call;
      const answers = await askFigure(db, defaultTenantId, question);
      return {
        json: answers.map((row) => answerJson(row, question)),
        text: answersText(answers, question, language),
      };
    }
    case 'tickets':
      return tickets(db, call, language);
    case 'compare':
      return comparison(db, call.question, language);
    case 'chart': {
      const { question } = call;
      const charts = await chartFigure(db, defaultTenantId, question);
      return {
        json: charts.map((chart) => chartJson(chart, question)),
        text: chartsText(charts, question, language),
      };
    }
  }
}

async function tickets(db: Kysely<Database>, call: TicketsCall, language: Language): Promise<Printed> {
  const { page, tabs } = await factsWithTabs(db, defaultTenantId, call).catch((error: unknown) => {
    if (error instanceof RangeError && call.after !== null)
      throw new Failure('failure.kpiCursor', { value: call.after });
    throw error;
  });
  return { json: factsJson(page, tabs, call), text: factsText(page, tabs, { call, language }) };
}

async function comparison(db: Kysely<Database>, question: ComparisonQuestion, language: Language): Promise<Printed> {
  const compared = await compareFigure(db, defaultTenantId, question);
  if (compared.kind === 'refused') {
    if (compared.code === 'year_to_date_needs_years') throw new Failure('failure.kpiYearToDate');
    throw new Failure('failure.kpiNotBegun', { asOf: formatInstant(question.asOf) });
  }
  return { json: comparisonJson(compared, question), text: comparisonText(compared, question, language) };
}

function now(): Instant {
  return instant(Date.now() / 1000);
}
