import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#server/database/migrate.ts';
import { ensureAppRole } from '#server/platform/app-role.ts';
import { openDatabase } from '#server/platform/database.ts';
import { publicAddress } from '#server/platform/database-url.ts';
import { attachCluster } from '#server/platform/launcher/embedded-cluster.ts';
import { dropDatabase } from '#server/testing/test-database.ts';
import { testServerVariables, withDatabase } from '#server/testing/test-server.ts';

/** A server for one test run, with a migrated template database. */
export interface StartedTestServer {
  /** What the test files need to know, as environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of the run's own with durability switched off, or uses the server of DATABASE_URL, whose user
 * must be allowed to create databases.
 */
export async function startTestServer(databaseUrl: string | undefined): Promise<StartedTestServer> {
  const server = databaseUrl === undefined ? await startEmbedded() : takeGiven(databaseUrl);
  const template = `kundig_template_${randomBytes(6).toString('hex')}`;
  const stop = async () => {
    await dropDatabase((statement) => execute(server.administratorUrl, statement), template);
    await server.stop();
  };
  try {
    await execute(
      server.administratorUrl,
      `create database ${template} template template0 owner ${server.ownerRole} encoding 'UTF8'`,
    );
    await migrateTemplate(withDatabase(server.ownerUrl, template));
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  return {
    environment: {
      [testServerVariables.administratorUrl]: server.administratorUrl,
      [testServerVariables.ownerUrl]: server.ownerUrl,
      [testServerVariables.ownerRole]: server.ownerRole,
      [testServerVariables.template]: template,
    },
    stop,
  };
}

interface Server {
  readonly administratorUrl: string;
  readonly ownerUrl: string;
  readonly ownerRole: string;
  stop(): Promise<void>;
}

async function startEmbedded(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-tests-'));
  const cluster = await attachCluster(folder, { durability: 'none' });
  return {
    administratorUrl: cluster.administratorUrl('postgres'),
    ownerUrl: cluster.url,
    ownerRole: 'kundig_owner',
    stop: async () => {
      await cluster.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function takeGiven(url: string): Server {
  return { administratorUrl: url, ownerUrl: url, ownerRole: publicAddress(url).user, stop: async () => undefined };
}

async function migrateTemplate(url: string): Promise<void> {
  const database = openDatabase(url);
  try {
    await ensureAppRole(database.owner);
    await migrate(database.owner);
  } finally {
    // A template with an open connection cannot be cloned.
    await database.close();
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
