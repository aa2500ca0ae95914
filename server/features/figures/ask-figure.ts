import { CompiledQuery, type Kysely, sql } from 'kysely';
import { compileCalendar } from '#core/calendar/calendar.ts';
import { alwaysOpen } from '#core/calendar/definition.ts';
import type { ColumnValue } from '#core/facts/column.ts';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { DimensionFilter, FigureQuery } from '#core/figures/query.ts';
import { DEFAULT_FIGURE_SETTINGS } from '#core/figures/settings.ts';
import { factsSql } from '#core/figures/sql/statements.ts';
import type { Dimension } from '#core/ticket/dimensions.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Zone } from '#core/time/zone.ts';
import type { Database } from '#server/database/schema.ts';
import { inTenant } from '#server/platform/database.ts';
import { parameterOf, sqlShape, sqlSource } from './sql-source.ts';

/** A question as people ask it. */
export interface FigureQuestion {
  readonly figure: Figure;
  readonly edges: readonly Instant[];
  readonly asOf: Instant;
  readonly split: Dimension | null;
  readonly where: readonly DimensionFilter[];
  readonly zone: Zone;
}

/** A fact behind a figure: its ticket, its fate and the columns that the figure shows. */
export interface FactBehind {
  readonly number: number;
  readonly source_key: string | null;
  readonly period: number;
  readonly split: string | null;
  /** Why it is left out; null when it counts. */
  readonly reason: string | null;
  readonly success: boolean | null;
  readonly seconds: number | null;
  readonly [column: string]: ColumnValue;
}

/** Computes a figure by SQL, all its statements over one moment of the database. */
export async function askFigure(
  db: Kysely<Database>,
  tenantId: string,
  question: FigureQuestion,
): Promise<FigureAnswer[]> {
  return report(db, tenantId, async (transaction) => {
    const lastEventAt = await readLastEventAt(transaction, tenantId);
    return answerFigure(queryOf(question), sqlSource(transaction, { tenantId, lastEventAt }));
  });
}

/** A page of the facts behind a figure: those counted and those left out, in the order of their instants. */
export async function factsBehind(
  db: Kysely<Database>,
  tenantId: string,
  question: FigureQuestion,
  page: { readonly limit: number; readonly offset: number },
): Promise<FactBehind[]> {
  return report(db, tenantId, async (transaction) => {
    const query = queryOf(question);
    const statement = factsSql(sqlShape(query, await readLastEventAt(transaction, tenantId)));
    const values = statement.parameters.map((name) => parameterOf(name, query, { tenant: tenantId, ...page }));
    return (await transaction.executeQuery<FactBehind>(CompiledQuery.raw(statement.text, values))).rows;
  });
}

/** The query of a question under the settings of this installation. */
export function queryOf(question: FigureQuestion): FigureQuery {
  // Until an installation names its own, every day is a working day of the reporting calendar.
  const calendar = compileCalendar(alwaysOpen(question.zone.id));
  return { ...question, settings: DEFAULT_FIGURE_SETTINGS, calendar };
}

/** The instant of the newest event of the tenant; null when there is none. */
export async function readLastEventAt(db: Kysely<Database>, tenantId: string): Promise<Instant | null> {
  const result = await sql<{ at: Instant | null }>`
    select max(t.last_event_at) as at from ticket as t where t.tenant_id = ${tenantId}`.execute(db);
  return result.rows[0]?.at ?? null;
}

async function report<T>(
  db: Kysely<Database>,
  tenantId: string,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return inTenant(db, tenantId, work, { isolation: 'repeatable read', access: 'read only' });
}
