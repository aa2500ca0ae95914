import { percentText } from '#core/display/rounded-text.ts';
import type { BesideAnswer, FigureAnswer } from '#core/figures/answer.ts';
import type { Figure, Unit } from '#core/figures/definition.ts';
import type { Granularity } from '#core/periods/granularity.ts';
import { isoWeekOf } from '#core/periods/iso-week.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { datePartsOf, formatLocalDate, type LocalDate } from '#core/time/local-date.ts';
import { localDateAt, type Zone } from '#core/time/zone.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';

/** How numbers, instants and names of figures are written for people. */

export const DASH = '–';

/** The name of a figure. */
export function labelOf({ id }: Figure, language: Language): string {
  return sayLoosely(language, `figure.${id}` as TextKey, {});
}

export function reasonText(reason: string, language: Language): string {
  return sayLoosely(language, `reason.${reason}` as TextKey, {});
}

export function wholeText(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

/** A value of the figure with the digits of its definition; a dash for none. */
export function numberText(value: number | null, { digits }: Pick<Figure, 'digits'>, language: Language): string {
  if (value === null) return DASH;
  const isWhole = Number.isInteger(value) && digits === 0;
  return decimalText(value, isWhole ? 0 : Math.max(1, digits), language);
}

export function decimalText(value: number, decimals: number, language: Language): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );
}

/** A value of either sign with its sign. */
export function signedText(value: number | null, decimals: number, language: Language): string {
  if (value === null) return DASH;
  const format = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  } as const;
  return new Intl.NumberFormat(language, format).format(value);
}

/** The value of an answer as a bound where it is one; why there is none otherwise. */
export function valueText(answer: FigureAnswer, figure: Figure, language: Language): string {
  if (answer.value === null) return answer.reason ? `${DASH} ${say(language, `reason.${answer.reason}`)}` : DASH;
  const value = figure.unit === 'percent' ? percentOf(answer, language) : numberText(answer.value, figure, language);
  if (answer.bound === null) return value;
  return say(language, answer.bound === 'at_least' ? 'kpi.atLeast' : 'kpi.atMost', { value });
}

/** A number beside a figure with its unit, where that is another one than counts have. */
export function besideText(beside: BesideAnswer | undefined, language: Language): string {
  if (!beside || beside.value === null) return DASH;
  if (beside.unit === 'percent') return `${percentOf(beside, language)} %`;
  return isCounted(beside.unit)
    ? wholeText(beside.value, language)
    : `${decimalText(beside.value, 1, language)} ${say(language, `unit.${beside.unit}`)}`;
}

/** Below 100 never shown as 100, above 0 never as 0 (kpi-spec G9); two decimals above 99. */
function percentOf(
  { value, numerator, denominator }: Pick<FigureAnswer, 'value' | 'numerator' | 'denominator'>,
  language: Language,
): string {
  if (value === null || numerator === null || denominator === null) return DASH;
  const text = percentText(numerator, denominator, value > 99 && value < 100 ? 2 : 1) ?? DASH;
  return language === 'de' ? text.replace('.', ',') : text;
}

function isCounted(unit: Unit): boolean {
  return unit === 'tickets' || unit === 'clocks' || unit === 'contacts';
}

/** Midnight as the bare date, any other instant with its local time. */
export function localText(at: Instant, zone: Zone): string {
  const local = zone.localSecondsAt(at);
  const date = formatLocalDate(Math.floor(local / SECONDS_PER_DAY) as LocalDate);
  const seconds = ((local % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
  if (seconds === 0) return date;
  const hours = String(Math.floor(seconds / 3600)).padStart(2, '0');
  const minutes = String(Math.floor(seconds / 60) % 60).padStart(2, '0');
  return `${date} ${hours}:${minutes}`;
}

/** From the first to the last instant, the last one exclusive. */
export function spanText({ from, to }: { readonly from: Instant; readonly to: Instant }, zone: Zone): string {
  return `${localText(from, zone)} – ${localText(to, zone)}`;
}

/** A whole period in short: `2026-03`, `2026-W09`, `2026-Q1`. */
export function periodText(from: Instant, granularity: Granularity, zone: Zone): string {
  const date = localDateAt(zone, from);
  const { year, month } = datePartsOf(date);
  switch (granularity) {
    case 'day':
      return formatLocalDate(date);
    case 'week': {
      const iso = isoWeekOf(date);
      return `${iso.year}-W${String(iso.week).padStart(2, '0')}`;
    }
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
  }
}
