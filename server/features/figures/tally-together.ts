import type { FigureQuery } from '#core/figures/query.ts';
import { addedRow } from '#core/figures/shared-reading.ts';
import type { CountName } from '#core/figures/sql/counts.ts';
import { type TallyPlaces, talliesSql } from '#core/figures/sql/tallies-statement.ts';
import type { FigureSource, TallyRow } from '#core/figures/tally.ts';
import type { Instant } from '#core/time/instant.ts';
import { type RunStatement, readUndecided, type StoredCounts, sqlShape, tallyRow } from './sql-source.ts';

export interface TogetherOptions {
  readonly run: RunStatement;
  readonly lastEventAt: Instant | null;
}

/**
 * `source`, but the tallies of `planned` are read together as soon as one of them is asked for: a table that several
 * figures count is read once. The answers are those of `source`; any other question goes to it.
 *
 * All planned questions differ in their figures alone.
 */
export function tallyTogether(
  source: FigureSource,
  planned: readonly FigureQuery[],
  { run, lastEventAt }: TogetherOptions,
): FigureSource {
  const readings = Map.groupBy(planned.filter(isJoined(lastEventAt)), ({ figure }) =>
    // What stands at an instant is looked up with the condition that the figure is about.
    JSON.stringify([figure.of, figure.basis, figure.datedBy, figure.basis === 'stock' && figure.where]),
  );
  const read = new Map<readonly FigureQuery[], Promise<TallyRow[][]>>();
  return {
    ...source,
    tally: async (query) => {
      for (const together of readings.values()) {
        const place = together.findIndex((one) => isSame(one, query));
        if (place < 0) continue;
        const tallies = read.get(together) ?? readTallies(together, { run, lastEventAt });
        read.set(together, tallies);
        const rows = (await tallies)[place]!;
        return { rows, undecided: await readUndecided(run, query, sqlShape(query, lastEventAt)) };
      }
      return source.tally(query);
    },
  };
}

/** As of a past instant open verdicts come with a tally of their own. */
function isJoined(lastEventAt: Instant | null): (query: FigureQuery) => boolean {
  return (query) => query.figure.undecided === null || sqlShape(query, lastEventAt).isNow;
}

function isSame(one: FigureQuery, { figure, asOf, edges }: FigureQuery): boolean {
  return (
    one.figure === figure &&
    one.asOf === asOf &&
    one.edges.length === edges.length &&
    one.edges.every((edge, index) => edge === edges[index])
  );
}

type StoredRow = Readonly<Record<string, unknown>> & Pick<TallyRow, 'period' | 'split' | 'facts'>;

async function readTallies(
  together: readonly FigureQuery[],
  { run, lastEventAt }: TogetherOptions,
): Promise<TallyRow[][]> {
  const statement = talliesSql(together.map((query) => sqlShape(query, lastEventAt)));
  const stored = await run<StoredRow>(together[0]!, statement);
  return statement.places.map((places) => rowsAt(places, stored));
}

/** The rows of one figure: those in which it is asked, without what only the others told apart. */
function rowsAt({ asked, reason, counts }: TallyPlaces, stored: readonly StoredRow[]): TallyRow[] {
  const groups = new Map<string, TallyRow>();
  for (const row of stored) {
    if (asked !== null && row[asked] !== true) continue;
    const { period, split, facts } = row;
    const group = { period, split, facts, reason: row[reason] as string | null };
    const own = tallyRow(group, countsAt(counts, row));
    const key = JSON.stringify([period, split, group.reason]);
    const known = groups.get(key);
    groups.set(key, known ? addedRow(known, own) : own);
  }
  return [...groups.values()];
}

function countsAt(places: TallyPlaces['counts'], row: StoredRow): StoredCounts {
  const entries = Object.entries(places).map(([name, column]) => [name as CountName, row[column]]);
  return Object.fromEntries(entries) as StoredCounts;
}
