import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { TicketOrder, ticketsQuery } from '#contract/api/ticket-shapes.ts';
import { DIMENSIONS } from '#core/ticket/dimensions.ts';
import { type Instant, instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { questionDigest, readCursor, writeCursor } from '#server/platform/api/page-cursor.ts';
import { TICKET_ROW_SQL, type TicketRow } from './ticket-row.ts';

/** Which tickets, in which order, and where the page begins. */
export interface TicketsQuestion extends Omit<z.output<typeof ticketsQuery>, 'createdFrom' | 'createdTo' | 'timeZone'> {
  readonly createdFrom: Instant | null;
  readonly createdTo: Instant | null;
}

export interface TicketRowsPage {
  readonly rows: readonly TicketRow[];
  readonly nextCursor: string | null;
}

const DEFAULT_LIMIT = 50;
const NOT_SET = '(none)';
const FILTERED = ['state', ...DIMENSIONS, 'customer', 'assignee'] as const;

/** Names of columns come from these lists alone; what a client sends is only ever a parameter. */
const ORDERS: Readonly<Record<TicketOrder, { readonly column: string; readonly type: string }>> = {
  number: { column: 't.number', type: 'bigint' },
  createdAt: { column: 't.created_at', type: 'timestamptz' },
  lastEventAt: { column: 't.last_event_at', type: 'timestamptz' },
};

/** The last instant that is written with four digits for its year: a cursor may be forged, and no later one is known. */
const LAST_INSTANT = 253_402_300_799;
const placeValue = {
  number: z.number().int(),
  createdAt: z.number().int().min(0).max(LAST_INSTANT),
  lastEventAt: z.number().int().min(0).max(LAST_INSTANT),
} as const satisfies Record<TicketOrder, z.ZodType>;

/** The value the last ticket of a page is sorted by, and its number. */
const placeShape = (sort: TicketOrder) => z.tuple([placeValue[sort], z.number().int()]);
type Place = z.output<ReturnType<typeof placeShape>>;

/**
 * A page of tickets. The next page begins after the last ticket of this one, whatever was added or removed meanwhile:
 * nothing is shown twice or left out but what moved itself. The transaction given must see the tenant.
 */
export async function listTickets(
  db: Kysely<Database>,
  tenantId: string,
  question: TicketsQuestion,
): Promise<TicketRowsPage> {
  const { cursor, limit = DEFAULT_LIMIT, sort = 'number', direction = 'descending', ...filters } = question;
  const digest = questionDigest([sort, direction, filters]);
  const place = readCursor(cursor, digest, placeShape(sort));
  const order = sql.raw(direction === 'ascending' ? 'asc' : 'desc');
  const column = sql.raw(ORDERS[sort].column);
  const conditions = [...filterConditions(filters), ...(place ? [afterPlace(sort, direction, place)] : [])];
  const found = await sql<TicketRow>`
    ${sql.raw(TICKET_ROW_SQL)}
    where t.tenant_id = ${tenantId}
      ${sql.join(
        conditions.map((condition) => sql`and ${condition}`),
        sql` `,
      )}
    order by ${column} ${order}, t.number ${order}
    limit ${limit + 1}`.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  const isMore = last !== undefined && found.rows.length > limit;
  return { rows, nextCursor: isMore ? writeCursor(digest, placeOf(last, sort)) : null };
}

function filterConditions(
  filters: Omit<TicketsQuestion, 'cursor' | 'limit' | 'sort' | 'direction'>,
): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  for (const name of FILTERED) {
    const wanted = filters[name];
    if (wanted === undefined) continue;
    const column = sql.raw(`t.${name}`);
    const values = wanted.filter((value) => value !== NOT_SET);
    const isUnset = values.length < wanted.length ? sql`${column} is null` : sql`false`;
    conditions.push(sql`(${column} = any(${values}::text[]) or ${isUnset})`);
  }
  const { createdFrom, createdTo } = filters;
  if (createdFrom !== null) conditions.push(sql`t.created_at >= ${sqlInstant(createdFrom)}::timestamptz`);
  if (createdTo !== null) conditions.push(sql`t.created_at < ${sqlInstant(createdTo)}::timestamptz`);
  return conditions;
}

function afterPlace(
  sort: TicketOrder,
  direction: 'ascending' | 'descending',
  [value, number]: Place,
): RawBuilder<unknown> {
  const { column, type } = ORDERS[sort];
  const comparison = sql.raw(direction === 'ascending' ? '>' : '<');
  const at = type === 'timestamptz' ? sqlInstant(instant(value)) : value;
  return sql`(${sql.raw(column)}, t.number) ${comparison} (${at}::${sql.raw(type)}, ${number}::bigint)`;
}

function placeOf(row: TicketRow, sort: TicketOrder): Place {
  const value = { number: row.number, createdAt: row.created_at, lastEventAt: row.last_event_at }[sort];
  return [value, row.number];
}
