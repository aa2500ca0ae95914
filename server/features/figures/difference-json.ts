import type { z } from 'zod';
import type { changedFact, differenceGroup, differenceRoutes } from '#contract/api/difference-routes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import { type FigureAnswer, NO_SPLIT_VALUE } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { ChangedFact, DifferenceGroup, DifferenceQuestion, FigureDifferences } from './differences.ts';
import { answerOut } from './figure-json.ts';

type Told = z.input<(typeof differenceRoutes)['listDifferences']['answer']>;

/** The differences of a figure as the API tells them. */
export function differencesOut(
  { facts, summary }: Pick<FigureDifferences, 'facts' | 'summary'>,
  question: DifferenceQuestion,
): Pick<Told, 'summary' | 'facts'> {
  return {
    summary: summary && {
      rows: rowsOut(summary),
      groups: summary.groups.map((group) => groupOut(group, question)),
    },
    facts: facts.map((fact) => factOut(fact, question)),
  };
}

type Summary = NonNullable<FigureDifferences['summary']>;

/** Both answers side by side, in the order of split values and periods. */
function rowsOut({ before, after }: Summary): NonNullable<Told['summary']>['rows'] {
  const keyOf = ({ split, from }: FigureAnswer): string => JSON.stringify([split, from]);
  const early = new Map(before.map((answer) => [keyOf(answer), answer]));
  const late = new Map(after.map((answer) => [keyOf(answer), answer]));
  const keys = new Set([...late.keys(), ...early.keys()]);
  return [...keys].map((key) => {
    const [was, is] = [early.get(key), late.get(key)];
    const { split, from, to } = (is ?? was)!;
    return {
      split,
      from: instantOut(from),
      to: instantOut(to),
      before: was ? answerOut(was) : null,
      after: is ? answerOut(is) : null,
    };
  });
}

function cellOut(
  { period, split }: Pick<DifferenceGroup, 'period' | 'split'>,
  { edges, split: asked }: DifferenceQuestion,
) {
  return {
    split: asked === null ? null : (split ?? NO_SPLIT_VALUE),
    from: instantOut(edges[period]!),
    to: instantOut(edges[period + 1]!),
  };
}

function groupOut(group: DifferenceGroup, question: DifferenceQuestion): z.input<typeof differenceGroup> {
  const { change, cause, facts, counted, successes, first, second } = group;
  return { ...cellOut(group, question), change, cause, facts, counted, successes, amount: first, base: second };
}

function factOut(fact: ChangedFact, question: DifferenceQuestion): z.input<typeof changedFact> {
  const { number, subject, change, cause, at } = fact;
  const amountOf = (first: number | null) => (hasAmount(question.figure) && first !== null ? Number(first) : null);
  return {
    ...cellOut(fact, question),
    ...{ ticket: Number(number), subject, change, cause },
    at: at === null ? null : instantOut(at),
    before: fact.was_there
      ? { reason: fact.reason_before, success: fact.success_before, amount: amountOf(fact.first_before) }
      : null,
    after: fact.is_there
      ? { reason: fact.reason_after, success: fact.success_after, amount: amountOf(fact.first_after) }
      : null,
  };
}

function hasAmount(figure: Figure): boolean {
  return figure.kind === 'count' ? figure.sumOf !== null : figure.kind !== 'share' && figure.kind !== 'rate';
}
