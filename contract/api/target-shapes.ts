import { z } from 'zod';
import { TARGET_DIRECTIONS } from '#core/figures/target.ts';
import { FIGURE_IDS } from './figure-shapes.ts';
import { dateText, instantAnswer, plainText } from './shapes.ts';

const direction = z.enum(TARGET_DIRECTIONS);

/** One version of the target of a figure. */
export const targetShape = z.strictObject({
  figure: z.enum(FIGURE_IDS),
  version: z.number().int().min(1),
  /** In the unit of the figure; null: from that date on nothing is promised. */
  value: z.number().nullable(),
  direction,
  /** Who answers for it: a role or a team, in words. */
  owner: z.string(),
  /** The first local day on which it counts. */
  validFrom: z.string().meta({ format: 'date' }),
  setAt: instantAnswer,
  /** The name of whoever set it; null once erased or when nobody is known. */
  setBy: z.string().nullable(),
});

/** More than any figure can be, so that sums and comparisons stay exact. */
const LARGEST_TARGET = 1_000_000_000;

/** A new version. Without a direction that of the figure counts. */
export const targetBody = z.strictObject({
  value: z.number().min(-LARGEST_TARGET).max(LARGEST_TARGET).nullable(),
  direction: direction.optional(),
  owner: plainText(200).refine((text) => text.trim() !== '', { error: 'missing' }),
  validFrom: dateText,
});
