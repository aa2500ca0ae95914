import { z } from 'zod';
import { WEEKDAYS, type Weekday } from '#core/time/local-date.ts';
import type { TextKey } from '#text/catalogue.ts';
import { languages } from '#text/language.ts';

/** What a setting allows, in words for a person who gave something else. */
export type RuleKey = Extract<TextKey, `rule.${string}`>;

/** One setting: its default as a person would write it, what it allows, and how it is read. */
interface Setting {
  readonly default: string;
  readonly rule: RuleKey;
  /** A secret is never repeated in a message. */
  readonly isSecret?: true;
  readonly schema: z.ZodType;
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const yesOrNo = () => z.enum(['yes', 'no']).transform((answer) => answer === 'yes');

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** All settings: the environment, kundig.env, the documentation and the type of `Settings` follow this table. */
export const settingTable = {
  KUNDIG_DATA: { default: './data', rule: 'rule.folder', schema: z.string().min(1) },
  DATABASE_URL: {
    default: '',
    rule: 'rule.databaseUrl',
    isSecret: true,
    schema: z.union([z.literal('').transform(() => null), z.string().regex(/^postgres(ql)?:\/\/\S+$/)]),
  },
  KUNDIG_HOST: { default: '127.0.0.1', rule: 'rule.host', schema: z.string().regex(/^[\w.:-]+$/) },
  KUNDIG_PORT: { default: '4600', rule: 'rule.port', schema: wholeNumber(0, 65_535) },
  KUNDIG_LANGUAGE: { default: '', rule: 'rule.language', schema: z.enum(['', ...languages]) },
  KUNDIG_TIME_ZONE: { default: 'Europe/Berlin', rule: 'rule.timeZone', schema: z.string().refine(isTimeZone) },
  KUNDIG_WORKING_DAYS: {
    default: 'mon,tue,wed,thu,fri',
    rule: 'rule.weekdays',
    schema: z
      .string()
      .transform((text): Weekday[] => text.split(',').map((day) => day.trim() as Weekday))
      .refine((days) => days.every((day) => WEEKDAYS.includes(day)) && new Set(days).size === days.length),
  },
  KUNDIG_HOLIDAY_REGION: {
    default: '',
    rule: 'rule.holidayRegion',
    schema: z.union([z.literal('').transform(() => null), z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)]),
  },
  KUNDIG_LOG_LEVEL: { default: 'warn', rule: 'rule.logLevel', schema: z.enum(logLevels) },
  KUNDIG_OPEN_ON_LOOPBACK: { default: 'no', rule: 'rule.yesOrNo', schema: yesOrNo() },
  KUNDIG_REQUESTS_PER_MINUTE: { default: '1200', rule: 'rule.requestsPerMinute', schema: wholeNumber(1, 1_000_000) },
  KUNDIG_UPLOAD_MEGABYTES: { default: '512', rule: 'rule.uploadMegabytes', schema: wholeNumber(1, 10_000) },
  KUNDIG_ACCEPT_DATA_LOSS: { default: 'no', rule: 'rule.yesOrNo', schema: yesOrNo() },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settingTable;

/** The settings of this start, read and valid. */
export type Settings = { readonly [Name in SettingName]: z.output<(typeof settingTable)[Name]['schema']> };

export const settingNames = Object.keys(settingTable) as readonly SettingName[];

/** Named zones only: an offset such as "+01:00" knows no summer time. */
function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
