import type { FactKind } from '#core/facts/kinds.ts';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import { arraySource } from '#core/figures/array-source.ts';
import type { Figure } from '#core/figures/definition.ts';
import { FIGURES } from '#core/figures/registry.ts';
import type { FigureSource } from '#core/figures/tally.ts';
import { backlogOpen, netFlow } from '#core/figures/volume.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { DIMENSIONS, type Dimension } from '#core/ticket/dimensions.ts';
import { formatInstant, type Instant } from '#core/time/instant.ts';
import type { Zone } from '#core/time/zone.ts';
import { type FigureQuestion, queryOf } from '#server/features/figures/index.ts';
import type { Difference } from './difference.ts';

export interface FigureComparison {
  readonly answers: number;
  readonly differences: readonly Difference[];
}

export interface ComparedPeriod {
  readonly from: Instant;
  readonly to: Instant;
  readonly asOfs: readonly Instant[];
  readonly zone: Zone;
}

const TOLERANCE = 1e-9;

/** Figures that count facts of one kind. */
export function figuresOf(kind: FactKind): readonly Figure[] {
  return FIGURES.filter((figure) => figure.of === kind);
}

/**
 * Computes every figure of one kind of facts month by month, as of each instant, by SQL and by arrays: once as a whole
 * and once split, each time by another dimension.
 */
export async function compareFigures(
  kind: FactKind,
  sql: FigureSource,
  {
    facts,
    period,
    onAnswer,
  }: {
    readonly facts: Parameters<typeof arraySource>[0];
    readonly period: ComparedPeriod;
    readonly onAnswer: () => void;
  },
): Promise<FigureComparison> {
  const arrays = arraySource(facts);
  const differences: Difference[] = [];
  let answers = 0;
  for (const figure of figuresOf(kind)) {
    for (const [index, asOf] of period.asOfs.entries()) {
      const splits: (Dimension | null)[] = [null, DIMENSIONS[index % DIMENSIONS.length]!];
      for (const split of splits) {
        const query = queryOf(questionOf(figure, period, { asOf, split }));
        const [bySql, byArrays] = await Promise.all([answerFigure(query, sql), answerFigure(query, arrays)]);
        differences.push(...compareAnswers(figure, bySql, byArrays, asOf));
        answers += 1;
      }
      onAnswer();
    }
  }
  return { answers, differences };
}

/**
 * Open tickets at the end of a month that has begun are those at its start and what came in less what went out
 * (kpi-spec 5.4).
 */
export async function compareFlow(sql: FigureSource, period: ComparedPeriod): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const asOf of period.asOfs) {
    const ask = (figure: Figure) => answerFigure(queryOf(questionOf(figure, period, { asOf, split: null })), sql);
    const [stock, flow] = await Promise.all([ask(backlogOpen), ask(netFlow)]);
    let open = 0;
    stock.forEach((end, index) => {
      open += flow[index]?.value ?? 0;
      if (end.from <= asOf && end.value !== open) {
        const detail = `${formatInstant(end.to)}: ${end.value} (${open})`;
        differences.push({ kind: 'flow', of: formatInstant(asOf), detail });
      }
    });
  }
  return differences;
}

function questionOf(
  figure: Figure,
  { from, to, zone }: ComparedPeriod,
  { asOf, split }: { readonly asOf: Instant; readonly split: Dimension | null },
): FigureQuestion {
  return { figure, edges: periodEdges(zone, 'month', from, to), asOf, split, where: [], zone };
}

function compareAnswers(
  figure: Figure,
  bySql: readonly FigureAnswer[],
  byArrays: readonly FigureAnswer[],
  asOf: Instant,
): Difference[] {
  const of = `${figure.id} @ ${formatInstant(asOf)}`;
  if (bySql.length !== byArrays.length) {
    return [{ kind: 'figure', of, detail: `${bySql.length} / ${byArrays.length}` }];
  }
  return bySql.flatMap((answer, index) => {
    const name = `${formatInstant(answer.from)} ${answer.split ?? ''}`.trim();
    return differingPaths(answer, byArrays[index], '').map(
      (path): Difference => ({ kind: 'figure', of, detail: `${name}: ${path}` }),
    );
  });
}

function differingPaths(a: unknown, b: unknown, path: string): string[] {
  if (typeof a === 'number' && typeof b === 'number') {
    const isEqual = a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    return isEqual ? [] : [`${path}: ${a} / ${b}`];
  }
  if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return names.flatMap((name) =>
      differingPaths(
        (a as Record<string, unknown>)[name],
        (b as Record<string, unknown>)[name],
        path === '' ? name : `${path}.${name}`,
      ),
    );
  }
  return a === b ? [] : [`${path}: ${String(a)} / ${String(b)}`];
}
