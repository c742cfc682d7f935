import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../app/platform/db/database.server.ts'
import { databaseKind, freshDatabase, freshInstallation, type TestDatabase } from '../support/database.ts'
import { leaksOf } from '../support/database-strangers.ts'
import { tablesOfAgencies, wallFaults } from '../support/database-walls.ts'

describe('the tables as they are', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  test('every table is behind the walls, or is written down with its reason', async () => {
    expect(await wallFaults(database.owner)).toEqual([])
  })

  test('in every table, rows of an agency are seen, changed, removed and put in by its own people alone', async () => {
    const tables = await tablesOfAgencies(database.owner)
    expect(tables).toEqual(expect.arrayContaining(['audit_log', 'cycle', 'person', 'session']))
    expect(await leaksOf(database, tables)).toEqual([])
  })
})

/** What somebody may add one day, and what is then said of it. */
const FORGOTTEN: readonly (readonly [about: string, statements: string, said: readonly string[]])[] = [
  [
    'a table without row security',
    'create table forgotten (agency_id uuid not null references agency (id), id uuid, primary key (agency_id, id))',
    ['row security is not enabled', 'row security is not forced', 'has no policy'],
  ],
  [
    'a table without an agency',
    `create table forgotten (id uuid primary key);
      alter table forgotten enable row level security; alter table forgotten force row level security;
      create policy p on forgotten using (true)`,
    ['has no agency_id, and no reason is written down'],
  ],
  [
    'a table whose rows need no agency',
    `create table forgotten (agency_id uuid, id uuid primary key);
      alter table forgotten enable row level security; alter table forgotten force row level security;
      create policy p on forgotten using (agency_id = current_agency())`,
    ['agency_id may be null', 'agency_id is not first in the primary key'],
  ],
  [
    'a table whose owner is not bound',
    `create table forgotten (agency_id uuid primary key);
      alter table forgotten enable row level security;
      create policy p on forgotten using (agency_id = current_agency())`,
    ['row security is not forced'],
  ],
  [
    'a policy for another role',
    `create table forgotten (agency_id uuid primary key);
      alter table forgotten enable row level security; alter table forgotten force row level security;
      create policy p on forgotten to prongsai_sender using (true)`,
    ['the policy p is for prongsai_sender, and no reason is written down'],
  ],
  [
    'rights that row security does not look at',
    `create table forgotten (agency_id uuid primary key);
      alter table forgotten enable row level security; alter table forgotten force row level security;
      create policy p on forgotten using (agency_id = current_agency());
      grant truncate on forgotten to prongsai_app; grant references (agency_id) on forgotten to public`,
    [
      'REFERENCES is granted, which row security does not look at',
      'TRUNCATE is granted, which row security does not look at',
    ],
  ],
  [
    'a foreign key that leads to another agency',
    `create table forgotten (agency_id uuid primary key, other uuid constraint other references agency (id));
      alter table forgotten enable row level security; alter table forgotten force row level security;
      create policy p on forgotten using (agency_id = current_agency())`,
    ['the foreign key other may lead to another agency'],
  ],
  [
    'a view with the rights of its owner',
    'create view forgotten as select name from person',
    ['the view shows what its owner sees: security_invoker is missing'],
  ],
  [
    'rows that are kept a second time',
    'create materialized view forgotten as select name from person',
    ['row security does not reach a relation of this kind'],
  ],
  [
    'a function with the rights of its owner',
    'create function forgotten() returns int language sql security definer return 1',
    ['the function works with the rights of its owner, and no reason is written down'],
  ],
]

/** As every migration has it for a table that it makes. */
const FOR_BACKUPS = `grant select on forgotten to prongsai_backup;
  create policy backup_reads on forgotten for select to prongsai_backup using (true)`

/** Policies that look right in the catalog, and what strangers then reach. */
const LEAKING: readonly (readonly [policies: string, said: readonly string[]])[] = [
  [
    'create policy p on forgotten using (true)',
    ['another agency sees (2)', 'nobody removes (2)', "the program's login outside its role puts in (1)"],
  ],
  [
    `create policy p on forgotten using (agency_id = current_agency());
      create policy q on forgotten for select using (true)`,
    ['another agency sees (2)', 'nobody sees (2)'],
  ],
  [
    'create policy p on forgotten using (agency_id = current_agency()) with check (true)',
    ['another agency puts in (1)', 'another agency gives away (1)'],
  ],
  [
    'create policy p on forgotten for insert with check (true)',
    ['an agency does not see its own row', 'another agency puts in (1)'],
  ],
]

