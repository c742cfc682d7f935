import { randomUUID } from 'node:crypto'
import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Ctx } from '../ctx.server.ts'
import { withAgency } from '../db/tenant.server.ts'
import { type AuditFilter, auditChoices, listAudit } from './audit.queries.server.ts'
import { type AuditEvent, writeAudit } from './audit.server.ts'
import { AUDIT_ACTIONS } from './audit-actions.table.ts'
import { type AuditEntry, auditHash, FIRST_LINK } from './audit-chain.ts'
import { type AuditFormat, exportAudit } from './audit-export.server.ts'
import { auditSentence } from './audit-words.ts'

let database: TestDatabase
let ctx: Ctx
const person: Actor = { kind: 'person', id: randomUUID(), name: 'สมชาย ตัวอย่าง', roles: [] }
const keeper: Actor = { kind: 'command', name: 'prongsai import' }

beforeAll(async () => {
  database = await freshDatabase()
  ctx = await anAgency()
  await write({ action: 'cycle.imported', object: { kind: 'cycle', id: 'c1' }, detail: { fiscalYear: 2567 } })
  await write({ action: 'person.invited', actor: person, object: { kind: 'person', id: 'p1' } })
  await write({ action: 'role.granted', actor: person, object: { kind: 'person', id: 'p1' } })
  await write({ action: 'role.granted', actor: person, object: { kind: 'person', id: '50%_\\' } })
  await write({
    action: 'sign-in.refused',
    actor: { kind: 'system', name: '=cmd|calc' },
    object: { kind: 'person', id: '+66 1, "x"\n@y' },
    detail: { reason: 'รหัสผ่านผิด' },
  })
})
afterAll(() => database.drop())

async function anAgency(): Promise<Ctx> {
  const id = randomUUID()
  const code = `a${id.slice(0, 8)}`
  await withAgency(database.db, id, (tx) => tx.insertInto('agency').values({ id, code }).execute())
  return { db: database.db, actor: person, now: () => new Date(), agency: { id, code } }
}
const write = (event: Omit<AuditEvent, 'agencyId' | 'actor' | 'detail'> & Partial<AuditEvent>, where = ctx) =>
  withAgency(database.db, where.agency.id, (tx) =>
    writeAudit(tx, { actor: keeper, detail: {}, ...event, agencyId: where.agency.id }),
  )
const list = (filter: AuditFilter, page: { before?: number; limit?: number } = {}) =>
  withAgency(database.db, ctx.agency.id, (tx) =>
    listAudit(tx, { agencyId: ctx.agency.id, filter, limit: 50, ...page }),
  )
const seqs = async (filter: AuditFilter, page: { before?: number; limit?: number } = {}) =>
  (await list(filter, page)).map((entry) => entry.seq)

describe('the entries of an agency', () => {
  it('come the newest first, a page at a time', async () => {
    expect(await seqs({}, { limit: 2 })).toEqual([5, 4])
    expect(await seqs({}, { limit: 2, before: 4 })).toEqual([3, 2])
    expect(await seqs({}, { limit: 2, before: 2 })).toEqual([1])
  })

  it('are those of who acted, by person or by part of a name', async () => {
    expect(await seqs({ actor: person.kind === 'person' ? person.id : '' })).toEqual([4, 3, 2])
    expect(await seqs({ actor: 'ตัวอย่าง' })).toEqual([4, 3, 2])
    expect(await seqs({ actor: 'PRONGSAI' })).toEqual([1])
  })

  it('are those of an action, of a kind of object, of one object, and of all of these together', async () => {
    expect(await seqs({ action: 'role.granted' })).toEqual([4, 3])
    expect(await seqs({ objectKind: 'cycle' })).toEqual([1])
    expect(await seqs({ objectKind: 'person', objectId: 'p1' })).toEqual([3, 2])
    expect(await seqs({ action: 'role.granted', objectId: 'p1', actor: 'สมชาย', text: '' })).toEqual([3])
  })

  it('are those with a text, in which no sign is a pattern', async () => {
    expect(await seqs({ text: 'รหัสผ่าน' })).toEqual([5])
    expect(await seqs({ text: '2567' })).toEqual([1])
    expect(await seqs({ text: '%_\\' })).toEqual([4])
    expect(await seqs({ text: '%' })).toEqual([4])
    expect(await seqs({ text: "'; drop table audit_log; --" })).toEqual([])
  })

  it('are those of days in Thai time, both days included', async () => {
    const other = await anAgency()
    // 23:30 on 1 January and 00:30 on 2 January in Thailand.
    for (const at of ['2026-01-01T16:30:00Z', '2026-01-01T17:30:00Z']) {
      const client = await database.owner.connect()
      await client.query('begin')
      await client.query("select set_config('app.agency_id', $1, true)", [other.agency.id])
      await client.query('alter table audit_log disable trigger user')
      await client.query(
        `insert into audit_log (agency_id, seq, at, previous_hash, hash, actor_kind, actor_name, action, object_kind, object_id, detail)
         select $1, count(*) + 1, $2, $3, $3, 'system', 'x', 'cycle.imported', 'cycle', '1', '{}' from audit_log where agency_id = $1`,
        [other.agency.id, at, FIRST_LINK],
      )
      await client.query('alter table audit_log enable trigger user')
      await client.query('commit')
      client.release()
    }
    const of = (filter: AuditFilter) =>
      withAgency(database.db, other.agency.id, async (tx) => {
        const found = await listAudit(tx, { agencyId: other.agency.id, filter, limit: 9 })
        return found.map((entry) => entry.seq)
      })
    expect(await of({ from: '2026-01-01', to: '2026-01-01' })).toEqual([1])
    expect(await of({ from: '2026-01-02' })).toEqual([2])
    expect(await of({ from: '2026-01-01', to: '2026-01-02' })).toEqual([2, 1])
    expect(await of({ to: '2025-12-31' })).toEqual([])
  })

  it('offer what can be chosen, each once', async () => {
    const choices = await withAgency(database.db, ctx.agency.id, (tx) => auditChoices(tx, ctx.agency.id))
    expect(choices).toEqual({
      actions: ['cycle.imported', 'person.invited', 'role.granted', 'sign-in.refused'],
      objectKinds: ['cycle', 'person'],
    })
    const nothing = await anAgency()
    const none = await withAgency(database.db, nothing.agency.id, (tx) => auditChoices(tx, nothing.agency.id))
    expect(none).toEqual({ actions: [], objectKinds: [] })
  })
})

