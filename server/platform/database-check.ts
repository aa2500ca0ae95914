import { sql } from 'kysely';
import { appRole } from '#server/database/grants.ts';
import type { OpenDatabase } from './database.ts';
import { isRoleRefusal } from './database-failure.ts';
import { Failure } from './failure.ts';

const oldestMajorVersion = 15;

interface ServerReading {
  readonly user: string;
  readonly version: string;
  readonly version_number: number;
  readonly encoding: string;
  readonly may_create: boolean;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
}

/** Whether the server of this database is one that Kundig can trust its data to; fails with the first reason not to. */
export async function checkServer(
  database: OpenDatabase,
  { acceptDataLoss }: { acceptDataLoss: boolean },
): Promise<void> {
  const answer = await sql<ServerReading>`
    select
      current_user as user,
      current_setting('server_version') as version,
      current_setting('server_version_num')::int as version_number,
      current_setting('server_encoding') as encoding,
      coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_create,
      current_setting('fsync') as fsync,
      current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit`.execute(database.owner);
  const server = answer.rows[0];
  if (server === undefined) throw new Error('the server did not describe itself');
  if (server.version_number < oldestMajorVersion * 10_000) {
    throw new Failure('failure.databaseTooOld', { found: server.version, needed: oldestMajorVersion });
  }
  if (server.encoding !== 'UTF8') throw new Failure('failure.databaseNotUtf8', { found: server.encoding });
  if (!server.may_create) {
    const statement = `grant usage, create on schema public to "${server.user.replaceAll('"', '""')}";`;
    throw new Failure('failure.databaseForbidden', { user: server.user, statement });
  }
  if (!acceptDataLoss) refuseUnsafe(server);
}

/** Whether sessions of the serving role really are that role: a connection pooler in between may drop the setting. */
export async function checkAppRole(database: OpenDatabase): Promise<void> {
  try {
    const answer = await sql<{ role: string }>`select current_user as role`.execute(database.app);
    const role = answer.rows[0]?.role ?? '?';
    if (role !== appRole) throw new Failure('failure.appRoleNotTaken', { role });
  } catch (error) {
    if (isRoleRefusal(error)) throw new Failure('failure.appRoleNotTaken', { role: '?' });
    throw error;
  }
}

function refuseUnsafe(server: ServerReading): void {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'] as const) {
    const value = server[setting];
    if (value === 'off') throw new Failure('failure.databaseUnsafe', { setting, value });
  }
}
