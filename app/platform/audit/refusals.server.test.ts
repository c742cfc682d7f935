import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { err, ok } from '../../kernel/result.ts'
import { type Ctx, inTransaction, recordRefusal } from '../ctx.server.ts'
import { kyselyOn } from '../db/database.server.ts'
import { withAgency } from '../db/tenant.server.ts'
import { listAudit } from './audit.queries.server.ts'
import { writeAudit } from './audit.server.ts'
import { flushRefusals, REFUSALS_AN_HOUR } from './refusals.server.ts'
import { verifyAudit } from './verify-audit.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const START = Date.parse('2026-01-05T03:00:00Z')
const MINUTE = 60_000

/** An agency with a clock that the test sets, in minutes after the start. */
async function anAgency() {
  const id = randomUUID()
  const code = `a${id.slice(0, 8)}`
  await withAgency(database.db, id, (tx) => tx.insertInto('agency').values({ id, code }).execute())
  let minutes = 0
  const ctx: Ctx = {
    db: database.db,
    actor: { kind: 'system', name: 'public-site' },
    now: () => new Date(START + minutes * MINUTE),
    agency: { id, code },
  }
  const at = (minute: number) => {
    minutes = minute
  }
  return { ctx, at }
}
const entriesOf = async ({ db, agency }: Ctx) =>
  (await withAgency(db, agency.id, (tx) => listAudit(tx, { agencyId: agency.id, filter: {}, limit: 1000 })))
    .map(({ action, objectKind, objectId, actorName, detail }) => ({
      action,
      object: `${objectKind} ${objectId}`,
      actorName,
      detail: JSON.parse(detail),
    }))
    .reverse()
const forgedPost = (ctx: Ctx) =>
  recordRefusal(ctx, { action: 'post.refused', object: { kind: 'address', id: '/sign-in' }, detail: {} })

describe('a use case that refuses', () => {
  const refusal = {
    code: 'permission.refused',
    act: 'role.grant',
    roles: ['administrator', 'auditor'],
  } as const

  it('for want of permission is undone, and the refusal is kept', async () => {
    const { ctx } = await anAgency()
    const result = await inTransaction(ctx, async (tx) => {
      await writeAudit(tx, {
        agencyId: ctx.agency.id,
        actor: ctx.actor,
        action: 'role.granted',
        object: { kind: 'person', id: '1' },
        detail: {},
      })
      return err(refusal)
    })
    expect(result).toEqual({ ok: false, error: refusal })
    expect(await entriesOf(ctx)).toEqual([
      {
        action: 'permission.refused',
        object: 'act role.grant',
        actorName: 'public-site',
        detail: { roles: 'administrator, auditor' },
      },
    ])
  })

  it('for another reason, or not at all, leaves no such entry', async () => {
    const { ctx } = await anAgency()
    for (const error of ['no', null, { code: 'role.unknown' }])
      expect(await inTransaction(ctx, async () => err(error))).toEqual({ ok: false, error })
    expect(await inTransaction(ctx, async () => ok(1))).toEqual({ ok: true, value: 1 })
    expect(await entriesOf(ctx)).toEqual([])
  })
})

describe('refusals without end', () => {
  const beyond = (count: number, from: string, to: string) => ({
    action: 'post.refused',
    object: 'refusals post.refused',
    actorName: 'refusals',
    detail: { count, from, to },
  })

  it('are kept one by one up to a limit within an hour, what is beyond in one entry before the next', async () => {
    const { ctx, at } = await anAgency()
    for (let number = 0; number < REFUSALS_AN_HOUR; number++) await forgedPost(ctx)
    at(10)
    for (let number = 0; number < 500; number++) await forgedPost(ctx)
    at(59)
    await forgedPost(ctx)
    expect(await entriesOf(ctx)).toHaveLength(REFUSALS_AN_HOUR)

    at(60)
    await forgedPost(ctx)
    const entries = (await entriesOf(ctx)).slice(REFUSALS_AN_HOUR)
    expect(entries[0]).toEqual(beyond(501, '2026-01-05T03:10:00.000Z', '2026-01-05T03:59:00.000Z'))
    expect(entries.slice(1).map((entry) => entry.object)).toEqual(['address /sign-in'])
  })

  it('are counted for each agency and each action alone', async () => {
    const [{ ctx: mine }, { ctx: other }] = [await anAgency(), await anAgency()]
    for (let number = 0; number < REFUSALS_AN_HOUR + 5; number++) await forgedPost(mine)
    await forgedPost(other)
    await recordRefusal(mine, { action: 'link.refused', object: { kind: 'link', id: '1' }, detail: {} })
    expect(await entriesOf(mine)).toHaveLength(REFUSALS_AN_HOUR + 1)
    expect(await entriesOf(other)).toHaveLength(1)
  })

  it('at once do not pass the limit, and the program writes what it counted before it ends', async () => {
    const { ctx } = await anAgency()
    await Promise.all(Array.from({ length: REFUSALS_AN_HOUR + 20 }, () => forgedPost(ctx)))
    await Promise.all([flushRefusals(database.db), flushRefusals(database.db)])
    const entries = await entriesOf(ctx)
    expect(entries).toHaveLength(REFUSALS_AN_HOUR + 1)
    expect(entries.at(-1)).toEqual(beyond(20, '2026-01-05T03:00:00.000Z', '2026-01-05T03:00:00.000Z'))
    const verified = await verifyAudit(database.db)
    expect(verified.filter((agency) => !agency.ok)).toEqual([])
  })

  it('that could not be written as one entry stay counted', async () => {
    const { ctx } = await anAgency()
    for (let number = 0; number < REFUSALS_AN_HOUR + 3; number++) await forgedPost(ctx)
    const away = new pg.Pool({ ...database.address, database: 'nowhere' })
    await expect(flushRefusals(kyselyOn(away))).rejects.toThrow(/"nowhere" does not exist/)
    await away.end()
    await flushRefusals(database.db)
    expect((await entriesOf(ctx)).at(-1)?.detail.count).toBe(3)
  })
})
