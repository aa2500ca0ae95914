import type { FigureQuery } from '#core/figures/query.ts';
import type { FigureSource, Tally } from '#core/figures/tally.ts';
import { refuseIssues } from '#server/platform/problem.ts';

/** An answer would have more rows than its question allows. */
export class TooManyRows extends Error {
  constructor(mostRows: number) {
    super(`more than ${mostRows} rows`);
    this.name = 'TooManyRows';
  }
}

/**
 * The source of one answer, which may have no more rows than these. Nobody knows how many values a split has before it
 * is read, so what was read is counted, and refused before the rows of the answer are made: those are what takes long.
 */
export function limited(source: FigureSource, mostRows: number): FigureSource {
  const splits = new Set<string | null>();
  const check = ({ edges }: FigureQuery, { rows, undecided }: Tally): void => {
    for (const { split } of rows) splits.add(split);
    for (const { split } of undecided) splits.add(split);
    if (splits.size * (edges.length - 1) > mostRows) throw new TooManyRows(mostRows);
  };
  return {
    ...source,
    tally: async (query) => {
      const tally = await source.tally(query);
      check(query, tally);
      return tally;
    },
  };
}

/** Says to a client that it asked for too many rows; passes on all other errors. */
export function refuseTooManyRows(error: unknown): never {
  if (error instanceof TooManyRows) refuseIssues([{ in: 'query', pointer: '/split', code: 'too_many_rows' }]);
  throw error;
}
