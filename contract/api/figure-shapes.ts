import { z } from 'zod';
import { FACT_KINDS, factColumns } from '#core/facts/kinds.ts';
import { NO_SPLIT_VALUE } from '#core/figures/answer.ts';
import { besideNamesOf } from '#core/figures/beside.ts';
import type { BesideName, LeftOutReason } from '#core/figures/definition.ts';
import { FACT_TABS } from '#core/figures/fact-tab.ts';
import { dimensionsOf, type FigureDimension } from '#core/figures/figure-dimension.ts';
import { leftOutReasonsOf } from '#core/figures/left-out-reasons.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { COMPARISONS } from '#core/periods/comparison.ts';
import { GRANULARITIES } from '#core/periods/granularity.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { countText, cursorText, instantAnswer, moment, plainText, repeatable, timeZone } from './shapes.ts';
import { personShape } from './ticket-shapes.ts';

/** How a value that is not set is written in a query and in an answer. */
export const NONE = NO_SPLIT_VALUE;

/** What any figure may be split and filtered by; each figure names its own in `splitBy`. */
export const FIGURE_DIMENSIONS = [...new Set(FACT_KINDS.flatMap(dimensionsOf))] as [
  FigureDimension,
  ...FigureDimension[],
];

/** All figures, as an enum of zod wants them. */
export const FIGURE_IDS = FIGURES.map(({ id }) => id) as [string, ...string[]];

/** Why facts are left out of any figure. */
const LEFT_OUT_REASONS = [...new Set(FIGURES.flatMap(leftOutReasonsOf))] as [LeftOutReason, ...LeftOutReason[]];

/** What stands beside any figure and has facts of its own. */
const BESIDE_NAMES = [...new Set(FIGURES.flatMap(besideNamesOf))] as [BesideName, ...BesideName[]];

export const figureParams = z.strictObject({ id: z.enum(FIGURE_IDS) });

/** `team=Network`: facts with that value; `team=(none)`: facts without one. */
const filterText = plainText(220)
  .regex(new RegExp(`^(${FIGURE_DIMENSIONS.join('|')})=[^]{1,200}$`))
  .transform((text) => {
    const at = text.indexOf('=');
    const value = text.slice(at + 1);
    return { dimension: text.slice(0, at) as FigureDimension, value: value === NONE ? null : value };
  });

/** What is asked of a figure. Left out: the twelve months up to today, as of now, in the zone of the installation. */
export const figureQuery = z.strictObject({
  from: moment.optional(),
  /** The first instant after the period. */
  to: moment.optional(),
  by: z.enum(GRANULARITIES).optional(),
  split: z.enum(FIGURE_DIMENSIONS).optional(),
  where: repeatable(filterText, FIGURE_DIMENSIONS.length)
    .refine((filters) => new Set(filters.map((one) => one.dimension)).size === filters.length, { error: 'repeated' })
    .optional(),
  asOf: moment.optional(),
  timeZone: timeZone.optional(),
  compare: z.enum(COMPARISONS).optional(),
});

/** A browser sorts a list by itself, so it fetches many at once; a page of so many is made in a tenth of a second. */
export const MOST_FACTS = 2_000;

/** `60..120`: at least 60 and less than 120 of the unit of the figure; `2400..`: that long or longer. */
const durationRange = plainText(40)
  .regex(/^\d{1,9}(\.\d{1,6})?\.\.(\d{1,9}(\.\d{1,6})?)?$/)
  .transform((text): readonly [from: number, to: number | null] => {
    const [from, to] = text.split('..') as [string, string];
    return [Number(from), to === '' ? null : Number(to)];
  })
  .refine(([from, to]) => to === null || from < to, { error: 'not_after_from' });

export const factsQuery = figureQuery.omit({ compare: true }).extend({
  /** A fact is either counted or left out; immature ones are among the counted, undecided ones beside. */
  tab: z.enum(FACT_TABS).optional(),
  /** Those left out for this reason alone: with `tab=left_out`. */
  reason: z.enum(LEFT_OUT_REASONS).optional(),
  /** The facts of this number beside the figure: with `tab=counted` or no tab. */
  beside: z.enum(BESIDE_NAMES).optional(),
  /** Of a share, the counted facts with success, or those without: with `tab=counted` or no tab. */
  success: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  /** Of a duration, the counted facts that took so long, as a bar of its histogram: with `tab=counted` or no tab. */
  lasting: durationRange.optional(),
  limit: countText(MOST_FACTS).optional(),
  cursor: cursorText.optional(),
});

/** A figure of the list. */
export const figureShape = z.strictObject({
  id: z.enum(FIGURE_IDS),
  name: z.string(),
  kind: z.string(),
  basis: z.enum(['flow', 'stock']),
  counts: z.enum(FACT_KINDS),
  splitBy: z.array(z.enum(FIGURE_DIMENSIONS)),
  naturalSplit: z.enum(FIGURE_DIMENSIONS).nullable(),
  unit: z.string(),
  better: z.enum(['higher', 'lower', 'neutral']),
  digits: z.number().int(),
  definitionVersion: z.number().int(),
});

