import * as z from 'zod';
import { CHANGE_KINDS, changeOf } from '#core/periods/change.ts';
import { COMPARISONS, comparisonWindows } from '#core/periods/comparison.ts';
import { GRANULARITIES } from '#core/periods/granularity.ts';
import { formatInstant, NEVER, parseInstant } from '#core/time/instant.ts';
import type { Interval } from '#core/time/interval.ts';
import { zoneOf } from '#core/time/zone.ts';
import type { VectorKind } from './vector-kind.ts';

const moment = z.string().transform(parseInstant);
const value = z.union([z.number(), z.null(), z.tuple([z.number(), z.number()])]);
const caseShape = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('windows'),
    tz: z.string(),
    granularity: z.enum(GRANULARITIES),
    anchor: moment,
    as_of: moment.nullish(),
    comparison: z.enum(COMPARISONS),
  }),
  z.object({ op: z.literal('change'), kind: z.enum(CHANGE_KINDS), current: value, reference: value }),
]);
type WindowsQuestion = Extract<z.infer<typeof caseShape>, { op: 'windows' }>;

/** Reporting periods, what they are compared with, and by how much they differ. */
export const periodsKind: VectorKind = {
  name: 'periods',
  isCase: ({ op }) => op === 'windows' || op === 'change',
  got: (vector) => {
    const question = caseShape.parse(vector);
    if (question.op === 'windows') return windowsFields(question);
    const change = changeOf(question.kind, question.current, question.reference);
    return { ...change, difference_unit: change.differenceUnit, relative_pct: change.relativePct };
  },
};

function windowsFields({ tz, as_of, ...question }: WindowsQuestion): unknown {
  const answer = comparisonWindows({ ...question, zone: zoneOf(tz), asOf: as_of ?? NEVER });
  // Refused: there is no answer at all.
  if (answer.kind === 'refused') return null;
  return {
    current: textOf(answer.current),
    partial: answer.isPartial,
    current_full_to: formatInstant(answer.currentFullEnd),
    reference: answer.reference && textOf(answer.reference),
  };
}

function textOf({ start, end }: Interval): { from: string; to: string } {
  return { from: formatInstant(start), to: formatInstant(end) };
}
