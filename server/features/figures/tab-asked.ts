import type { z } from 'zod';
import type { factsQuery } from '#contract/api/figure-shapes.ts';
import type { Issue } from '#contract/api/problems.ts';
import { UNIT_SECONDS } from '#core/figures/answer-values.ts';
import { besideNamesOf } from '#core/figures/beside.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { FactTab } from '#core/figures/fact-tab.ts';
import { leftOutReasonsOf } from '#core/figures/left-out-reasons.ts';
import { refuseIssues } from '#server/platform/problem.ts';
import type { FactPageRequest } from './facts-behind.ts';

/**
 * The tab in a query: a number beside the figure has counted facts alone, as success and a range of durations have, and a reason is for those
 * left out.
 * @throws HttpProblem for what the figure does not have, or what does not go with the tab.
 */
export function tabAsked(
  figure: Figure,
  {
    tab,
    reason,
    beside,
    success,
    lasting,
  }: Pick<z.output<typeof factsQuery>, 'tab' | 'reason' | 'beside' | 'success' | 'lasting'>,
): Pick<FactPageRequest, 'tab' | 'beside'> {
  const issues: Issue[] = [];
  const refuse = (pointer: string): void => void issues.push({ in: 'query', pointer, code: 'not_allowed' });
  if (reason !== undefined && (tab !== 'left_out' || !leftOutReasonsOf(figure).includes(reason))) refuse('/reason');
  if (beside !== undefined && !besideNamesOf(figure).includes(beside)) refuse('/beside');
  if (beside !== undefined && tab !== undefined && tab !== 'counted') refuse('/tab');
  const isOfCounted = beside === undefined && (tab === undefined || tab === 'counted');
  if (success !== undefined && !(isOfCounted && figure.kind === 'share')) refuse('/success');
  if (lasting !== undefined && !(isOfCounted && figure.kind === 'duration')) refuse('/lasting');
  refuseIssues(issues);
  if (lasting !== undefined && figure.kind === 'duration') {
    const secondsOf = (told: number) => Math.round(told * UNIT_SECONDS[figure.unit]);
    const [from, to] = lasting;
    return { tab: { kind: 'lasting', range: { atLeast: secondsOf(from), below: to === null ? null : secondsOf(to) } } };
  }
  if (success !== undefined) return { tab: { kind: 'judged', success } };
  if (beside !== undefined) return { tab: { kind: 'counted' }, beside };
  const kind = tab ?? 'all';
  return { tab: kind === 'left_out' ? { kind, reason: reason ?? null } : ({ kind } satisfies FactTab) };
}
