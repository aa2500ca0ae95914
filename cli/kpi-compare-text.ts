import type { ComparedRow, FigureComparison } from '#core/figures/figure-comparison.ts';
import type { ComparisonQuestion } from '#server/features/figures/index.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { DASH, decimalText, labelOf, localText, signedText, spanText, valueText, wholeText } from './kpi-format.ts';
import { splitText } from './kpi-text.ts';
import { type TextColumn, textTable } from './table.ts';

type Compared = Extract<FigureComparison, { kind: 'compared' }>;

/** A figure of two periods side by side, with what may be chance. */
export function comparisonText({ windows, rows }: Compared, question: ComparisonQuestion, language: Language): string {
  const { zone, figure, asOf } = question;
  const words = {
    figure: labelOf(figure, language),
    unit: say(language, `unit.${figure.unit}`),
    current: spanText({ from: windows.current.start, to: windows.current.end }, zone),
    asOf: localText(asOf, zone),
    zone: zone.id,
    version: figure.version,
  };
  const title = windows.reference
    ? say(language, 'kpi.compareTitle', {
        ...words,
        reference: spanText({ from: windows.reference.start, to: windows.reference.end }, zone),
      })
    : say(language, 'kpi.compareAlone', words);
  const partial = windows.isPartial ? [say(language, 'kpi.partial')] : [];
  return [title, ...partial, '', table(rows, question, language)].join('\n');
}

interface Cell {
  readonly title: string;
  readonly align?: TextColumn['align'];
  readonly of: (row: ComparedRow) => string;
}

function table(rows: readonly ComparedRow[], { figure, split }: ComparisonQuestion, language: Language): string {
  const n: Cell['of'] = ({ current, reference }) =>
    `${wholeText(current.n, language)} / ${reference ? wholeText(reference.n, language) : DASH}`;
  const isMeans = figure.kind === 'duration';
  const cells: Cell[] = [
    ...(split === null
      ? []
      : [{ title: split, align: 'left' as const, of: (row: ComparedRow) => splitText(row.split, language) }]),
    { title: say(language, 'kpi.current'), of: ({ current }) => valueText(current, figure, language) },
    {
      title: say(language, 'kpi.reference'),
      of: ({ reference }) => (reference ? valueText(reference, figure, language) : DASH),
    },
    { title: say(language, 'kpi.n'), of: n },
    { title: say(language, 'kpi.difference'), of: (row) => differenceText(row, figure, language) },
    { title: say(language, 'kpi.relative'), of: ({ change }) => percentChange(change?.relativePct ?? null, language) },
    {
      title: say(language, isMeans ? 'kpi.changeIntervalMeans' : 'kpi.changeInterval'),
      of: (row) => intervalText(row, language),
    },
    {
      title: say(language, 'kpi.verdict'),
      align: 'left',
      of: ({ verdict }) => (verdict ? say(language, `kpi.verdict.${verdict}`) : DASH),
    },
  ];
  const isDaily = rows.some((row) => row.perWorkingDay !== null);
  if (isDaily) {
    cells.push({ title: say(language, 'kpi.perWorkingDay'), align: 'left', of: (row) => dailyText(row, language) });
  }
  const shown = cells.filter(
    ({ title, of }) => title !== say(language, 'kpi.relative') || rows.some((r) => of(r) !== DASH),
  );
  return textTable(
    shown.map(({ title, align = 'right' }): TextColumn => ({ title, align })),
    rows.map((row) => shown.map((cell) => cell.of(row))),
  );
}

function differenceText(
  { change }: ComparedRow,
  { digits, unit }: ComparisonQuestion['figure'],
  language: Language,
): string {
  if (!change || change.difference === null) return DASH;
  const isWhole = digits === 0 && Number.isInteger(change.difference);
  const value = signedText(change.difference, isWhole ? 0 : Math.max(1, digits), language);
  return unit === 'percent' ? say(language, 'kpi.points', { value }) : value;
}

function intervalText({ interval }: ComparedRow, language: Language): string {
  if (!interval || interval.low === null) return DASH;
  const write = (value: number | null): string => {
    if (value === null) return say(language, 'kpi.unbounded');
    return interval.measure === 'difference' ? signedText(value, 1, language) : percentChange(value, language);
  };
  return say(language, 'kpi.range', { low: write(interval.low), high: write(interval.high) });
}

function dailyText({ perWorkingDay }: ComparedRow, language: Language): string {
  if (!perWorkingDay) return DASH;
  const { change, currentDays, referenceDays } = perWorkingDay;
  const rate = (value: number | null): string => (value === null ? DASH : decimalText(value, 1, language));
  return say(language, 'kpi.perWorkingDayCell', {
    current: rate(change.current),
    reference: rate(change.reference),
    currentDays,
    referenceDays,
    change: percentChange(change.relativePct, language),
  });
}

function percentChange(value: number | null, language: Language): string {
  return value === null ? DASH : `${signedText(value, 1, language)} %`;
}
