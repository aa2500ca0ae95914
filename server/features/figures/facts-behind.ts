import { CompiledQuery, type Kysely } from 'kysely';
import type { ColumnValue } from '#core/facts/column.ts';
import type { FactTab } from '#core/figures/fact-tab.ts';
import type { FigureQuery } from '#core/figures/query.ts';
import { factsSql } from '#core/figures/sql/facts-statement.ts';
import type { TicketState } from '#core/ticket/state.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { cursorText, type FactCursor, readCursor } from './fact-cursor.ts';
import { type FactNames, readFactNames } from './fact-names.ts';
import { type FactScope, narrowed } from './fact-scope.ts';
import { type FactTabs, tabsIn } from './fact-tabs.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { type LeftOutEvent, leftOutEvents } from './left-out-events.ts';
import { readLastEventAt, report } from './report.ts';
import { parameterOf, sqlShape } from './sql-source.ts';

export interface FactPageRequest extends FactScope {
  readonly tab: FactTab;
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | null;
}

/** A fact behind a figure: its ticket as it is now, its fate and the columns of its list. */
export interface FactBehind {
  readonly number: number;
  readonly source_key: string | null;
  readonly ticket_state: TicketState;
  readonly ticket_customer: string | null;
  readonly ticket_subject: string | null;
  readonly ticket_id: string;
  readonly fact_key: string;
  /** Place among the periods asked for. */
  readonly period: number;
  readonly split: string | null;
  /** Why it is left out; null when it counts or is undecided. */
  readonly reason: string | null;
  readonly success: boolean | null;
  readonly seconds: number | null;
  readonly [column: string]: ColumnValue;
}

export interface FactPage {
  readonly rows: readonly FactBehind[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/**
 * A page of the facts behind a figure in the order of their instants, by a cursor: the thousandth page costs what the
 * first costs. The same FROM and WHERE as the figure, so the rows of a tab are the number in it.
 * @throws RangeError for a cursor that is none.
 */
export async function factsBehind(db: Kysely<Database>, tenantId: string, asked: AskedFactPage): Promise<FactPage> {
  const page = readPage(asked);
  return report(db, tenantId, (transaction) => pageIn(transaction, tenantId, page));
}

/**
 * A page of the facts behind a figure and the counts of all tabs of the figure, both over one moment of the database.
 * @throws RangeError for a cursor that is none.
 */
export async function factsWithTabs(
  db: Kysely<Database>,
  tenantId: string,
  asked: AskedFactPage,
): Promise<{ readonly page: FactPage; readonly tabs: FactTabs }> {
  const page = readPage(asked);
  return report(db, tenantId, async (transaction) => ({
    page: await pageIn(transaction, tenantId, page),
    tabs: await tabsIn(transaction, tenantId, { question: asked.question }),
  }));
}

/** A page with all that a list of it tells. */
export interface FactList {
  readonly page: FactPage;
  /** By which event each row was left out, in their order; null where none tells. */
  readonly leftOut: readonly (LeftOutEvent | null)[];
  readonly names: FactNames;
  /** The counts of all tabs of the figure; null on all pages but the first. */
  readonly tabs: FactTabs | null;
}

/**
 * A page of the facts behind a figure as a list shows it, all over one moment of the database.
 * @throws RangeError for a cursor that is none.
 */
export async function factList(db: Kysely<Database>, tenantId: string, asked: AskedFactPage): Promise<FactList> {
  const read = readPage(asked);
  const { question } = asked;
  const range = asked.tab.kind === 'lasting' ? asked.tab.range : null;
  return report(db, tenantId, async (transaction) => {
    const page = await pageIn(transaction, tenantId, read);
    const { rows } = page;
    return {
      page,
      leftOut: await leftOutEvents(transaction, tenantId, { rows, asOf: question.asOf }),
      names: await readFactNames(transaction, tenantId, namedIn(rows, question)),
      tabs: read.cursor === null ? await tabsIn(transaction, tenantId, { question, range }) : null,
    };
  });
}

/** The keys of a page that have names; a filter is named too, though nothing may be found by it. */
function namedIn(rows: readonly FactBehind[], { where }: FigureQuestion) {
  const filtered = (kind: string) => where.flatMap(({ dimension, value }) => (dimension === kind ? [value] : []));
  const stored = (name: string) => rows.map((row) => (row[name] ?? null) as string | null);
  return {
    service: [...filtered('service'), ...stored('service')],
    team: [...filtered('team'), ...stored('team')],
    customer: stored('ticket_customer'),
  };
}

type AskedFactPage = FactPageRequest & { readonly question: FigureQuestion };
type ReadFactPage = AskedFactPage & { readonly cursor: FactCursor | null };

function readPage(asked: AskedFactPage): ReadFactPage {
  const cursor = asked.after ? readCursor(asked.after) : null;
  if (asked.after && !cursor) throw new RangeError('not a cursor of facts');
  return { ...asked, cursor };
}

async function pageIn(
  transaction: Kysely<Database>,
  tenantId: string,
  { question, cursor, ...page }: ReadFactPage,
): Promise<FactPage> {
  const query = narrowed(queryOf(question), page);
  if (!query) return NO_PAGE;
  const shape = sqlShape(query, await readLastEventAt(transaction, tenantId));
  const statement = factsSql(shape, { tab: page.tab, isContinued: cursor !== null });
  if (!statement) return NO_PAGE;
  const extra = {
    tenant: tenantId,
    limit: page.limit + 1,
    reason: page.tab.kind === 'left_out' ? page.tab.reason : null,
    ...(page.tab.kind === 'lasting' ? page.tab.range : {}),
    ...(cursor ? afterParameters(cursor) : {}),
  };
  const values = statement.parameters.map((name) => parameterOf(name, query, extra));
  const found = await transaction.executeQuery<FactBehind>(CompiledQuery.raw(statement.text, values));
  return pageOf(found.rows, page, query);
}

const NO_PAGE: FactPage = { rows: [], next: null };

function pageOf(
  found: readonly FactBehind[],
  { limit, period: first = 0 }: FactPageRequest,
  query: FigureQuery,
): FactPage {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  // Undecided facts belong to no period; they are told at the end of the last one.
  const placed = rows.map((row) => ({ ...row, period: first + (row.period ?? query.edges.length - 2) }));
  return { rows: placed, next: last && found.length > limit ? cursorText(cursorOf(last)) : null };
}

function cursorOf({ period, dated, ticket_id, fact_key }: FactBehind): FactCursor {
  return { period: period ?? 0, at: sqlInstant(dated as Instant), ticketId: ticket_id, factKey: fact_key };
}

function afterParameters({ period, at, ticketId, factKey }: FactCursor) {
  return { afterPeriod: period, afterAt: at, afterTicket: ticketId, afterKey: factKey };
}
