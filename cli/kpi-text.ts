import { percentText } from '#core/display/rounded-text.ts';
import { columnName } from '#core/facts/sql-name.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate } from '#core/time/local-date.ts';
import type { Zone } from '#core/time/zone.ts';
import type { FactBehind, FigureQuestion } from '#server/features/figures/index.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { shownValue } from './kpi-json.ts';
import { type TextColumn, textTable } from './table.ts';

/** All figures with unit and direction. */
export function listText(language: Language): string {
  const columns = (['kpi.id', 'kpi.figure', 'kpi.unit', 'kpi.better'] as const).map(
    (key): TextColumn => ({ title: say(language, key), align: 'left' }),
  );
  const rows = FIGURES.map((figure) => [
    figure.id,
    labelOf(figure, language),
    say(language, `unit.${figure.unit}`),
    say(language, `better.${figure.better}`),
  ]);
  return textTable(columns, rows);
}

/** A cell of an answer: its column and how to write it. */
interface Cell {
  readonly title: string;
  readonly align?: TextColumn['align'];
  readonly of: (answer: FigureAnswer) => string;
}

/** A figure as a table: a row per period and split value. */
export function answersText(answers: readonly FigureAnswer[], question: FigureQuestion, language: Language): string {
  const cells = cellsOf(answers, question, language);
  const columns = cells.map(({ title, align = 'right' }): TextColumn => ({ title, align }));
  const rows = answers.map((answer) => cells.map((cell) => cell.of(answer)));
  return [titleOf(question, language), '', textTable(columns, rows)].join('\n');
}

function cellsOf(
  answers: readonly FigureAnswer[],
  { figure, zone, split }: FigureQuestion,
  language: Language,
): Cell[] {
  const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, figure, language));
  const whole = (value: number): string => new Intl.NumberFormat(language).format(value);
  const isAny = (of: (answer: FigureAnswer) => unknown): boolean => answers.some((answer) => Boolean(of(answer)));
  const cells: Cell[] = [
    {
      title: say(language, 'kpi.period'),
      align: 'left',
      of: (a) => `${localText(a.from, zone)} – ${localText(a.to, zone)}`,
    },
  ];
  if (split !== null)
    cells.push({
      title: split,
      align: 'left',
      of: (a) => (a.split === '(none)' ? say(language, 'kpi.none') : (a.split ?? '')),
    });
  cells.push({
    title: say(language, figure.kind === 'duration' ? 'kpi.median' : 'kpi.value'),
    of: (a) => {
      if (a.value === null && a.reason) return `– ${say(language, `reason.${a.reason}`)}`;
      return figure.unit === 'percent' ? percentOf(a, language) : number(a.value);
    },
  });
  if (figure.kind === 'duration') {
    cells.push({ title: say(language, 'kpi.mean'), of: (a) => number(a.duration?.mean ?? null) });
    cells.push({ title: say(language, 'kpi.p90'), of: (a) => number(a.duration?.p90 ?? null) });
  }
  if (figure.kind === 'share') {
    cells.push({
      title: '',
      align: 'right',
      of: (a) => `${whole(a.numerator ?? 0)} ${say(language, 'kpi.of')} ${whole(a.n)}`,
    });
  } else if (figure.kind !== 'count' || figure.sumOf !== null) {
    cells.push({ title: say(language, 'kpi.n'), of: (a) => whole(a.n) });
  }
  if (isAny((a) => a.low !== null)) {
    cells.push({
      title: say(language, 'kpi.interval'),
      of: (a) =>
        a.low === null || a.high === null
          ? '–'
          : say(language, 'kpi.range', { low: number(a.low), high: number(a.high) }),
    });
  }
  if (isAny((a) => a.undecided)) cells.push({ title: say(language, 'kpi.undecided'), of: (a) => whole(a.undecided) });
  if (isAny((a) => a.immature)) cells.push({ title: say(language, 'kpi.immature'), of: (a) => whole(a.immature) });
  if (isAny((a) => a.excluded)) {
    cells.push({ title: say(language, 'kpi.leftOut'), align: 'left', of: (a) => leftOutText(a, language, whole) });
  }
  return cells;
}

/** The facts behind a figure as a table. */
export function factsText(
  facts: readonly FactBehind[],
  question: FigureQuestion,
  { limit, language }: { readonly limit: number; readonly language: Language },
): string {
  const { figure } = question;
  const titles = [
    say(language, 'kpi.ticket'),
    say(language, 'kpi.sourceKey'),
    say(language, 'kpi.fate'),
    ...figure.show.map(columnName),
  ];
  const rows = facts.map((fact) => [
    String(fact.number),
    fact.source_key ?? '',
    fateText(fact, language),
    ...figure.show.map((name) => String(shownValue(figure.of, name, fact[columnName(name)] ?? null) ?? '')),
  ]);
  const table = textTable(
    titles.map((title): TextColumn => ({ title, align: 'left' })),
    rows,
  );
  const more = facts.length === limit ? ['', say(language, 'kpi.more', { shown: limit })] : [];
  return [titleOf(question, language), '', table, ...more].join('\n');
}

function titleOf({ figure, edges, asOf, zone }: FigureQuestion, language: Language): string {
  return say(language, 'kpi.title', {
    figure: labelOf(figure, language),
    unit: say(language, `unit.${figure.unit}`),
    from: localText(edges[0]!, zone),
    to: localText(edges.at(-1)!, zone),
    asOf: localText(asOf, zone),
    zone: zone.id,
    version: figure.version,
  });
}

function labelOf({ id }: Figure, language: Language): string {
  return sayLoosely(language, `figure.${id}` as TextKey, {});
}

function fateText({ reason, success }: FactBehind, language: Language): string {
  if (reason !== null) return reasonText(reason, language);
  if (success === null) return say(language, 'kpi.counted');
  return say(language, success ? 'kpi.success' : 'kpi.noSuccess');
}

function leftOutText({ excludedBy }: FigureAnswer, language: Language, whole: (value: number) => string): string {
  return Object.entries(excludedBy)
    .map(([reason, count]) => `${whole(count)} ${reasonText(reason, language)}`)
    .join(', ');
}

function reasonText(reason: string, language: Language): string {
  return sayLoosely(language, `reason.${reason}` as TextKey, {});
}

function formatNumber(value: number, { digits }: Figure, language: Language): string {
  const isWhole = Number.isInteger(value) && digits === 0;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: isWhole ? 0 : Math.max(1, digits),
    maximumFractionDigits: isWhole ? 0 : Math.max(1, digits),
  }).format(value);
}

/** Below 100 never shown as 100, above 0 never as 0 (kpi-spec G9); two decimals above 99. */
function percentOf({ value, numerator, denominator }: FigureAnswer, language: Language): string {
  if (value === null || numerator === null || denominator === null) return '–';
  const text = percentText(numerator, denominator, value > 99 && value < 100 ? 2 : 1) ?? '–';
  return language === 'de' ? text.replace('.', ',') : text;
}

/** Midnight as the bare date, any other instant with its local time. */
function localText(at: Instant, zone: Zone): string {
  const local = zone.localSecondsAt(at);
  const date = formatLocalDate(Math.floor(local / SECONDS_PER_DAY) as LocalDate);
  const seconds = ((local % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
  if (seconds === 0) return date;
  const hours = String(Math.floor(seconds / 3600)).padStart(2, '0');
  const minutes = String(Math.floor(seconds / 60) % 60).padStart(2, '0');
  return `${date} ${hours}:${minutes}`;
}
