import type { z } from 'zod';
import type { factRow, factsAnswer } from '#contract/api/figure-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { ColumnValue } from '#core/facts/column.ts';
import { type ColumnOf, type FactKind, factColumns } from '#core/facts/kinds.ts';
import { columnName } from '#core/facts/sql-name.ts';
import { lateSeconds, listColumnsOf } from '#core/figures/list-columns.ts';
import type { Instant } from '#core/time/instant.ts';
import type { FactTabs } from './fact-tabs.ts';
import type { FactBehind, FactList } from './facts-behind.ts';
import type { FigureQuestion } from './figure-question.ts';
import type { LeftOutEvent } from './left-out-events.ts';

type FactsAnswer = z.input<typeof factsAnswer>;
type Shown = Pick<FigureQuestion, 'figure' | 'edges'>;

/** A page of facts as the API tells it. */
export function factListOut(
  { page, leftOut, names, tabs }: FactList,
  shown: Shown,
): Pick<FactsAnswer, 'tabs' | 'names' | 'rows'> {
  return {
    tabs: tabs && tabsOut(tabs),
    names: { service: { ...names.service }, team: { ...names.team }, customer: { ...names.customer } },
    rows: page.rows.map((fact, index) => factOut(fact, leftOut[index]!, shown)),
  };
}

function tabsOut({ leftOutBy, besideFacts, judged, beside: _, ...counts }: FactTabs): FactsAnswer['tabs'] {
  return { ...counts, judged: judged && { ...judged }, leftOutBy: { ...leftOutBy }, beside: { ...besideFacts } };
}

function factOut(fact: FactBehind, leftOut: LeftOutEvent | null, { figure, edges }: Shown): z.input<typeof factRow> {
  const stored = (name: string): ColumnValue => fact[columnName(name)] ?? null;
  const dimension = (name: string) => stored(name) as string | null;
  return {
    ticket: fact.number,
    sourceKey: fact.source_key,
    subject: fact.ticket_subject,
    customer: fact.ticket_customer,
    state: fact.ticket_state,
    service: dimension('service'),
    team: dimension('team'),
    priority: dimension('priority'),
    level: dimension('level'),
    from: instantOut(edges[fact.period]!),
    to: instantOut(edges[fact.period + 1]!),
    split: fact.split,
    reason: fact.reason,
    leftOut: leftOut && { ...leftOut, at: instantOut(leftOut.at) },
    success: fact.success,
    seconds: fact.seconds,
    lateSeconds:
      figure.of === 'clock' ? lateSeconds(number(stored('targetSeconds')), number(stored('elapsedSeconds'))) : null,
    columns: Object.fromEntries(
      listColumnsOf(figure).map((name) => [name, shownValue(figure.of, name, stored(name))] as const),
    ),
  };
}

function number(value: ColumnValue): number | null {
  return typeof value === 'number' ? value : null;
}

function shownValue(kind: FactKind, name: string, value: ColumnValue): ColumnValue {
  const isInstant = factColumns[kind][name as ColumnOf<FactKind>]?.type === 'instant';
  if (!isInstant || typeof value !== 'number') return value;
  return Number.isFinite(value) ? instantOut(value as Instant) : null;
}
