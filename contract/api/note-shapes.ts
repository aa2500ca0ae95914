import { z } from 'zod';
import { FIGURE_DIMENSIONS, FIGURE_IDS } from './figure-shapes.ts';
import { dateText, instantAnswer, plainText } from './shapes.ts';

/** Who took something back, and when; the name is null once erased or when nobody is known. */
export const takenBackShape = z.strictObject({ at: instantAnswer, by: z.string().nullable() });

const filled = (most: number) => plainText(most).refine((text) => text.trim() !== '', { error: 'missing' });

/** A note stands in a picture: long stories belong elsewhere. */
export const MOST_NOTE_CHARACTERS = 200;
export const MOST_REASON_CHARACTERS = 1_000;

/** One value of a dimension: `service`, `mail`; `(none)` where it is not set. */
const splitValue = z.strictObject({ dimension: z.enum(FIGURE_DIMENSIONS), value: plainText(200).min(1) });

/** Something that happened on a day and explains figures. */
export const noteShape = z.strictObject({
  id: z.string(),
  on: z.string().meta({ format: 'date' }),
  text: z.string(),
  /** Null: for all figures. */
  figure: z.enum(FIGURE_IDS).nullable(),
  /** Null: for all values of all splits. */
  split: splitValue.nullable(),
  writtenAt: instantAnswer,
  /** The name of whoever wrote it; null once erased or when nobody is known. */
  writtenBy: z.string().nullable(),
  takenBack: takenBackShape.nullable(),
});

export const noteBody = z.strictObject({
  on: dateText,
  text: filled(MOST_NOTE_CHARACTERS),
  figure: z.enum(FIGURE_IDS).optional(),
  split: splitValue.optional(),
});

/** A decision that the limits of a figure's charts begin anew. */
export const baselineShape = z.strictObject({
  id: z.string(),
  figure: z.enum(FIGURE_IDS),
  /** Limits come from the whole periods that begin on this day or later. */
  from: z.string().meta({ format: 'date' }),
  reason: z.string(),
  setAt: instantAnswer,
  setBy: z.string().nullable(),
  takenBack: takenBackShape.nullable(),
});

export const baselineBody = z.strictObject({ from: dateText, reason: filled(MOST_REASON_CHARACTERS) });
