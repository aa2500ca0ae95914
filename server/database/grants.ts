import { type QueryExecutorProvider, sql } from 'kysely';

/** The role that serves. It owns nothing, and row rules bind it. */
export const appRole = 'kundig_app';

const privileges = {
  'read-only': sql`select`,
  'append-only': sql`select, insert`,
  mutable: sql`select, insert, update, delete`,
} as const;

/**
 * Gives the serving role what it may do with a table. `append-only` is how the past stays what it was: events and
 * closed versions can neither be changed nor deleted by the role that serves.
 */
export async function grant(db: QueryExecutorProvider, table: string, kind: keyof typeof privileges): Promise<void> {
  await sql`grant ${privileges[kind]} on ${sql.table(table)} to ${sql.id(appRole)}`.execute(db);
}

/** Lets the serving role change single columns of a table that is append-only otherwise. */
export async function grantUpdate(db: QueryExecutorProvider, table: string, columns: readonly string[]): Promise<void> {
  const list = sql.join(columns.map((column) => sql.id(column)));
  await sql`grant update (${list}) on ${sql.table(table)} to ${sql.id(appRole)}`.execute(db);
}
