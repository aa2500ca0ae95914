import type { Kysely } from 'kysely';
import { percentText, ratioText } from '#core/display/rounded-text.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import { reopenRate } from '#core/figures/handling.ts';
import { firstResponseSla, resolutionSla } from '#core/figures/service-levels.ts';
import { backlogOpen, ticketsCreated } from '#core/figures/volume.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { SECONDS_PER_DAY } from '#core/time/instant.ts';
import { startOfDate, type Zone } from '#core/time/zone.ts';
import type { Database } from '#server/database/schema.ts';
import { askFigure } from '#server/features/figures/index.ts';
import { say, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { Timeline } from '#worlds/demo/timeline.ts';
import { textTable } from '../table.ts';
import { type Share, sumOf, worstMonthOf } from './worst-month.ts';

export interface OverviewRequest {
  readonly tenantId: string;
  readonly timeline: Timeline;
  readonly zone: Zone;
  readonly language: Language;
}

interface Column {
  readonly title: Extract<TextKey, `demo.column.${string}`>;
  readonly figure: Figure;
  /** Which end of the column is bad. */
  readonly worst: 'highest' | 'lowest';
}

const COLUMNS: readonly Column[] = [
  { title: 'demo.column.created', figure: ticketsCreated, worst: 'highest' },
  { title: 'demo.column.firstResponse', figure: firstResponseSla, worst: 'lowest' },
  { title: 'demo.column.resolution', figure: resolutionSla, worst: 'lowest' },
  { title: 'demo.column.reopened', figure: reopenRate, worst: 'highest' },
  { title: 'demo.column.open', figure: backlogOpen, worst: 'highest' },
];
const MARK = ' ◄';
const NO_MARK = '  ';

/** The months of the world in a table, the worst of each column marked, and a sentence that says what went wrong. */
export async function overviewText(db: Kysely<Database>, request: OverviewRequest): Promise<string> {
  const { language } = request;
  const months: FigureAnswer[][] = [];
  for (const { figure } of COLUMNS) months.push(await askByMonth(db, request, { figure }));
  const columns = [
    { title: say(language, 'demo.month'), align: 'left' as const },
    ...COLUMNS.map(({ title }) => ({ title: `${say(language, title)}${NO_MARK}`, align: 'right' as const })),
  ];
  const cells = COLUMNS.map((column, index) => cellsOf(column, months[index]!, language));
  const rows = months[0]!.map((month, row) => [monthText(month, request), ...cells.map((column) => column[row] ?? '')]);
  const sentence = await worstSentence(db, request);
  return [textTable(columns, rows), say(language, 'demo.worstMark'), ...(sentence ? ['', sentence] : [])].join('\n');
}

function cellsOf({ worst }: Column, answers: readonly FigureAnswer[], language: Language): string[] {
  const values = answers.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  const worstValue = worst === 'highest' ? Math.max(...known) : Math.min(...known);
  return answers.map((answer) => `${valueText(answer, language)}${answer.value === worstValue ? MARK : NO_MARK}`);
}

/** The month and service that stand out, with what was unusual there. */
async function worstSentence(db: Kysely<Database>, request: OverviewRequest): Promise<string | null> {
  const { language } = request;
  const resolved = await askByMonth(db, request, { figure: resolutionSla, isByService: true });
  const worst = worstMonthOf(resolved);
  if (worst === null) return null;
  const { service, period } = worst;
  const months = (figure: Figure) => askByMonth(db, request, { figure, service });
  const [answered, reopened, created] = [
    await months(firstResponseSla),
    await months(reopenRate),
    await months(ticketsCreated),
  ];
  const ofService = resolved.filter(({ split }) => split === service);
  const others = created.filter((_, index) => index !== period);
  const ordinary = others.reduce((sum, { n }) => sum + n / daysOf(others), 0);
  const inMonth = created[period]!;
  return say(language, 'demo.worst', {
    month: monthText(inMonth, request),
    service,
    ...pairOf('resolved', 'usuallyResolved', { answers: ofService, period, language }),
    ...pairOf('answered', 'usuallyAnswered', { answers: answered, period, language }),
    ...pairOf('reopened', 'usuallyReopened', { answers: reopened, period, language }),
    factor: inLanguage(
      ratioText(Math.round((inMonth.n / daysOf([inMonth])) * 1e6), Math.round(ordinary * 1e6), 1),
      language,
    ),
  });
}

function daysOf(answers: readonly FigureAnswer[]): number {
  return answers.reduce((sum, { from, to }) => sum + (to - from), 0) / SECONDS_PER_DAY;
}

/** The share of the month, and that of all others together. */
function pairOf<Here extends string, Elsewhere extends string>(
  here: Here,
  elsewhere: Elsewhere,
  {
    answers,
    period,
    language,
  }: { readonly answers: readonly FigureAnswer[]; readonly period: number; readonly language: Language },
): Record<Here | Elsewhere, string> {
  const others = sumOf(answers.filter((_, index) => index !== period));
  return {
    [here]: shareText(sumOf([answers[period]!]), language),
    [elsewhere]: shareText(others, language),
  } as Record<Here | Elsewhere, string>;
}

async function askByMonth(
  db: Kysely<Database>,
  { tenantId, timeline, zone }: OverviewRequest,
  {
    figure,
    service = null,
    isByService = false,
  }: { readonly figure: Figure; readonly service?: string | null; readonly isByService?: boolean },
): Promise<FigureAnswer[]> {
  const from = startOfDate(zone, timeline.firstDate);
  return askFigure(db, tenantId, {
    figure,
    edges: periodEdges(zone, 'month', from, timeline.until),
    asOf: timeline.until,
    split: isByService ? 'service' : null,
    where: service === null ? [] : [{ dimension: 'service', value: service }],
    zone,
  });
}

function monthText({ from }: FigureAnswer, { zone, language }: OverviewRequest): string {
  const month = new Intl.DateTimeFormat(language, { timeZone: zone.id, month: 'long', year: 'numeric' });
  return month.format(new Date(from * 1000));
}

function valueText(answer: FigureAnswer, language: Language): string {
  if (answer.numerator === null || answer.denominator === null) {
    return answer.value === null ? '–' : new Intl.NumberFormat(language).format(answer.value);
  }
  return shareText({ numerator: answer.numerator, denominator: answer.denominator }, language);
}

function shareText({ numerator, denominator }: Share, language: Language): string {
  const text = percentText(numerator, denominator, 1);
  return text === null ? '–' : `${inLanguage(text, language)} %`;
}

function inLanguage(text: string | null, language: Language): string {
  return text === null ? '–' : language === 'de' ? text.replace('.', ',') : text;
}
