import type { Unit } from '#core/figures/definition.ts';
import type { Language } from '#text/language.ts';

/*
 * How numbers, durations and instants are written (look.md 6). One definition for all pages; the zone is the reporting
 * zone unless a single ticket says otherwise.
 */

/** Narrow no-break space, between a number and its sign. */
const NARROW = '\u202f';
const MINUS = '\u2212';
export const DASH = '\u2013';

export interface Format {
  readonly language: Language;
  readonly timeZone: string;
  /** `1.928` */
  readonly whole: (value: number) => string;
  readonly decimal: (value: number, digits: number) => string;
  /** With its sign, a true minus: `−1,5`, `+0,2`. */
  readonly signed: (value: number, digits: number) => string;
  /** `88,9 %`: one decimal, two above 99. */
  readonly percent: (value: number) => string;
  /** A value of a figure without its unit, with the digits of its definition. */
  readonly value: (value: number, figure: Measured) => string;
  /** The unit as it stands behind the value; '' for counts. */
  readonly unit: (figure: Pick<Measured, 'unit'>) => string;
  /** Values as sentences say them, all in one unit: minutes are hours as soon as one of them is long. */
  readonly told: (values: readonly number[], figure: Measured) => Told;
  /** One value as sentences say it: `88,9 %`, `45,0 Min.`, `33:35 Std.`, `214`. */
  readonly withUnit: (value: number, figure: Measured) => string;
  /** The same without decimals where there are none, as a promise is written: `85 %`. */
  readonly tight: (value: number, figure: Measured) => string;
  /** Two ends in one unit, which the high one tells: `20:00` and `33:35 Std.` */
  readonly range: (low: number, high: number, figure: Measured) => { readonly low: string; readonly high: string };
  /** `0:50`, `-1:12`: hours and whole minutes, the rest cut off. */
  readonly hours: (seconds: number) => string;
  /** `23.11.2026` */
  readonly date: (instant: string | number) => string;
  /** `13.10., 11:30` */
  readonly shortMoment: (instant: string | number) => string;
  /** `23.11.2026, 10:05 Uhr` */
  readonly moment: (instant: string | number) => string;
  readonly time: (instant: string | number) => string;
  /** `Di`, `Tue` */
  readonly weekday: (instant: string | number) => string;
  /** `13.10.` */
  readonly shortDate: (instant: string | number) => string;
  /** `Juni 2026` */
  readonly month: (instant: string | number) => string;
  /** The local date of an instant in the zone: `2026-06-01`. */
  readonly isoDate: (instant: string | number) => string;
}

/** What of a figure decides how its values are written. */
export interface Measured {
  readonly unit: string;
  readonly digits: number;
}

/** Values in words and the unit that stands once behind them; '' for counts. */
export interface Told {
  readonly values: readonly string[];
  readonly unit: string;
}

/** What seconds lose on their way through hours in floating point. */
const FLOAT_MINUTES = 1e-6;

/** From two hours on nobody reads minutes. */
const LONG_MINUTES = 120;

const UNITS: Readonly<Record<Language, Partial<Record<Unit, string>>>> = {
  de: { percent: '%', minutes: 'Min.', hours: 'Std.', days: 'Tage' },
  en: { percent: '%', minutes: 'min', hours: 'h', days: 'days' },
};

const made = new Map<string, Format>();

/** The format of a language and a zone; made once. */
export function formatIn(language: Language, timeZone: string): Format {
  const key = `${language} ${timeZone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = makeFormat(language, timeZone);
  made.set(key, fresh);
  return fresh;
}

function makeFormat(language: Language, timeZone: string): Format {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const numbers = new Map<string, Intl.NumberFormat>();
  const number = (digits: number, signDisplay: 'auto' | 'exceptZero' = 'auto') => {
    const key = `${digits}${signDisplay}`;
    const known = numbers.get(key);
    if (known) return known;
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay } as const;
    const fresh = new Intl.NumberFormat(locale, options);
    numbers.set(key, fresh);
    return fresh;
  };
  const instants = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (instant: string | number) => format.format(new Date(instant));
  };
  const isoFormat = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const decimal = (value: number, digits: number) => number(digits).format(value).replace('-', MINUS);
  const date = instants({ day: '2-digit', month: '2-digit', year: 'numeric' });
  const shortDate = instants({ day: '2-digit', month: '2-digit' });
  const time = instants({ hour: '2-digit', minute: '2-digit' });
  const value = (given: number, { unit, digits }: Measured) => {
    if (unit === 'percent') return decimal(given, Math.abs(given) > 99 && Math.abs(given) < 100 ? 2 : 1);
    if (unit === 'hours') return hours(given * 3600);
    return decimal(
      given,
      Number.isInteger(given) && digits === 0 ? 0 : Math.max(digits, Number.isInteger(given) ? 0 : 1),
    );
  };
  const unit = (figure: Pick<Measured, 'unit'>) => UNITS[language][figure.unit as Unit] ?? '';
  const joined = (text: string, sign: string) => (sign === '' ? text : `${text}${NARROW}${sign}`);
  const told = (values: readonly number[], figure: Measured): Told => {
    const isLong = figure.unit === 'minutes' && values.some((one) => Math.abs(one) >= LONG_MINUTES);
    if (isLong) return { values: values.map((minutes) => hours(minutes * 60)), unit: unit({ unit: 'hours' }) };
    return { values: values.map((one) => value(one, figure)), unit: unit(figure) };
  };
  const withUnit = (given: number, figure: Measured) => {
    const { values, unit: sign } = told([given], figure);
    return joined(values[0]!, sign);
  };
  return {
    language,
    timeZone,
    whole: (given) => decimal(given, 0),
    decimal,
    signed: (given, digits) => number(digits, 'exceptZero').format(given).replace('-', MINUS),
    percent: (given) => `${value(given, { unit: 'percent', digits: 1 })}${NARROW}%`,
    value,
    unit,
    told,
    withUnit,
    tight: (given, figure) => {
      const isBare = Number.isInteger(given) && figure.unit !== 'hours' && told([given], figure).unit === unit(figure);
      return isBare ? joined(decimal(given, 0), unit(figure)) : withUnit(given, figure);
    },
    range: (low, high, figure) => {
      const { values, unit: sign } = told([low, high], figure);
      return { low: values[0]!, high: joined(values[1]!, sign) };
    },
    hours,
    date,
    shortMoment: (instant) => `${shortDate(instant)}, ${time(instant)}`,
    moment: (instant) => `${date(instant)}, ${time(instant)}${language === 'de' ? ' Uhr' : ''}`,
    time,
    weekday: instants({ weekday: 'short' }),
    shortDate,
    month: instants({ month: 'long', year: 'numeric' }),
    isoDate: (instant) => isoFormat.format(new Date(instant)),
  };
}

/** Minutes that have not passed are not told: lists, figures and tickets all cut off. */
function hours(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60 + FLOAT_MINUTES);
  const text = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return seconds < 0 && minutes > 0 ? `${MINUS}${text}` : text;
}
