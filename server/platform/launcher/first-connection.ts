import { Client, DatabaseError } from 'pg';
import { Failure } from '#server/platform/failure.ts';
import type { PostmasterFile } from './postmaster-file.ts';

/** The address of a database behind a socket, as `pg` reads it. */
export function socketUrl(postmaster: PostmasterFile, user: string, database: string): string {
  const host = encodeURIComponent(postmaster.socketFolder);
  return `postgres://${user}@/${encodeURIComponent(database)}?host=${host}&port=${postmaster.port}`;
}

/** Whether the database answers: false while it starts, stops or recovers. */
export async function tryToConnect(url: string, dataFolder: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28000: our administrator is unknown, so another program made this cluster.
    if (error instanceof DatabaseError && error.code === '28000') {
      throw new Failure('failure.folderForeign', { folder: dataFolder });
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const kundigRoles = `
  create role kundig_owner login;
  create role kundig_app nologin;
  grant kundig_app to kundig_owner;`;

/**
 * Makes the two roles and the database of Kundig in the embedded cluster, if they are missing. The owner is no
 * administrator, so that row rules bind it here exactly as they do on a server of the operator's.
 */
export async function prepareRoles(administratorUrl: string, dataFolder: string): Promise<void> {
  const client = new Client({ connectionString: administratorUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const owners = await client.query("select 1 from pg_roles where rolname = 'kundig_owner'");
    if (owners.rowCount === 0) await client.query(`begin; ${kundigRoles} commit;`);
    const databases = await client.query("select 1 from pg_database where datname = 'kundig'");
    if (databases.rowCount === 0) await client.query('create database kundig owner kundig_owner');
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '53100') {
      throw new Failure('failure.diskFull', { folder: dataFolder });
    }
    throw error;
  } finally {
    await client.end();
  }
}
