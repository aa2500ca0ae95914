import type { Instant } from '../time/instant.ts';
import type { Figure } from './definition.ts';
import type { FigureQuery } from './query.ts';
import type { FigureSource, RankedRow, RanksWanted, Tally, TallyRow, UndecidedRow } from './tally.ts';

/**
 * One reading for several questions to the same figure: its value, its comparison and its chart ask for periods that
 * overlap, and the sum over a long period is that of its parts.
 *
 * 1. The answers are those of `source`, to the last digit: sums of whole numbers are added, and the stock at the end of
 *    a period is that at the end of its last part.
 * 2. A question with an edge that is not among `edges` goes to `source` as it is.
 * 3. Order statistics of a period that were read once are not read again.
 * 4. All questions have the same split, filters and settings.
 */
export function sharedReading(source: FigureSource, edges: readonly Instant[]): FigureSource {
  const fine = [...new Set(edges)].sort((a, b) => a - b);
  const places = new Map(fine.map((edge, place) => [edge, place]));
  const tallies = new Map<Figure, Map<Instant, Promise<Tally>>>();
  const ranks = new Map<string, number>();
  const readFine = (query: FigureQuery): Promise<Tally> => {
    const byAsOf = tallies.get(query.figure) ?? new Map<Instant, Promise<Tally>>();
    tallies.set(query.figure, byAsOf);
    const tally = byAsOf.get(query.asOf) ?? source.tally({ ...query, edges: fine });
    byAsOf.set(query.asOf, tally);
    return tally;
  };
  return {
    ...source,
    tally: async (query) => {
      if (!query.edges.every((edge) => places.has(edge))) return source.tally(query);
      return coarser(await readFine(query), query, { fine, places });
    },
    ranked: async (query, wanted) => {
      const missing = wanted.filter((one) => keysOf(query, one).some((key) => !ranks.has(key)));
      const read = missing.length === 0 ? [] : await source.ranked(query, missing);
      for (const row of read) ranks.set(keyOf(query, row), row.seconds);
      return wanted.flatMap((one) => ranksKnown(query, one, ranks));
    },
  };
}

interface Fine {
  readonly fine: readonly Instant[];
  readonly places: ReadonlyMap<Instant, number>;
}

/** The tally of a query from one with more edges. */
function coarser(tally: Tally, { figure, edges }: FigureQuery, { fine, places }: Fine): Tally {
  const starts = edges.map((edge) => places.get(edge)!);
  const groups = new Map<string, TallyRow>();
  for (const row of tally.rows) {
    const period = starts.findLastIndex((start) => start <= row.period);
    if (period < 0 || period === edges.length - 1) continue;
    if (figure.basis === 'stock' && row.period + 1 !== starts[period + 1]) continue;
    const key = JSON.stringify([period, row.split, row.reason]);
    const known = groups.get(key);
    groups.set(key, known ? addedRow(known, row) : { ...row, period });
  }
  const undecided = tally.undecided.map((row): UndecidedRow => {
    const known = new Set(fine.slice(0, row.edgesBefore));
    return { ...row, edgesBefore: edges.filter((edge) => known.has(edge)).length };
  });
  return { rows: [...groups.values()], undecided };
}

/** The facts of both rows together; what they are grouped by is that of the first. */
export function addedRow(one: TallyRow, other: TallyRow): TallyRow {
  const both = one.sorted && other.sorted && [...one.sorted, ...other.sorted];
  return {
    ...one,
    facts: one.facts + other.facts,
    successes: one.successes + other.successes,
    immature: one.immature + other.immature,
    firstSum: one.firstSum + other.firstSum,
    secondSum: one.secondSum + other.secondSum,
    atLeast: one.atLeast.map((facts, index) => facts + other.atLeast[index]!),
    parts: one.parts.map((facts, index) => facts + other.parts[index]!),
    oldest: one.oldest === null ? other.oldest : Math.max(one.oldest, other.oldest ?? 0),
    sorted: both?.sort((a, b) => a - b) ?? null,
  };
}

function keysOf(query: FigureQuery, { ranks, ...group }: RanksWanted): string[] {
  return ranks.map((rank) => keyOf(query, { ...group, rank }));
}

function keyOf(
  { figure, asOf, edges }: FigureQuery,
  { period, split, rank }: Pick<RankedRow, 'period' | 'split' | 'rank'>,
): string {
  return JSON.stringify([figure.id, asOf, edges[period], edges[period + 1], split, rank]);
}

function ranksKnown(query: FigureQuery, wanted: RanksWanted, ranks: ReadonlyMap<string, number>): RankedRow[] {
  const { period, split } = wanted;
  return wanted.ranks.flatMap((rank) => {
    const seconds = ranks.get(keyOf(query, { period, split, rank }));
    return seconds === undefined ? [] : [{ period, split, rank, seconds }];
  });
}
