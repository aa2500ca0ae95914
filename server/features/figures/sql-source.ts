import { CompiledQuery, type Kysely } from 'kysely';
import { dayEdges } from '#core/figures/array-source.ts';
import type { FigureDimension } from '#core/figures/figure-dimension.ts';
import { type FigureQuery, stockPoints } from '#core/figures/query.ts';
import type { ParameterName, SqlShape, Statement } from '#core/figures/sql/statement.ts';
import * as statements from '#core/figures/sql/statements.ts';
import type {
  FigureSource,
  LogSumsRow,
  RankedRow,
  Tally,
  TallyRow,
  TechnicianDaysRow,
  UndecidedRow,
} from '#core/figures/tally.ts';
import { earlier, type Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';

export interface SqlSourceOptions {
  readonly tenantId: string;
  /** The instant of the newest event stored; from there on "as of" is the same as "now". */
  readonly lastEventAt: Instant | null;
}

type Extra = Partial<Record<ParameterName, unknown>>;

/** Runs a statement with the parameters of a query. */
export type RunStatement = <Row>(query: FigureQuery, statement: Statement, extra?: Extra) => Promise<Row[]>;

/** Runs statements for a tenant. The transaction given must see the tenant. */
export function statementRunner(db: Kysely<Database>, tenantId: string): RunStatement {
  return async <Row>(query: FigureQuery, statement: Statement, extra: Extra = {}): Promise<Row[]> => {
    const values = statement.parameters.map((name) => parameterOf(name, query, { tenant: tenantId, ...extra }));
    const result = await db.executeQuery<Row>(CompiledQuery.raw(statement.text, values));
    return result.rows;
  };
}

/** Figures by SQL over the fact tables. The transaction given must see the tenant and should be repeatable read. */
export function sqlSource(db: Kysely<Database>, { tenantId, lastEventAt }: SqlSourceOptions): FigureSource {
  const run = statementRunner(db, tenantId);
  const shapeOf = (query: FigureQuery): SqlShape => sqlShape(query, lastEventAt);
  return {
    tally: async (query) => {
      const { rows, undecided } = tallyOf(await run<StoredTallyRow>(query, statements.tallySql(shapeOf(query))));
      return { rows, undecided: [...undecided, ...(await readUndecided(run, query, shapeOf(query)))] };
    },
    ranked: async (query, wanted) => {
      const flat = wanted.flatMap(({ period, split, ranks }) => ranks.map((rank) => ({ period, split, rank })));
      return run<RankedRow>(query, statements.rankedSql(shapeOf(query)), {
        wantedPeriods: flat.map((one) => one.period),
        wantedSplits: flat.map((one) => one.split),
        wantedRanks: flat.map((one) => one.rank),
      });
    },
    logSums: async (query) => {
      const rows = await run<LogSumsRow & { sum_of_squares: number }>(query, statements.logSumsSql(shapeOf(query)));
      return rows.map(({ sum_of_squares, ...row }) => ({ ...row, sumOfSquares: sum_of_squares }));
    },
    technicianDays: async (query) => run<TechnicianDaysRow>(query, statements.technicianDaysSql(shapeOf(query))),
  };
}

/** The shape of the statements of a query. */
export function sqlShape(query: FigureQuery, lastEventAt: Instant | null): SqlShape {
  return {
    figure: query.figure,
    split: query.split,
    filters: query.where.map((filter) => filter.dimension),
    settings: query.settings,
    isNow: lastEventAt === null || query.asOf > lastEventAt,
    periods: query.edges.length - 1,
  };
}

/** The value of a parameter; `extra` holds those that the query does not know. */
export function parameterOf(name: ParameterName, query: FigureQuery, extra: Extra): unknown {
  if (name.startsWith('filter:')) {
    const dimension = name.slice('filter:'.length) as FigureDimension;
    return query.where.find((filter) => filter.dimension === dimension)?.value ?? null;
  }
  switch (name) {
    case 'edges':
      return query.edges.map(sqlInstant);
    case 'points':
      return stockPoints(query).map(sqlInstant);
    case 'dayEdges':
      return dayEdges(query).map(sqlInstant);
    case 'asOf':
      return sqlInstant(query.asOf);
    case 'from':
      return sqlInstant(query.edges[0]!);
    case 'until':
      return sqlInstant(earlier(query.edges.at(-1)!, query.asOf));
    default:
      return extra[name];
  }
}

/** Open verdicts that do not come with the tally. */
export async function readUndecided(run: RunStatement, query: FigureQuery, shape: SqlShape): Promise<UndecidedRow[]> {
  const statement = statements.undecidedSql(shape);
  return statement ? (await run<StoredUndecidedRow>(query, statement)).map(undecidedRow) : [];
}

interface StoredUndecidedRow {
  readonly edges_before: number;
  readonly split: string | null;
  readonly facts: number;
}

function undecidedRow({ edges_before: edgesBefore, split, facts }: StoredUndecidedRow): UndecidedRow {
  return { edgesBefore, split, facts: Number(facts) };
}

/** The groups of one figure: with `edges_before` those of open verdicts, with a period those that lie in one. */
interface StoredTallyRow extends StoredCounts {
  readonly period: number | null;
  readonly edges_before: number | null;
  readonly split: string | null;
  readonly reason: string | null;
  readonly facts: number;
}

/** The numbers of a group as they are read. */
export interface StoredCounts {
  readonly successes: number;
  readonly immature: number;
  readonly first_sum: number;
  readonly second_sum: number;
  readonly at_least: number[];
  readonly parts: number[];
  readonly oldest: number | null;
  readonly seconds: number[] | null;
}

function tallyOf(stored: readonly StoredTallyRow[]): Tally {
  const rows: TallyRow[] = [];
  const undecided: UndecidedRow[] = [];
  for (const row of stored) {
    const { period, edges_before: edgesBefore, split, facts } = row;
    if (edgesBefore !== null) undecided.push({ edgesBefore, split, facts });
    if (period !== null) rows.push(tallyRow({ ...row, period }, row));
  }
  return { rows, undecided };
}

/** A row of a tally from its group and the numbers of it. */
export function tallyRow(
  { period, split, reason, facts }: Pick<TallyRow, 'period' | 'split' | 'reason' | 'facts'>,
  counts: StoredCounts,
): TallyRow {
  return {
    period,
    split,
    reason,
    facts: Number(facts),
    successes: Number(counts.successes),
    immature: Number(counts.immature),
    // Sums of whole numbers come as text where they might be too large for a number.
    firstSum: Number(counts.first_sum),
    secondSum: Number(counts.second_sum),
    atLeast: counts.at_least,
    parts: counts.parts,
    oldest: counts.oldest,
    sorted: counts.seconds?.sort((a, b) => a - b) ?? null,
  };
}
