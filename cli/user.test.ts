import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLink } from '../app/features/people/sign-in/account.queries.server.ts'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

function user(...words: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    AGENCY_CODE: 'dga',
    ORIGIN: 'https://ita.example.go.th',
  }
  const run = spawnSync(process.execPath, ['cli/main.ts', 'user', ...words], { env, encoding: 'utf8' })
  return { status: run.status, said: run.stderr.trim(), printed: run.stdout.trim() }
}
const asJson = (...words: string[]) => JSON.parse(user(...words, '--json').printed)

const EMAIL = 'somying@agency.example'
const add = (email: string, ...more: string[]) => user('add', email, '--name', 'สมหญิง ตัวอย่าง', ...more)

/** Person and purpose of a link that was printed; null when it is no longer good. */
async function meantBy(address: string) {
  const agency = await database.db.selectFrom('agency').select(['id', 'code']).executeTakeFirstOrThrow()
  const ctx = {
    db: database.db,
    actor: { kind: 'system', name: 'test' },
    now: () => new Date(),
    agency,
  } as const
  return findLink(ctx, address.split('/').at(-1) ?? '')
}

describe('prongsai user', () => {
  it('makes people with roles, and prints a link by which they come in once', async () => {
    expect(user('list')).toMatchObject({ status: 2, said: expect.stringContaining('ไม่มีหน่วยงานรหัส “dga”') })
    const added = add(EMAIL, '--role', 'administrator', '--role', 'auditor')
    expect(added.status).toBe(0)
    const address = /https:\/\/ita\.example\.go\.th\/sign-in\/link\/\S+/.exec(added.printed)?.[0] ?? ''
    expect(await meantBy(address)).toEqual({ purpose: 'sign-in', name: 'สมหญิง ตัวอย่าง', email: EMAIL })
    const { people } = asJson('list')
    expect(people).toMatchObject([{ email: EMAIL, state: 'invited' }])
    expect(people[0].roles.map((held: { role: string }) => held.role).sort()).toEqual([
      'administrator',
      'auditor',
    ])
    const { link } = asJson('link', EMAIL)
    expect(await meantBy(link)).toMatchObject({ purpose: 'sign-in' })
    // The link before it has lost its force.
    expect(await meantBy(address)).toBeNull()
  })

  it('disables and enables people, but never the last administrator', () => {
    expect(user('disable', EMAIL)).toMatchObject({ status: 2, said: expect.stringContaining('ผู้ดูแลระบบ') })
    expect(add('somsak@agency.example', '--role', 'executive').status).toBe(0)
    expect(asJson('disable', 'somsak@agency.example')).toMatchObject({ disabled: true })
    expect(asJson('list').people).toContainEqual(expect.objectContaining({ state: 'disabled' }))
    expect(user('link', 'somsak@agency.example')).toMatchObject({ status: 2 })
    expect(user('enable', 'somsak@agency.example').status).toBe(0)
    expect(user('link', 'somsak@agency.example').status).toBe(0)
  })

  it('refuses what cannot be meant, with a sentence', () => {
    for (const [words, sentence] of [
      [[], 'โปรดระบุสิ่งที่จะทำ'],
      [['remove'], 'โปรดระบุสิ่งที่จะทำ'],
      [['link'], 'โปรดระบุอีเมล'],
      [['link', 'nobody@agency.example'], 'ไม่มีบุคคลที่ใช้อีเมล'],
      [['link', 'no-address'], 'ไม่ใช่อีเมล'],
      [['link', EMAIL, 'another'], 'ครั้งละหนึ่งบุคคล'],
      [['add', 'new@agency.example'], '--name'],
      [['add', 'new@agency.example', '--name', 'x'], '--role'],
      [['add', 'new@agency.example', '--name', 'x', '--role', 'king'], 'ไม่มีบทบาท'],
      [['add', 'new@agency.example', '--name', 'x', '--role', 'unit-owner'], '--unit'],
      [['add', 'new@agency.example', '--name', 'x', '--role', 'unit-owner', '--unit', 'CSR'], 'ไม่มีส่วนงาน'],
      [['add', EMAIL.toUpperCase(), '--name', 'x', '--role', 'auditor'], 'ใช้อีเมลนี้'],
    ] as const)
      expect(user(...words), words.join(' ')).toMatchObject({
        status: 2,
        said: expect.stringContaining(sentence),
      })
  })

  it('keeps what was done in the audit log, under the name of the command', async () => {
    const rows = await database.owner.query(
      `select distinct actor_kind, actor_name from audit_log where action in ('person.invited', 'link.issued', 'person.disabled')`,
    )
    expect(rows.rows).toEqual([{ actor_kind: 'command', actor_name: 'prongsai user' }])
  })
})
