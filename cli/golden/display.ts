import * as z from 'zod';
import { durationText } from '#core/display/duration-text.ts';
import { percentText } from '#core/display/rounded-text.ts';
import type { VectorKind } from './vector-kind.ts';

const caseShape = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('percent'),
    numerator: z.number(),
    denominator: z.number(),
    decimals: z.number().int().nonnegative(),
  }),
  z.object({ op: z.literal('duration_h_mm_ss'), seconds: z.number().nullable() }),
]);

/** Rounding for display. */
export const displayKind: VectorKind = {
  name: 'display',
  isCase: ({ op }) => op === 'percent' || op === 'duration_h_mm_ss',
  got: (vector) => {
    const question = caseShape.parse(vector);
    const text =
      question.op === 'percent'
        ? percentText(question.numerator, question.denominator, question.decimals)
        : durationText(question.seconds);
    return { expected_text: text };
  },
};
