import * as z from 'zod';
import { satisfaction } from '#core/statistics/csat.ts';
import { differenceOfProportions } from '#core/statistics/difference.ts';
import { meanOf } from '#core/statistics/mean.ts';
import { netPromoterScore } from '#core/statistics/nps.ts';
import { quantileOf } from '#core/statistics/quantile.ts';
import { rateOf } from '#core/statistics/rate.ts';
import { sampleOf } from '#core/statistics/sample.ts';
import { welch, welchOfLogs } from '#core/statistics/welch.ts';
import { proportion } from '#core/statistics/wilson.ts';
import type { VectorKind } from './vector-kind.ts';

const counted = z.object({ numerator: z.number(), denominator: z.number() });
const values = z.array(z.number());
const counts = z.record(z.string(), z.number());

const caseShape = z.discriminatedUnion('op', [
  z.object({ op: z.literal('proportion'), numerator: z.number(), denominator: z.number() }),
  z.object({ op: z.literal('csat'), counts }),
  z.object({ op: z.literal('nps'), counts }),
  z.object({ op: z.literal('mean'), values, scale: z.tuple([z.number(), z.number()]).nullish() }),
  z.object({ op: z.literal('quantile'), values, q: z.number() }),
  z.object({ op: z.literal('difference'), after: counted, before: counted }),
  z.object({ op: z.literal('welch'), after: values, before: values }),
  z.object({ op: z.literal('welch_log'), after: values, before: values }),
  z.object({ op: z.literal('rate'), events: z.number(), exposure: z.number(), per: z.number().default(1) }),
]);
type Question = z.infer<typeof caseShape>;

const OPERATIONS: readonly string[] = caseShape.options.map(({ shape }) => shape.op.value);

/** Proportions, ratings, means, quantiles, differences and rates with their intervals. */
export const statisticsKind: VectorKind = {
  name: 'statistics',
  isCase: ({ op }) => typeof op === 'string' && OPERATIONS.includes(op),
  // The file allows a tenth of the digits for what rests on Student's t.
  tolerance: ({ op }) => (op === 'mean' || op === 'welch' || op === 'welch_log' ? 1e-8 : 1e-9),
  got: (vector) => answer(caseShape.parse(vector)),
};

function answer(question: Question): unknown {
  switch (question.op) {
    case 'proportion': {
      const { valuePct, lowPct, highPct, isWide } = proportion(question.numerator, question.denominator);
      return { value_pct: valuePct, low_pct: lowPct, high_pct: highPct, wide: isWide };
    }
    case 'csat':
      return csatFields(question.counts);
    case 'nps': {
      const score = netPromoterScore(Array.from({ length: 11 }, (_, rating) => question.counts[rating] ?? 0));
      return { ...score, wide: score.isWide };
    }
    case 'mean': {
      const scale = question.scale ? { lowest: question.scale[0], highest: question.scale[1] } : null;
      const mean = meanOf(sampleOf(question.values), scale);
      return { ...mean, sd: mean.standardDeviation, median: quantileOf(question.values, 0.5).value };
    }
    case 'quantile':
      return quantileOf(question.values, question.q);
    case 'difference': {
      const { differencePp, lowPp, highPp, excludesZero } = differenceOfProportions(question.after, question.before);
      return { difference_pp: differencePp, low_pp: lowPp, high_pp: highPp, excludes_zero: excludesZero };
    }
    case 'welch': {
      const compared = welch(sampleOf(question.after), sampleOf(question.before));
      return { ...compared, df: compared.degreesOfFreedom, excludes_zero: compared.excludesZero };
    }
    case 'welch_log': {
      const compared = welchOfLogs(question.after, question.before);
      return { ...compared, df: compared.degreesOfFreedom, excludes_one: compared.excludesOne };
    }
    case 'rate':
      return rateOf(question, question.per);
  }
}

function csatFields(ratings: Readonly<Record<string, number>>): unknown {
  const of = (rating: number) => ratings[rating] ?? 0;
  const { n, satisfied, rating, topBoxPct, bottomTwoPct } = satisfaction([of(1), of(2), of(3), of(4), of(5)]);
  return {
    n,
    csat_pct: satisfied.valuePct,
    low_pct: satisfied.lowPct,
    high_pct: satisfied.highPct,
    wide: satisfied.isWide,
    mean: rating.mean,
    top_box_pct: topBoxPct,
    bottom_two_pct: bottomTwoPct,
  };
}