describe('a table that is added later', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  /** Says what is said of `forgotten` by `look` in a database that has what the statements make. */
  async function saidOf(statements: string, look: () => Promise<readonly string[]>) {
    await database.owner.query(statements)
    try {
      return (await look()).filter((fault) => fault.startsWith('forgotten: ')).map((fault) => fault.slice(11))
    } finally {
      await database.owner.query(`
        do $$ declare made record; begin
          for made in select pg_describe_object(classid, objid, 0) as what from (
              select 'pg_class'::regclass as classid, oid as objid from pg_class where relname = 'forgotten'
              union all select 'pg_proc'::regclass, oid from pg_proc where proname = 'forgotten') as objects loop
            execute 'drop ' || made.what;
          end loop;
        end $$`)
    }
  }

  test.each(FORGOTTEN)('is named: %s', async (_about, statements, said) => {
    const whole = statements.startsWith('create table') ? `${statements}; ${FOR_BACKUPS}` : statements
    expect(await saidOf(whole, () => wallFaults(database.owner))).toEqual(said)
  })

  test.each([
    [
      'is not in a backup',
      'select',
      ['backups may do nothing here, not SELECT', 'the policy backup_reads is missing'],
    ],
    [
      'could be changed by one',
      `${FOR_BACKUPS}; grant delete on forgotten to prongsai_backup`,
      ['backups may DELETE, SELECT here, not SELECT'],
    ],
    [
      'has a policy for backups that lets them write',
      'grant select on forgotten to prongsai_backup; create policy backup_reads on forgotten to prongsai_backup using (true)',
      [
        'the policy backup_reads is missing',
        'the policy backup_reads is for prongsai_backup, and no reason is written down',
      ],
    ],
  ])('is named, since it %s', async (_about, statements, said) => {
    const table = `create table forgotten (agency_id uuid primary key);
      alter table forgotten enable row level security; alter table forgotten force row level security;
      create policy p on forgotten using (agency_id = current_agency())`
    expect(await saidOf(`${table}; ${statements}`, () => wallFaults(database.owner))).toEqual(said)
  })

  test.each(LEAKING)('is named, since strangers reach its rows: %s', async (policies, said) => {
    const table =
      'create table forgotten (agency_id uuid not null, id uuid not null, primary key (agency_id, id))'
    const isBehind = 'enable row level security; alter table forgotten force row level security'
    const statements = `${table}; alter table forgotten ${isBehind}; ${policies}; ${FOR_BACKUPS}`
    const found = await saidOf(statements, async () => {
      expect((await wallFaults(database.owner)).filter((fault) => fault.startsWith('forgotten'))).toEqual([])
      return leaksOf(database, ['forgotten'])
    })
    expect(found).toEqual(expect.arrayContaining([...said]))
  })
})

describe('the program on its first day', () => {
  let installation: Awaited<ReturnType<typeof freshInstallation>>
  let database: Database
  beforeAll(async () => {
    installation = await freshInstallation()
    const { DATABASE_URL, DATA_DIR } = installation.env
    database = await openDatabase({ databaseUrl: DATABASE_URL || null, databasePool: 2, dataDir: DATA_DIR })
  })
  afterAll(async () => {
    await database.close()
    await installation.remove()
  })

  test('works as a login that is no superuser and that row security binds, in roles that own nothing', async () => {
    expect(database.kind).toBe(databaseKind)
    const roles = await database.pool.query(`
      select rolname as name, rolsuper or rolbypassrls as above, rolcanlogin as login,
        (select count(*)::int from pg_class where relowner = pg_roles.oid and relkind = 'r') as tables
      from pg_roles where rolname in ('prongsai_app', 'prongsai_sender', session_user::text) order by rolname`)
    expect(roles.rows).toHaveLength(3)
    for (const { name, above, login, tables } of roles.rows) {
      expect(above, name).toBe(false)
      // The login of a server owns the tables, so row security is forced on every one.
      if (databaseKind === 'own' || !login) expect(tables, name).toBe(0)
      expect(login, name).toBe(!['prongsai_app', 'prongsai_sender'].includes(name))
    }
  })
})

test('every test that opens a database runs on both kinds of PostgreSQL', () => {
  const alone: Readonly<Record<string, string>> = {
    'app/platform/db/embedded/own-postgres.server.test.ts': "about the program's own PostgreSQL",
    'app/platform/config/config.server.test.ts': 'reads settings and opens nothing',
    'cli/main.test.ts': 'shows settings and opens nothing',
    'tests/house/installed-command.test.ts': 'hands settings on and opens nothing',
    'app/features/operation/backup/making/backup-folder.server.test.ts':
      'writes into a folder and opens nothing',
    'app/features/operation/backup/backup-job.test.ts':
      'opens no database: it asks when the program makes backups',
    'app/platform/db/behind-pooler.test.ts': 'starts a server of its own, with a pooler before it',
    'app/platform/db/replica.server.test.ts': 'starts a server of its own, with a replica beside it',
    'app/platform/db/embedded/upgrade-cluster.server.test.ts': "about the program's own PostgreSQL",
    'cli/backup.test.ts': "about the program's own PostgreSQL; cli/backup-elsewhere.test.ts takes a server",
    'cli/backup-daily.test.ts': "about the program's own PostgreSQL, of which it makes backups by itself",
    'cli/backup-elsewhere.test.ts': 'from one kind to the other and back, with a server of its own',
    'cli/move.test.ts': 'from one kind to the other and back, with a server of its own',
  }
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.test.ts', '*.test.tsx'], {
    encoding: 'utf8',
  })
  const found = files
    .split('\n')
    .filter((file) => file !== '')
    .filter((file) =>
      /openDatabase\(|openApp\(|DATABASE_URL|DATA_DIR|OwnPostgres\(/.test(readFileSync(file, 'utf8')),
    )
    .filter((file) => !/support\/database\.ts'/.test(readFileSync(file, 'utf8')))
  expect(found.sort()).toEqual(Object.keys(alone).sort())
})