describe('an export', () => {
  async function exported(where: Ctx, format: AuditFormat, filter: AuditFilter = {}): Promise<string> {
    let text = ''
    for await (const piece of await exportAudit(where, { filter, format, lang: 'th' })) text += piece
    return text
  }
  const entriesOf = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditEntry)
  async function aLog(length: number): Promise<Ctx> {
    const where = await anAgency()
    await withAgency(database.db, where.agency.id, async (tx) => {
      for (let number = 1; number <= length; number++)
        await writeAudit(tx, {
          agencyId: where.agency.id,
          actor: keeper,
          action: number % 2 ? 'cycle.imported' : 'cycle.replaced',
          object: { kind: 'cycle', id: '=1+1' },
          detail: { number, text: 'ก"\n' },
        })
    })
    return where
  }

  it('as JSON lines lets an outsider take every hash again, and ends with itself', async () => {
    const where = await aLog(2100)
    const entries = entriesOf(await exported(where, 'jsonl'))
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 2101 }, (_, index) => index + 1))
    expect(entries.every((entry) => auditHash(entry) === entry.hash)).toBe(true)
    expect(
      entries.every((entry, index) => entry.previousHash === (entries[index - 1]?.hash ?? FIRST_LINK)),
    ).toBe(true)
    expect(entries.at(-1)).toMatchObject({ action: 'audit-log.exported', objectId: 'jsonl', detail: '{}' })
  })

  it('holds what its filter lets through, and the log says what that was', async () => {
    const where = await aLog(5)
    const entries = entriesOf(await exported(where, 'jsonl', { action: 'cycle.replaced', text: '' }))
    expect(entries.map((entry) => entry.seq)).toEqual([2, 4])
    const [last] = await withAgency(database.db, where.agency.id, (tx) =>
      listAudit(tx, { agencyId: where.agency.id, filter: {}, limit: 1 }),
    )
    expect(last).toMatchObject({
      action: 'audit-log.exported',
      actorName: person.name,
      detail: '{"action": "cycle.replaced"}',
    })
  })

  it('as CSV opens with its Thai letters, and has no cell that a spreadsheet program would run', async () => {
    const text = await exported(ctx, 'csv')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = parseCsv(text) as string[][]
    expect(rows[0]).toContain('ค่าแฮชของรายการก่อนหน้า')
    expect(rows).toHaveLength(7)
    const refused = rows[5] ?? []
    expect(refused).toContain("'=cmd|calc")
    expect(refused).toContain('\'+66 1, "x"\n@y')
    expect(refused).toContain('ปฏิเสธการเข้าสู่ระบบ')
    expect(rows.flat().filter((cell) => /^\s*[=+\-@|]/.test(cell))).toEqual([])
  })
})

describe('the words of the log', () => {
  it('are there for every action in both languages, and a newer action is called by its code', () => {
    for (const action of AUDIT_ACTIONS) {
      expect(auditSentence(action, 'th')).toMatch(/[\u0e01-\u0e5b]/u)
      expect(auditSentence(action, 'en')).toMatch(/^[a-z]/)
    }
    expect(auditSentence('thing.made', 'th')).toBe('thing.made')
    expect(auditSentence('constructor', 'en')).toBe('constructor')
  })

  it('are of actions that the database takes', () => {
    expect(AUDIT_ACTIONS.filter((action) => !/^[a-z-]+\.[a-z-]+$/.test(action))).toEqual([])
    expect(new Set(AUDIT_ACTIONS).size).toBe(AUDIT_ACTIONS.length)
  })
})
