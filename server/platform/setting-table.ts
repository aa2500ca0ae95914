import { z } from 'zod';
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
  KUNDIG_LOG_LEVEL: { default: 'warn', rule: 'rule.logLevel', schema: z.enum(logLevels) },
  KUNDIG_ACCEPT_DATA_LOSS: {
    default: 'no',
    rule: 'rule.yesOrNo',
    schema: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  },
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
