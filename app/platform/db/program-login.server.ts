import type pg from 'pg'
import type { OwnAddress } from './embedded/own-paths.server.ts'

/** Who the program is on its own PostgreSQL, once the tables are there. On a server it is the login of DATABASE_URL. */
const PROGRAM_LOGIN = 'prongsai_program'

/** Reads every row of every agency, for backups; what answers requests can never take it on. */
export const BACKUP_ROLE = 'prongsai_backup'

// Any number that no other lock of this database uses.
const LOGIN_LOCK = 7_342_004

/**
 * Of the roles that the program takes on, it has the rights of prongsai_app at any time: a query outside a transaction of
 * `tenant.server.ts` then shows nothing instead of failing. The others it has to take on by name. Of the owner's tables it
 * may read which migrations were applied, so that it can open a database that is up to date.
 */
const ENSURE_LOGIN = `do $$
declare
  role_name text;
begin
  perform pg_advisory_xact_lock(${LOGIN_LOCK});
  if not exists (select from pg_roles where rolname = '${PROGRAM_LOGIN}') then
    create role ${PROGRAM_LOGIN} login;
  end if;
  if exists (select from pg_roles where rolname = '${PROGRAM_LOGIN}' and (not rolcanlogin or not rolinherit
      or rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)) then
    alter role ${PROGRAM_LOGIN} login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  for role_name in select rolname from pg_roles as role where rolname like 'prongsai\\_%' and not rolcanlogin
      and rolname <> '${BACKUP_ROLE}'
      and not exists (select from pg_auth_members where roleid = role.oid and member = '${PROGRAM_LOGIN}'::regrole) loop
    execute format('grant %I to ${PROGRAM_LOGIN} with inherit %s, set true', role_name,
      case when role_name = 'prongsai_app' then 'true' else 'false' end);
  end loop;
  if not has_table_privilege('${PROGRAM_LOGIN}', to_regclass('schema_migration'), 'select') then
    grant select on schema_migration to ${PROGRAM_LOGIN};
  end if;
end
$$`

/**
 * Makes the program's login on its own PostgreSQL, or completes it: an earlier program may have made none, and a migration
 * brings another role. `pool` is of the superuser that made the tables. Several processes may do so at once.
 */
export async function ensureProgramLogin(pool: pg.Pool): Promise<void> {
  await pool.query(ENSURE_LOGIN)
}

/** The same database, as the program. */
export const asProgram = <A extends Pick<OwnAddress, 'user'>>(own: A): A => ({ ...own, user: PROGRAM_LOGIN })

/** Whether row security does not bind who is connected: a superuser, or one with BYPASSRLS. */
export async function standsAboveWalls(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ above: boolean }>(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  )
  return rows[0]?.above !== false
}

/**
 * Whether who is connected may bring the schema up to date: it has the rights of the owner of the tables, or may make the
 * first.
 */
export async function ownsTables(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ owns: boolean }>(
    `select coalesce(
      (select pg_has_role(current_user, relowner, 'usage') from pg_class where oid = to_regclass('schema_migration')),
      has_schema_privilege(current_user, 'public', 'create')) as owns`,
  )
  return rows[0]?.owns === true
}

/** The first of these roles that who is connected may not take on; null when it may take on all. */
export async function missingRole(
  pool: pg.Pool,
  roles: readonly string[],
): Promise<Readonly<{ login: string; role: string }> | null> {
  const { rows } = await pool.query<{ login: string; role: string }>(
    `select current_user::text as login, asked.role from unnest($1::text[]) with ordinality as asked (role, place)
    where not exists (select from pg_roles where rolname = asked.role and pg_has_role(current_user, oid,
      case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end))
    order by asked.place limit 1`,
    [roles],
  )
  return rows[0] ?? null
}

/**
 * The address of a server at which a login that row security does not bind gives that up, for as long as it is connected:
 * the end of a transaction and `reset role` lead back to prongsai_app. Not every connection pooler passes this on.
 */
export function behindWalls(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  const stated = url.searchParams.get('options')
  url.searchParams.set('options', `${stated === null ? '' : `${stated} `}-c role=prongsai_app`)
  return url.href
}
