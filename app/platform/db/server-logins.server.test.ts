import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bareServer } from '../../../tests/support/database.ts'
import { urlOf } from '../../../tests/support/database-server.ts'
import { openDatabase, openLogin } from './database.server.ts'
import { migrateToLatest } from './migrate.server.ts'
import { type LoginAddress, migrateInstallation } from './migrate-installation.server.ts'
import { withSetupPool } from './prepare-server.server.ts'
import { loginName } from './server-logins.server.ts'
import { withAgency, withoutAgency, withSealedAgency } from './tenant.server.ts'

/** Passwords count on this server: what is printed must let in, and nothing else. */

const silent = { log: () => {} }
const NO_URLS = { directUrl: null, ownerUrl: null, replicaUrl: null, backupUrl: null }

let server: Awaited<ReturnType<typeof bareServer>>
let admin: pg.Client
let logins: readonly LoginAddress[]

const ownerUrl = (database: string) =>
  urlOf({ ...server.superuser, user: 'the_owner', database }).replace('the_owner@', 'the_owner:owned@')
const migrate = (database: string, makesLogins: boolean) =>
  migrateInstallation(
    { databaseUrl: null, databases: { ...NO_URLS, ownerUrl: ownerUrl(database) }, dataDir: '/nowhere' },
    { makesLogins, ...silent },
  )
const open = (databaseUrl: string) =>
  openDatabase({ databaseUrl, databasePool: 3, dataDir: '/nowhere' }, silent)
const urlFor = (setting: string, among = logins) =>
  among.find((login) => login.setting === setting)?.url ?? ''

async function ask<T extends pg.QueryResultRow>(url: string, query: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(query)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  server = await bareServer()
  admin = new pg.Client(server.superuser)
  await admin.connect()
  await admin.query("create role the_owner login createrole password 'owned'")
  for (const name of ['ministry', 'neighbour']) await admin.query(`create database ${name} owner the_owner`)
  const { rows } = await admin.query<{ hba_file: string }>('show hba_file')
  // Written by the server itself, which alone knows where it is.
  await admin.query(
    `copy (values ('local all ${server.superuser.user} trust'), ('local all all scram-sha-256')) to ${pg.escapeLiteral(rows[0]?.hba_file ?? '')}`,
  )
  await admin.query('select pg_reload_conf()')
  logins = (await migrate('ministry', true)).logins
})
afterAll(async () => {
  await admin?.end()
  await server?.stop()
})

describe('logins of least privilege', () => {
  it('are three, each for a setting, with nothing more than it needs', async () => {
    expect(logins.map(({ setting, name, isNew }) => [setting, name, isNew])).toEqual([
      ['DATABASE_URL', 'ministry_program', true],
      ['PROTECTED_DATABASE_URL', 'ministry_sealed', true],
      ['DATABASE_BACKUP_URL', 'ministry_keeper', true],
    ])
    const { rows } = await admin.query(
      `select rolname from pg_roles where rolname like 'ministry\\_%'
        and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)`,
    )
    expect(rows).toEqual([])
  })

  it('the program works with its own, which owns nothing, and may not take on what others hold', async () => {
    const opened = await open(urlFor('DATABASE_URL'))
    try {
      const [mine, other] = [randomUUID(), randomUUID()]
      for (const id of [mine, other])
        await withAgency(opened.db, id, (tx) =>
          tx
            .insertInto('agency')
            .values({ id, code: `a-${id}` })
            .execute(),
        )
      const seen = await withAgency(opened.db, mine, (tx) => tx.selectFrom('audit_log').selectAll().execute())
      expect(seen).toEqual([])
      const take = (role: string) =>
        withoutAgency(opened.db, (tx) => sql`select set_config('role', ${role}, true)`.execute(tx))
      await take('prongsai_sender')
      for (const role of ['prongsai_protected', 'prongsai_backup', 'the_owner', server.superuser.user])
        await expect(take(role)).rejects.toThrow(/permission denied to set role/)
      await expect(opened.pool.query('create table mine (i int)')).rejects.toThrow(/permission denied/)
      await expect(opened.pool.query('create temp table mine (i int)')).rejects.toThrow(/permission denied/)
      // The rights of a sender, which sees the mail of all agencies, are not there while it is not taken on.
      const { rows } = await opened.pool.query(
        `select pg_has_role('prongsai_app', 'usage') as app, pg_has_role('prongsai_sender', 'usage') as sender`,
      )
      expect(rows).toEqual([{ app: true, sender: false }])
    } finally {
      await opened.close()
    }
  })

  it('that of the protected channel sees that schema, and nothing of the other', async () => {
    const sealed = openLogin(urlFor('PROTECTED_DATABASE_URL'), { max: 1, log: () => {} })
    try {
      const read = withSealedAgency(sealed.db, randomUUID(), (tx) =>
        sql`select * from protected.channel_setting`.execute(tx),
      )
      expect((await read).rows).toEqual([])
      await expect(sql`select * from agency`.execute(sealed.db)).rejects.toThrow(/permission denied/)
      await expect(withoutAgency(sealed.db, async () => {})).rejects.toThrow(/permission denied/)
    } finally {
      await sealed.close()
    }
  })

  it('that of backups reads every row and changes none', async () => {
    const url = urlFor('DATABASE_BACKUP_URL')
    const [counted] = await ask<{ n: number }>(url, 'select count(*)::int as n from agency')
    expect(counted?.n).toBe(2)
    await expect(ask(url, "update agency set code = 'x'")).rejects.toThrow(/permission denied/)
    await expect(ask(url, 'delete from protected.channel_setting')).rejects.toThrow(/permission denied/)
  })

  it('keep their passwords when the schema alone is brought up to date, and get new ones when asked', async () => {
    expect(await migrate('ministry', false)).toMatchObject({ applied: [], logins: [] })
    await ask(urlFor('DATABASE_URL'), 'select 1')
    const again = (await migrate('ministry', true)).logins
    expect(again.map(({ isNew }) => isNew)).toEqual([false, false, false])
    for (const { setting } of logins) {
      await expect(ask(urlFor(setting), 'select 1')).rejects.toThrow(/password authentication failed/)
      await ask(urlFor(setting, again), 'select 1')
    }
    logins = again
  })

  it('of one database do not enter another on the same server, though the roles are the same', async () => {
    const made = await migrate('neighbour', true)
    expect(made.isShut).toBe(true)
    expect(made.logins.map(({ name }) => name)).toEqual([
      'neighbour_program',
      'neighbour_sealed',
      'neighbour_keeper',
    ])
    for (const { setting } of logins) {
      const strayed = urlFor(setting).replace('/ministry?', '/neighbour?')
      await expect(ask(strayed, 'select 1')).rejects.toThrow(/permission denied for database/)
    }
  })

  it('of a name that somebody else has made is left as it is', async () => {
    await admin.query('create database taken owner the_owner')
    await admin.query("create role taken_sealed login password 'theirs'")
    await expect(migrate('taken', true)).rejects.toMatchObject({
      code: 'database.foreign-login',
      text: { th: expect.stringContaining('taken_sealed'), en: expect.stringContaining('taken_sealed') },
    })
    const { rowCount } = await admin.query("select from pg_roles where rolname = 'taken_program'")
    expect(rowCount).toBe(0)
  })

  it('differ for databases whose long names begin alike', () => {
    const [one, other] = ['ก'.repeat(20), `${'ก'.repeat(19)}ข`].map((name) => loginName(name, 'program'))
    expect(one).not.toBe(other)
    expect(Buffer.byteLength(one ?? '')).toBeLessThanOrEqual(63)
  })
})

