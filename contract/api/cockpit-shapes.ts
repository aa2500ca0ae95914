import { z } from 'zod';
import { COCKPIT_GROUP_IDS } from '#core/figures/cockpit-groups.ts';
import { COMPARISONS } from '#core/periods/comparison.ts';
import { GRANULARITIES } from '#core/periods/granularity.ts';
import { DIMENSIONS } from '#core/ticket/dimensions.ts';
import { segmentedChart } from './chart-shapes.ts';
import { comparisonShape, FIGURE_IDS, figureQuery, figureRow, figureShape } from './figure-shapes.ts';
import { PROBLEM_CODES } from './problems.ts';
import { instantAnswer } from './shapes.ts';
import { targetShape } from './target-shapes.ts';

/*
 * The cockpit comes as lines of JSON: a head, then a tile or a failure for every figure of the head in any order, then
 * what stands out. An answer without its last line was cut off.
 */

/**
 * What is asked of the cockpit: one period of the length `by`, left out a month. Without bounds it is the last that is
 * over; with one bound that in which it lies; any stretch of days with two that are not those of one period. Filters are those that all figures know. Left out, `compare` is `previous`.
 */
export const cockpitQuery = figureQuery
  .omit({ split: true, compare: true })
  .extend({ compare: z.enum([...COMPARISONS, 'none']).optional() });

/** How many whole periods before the asked one a tile draws. */
export const PERIODS_BEFORE = 24;

const figureId = z.enum(FIGURE_IDS);
const count = z.number().int().min(0);
const value = z.number().nullable();
const span = z.strictObject({ from: instantAnswer, to: instantAnswer });
const tone = z.enum(['better', 'worse', 'neutral']);
const direction = targetShape.shape.direction;

export const cockpitHead = z.strictObject({
  line: z.literal('head'),
  period: span,
  by: z.enum(GRANULARITIES),
  /** False for a stretch of days that is no period of that length: nothing is compared then. */
  isWhole: z.boolean(),
  /** The period is not over by `asOf`. */
  isRunning: z.boolean(),
  /** What the charts are asked for: the period and up to 24 before it. */
  charted: span,
  /** The windows that are compared; null without a comparison and when the period has not begun by `asOf`. */
  comparison: z
    .strictObject({
      kind: z.enum(COMPARISONS),
      /** Both are cut at the same local position. */
      isPartial: z.boolean(),
      current: span,
      /** Null when there is no such period. */
      reference: span.nullable(),
    })
    .nullable(),
  asOf: instantAnswer,
  timeZone: z.string(),
  groups: z.array(
    z.strictObject({
      id: z.enum(COCKPIT_GROUP_IDS),
      figures: z.array(figureShape),
      /** What the group waits for before it can say all it should. */
      awaits: z.enum(['cost_rates']).nullable(),
    }),
  ),
  /** When the first ticket was opened; null when there is none at all, whatever is asked. */
  firstAt: instantAnswer.nullable(),
  /** When something last happened to a ticket; null when there is none. */
  lastAt: instantAnswer.nullable(),
});

/** What the chart says of the asked period, in the measure of the chart. */
const signal = z.strictObject({
  rule: z.enum(['beyond_limits', 'run_8', 'near_limit_3_of_4', 'mr_beyond']),
  side: z.enum(['above', 'below']),
  /** Whether that is good, by the direction of the figure. */
  tone,
  measure: segmentedChart.shape.measure,
  value: z.number(),
  center: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** How far from the centre, in thirds of the way to the limit. */
  sigmas: value,
  /** How many periods in a row on this side of the centre, the asked one the last. */
  inARow: count,
});

export const cockpitTile = z.strictObject({
  line: z.literal('tile'),
  figure: figureId,
  /** What the route of the figure answers. */
  row: figureRow,
  /** The row of its comparison; null where there is none. */
  comparison: comparisonShape.shape.rows.element.nullable(),
  /** What the route of the chart answers; null when no whole period is over. */
  chart: segmentedChart.nullable(),
  signal: signal.nullable(),
  /** The target in force on the last day of the period. */
  target: z
    .strictObject({
      version: z.number().int(),
      value: z.number(),
      direction,
      owner: z.string(),
      validFrom: targetShape.shape.validFrom,
      verdict: z.enum(['kept', 'missed', 'open', 'too_few']),
    })
    .nullable(),
});

/** A figure that could not be computed: the others are. */
export const cockpitFailure = z.strictObject({
  line: z.literal('failure'),
  figure: figureId,
  code: z.enum(PROBLEM_CODES as [string, ...string[]]),
  title: z.string(),
});

const tally = z.strictObject({
  figures: count,
  standOut: count,
  kept: count,
  missed: count,
  open: count,
  tooFew: count,
});

export const cockpitFindings = z.strictObject({
  line: z.literal('findings'),
  /** The strongest first, each followed by those that tell of the same cause. */
  findings: z.array(
    z.strictObject({
      figure: figureId,
      code: z.enum(['beyond_limits', 'run_8', 'near_limit_3_of_4', 'mr_beyond', 'target_missed']),
      tone,
      value: z.number(),
      signal: signal.nullable(),
      /** The target, when it was missed. */
      missed: z.strictObject({ value: z.number(), direction }).nullable(),
      /** The finding that tells the story which this one belongs to; null for those that tell one. */
      toldBy: figureId.nullable(),
      /** Who carries most of it, where one does. */
      where: z
        .strictObject({
          dimension: z.enum(DIMENSIONS),
          value: z.string(),
          /** Null for values without one. */
          name: z.string().nullable(),
          row: figureRow,
          /** Of all that the values added to it, from a half to 1. */
          share: z.number(),
        })
        .nullable(),
    }),
  ),
  tally,
  groups: z.array(z.strictObject({ id: z.enum(COCKPIT_GROUP_IDS), tally })),
});

export const cockpitLine = z.discriminatedUnion('line', [cockpitHead, cockpitTile, cockpitFailure, cockpitFindings]);

/** The values that tickets have, to filter by. */
export const dimensionsAnswer = z.strictObject({
  dimensions: z.array(
    z.strictObject({
      dimension: z.enum(DIMENSIONS),
      /** `(none)` where tickets have no value. The name is that of today; null for values without one. */
      values: z.array(z.strictObject({ value: z.string(), name: z.string().nullable(), tickets: count })),
    }),
  ),
});

/** How a figure is counted, in the language of the request. */
export const definitionAnswer = z.strictObject({
  figure: figureShape,
  formula: z.string(),
  /** What counts, and when. */
  cohort: z.string(),
  clock: z.string(),
  leftOut: z.string(),
  /** Null when the figure knows no open verdicts. */
  undecided: z.string().nullable(),
  interval: z.string(),
  chart: z.string(),
  notThis: z.string(),
  source: z.string(),
});
