import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { writeAudit } from '../../platform/audit/audit.server.ts'
import type { AuditAction } from '../../platform/audit/audit-actions.table.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { readAuditAddress } from './audit-filter.domain.ts'
import { readAuditPage } from './audit-page.queries.server.ts'
import { exportAuditLog } from './usecases/export-audit-log.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const write = (ctx: Ctx, count: number, action: AuditAction = 'sign-in.succeeded', objectId = 'x') =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    for (let index = 0; index < count; index++)
      await writeAudit(tx, {
        agencyId: ctx.agency.id,
        actor: ctx.actor,
        action,
        object: { kind: 'person', id: objectId },
        detail: { index },
      })
  })
const read = (ctx: Ctx, address = '') =>
  readAuditPage(ctx, { ...readAuditAddress(new URLSearchParams(address)), isCheckAsked: false, lang: 'th' })

describe('the page of the audit log', () => {
  it('shows fifty entries, the newest first, and goes on from the last of them', async () => {
    const ctx = await anAgency(database)
    await write(ctx, 52)
    const first = await read(ctx)
    expect(first.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => 52 - index))
    expect(first.older).toBe(3)
    const second = await read(ctx, `before=${first.older}`)
    expect([second.entries.map(({ seq }) => seq), second.older]).toEqual([[2, 1], null])
    expect(first.choices).toEqual({ actions: ['sign-in.succeeded'], objectKinds: ['person'] })
  })

  it('answers who, what, when and to what, and names the people that an entry is about', async () => {
    const ctx = await anAgency(database)
    const { id } = await aPerson(ctx, { name: 'มานี ตัวอย่าง' })
    await write(as(ctx, randomUUID(), ['administrator']), 2, 'person.invited', id)
    await write(ctx, 1)
    const found = await read(
      ctx,
      `who=ผู้ทำงาน&action=person.invited&kind=person&object=${id}&from=2024&text=INDEX`,
    )
    expect(found.entries).toHaveLength(2)
    expect(found.names).toEqual({ [id]: 'มานี ตัวอย่าง' })
    expect((await read(ctx, 'to=2567')).entries).toEqual([])
    expect((await read(ctx, "who=' or true --")).entries).toEqual([])
    expect((await read(ctx)).names).toEqual({ [id]: 'มานี ตัวอย่าง' })
  })

  it('says whether the chain is whole, and which entry was tampered with', async () => {
    const ctx = await anAgency(database)
    expect((await read(ctx)).chain).toEqual({ head: null, state: 'whole' })
    await write(ctx, 3)
    expect((await read(ctx)).chain).toMatchObject({ head: { seq: 3 }, state: 'whole' })
    await database.owner.query('alter table audit_log disable trigger user')
    await database.owner.query(
      "update audit_log set actor_name = 'ใครอีกคน' where agency_id = $1 and seq = 2",
      [ctx.agency.id],
    )
    await database.owner.query('alter table audit_log enable trigger user')
    expect((await read(ctx)).chain).toMatchObject({ state: 'broken', broken: { seq: 2, what: 'changed' } })
  })
})

describe('an export of the audit log', () => {
  const taken = async (pieces: AsyncIterable<string>) => {
    let text = ''
    for await (const piece of pieces) text += piece
    return text
  }
  const jsonl = { filter: {}, format: 'jsonl', lang: 'th' } as const

  it('is given to an auditor, and stands in the log', async () => {
    const ctx = await anAgency(database)
    await write(ctx, 2)
    const exported = await exportAuditLog(as(ctx, randomUUID(), ['auditor']), jsonl)
    if (!exported.ok) throw new Error('it was refused')
    const actions = (await taken(exported.value))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).action)
    expect(actions).toEqual(['sign-in.succeeded', 'sign-in.succeeded', 'audit-log.exported'])
  })

  it('is refused to who has no such role, and only the refusal is written', async () => {
    const ctx = await anAgency(database)
    const refused = await exportAuditLog(as(ctx, randomUUID(), ['executive']), jsonl)
    expect(refused).toMatchObject({ ok: false, error: { act: 'audit-log.export' } })
    const { entries } = await read(ctx)
    expect(entries.map(({ action, objectId }) => [action, objectId])).toEqual([
      ['permission.refused', 'audit-log.export'],
    ])
  })
})
