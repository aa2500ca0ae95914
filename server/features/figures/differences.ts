import { CompiledQuery, type Kysely } from 'kysely';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import type { DifferenceCause, FactChange } from '#core/figures/difference.ts';
import { begunPart, type FigureQuery } from '#core/figures/query.ts';
import { changesSql, contributionsSql, explainingEventSql } from '#core/figures/sql/difference-statement.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { readLastEventAt, report } from './report.ts';
import { sourceIn } from './source-in.ts';
import { parameterOf, sqlShape } from './sql-source.ts';

/** A figure as it was known at `asOf` against how it is known at `laterAsOf`. */
export interface DifferenceQuestion extends FigureQuestion {
  readonly laterAsOf: Instant;
}

/** Facts that changed in the same way, for the same cause, in the same cell. */
export interface DifferenceGroup {
  readonly period: number;
  readonly split: string | null;
  readonly change: FactChange;
  readonly cause: DifferenceCause;
  readonly facts: number;
  /** What they add to the number of facts counted, to the successes, and to the sums of the figure. */
  readonly counted: number;
  readonly successes: number;
  readonly first: number;
  readonly second: number;
}

export interface ChangedFact {
  readonly period: number;
  readonly split: string | null;
  readonly number: number;
  readonly subject: string | null;
  readonly fact_key: string;
  readonly change: FactChange;
  readonly cause: DifferenceCause;
  /** When the event happened that explains it; null when nothing did. */
  readonly at: Instant | null;
  readonly was_there: boolean;
  readonly is_there: boolean;
  readonly reason_before: string | null;
  readonly reason_after: string | null;
  readonly success_before: boolean | null;
  readonly success_after: boolean | null;
  readonly first_before: number | null;
  readonly first_after: number | null;
}

/** Where a page ended: its last fact. */
export type DifferencePlace = readonly [period: number, number: number, factKey: string, split: string | null];

export interface DifferencePage {
  readonly facts: readonly ChangedFact[];
  readonly next: DifferencePlace | null;
}

export interface FigureDifferences extends DifferencePage {
  /** Null on all pages but the first. */
  readonly summary: {
    readonly before: readonly FigureAnswer[];
    readonly after: readonly FigureAnswer[];
    readonly groups: readonly DifferenceGroup[];
  } | null;
}

/**
 * How a figure differs between two instants of knowledge, over one moment of the database: both answers, what changed in
 * groups that add up to the difference, and a page of the facts.
 */
export async function figureDifferences(
  db: Kysely<Database>,
  tenantId: string,
  {
    question,
    limit,
    place,
  }: { readonly question: DifferenceQuestion; readonly limit: number; readonly place: DifferencePlace | null },
): Promise<FigureDifferences> {
  return report(db, tenantId, async (transaction) => {
    const changes = await changesIn(transaction, tenantId, question);
    const page = await pageOf(transaction, changes, { limit, place });
    if (place !== null) return { ...page, summary: null };
    const source = await sourceIn(transaction, tenantId, question);
    return {
      ...page,
      summary: {
        before: await answerFigure(queryOf(question), source),
        after: await answerFigure(queryOf(laterOf(question)), source),
        groups: await groupsOf(transaction, changes),
      },
    };
  });
}

function laterOf({ laterAsOf, ...question }: DifferenceQuestion): FigureQuestion {
  return { ...question, asOf: laterAsOf };
}

/** All changes with their causes, as a part of a statement, and its parameters. */
interface Changes {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly tenant: string;
}

async function changesIn(db: Kysely<Database>, tenantId: string, question: DifferenceQuestion): Promise<Changes> {
  const lastEventAt = await readLastEventAt(db, tenantId);
  const values: unknown[] = [];
  const readingOf = (query: FigureQuery): string => {
    const begun = begunPart(query);
    const { text, parameters } = contributionsSql(sqlShape(begun ?? query, lastEventAt));
    const before = values.length;
    values.push(...parameters.map((name) => parameterOf(name, begun ?? query, { tenant: tenantId })));
    // Both readings number their parameters from one.
    const reading = text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + before}`);
    return begun ? reading : `select r.* from (\n${reading}\n) as r where false`;
  };
  const [early, late] = [queryOf(question), queryOf(laterOf(question))];
  const changes = changesSql(readingOf(early), readingOf(late));
  values.push(tenantId, sqlInstant(early.asOf), sqlInstant(late.asOf));
  const [tenant, from, until] = [2, 1, 0].map((back) => `$${values.length - back}`);
  const bounds = { tenant: `${tenant}::uuid`, from: `${from}::timestamptz`, until: `${until}::timestamptz` };
  const event = explainingEventSql(sqlShape(early, lastEventAt), bounds);
  // Made first: row rules let an index of events be asked for plain columns only.
  const text = `with c as materialized (
${changes}
)
select
  c.*,
  coalesce(e.cause, 'time') as cause,
  e.at
from c
left join lateral (
${event}
) as e
  on true`;
  return { text, values, tenant: bounds.tenant };
}

async function groupsOf(db: Kysely<Database>, { text, values }: Changes): Promise<DifferenceGroup[]> {
  const found = await db.executeQuery<DifferenceGroup>(
    CompiledQuery.raw(
      `select
  d.period,
  d.split,
  d.change,
  d.cause,
  count(*) as facts,
  sum(d.counted) as counted,
  sum(d.successes) as successes,
  sum(d.first) as first,
  sum(d.second) as second
from (
${text}
) as d
group by 1, 2, 3, 4
order by 1, 2 nulls last, 5 desc, 3, 4`,
      [...values],
    ),
  );
  return found.rows.map((row) => ({
    ...row,
    facts: Number(row.facts),
    counted: Number(row.counted),
    successes: Number(row.successes),
    first: Number(row.first),
    second: Number(row.second),
  }));
}

async function pageOf(
  db: Kysely<Database>,
  { text, values, tenant }: Changes,
  { limit, place }: { readonly limit: number; readonly place: DifferencePlace | null },
): Promise<DifferencePage> {
  const [period, number, factKey, split] = place ?? [null, null, null, null];
  const after = values.length + 1;
  const found = await db.executeQuery<ChangedFact>(
    CompiledQuery.raw(
      `select
  d.period,
  d.split,
  t.number,
  x.body as subject,
  d.fact_key,
  d.change,
  d.cause,
  d.at,
  d.was_there,
  d.is_there,
  d.reason_before,
  d.reason_after,
  d.success_before,
  d.success_after,
  d.first_before,
  d.first_after
from (
${text}
) as d
join ticket as t
  on t.tenant_id = ${tenant}
  and t.id = d.ticket_id
left join ticket_text as x
  on x.tenant_id = t.tenant_id
  and x.ticket_id = t.id
  and x.sequence = 1
  and x.part = 'subject'
where $${after}::integer is null
  or (d.period, t.number, d.fact_key, coalesce(d.split, ''))
    > ($${after}::integer, $${after + 1}::bigint, $${after + 2}::text, coalesce($${after + 3}::text, ''))
order by
  d.period,
  t.number,
  d.fact_key,
  coalesce(d.split, '')
limit $${after + 4}::bigint`,
      [...values, period, number, factKey, split, limit + 1],
    ),
  );
  const facts = found.rows.slice(0, limit);
  const last = facts.at(-1);
  const isMore = last !== undefined && found.rows.length > limit;
  return { facts, next: isMore ? [last.period, Number(last.number), last.fact_key, last.split] : null };
}
