import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import {
  cleanUp,
  emptyDirectory,
  openInProcess,
  serverGone,
  serverOf,
} from '../../../../tests/support/database-processes.ts'
import { ownPaths } from './own-paths.server.ts'
import { joinOwnPostgres } from './own-postgres.server.ts'
import { withStartLock } from './start-lock.server.ts'

afterEach(cleanUp)

const WHO = `query select session_user::text as name, rolsuper or rolbypassrls as above,
  (select count(*)::int from pg_shdepend where refobjid = pg_roles.oid and deptype = 'o') as owned
  from pg_roles where rolname = current_user`.replaceAll('\n', ' ')
const COUNT = 'query select count(*)::int as n from agency'
/** In one transaction: an agency is founded from within itself. */
const insert = (code: string) => {
  const id = randomUUID()
  return `select set_config('app.agency_id', '${id}', true); insert into agency (id, code) values ('${id}', '${code}')`
}

/** What only the superuser of the server may do. */
async function asSuperuser(directory: string, ...statements: string[]): Promise<void> {
  const own = await joinOwnPostgres(directory)
  const client = new pg.Client(own.address)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
  await own.leave()
}

describe("the program's own PostgreSQL", () => {
  it('is made at the first start, found at the next, and stopped with the program', async () => {
    const directory = emptyDirectory()
    const first = await openInProcess(directory)
    expect((await first.ask(COUNT)).rows).toEqual([{ n: 0 }])
    expect(await first.ask('close')).toEqual({ closed: true })
    expect(await first.ended).toBe(0)
    expect(serverOf(directory)).toBeNull()

    const later = await openInProcess(directory)
    await later.ask('close')
    console.info(`own PostgreSQL: first start ${first.opened.openedMs} ms, later ${later.opened.openedMs} ms`)
  })

  it('keeps checksums, writes through to the disk, and listens to its socket alone', async () => {
    const program = await openInProcess(emptyDirectory())
    const settings = [
      'data_checksums',
      'fsync',
      'full_page_writes',
      'listen_addresses',
      'autovacuum',
      'max_wal_size',
    ]
    const shown = await program.ask(
      `query select ${settings.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
    )
    expect(shown.rows).toMatchObject([
      {
        data_checksums: 'on',
        fsync: 'on',
        full_page_writes: 'on',
        listen_addresses: '',
        autovacuum: 'on',
        max_wal_size: '512MB',
      },
    ])
  })

  it('is one for all processes that open an empty directory at once', async () => {
    const directory = emptyDirectory()
    const programs = await Promise.all([1, 2, 3].map(() => openInProcess(directory)))
    const [first, second, third] = programs
    expect(programs.map((program) => program.opened.refused)).toEqual([undefined, undefined, undefined])
    await first?.ask(`query ${insert('one')}`)
    expect((await second?.ask(COUNT))?.rows).toEqual([{ n: 1 }])
    expect((await third?.ask(COUNT))?.rows).toEqual([{ n: 1 }])
  })

  it('goes on when the process that started it ends, until the last one ends', async () => {
    const directory = emptyDirectory()
    const server = await openInProcess(directory)
    const command = await openInProcess(directory)
    await command.ask('hold begin')
    await command.ask(`hold ${insert('kept')}`)
    await server.ask('close')
    expect((await command.ask('hold commit')).rows).toEqual([])
    expect((await command.ask(COUNT)).rows).toEqual([{ n: 1 }])
    await command.ask('close')
    expect(serverOf(directory)).toBeNull()
  })

  it('goes on when a command beside the running program ends', async () => {
    const directory = emptyDirectory()
    const server = await openInProcess(directory)
    await server.ask('hold begin')
    const command = await openInProcess(directory)
    await command.ask('close')
    expect((await server.ask('hold select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(serverOf(directory)).not.toBeNull()
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is stopped when %s ends the program', async (signal) => {
    const directory = emptyDirectory()
    const program = await openInProcess(directory)
    program.kill(signal)
    expect(await program.ended).toBe(signal)
    expect(serverOf(directory)).toBeNull()
  })

  it.each(['exit', 'throw'])('is not left behind by a program that ends by %s', async (way) => {
    const directory = emptyDirectory()
    const program = await openInProcess(directory)
    program.tell(way)
    await program.ended
    expect(await serverGone(directory)).toBe(true)
  })

  it('left behind by a program that was killed, it is adopted', async () => {
    const directory = emptyDirectory()
    const killed = await openInProcess(directory)
    await killed.ask(`query ${insert('kept')}`)
    const server = serverOf(directory)
    killed.kill('SIGKILL')
    await killed.ended
    expect(serverOf(directory)).toBe(server)

    const next = await openInProcess(directory)
    expect(serverOf(directory)).toBe(server)
    expect((await next.ask(COUNT)).rows).toEqual([{ n: 1 }])
    await next.ask('close')
    expect(serverOf(directory)).toBeNull()
  })

  it('killed together with its program, it recovers with all that was committed', async () => {
    const directory = emptyDirectory()
    const killed = await openInProcess(directory)
    await killed.ask(`query ${insert('kept')}`)
    await killed.ask('hold begin')
    await killed.ask(`hold ${insert('not-committed')}`)
    process.kill(serverOf(directory) ?? 0, 'SIGKILL')
    killed.kill('SIGKILL')
    await killed.ended

    const next = await openInProcess(directory)
    expect((await next.ask(COUNT)).rows).toEqual([{ n: 1 }])
  })

  it('killed under a running program, it is started again by it', async () => {
    const directory = emptyDirectory()
    const program = await openInProcess(directory)
    await program.ask(`query ${insert('kept')}`)
    const server = serverOf(directory)
    process.kill(server ?? 0, 'SIGKILL')
    let rows: unknown = null
    for (let tries = 0; tries < 100 && !Array.isArray(rows); tries++) {
      await sleep(100)
      rows = (await program.ask(COUNT)).rows
    }
    expect(rows).toEqual([{ n: 1 }])
    expect(serverOf(directory)).not.toBe(server)
  })

  // Thrice, since it is chance whether the leaving or the starting comes first.
  it.each([1, 2, 3])(
    'about to be started again for a program that leaves, it does not stay (%i)',
    async () => {
      const directory = emptyDirectory()
      const paths = ownPaths(directory)
      let noticed = () => {}
      const renewing = new Promise<void>((resolve) => {
        noticed = resolve
      })
      const own = await joinOwnPostgres(directory, { durable: false, log: () => noticed() })
      let left: Promise<void> | undefined
      await withStartLock(paths.startLock, async () => {
        process.kill(serverOf(directory) ?? 0, 'SIGKILL')
        await renewing
        left = own.leave()
        await sleep(50)
      })
      await left
      expect(serverOf(directory)).toBeNull()
      await sleep(500)
      expect(serverOf(directory)).toBeNull()
    },
  )

  it('starts although its process number now belongs to another process', async () => {
    const directory = emptyDirectory()
    const paths = ownPaths(directory)
    await (await openInProcess(directory)).ask('close')
    // A process that lives and is no server: this one.
    const stale = `${process.pid}\n${paths.cluster}\n1795510291\n5432\n${paths.cluster}\n\n  1 1\nready   \n`
    writeFileSync(paths.pidFile, stale)
    writeFileSync(`${paths.socketFile}.lock`, stale)
    writeFileSync(paths.startLock, `${process.pid} 1`)

    const next = await openInProcess(directory)
    expect((await next.ask(COUNT)).rows).toEqual([{ n: 0 }])
  })

  it('takes over the start lock of a process that died, and what it had begun to make', async () => {
    const directory = emptyDirectory()
    const paths = ownPaths(directory)
    mkdirSync(path.join(paths.unfinished, 'base'), { recursive: true })
    chmodSync(paths.root, 0o700)
    // Higher than any process number of Linux.
    writeFileSync(paths.startLock, '4194305 1')
    const program = await openInProcess(directory)
    expect((await program.ask(COUNT)).rows).toEqual([{ n: 0 }])
  })

  it('works below a directory that only its owner may enter, with a long Thai name', async () => {
    const closed = path.join(emptyDirectory(), 'ห้องปิด'.repeat(5), 'ข้อมูล'.repeat(6))
    mkdirSync(closed, { recursive: true, mode: 0o700 })
    const program = await openInProcess(closed)
    expect((await program.ask(COUNT)).rows).toEqual([{ n: 0 }])
    await program.ask('close')
    expect(serverOf(closed)).toBeNull()
  })

  it('data of a newer PostgreSQL are refused and left as they are', async () => {
    const directory = emptyDirectory()
    await (await openInProcess(directory)).ask('close')
    const version = path.join(ownPaths(directory).cluster, 'PG_VERSION')
    writeFileSync(version, '18\n')
    expect((await openInProcess(directory)).opened).toEqual({ refused: 'database.newer-postgres' })
    expect(readFileSync(version, 'utf8')).toBe('18\n')
    writeFileSync(version, '16\n')
    expect((await openInProcess(directory)).opened).toEqual({ refused: 'database.older-postgres' })
    writeFileSync(version, '17\n')
    expect((await openInProcess(directory)).opened.refused).toBeUndefined()
  })

  it('data of a newer program are refused, and the server is not left running', async () => {
    const directory = emptyDirectory()
    await (await openInProcess(directory)).ask('close')
    await asSuperuser(directory, "insert into schema_migration values (9999, '9999-x', 'x')")
    const refused = await openInProcess(directory)
    expect(refused.opened).toEqual({ refused: 'database.newer-program' })
    expect(await refused.ended).toBe(0)
    expect(serverOf(directory)).toBeNull()
  })

  it('the program works in it as a login that row security binds, and that owns nothing', async () => {
    const directory = emptyDirectory()
    const program = await openInProcess(directory)
    expect((await program.ask(WHO)).rows).toEqual([{ name: 'prongsai_program', above: false, owned: 0 }])
    await program.ask(`query ${insert('kept')}`)
    expect((await program.ask('query delete from agency')).rows).toMatch(/permission denied/)
    expect((await program.ask('query select from audit_log')).rows).toEqual([])
    expect((await program.ask("query insert into schema_migration values (9999, 'x', 'x')")).rows).toMatch(
      /permission denied/,
    )
  })

  it('data of a program that worked as superuser get that login, whoever opens them first', async () => {
    const directory = emptyDirectory()
    const first = await openInProcess(directory)
    await first.ask(`query ${insert('kept')}`)
    await first.ask('close')
    await asSuperuser(directory, 'drop owned by prongsai_program', 'drop role prongsai_program')
    const programs = await Promise.all([1, 2, 3].map(() => openInProcess(directory)))
    for (const program of programs) {
      expect((await program.ask(WHO)).rows).toEqual([{ name: 'prongsai_program', above: false, owned: 0 }])
      expect((await program.ask(COUNT)).rows).toEqual([{ n: 1 }])
    }
  })

  it('a role that the program takes on is given to it, and its rights only while it is taken on', async () => {
    const directory = emptyDirectory()
    await (await openInProcess(directory)).ask('close')
    await asSuperuser(
      directory,
      'create role prongsai_other',
      'create table of_other (n int)',
      'grant select on of_other to prongsai_other',
      'alter role prongsai_program superuser',
    )
    const program = await openInProcess(directory)
    expect((await program.ask(WHO)).rows).toEqual([{ name: 'prongsai_program', above: false, owned: 0 }])
    expect((await program.ask('query select from of_other')).rows).toMatch(/permission denied/)
    await program.ask('hold begin')
    await program.ask("hold select set_config('role', 'prongsai_other', true)")
    expect((await program.ask('hold select from of_other')).rows).toEqual([])
  })
})