const count = z.number().int().min(0);
const value = z.number().nullable();

/** One value with all that says how far to trust it. */
export const figureRow = z.strictObject({
  split: z.string().nullable(),
  from: instantAnswer,
  to: instantAnswer,
  value,
  /** Why there is no value: no data is null, never 0. */
  reason: z.enum(['no_cases', 'not_recorded', 'not_begun']).nullable(),
  n: count,
  numerator: value,
  denominator: value,
  low: value,
  high: value,
  wide: z.boolean().nullable(),
  /** Standard deviation of a mean. */
  deviation: value,
  /** What the value is while some of its facts are immature. */
  bound: z.enum(['at_least', 'at_most']).nullable(),
  undecided: count,
  excluded: count,
  excludedBy: z.record(z.string(), count),
  immature: count,
  /** Durations only: the value is the median. */
  duration: z
    .strictObject({ median: value, mean: value, p90: value, longest: value, classes: z.array(count).nullable() })
    .nullable(),
  /** Numbers that are always told together with this one. */
  beside: z.record(
    z.string(),
    z.strictObject({ value, unit: z.string(), n: count, numerator: value, denominator: value }),
  ),
});

const change = z.strictObject({
  difference: value,
  differenceUnit: z.enum(['pp', 'points', 'unit']),
  relativePct: value,
});

/** The last period against its reference. */
export const comparisonShape = z.strictObject({
  kind: z.enum(COMPARISONS),
  /** The current period is still running: both are cut at the same local position. */
  isPartial: z.boolean(),
  /** When the records begin: a period that begins before is compared with nothing. Null while there are none. */
  recordedFrom: instantAnswer.nullable(),
  rows: z.array(
    z.strictObject({
      split: z.string().nullable(),
      current: figureRow,
      reference: figureRow.nullable(),
      change: change.nullable(),
      /** How far chance alone may have moved it; null where there is no such interval. */
      interval: z
        .strictObject({
          measure: z.enum(['difference', 'relative_pct']),
          estimate: value,
          low: value,
          high: value,
          isBeyondChance: z.boolean(),
          isRise: z.boolean(),
        })
        .nullable(),
      verdict: z.enum(['better', 'worse', 'changed', 'unclear', 'untested']).nullable(),
      perWorkingDay: z.strictObject({ currentDays: count, referenceDays: count, change }).nullable(),
    }),
  ),
});

export const figureAnswer = z.strictObject({
  figure: figureShape,
  asOf: instantAnswer,
  timeZone: z.string(),
  rows: z.array(figureRow),
  /** Null without `compare`, and when the last period has not begun by `asOf`. */
  comparison: comparisonShape.nullable(),
});

const FACT_COLUMNS = [...new Set(FACT_KINDS.flatMap((kind) => Object.keys(factColumns[kind])))] as [
  string,
  ...string[],
];

const text = z.string().nullable();
const namesByKey = z.record(z.string(), z.string());

export const factRow = z.strictObject({
  ticket: z.number().int(),
  sourceKey: text,
  /** Subject, customer and state are those of the ticket today, the dimensions those of the instant that counts. */
  subject: text,
  customer: text,
  state: z.enum(TICKET_STATES),
  service: text,
  team: text,
  priority: text,
  level: text,
  from: instantAnswer,
  to: instantAnswer,
  split: text,
  /** Why it is left out; null when it counts. */
  reason: text,
  /** The event by which it is left out; null when it counts, and when no event tells. */
  leftOut: z
    .strictObject({
      at: instantAnswer,
      /** Null for a rule, and when the source of an import does not tell. */
      by: personShape.nullable(),
      why: text,
      /** The ticket that it was merged into. */
      into: z.number().int().nullable(),
    })
    .nullable(),
  success: z.boolean().nullable(),
  seconds: z.number().nullable(),
  /** Clocks that have stopped: business seconds beyond the target, negative when some were left. */
  lateSeconds: z.number().nullable(),
  /** What the figure shows of its facts, and what a list of their kind needs. */
  columns: z.partialRecord(z.enum(FACT_COLUMNS), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const factsAnswer = z.strictObject({
  /** The same on every page: the cursor keeps it. */
  asOf: instantAnswer,
  timeZone: z.string(),
  /** How many facts stand in each tab; told on the first page. */
  tabs: z
    .strictObject({
      counted: count,
      leftOut: count,
      leftOutBy: z.record(z.string(), count),
      undecided: count,
      immature: count,
      /** Of a share: the counted with success and those without. */
      judged: z.strictObject({ met: count, missed: count }).nullable(),
      /** Counted facts in the range of `lasting`, as the histogram counts them; null without one. */
      lasting: count.nullable(),
      /** All facts, counted by themselves: counted, left out and undecided add up to it. */
      total: count,
      /** Behind each number beside the figure. */
      beside: z.partialRecord(z.enum(BESIDE_NAMES), count),
    })
    .nullable(),
  /** What the keys on this page and in the filters are called; a key without a name is missing. */
  names: z.strictObject({ service: namesByKey, team: namesByKey, customer: namesByKey }),
  rows: z.array(factRow),
  nextCursor: z.string().nullable(),
});
