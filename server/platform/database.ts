import { type IsolationLevel, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { appRole } from '#server/database/grants.ts';
import type { Database } from '#server/database/schema.ts';
import { withSessionOptions } from './database-url.ts';
import { typeParsers } from './pg-types.ts';

/** The open database. `app` serves and is bound by row rules; `owner` migrates. */
export interface OpenDatabase {
  readonly app: Kysely<Database>;
  readonly owner: Kysely<Database>;
  /** Serves reports: may only read, ends a statement after ten seconds, and has connections of its own, so that slow
   * reports never hold up people's work. */
  readonly reports: Kysely<Database>;
  /** The connections behind `app`, for COPY. */
  readonly appPool: pg.Pool;
  /** The same for commands: statements are sent without waiting for the ones before (no COPY here). */
  readonly commandPool: pg.Pool;
  readonly ownerPool: pg.Pool;
  readonly reportPool: pg.Pool;
  close(): Promise<void>;
}

/** What a caller may choose about the connections. */
export interface DatabaseOptions {
  /** Most connections of the serving role at a time. */
  readonly appConnections?: number;
  /** Hears of connections that broke; the pool replaces them by itself, and a query under way fails. */
  readonly onBrokenConnection?: (error: Error) => void;
}

const connectMilliseconds = 10_000;
const ownerConnections = 3;
const reportConnections = 4;
const longestReportMilliseconds = 10_000;
/** Figures gather the times of some ten thousand tickets; compiling their statements takes longer than it saves. */
const reading = { work_mem: '16MB', jit: 'off' } as const;
const session = { timezone: 'UTC', datestyle: 'ISO', client_encoding: 'UTF8' } as const;

/** Opens the connections of both roles; nothing is sent before the first query. */
export function openDatabase(url: string, options: DatabaseOptions = {}): OpenDatabase {
  let isClosing = false;
  const onBrokenConnection = (error: Error) => {
    // A pool counts as ended before its last connection is: what the database says to that one is no news.
    if (!isClosing) options.onBrokenConnection?.(error);
  };
  const pool = (connections: number, parameters: Readonly<Record<string, string>>, pipeline = false): pg.Pool => {
    const made = new pg.Pool({
      pipeline,
      connectionString: withSessionOptions(url, { ...session, ...parameters }),
      max: connections,
      connectionTimeoutMillis: connectMilliseconds,
      types: typeParsers,
      application_name: 'kundig',
    });
    // The pool listens to idle connections alone; one that breaks in use would end the whole program otherwise,
    // beside failing its query.
    made.on('connect', (client) => client.on('error', onBrokenConnection));
    return made.on('error', () => undefined);
  };
  const appPool = pool(options.appConnections ?? 10, { role: appRole });
  const commandPool = pool(options.appConnections ?? 10, { role: appRole }, true);
  const ownerPool = pool(ownerConnections, {});
  const reportPool = pool(reportConnections, {
    role: appRole,
    ...reading,
    default_transaction_read_only: 'on',
    statement_timeout: String(longestReportMilliseconds),
  });
  return {
    app: overPool(appPool),
    owner: overPool(ownerPool),
    reports: overPool(reportPool),
    appPool,
    commandPool,
    ownerPool,
    reportPool,
    close: async () => {
      isClosing = true;
      await Promise.all([appPool, commandPool, ownerPool, reportPool].map((each) => each.end()));
    },
  };
}

/** How a transaction reads. A report takes `repeatable read`, so that all its queries see the same moment. */
export interface TransactionOptions {
  readonly isolation?: IsolationLevel;
  readonly access?: 'read only' | 'read write';
}

/**
 * Runs work in one transaction that sees and writes the rows of one tenant alone. Any error rolls all of it back.
 */
export async function inTenant<Result>(
  db: Kysely<Database>,
  tenantId: string,
  work: (transaction: Transaction<Database>) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  let transaction = db.transaction();
  if (options.isolation !== undefined) transaction = transaction.setIsolationLevel(options.isolation);
  if (options.access !== undefined) transaction = transaction.setAccessMode(options.access);
  return await transaction.execute(async (trx) => {
    await setTenant(trx, tenantId);
    return await work(trx);
  });
}

/** A transaction's connection in two shapes: typed queries, and the bare client for COPY. */
export interface TenantSession {
  readonly db: Kysely<Database>;
  readonly client: pg.PoolClient;
  /** Where the connection comes from: one for each role and database. */
  readonly pool: pg.Pool;
}

/**
 * Like `inTenant`, for work that mixes typed queries with COPY on one connection in one transaction. The `db` given
 * to the work must not open a transaction of its own.
 */
export async function inTenantSession<Result>(
  pool: pg.Pool,
  tenantId: string,
  work: (session: TenantSession) => Promise<Result>,
  { isolation, access }: TransactionOptions = {},
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    const db = overClient(client);
    const begin = `begin${isolation ? ` isolation level ${isolation}` : ''}${access ? ` ${access}` : ''}`;
    // One message for both, and on a pipelined connection the work does not wait for the answer: a command is a
    // handful of short statements, and every journey counts. When it fails, so does what follows.
    const begun = client.query(`${begin}; select set_config('app.tenant_id', ${client.escapeLiteral(tenantId)}, true)`);
    if (client.pipeline) begun.catch(() => undefined);
    else await begun;
    const result = await work({ db, client, pool });
    await begun;
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function setTenant(db: Kysely<Database>, tenantId: string): Promise<void> {
  await sql`select set_config('app.tenant_id', ${tenantId}, true)`.execute(db);
}

function overPool(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Kysely over a single client, which it neither takes from a pool nor gives back. */
function overClient(client: pg.PoolClient): Kysely<Database> {
  const held = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => held, end: async () => undefined, options: {} };
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
