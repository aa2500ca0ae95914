import type { Instant } from '../time/instant.ts';
import { type Group, NOT_BEGUN, sum, UNIT_SECONDS, type Values, valuesOfGroups } from './answer-values.ts';
import type { Beside, BesideName, Bound, Figure, Unit } from './definition.ts';
import type { FigureQuery } from './query.ts';
import type { FigureSource, TallyRow, UndecidedRow } from './tally.ts';

/** One figure for one period and one split value. Percent and durations in the figure's unit. */
export interface FigureAnswer extends Values {
  /** `(none)` where the dimension is not set; null when the figure is not split. */
  readonly split: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** What the value is while facts are immature; null once it is final. */
  readonly bound: Bound | null;
  readonly undecided: number;
  readonly excluded: number;
  readonly excludedBy: Readonly<Record<string, number>>;
  readonly immature: number;
  /** Numbers that are always told together with this one. */
  readonly beside: Readonly<Partial<Record<BesideName, BesideAnswer>>>;
}

/** A number beside a figure, in a unit of its own. */
export interface BesideAnswer {
  readonly value: number | null;
  readonly unit: Unit;
  readonly n: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

type OwnAnswer = Omit<FigureAnswer, 'beside'>;

/** The name under which facts without a value are split. */
export const NO_SPLIT_VALUE = '(none)';

/** What a source says of one figure, before it is grouped. */
interface Rows {
  readonly query: FigureQuery;
  readonly tally: readonly TallyRow[];
  readonly undecided: readonly UndecidedRow[];
}

/**
 * Computes a figure from either source, in the periods whose beginning `isTold`. Rows are ordered by split value, then
 * period; without data there are rows too. A period that has not begun by as_of has no value.
 */
export async function answerFigure(
  query: FigureQuery,
  source: FigureSource,
  isTold: (from: Instant) => boolean = () => true,
): Promise<FigureAnswer[]> {
  const own = await rowsOf(query, source);
  const others = await Promise.all(
    query.figure.beside.map((beside) =>
      beside.kind === 'figure' ? rowsOf({ ...query, figure: beside.figure }, source) : null,
    ),
  );
  const splits = splitsOf(query, [own, ...others.filter((rows) => rows !== null)]);
  const groupsIn = (rows: Rows): Group[] => groupsOf(rows, splits).filter(({ period }) => isTold(query.edges[period]!));
  const groups = groupsIn(own);
  const answers = await answersOf(own, groups, source);
  const besides = await Promise.all(
    query.figure.beside.map(async (beside, index) => {
      const rows = others[index] ?? null;
      const numbers = rows ? await answersOf(rows, groupsIn(rows), source) : null;
      return { beside, numbers };
    }),
  );
  return answers.map((answer, index) => {
    const numbers = besides.map(({ beside, numbers }) => [
      beside.name,
      besideAnswer(beside, numbers?.[index] ?? null, { answer, group: groups[index]!, figure: query.figure }),
    ]);
    return { ...answer, beside: Object.fromEntries(numbers) };
  });
}

async function rowsOf(query: FigureQuery, source: FigureSource): Promise<Rows> {
  const { rows, undecided } = await source.tally(query);
  return { query, tally: rows, undecided };
}

/** Every split value that any of the numbers knows, so that all of them have the same rows. */
function splitsOf({ split }: FigureQuery, rows: readonly Rows[]): readonly (string | null)[] {
  const splits = new Set<string | null>(split === null ? [null] : []);
  for (const { tally, undecided } of rows) for (const row of [...tally, ...undecided]) splits.add(row.split);
  return [...splits].sort(bySplit);
}

function byText(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function bySplit(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

async function answersOf(rows: Rows, groups: readonly Group[], source: FigureSource): Promise<OwnAnswer[]> {
  const { query } = rows;
  const values = await valuesOfGroups(query, groups, source);
  return groups.map((group, index) => ({
    ...frame(query, group),
    ...(hasBegun(query, group.period) ? values[index]! : NOT_BEGUN),
  }));
}

function groupsOf({ query, tally, undecided }: Rows, splits: readonly (string | null)[]): Group[] {
  const bySplitValue = Map.groupBy(tally, (row) => row.split);
  return splits.flatMap((split) => {
    const own = bySplitValue.get(split) ?? [];
    return query.edges.slice(1).map((_, period): Group => {
      // The stock of now is none of a period to come.
      if (!hasBegun(query, period)) return { period, split, rows: [], undecided: 0 };
      const rows = own.filter((row) => row.period === period);
      const isOpen = (row: UndecidedRow): boolean => row.split === split && row.edgesBefore <= period + 1;
      return { period, split, rows, undecided: sum(undecided, (row) => (isOpen(row) ? row.facts : 0)) };
    });
  });
}

function hasBegun({ edges, asOf }: FigureQuery, period: number): boolean {
  return edges[period]! <= asOf;
}

/** All of an answer but its value and what stands beside it. */
function frame({ edges, figure, split }: FigureQuery, group: Group): Omit<FigureAnswer, keyof Values | 'beside'> {
  const excludedBy: Record<string, number> = {};
  let immature = 0;
  // Sorted, so that the same answer reads the same whatever order its rows came in.
  for (const row of group.rows.toSorted((a, b) => byText(a.reason, b.reason))) {
    if (row.reason === null) immature += row.immature;
    else excludedBy[row.reason] = (excludedBy[row.reason] ?? 0) + row.facts;
  }
  return {
    split: split === null ? null : (group.split ?? NO_SPLIT_VALUE),
    from: edges[group.period]!,
    to: edges[group.period + 1]!,
    bound: immature > 0 ? figure.bound : null,
    undecided: group.undecided,
    excluded: sum(Object.values(excludedBy), (facts) => facts),
    excludedBy,
    immature,
  };
}

interface Own {
  readonly answer: OwnAnswer;
  readonly group: Group;
  readonly figure: Figure;
}

/** The number beside: from an answer of its own, or from what was read with the figure. */
function besideAnswer(beside: Beside, number: OwnAnswer | null, { answer, group, figure }: Own): BesideAnswer {
  const counted = group.rows.filter((row) => row.reason === null);
  switch (beside.kind) {
    case 'figure': {
      const { value, n, numerator, denominator } = number!;
      return { value, unit: beside.figure.unit, n, numerator, denominator };
    }
    case 'part': {
      const place = figure.beside.filter((one) => one.kind === 'part').indexOf(beside);
      const n = sum(counted, (row) => row.parts[place]!);
      const value = answer.value === null ? null : n;
      return { value, unit: beside.figure.unit, n, numerator: null, denominator: null };
    }
    case 'oldest': {
      const seconds = counted.length === 0 ? null : Math.max(...counted.map((row) => row.oldest ?? 0));
      const value = seconds === null ? null : seconds / UNIT_SECONDS[beside.unit];
      return { value, unit: beside.unit, n: answer.n, numerator: null, denominator: null };
    }
  }
}
