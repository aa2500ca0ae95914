import { type QueryExecutorProvider, sql } from 'kysely';
import { DatabaseError } from 'pg';
import { appRole } from '#server/database/grants.ts';
import { Failure } from './failure.ts';

interface RoleReading {
  readonly user: string;
  readonly exists: boolean;
  readonly is_member: boolean;
  readonly is_too_strong: boolean;
}

const insufficientPrivilege = '42501';
const duplicates = new Set(['42710', '23505']);

/**
 * Makes sure that the serving role exists, is weak, and may be taken by this user. What the user may not do himself
 * ends in a failure that names the statement for an administrator.
 */
export async function ensureAppRole(owner: QueryExecutorProvider): Promise<void> {
  const before = await readRole(owner);
  if (!before.exists) {
    const created = await attempt(owner, `create role ${appRole} nologin nosuperuser nobypassrls`);
    if (!created) {
      const statement = `create role ${appRole} nologin; ${grantStatement(before.user)}`;
      throw new Failure('failure.appRoleMissing', { user: before.user, statement });
    }
  }
  if (before.is_too_strong) {
    const statement = `alter role ${appRole} nosuperuser nobypassrls;`;
    throw new Failure('failure.appRoleTooStrong', { statement });
  }
  if (!before.is_member && !(await attempt(owner, grantStatement(before.user)))) {
    throw new Failure('failure.appRoleForbidden', { user: before.user, statement: grantStatement(before.user) });
  }
}

async function readRole(owner: QueryExecutorProvider): Promise<RoleReading> {
  const answer = await sql<RoleReading>`
    select
      current_user as user,
      found.oid is not null as exists,
      coalesce(found.rolsuper or found.rolbypassrls, false) as is_too_strong,
      coalesce(exists (
        select
        from pg_auth_members as membership
        join pg_roles as me on me.oid = membership.member
        where membership.roleid = found.oid
          and me.rolname = current_user
      ), false) as is_member
    from (select) as one
    left join pg_roles as found on found.rolname = ${appRole}`.execute(owner);
  const row = answer.rows[0];
  if (row === undefined) throw new Error('pg_roles gave no answer');
  return row;
}

/** False when this user lacks the right. Several processes may try at once: the second finds the work done. */
async function attempt(owner: QueryExecutorProvider, statement: string): Promise<boolean> {
  try {
    await sql.raw(statement).execute(owner);
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.code !== undefined && duplicates.has(error.code)) return true;
    if (error.code === insufficientPrivilege) return false;
    throw error;
  }
}

function grantStatement(user: string): string {
  return `grant ${appRole} to "${user.replaceAll('"', '""')}";`;
}