describe('a program whose login does not own the tables', () => {
  it('is refused where a step is missing, and told who may make it', async () => {
    await admin.query('create database behind owner the_owner')
    await migrate('behind', true)
    await admin.query("alter role behind_program password 'known'")
    const url = ownerUrl('behind').replace('the_owner:owned@', 'behind_program:known@')
    await withSetupPool({ connectionString: ownerUrl('behind') }, (pool) =>
      pool.query('delete from schema_migration where number = (select max(number) from schema_migration)'),
    )
    await expect(open(url)).rejects.toMatchObject({
      code: 'database.behind',
      text: {
        th: expect.stringContaining('DATABASE_OWNER_URL'),
        en: expect.stringMatching(/lacks a step .*0019-operation.*npx prongsai migrate/),
      },
    })
  })

  it('is refused by a database of a newer program, which is named', async () => {
    await withSetupPool({ connectionString: ownerUrl('ministry') }, async (pool) => {
      await pool.query("insert into schema_migration values (9999, '9999-later', 'x', now(), '7.8.9')")
      try {
        for (const url of [urlFor('DATABASE_URL'), ownerUrl('ministry')])
          await expect(open(url)).rejects.toMatchObject({
            code: 'database.newer-program',
            text: {
              th: expect.stringContaining('รุ่น 7.8.9 หรือใหม่กว่า'),
              en: expect.stringMatching(/Install version 7\.8\.9 or a newer one.*Nothing was changed/),
            },
          })
      } finally {
        await pool.query('delete from schema_migration where number = 9999')
      }
    })
  })

  it('is refused with a login that may not take on the role of the program', async () => {
    await expect(open(urlFor('DATABASE_BACKUP_URL'))).rejects.toMatchObject({ code: 'database.no-role' })
  })

  it('is refused without the login of the protected channel, which would fail its reporters one by one', async () => {
    const protectedChannel = { databaseUrl: null, pepper: null, mostMb: 10, staffNetworks: [] }
    const asked = { databaseUrl: urlFor('DATABASE_URL'), databasePool: 1, dataDir: '/nowhere' }
    await expect(openDatabase({ ...asked, protectedChannel }, silent)).rejects.toMatchObject({
      code: 'database.sealed-login-missing',
    })
  })

  it('never makes the first tables of an empty database', async () => {
    await admin.query("create role stranger login password 'known'")
    await admin.query('create database empty owner the_owner')
    const url = ownerUrl('empty').replace('the_owner:owned@', 'stranger:known@')
    await expect(open(url)).rejects.toMatchObject({ code: 'database.behind' })
  })
})

it('a table of migrations from before they noted the program is completed by the next', () =>
  withSetupPool({ connectionString: ownerUrl('neighbour') }, async (pool) => {
    await pool.query('alter table schema_migration drop column program_version')
    expect(await migrateToLatest(pool)).toEqual([])
    const opened = await open(ownerUrl('neighbour'))
    await opened.close()
  }))
