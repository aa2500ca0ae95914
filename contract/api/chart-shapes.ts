import { z } from 'zod';
import { GRANULARITIES } from '#core/periods/granularity.ts';
import { figureQuery, figureShape } from './figure-shapes.ts';
import { instantAnswer } from './shapes.ts';

/** What is asked of a chart. Left out: 26 months; a chart shows whole periods that are over. */
export const chartQuery = figureQuery.omit({ compare: true });

const value = z.number().nullable();

const kind = z.enum(['p', 'u', 'xmr', 'none']);
/** Why there are no limits; null when there are. */
const reason = z.enum(['not_charted', 'rare_events', 'too_few_points']).nullable();
/** The chart that the figure asks for, when periods scatter too much for it. */
const insteadOf = z.enum(['p', 'u']).nullable();
/** From the first to the last period that made the limits. */
const baseline = z.strictObject({ from: instantAnswer, to: instantAnswer, points: z.number().int().min(0) }).nullable();

/** A figure period by period with the limits of chance, for one split value. */
export const chartShape = z.strictObject({
  split: z.string().nullable(),
  kind,
  reason,
  /** What the points say: the value of the figure, or its count per something. */
  measure: z.enum(['value', 'per_working_day', 'per_hundred']),
  insteadOf,
  center: value,
  /** How many times as far the baseline of a p or u chart scatters as chance explains. */
  sigmaZ: value,
  /** Fewer than twelve points made the limits. */
  isProvisional: z.boolean(),
  points: z.array(
    z.strictObject({
      from: instantAnswer,
      to: instantAnswer,
      value,
      lower: value,
      upper: value,
      bound: z.enum(['at_least', 'at_most']).nullable(),
    }),
  ),
  /** What chance hardly explains: where, by which rule, and to which side. */
  signals: z.array(
    z.strictObject({
      from: instantAnswer,
      rule: z.enum(['beyond_limits', 'mr_beyond', 'near_limit_3_of_4', 'run_8']),
      side: z.enum(['above', 'below']).nullable(),
    }),
  ),
  baseline,
});

/** Limits begin anew where a new baseline was decided; what the chart says of them is what the last segment says. */
export const segmentedChart = chartShape.extend({
  segments: z.array(
    z.strictObject({
      /** From the first to the last period for which these limits hold. */
      from: instantAnswer,
      to: instantAnswer,
      kind,
      reason,
      insteadOf,
      center: value,
      sigmaZ: value,
      isProvisional: z.boolean(),
      baseline,
    }),
  ),
});

export const chartAnswer = z.strictObject({
  figure: figureShape,
  asOf: instantAnswer,
  timeZone: z.string(),
  by: z.enum(GRANULARITIES),
  /** One for each split value; none when no whole period is over. */
  charts: z.array(segmentedChart),
});
