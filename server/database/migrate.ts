import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Failure } from '#server/platform/failure.ts';
import { appRole } from './grants.ts';
import { migrations } from './migrations/index.ts';
import type { Database } from './schema.ts';

/** How the database stands to this program. */
export type SchemaState =
  | { readonly kind: 'current' }
  | { readonly kind: 'behind'; readonly missing: readonly string[] }
  | { readonly kind: 'newer'; readonly step: string };

const stepTable = 'kundig_migration';
const lockTable = 'kundig_migration_lock';
/** Any number of our own: who migrates holds this advisory lock. */
const lockNumber = 4_600_001;

/** Compares the steps that were carried out with the steps this program knows. */
export async function readSchemaState(db: QueryExecutorProvider): Promise<SchemaState> {
  const done = new Set(await readSteps(db));
  const unknown = [...done].find((step) => !(step in migrations));
  if (unknown !== undefined) return { kind: 'newer', step: unknown };
  const missing = Object.keys(migrations).filter((step) => !done.has(step));
  return missing.length === 0 ? { kind: 'current' } : { kind: 'behind', missing };
}

/**
 * Brings the database up to date, forward only, all missing steps in one transaction; returns the steps carried out.
 * Several processes may call this at once: one works, the others wait and find nothing to do. Fails on a database
 * that a newer program has brought up to date.
 */
export async function migrate(owner: Kysely<Database>): Promise<readonly string[]> {
  return await owner.connection().execute(async (session) => {
    await sql`select pg_advisory_lock(${lockNumber})`.execute(session);
    try {
      const state = await readSchemaState(session);
      if (state.kind === 'newer') throw new Failure('failure.databaseNewer', { step: state.step });
      if (state.kind === 'current') return [];
      await runSteps(session);
      return state.missing;
    } finally {
      // On a broken connection this fails too, and the lock is gone with the session.
      await sql`select pg_advisory_unlock(${lockNumber})`.execute(session).catch(() => undefined);
    }
  });
}

async function runSteps(session: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db: session,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: stepTable,
    migrationLockTableName: lockTable,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  // The server asks at every readiness probe whether the database fits it.
  await sql`grant select on ${sql.table(stepTable)} to ${sql.id(appRole)}`.execute(session);
}

async function readSteps(db: QueryExecutorProvider): Promise<readonly string[]> {
  const exists = await sql<{ found: boolean }>`select to_regclass(${stepTable}) is not null as found`.execute(db);
  if (exists.rows[0]?.found !== true) return [];
  const steps = await sql<{ name: string }>`select name from ${sql.table(stepTable)}`.execute(db);
  return steps.rows.map((row) => row.name);
}
