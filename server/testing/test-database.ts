import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '#server/platform/database.ts';
import { testServer } from './test-server.ts';

/** A database of one test file: migrated, with the default tenant, and gone when the file has run. */
export interface TestDatabase extends OpenDatabase {
  /** The owner's address of this database. */
  readonly url: string;
}

/** Clones the run's template into a database of its own. To be called at the top of a test file or in a suite. */
export async function testDatabase(): Promise<TestDatabase> {
  const url = await createTestDatabase('template');
  const database = openDatabase(url);
  after(async () => {
    await database.close();
    await dropTestDatabase(url);
  });
  return { ...database, url };
}

/** Makes a database for a test that opens it itself: migrated (`template`) or without any table (`empty`). */
export async function createTestDatabase(kind: 'template' | 'empty'): Promise<string> {
  const server = testServer();
  const name = `kundig_test_${randomBytes(6).toString('hex')}`;
  const template = kind === 'template' ? server.template : 'template0';
  await asAdministrator(`create database ${name} template ${template} owner ${server.ownerRole} encoding 'UTF8'`);
  return server.ownerUrl(name);
}

/** Drops a test's database, with all connections that are still open. */
export async function dropTestDatabase(url: string): Promise<void> {
  await dropDatabase(asAdministrator, new URL(url.replace('@/', '@socket/')).pathname.slice(1));
}

/**
 * Drops a database, with all connections that are still open. Not by force: PostgreSQL 15 refuses that to a role without
 * pg_signal_backend while autovacuum is at work there, which a plain drop sends away.
 */
export async function dropDatabase(execute: (statement: string) => Promise<void>, name: string): Promise<void> {
  await execute(
    `select pg_terminate_backend(a.pid)
     from pg_stat_activity as a
     where a.datname = '${name}' and a.backend_type = 'client backend'`,
  );
  await execute(`drop database if exists ${name}`);
}

/** Runs one statement as the administrator of the tests' server. */
export async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServer().administratorUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
