import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { addNotices } from './notice.repo.server.ts'
import { NOTICE_KINDS, type NoticeKind } from './notice.table.ts'
import { findOwnFrame, listNotices } from './notices.queries.server.ts'
import { noticeSentence } from './text/index.ts'
import { openOwnNotice, readOwnNotices } from './usecases/read-notices.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const tell = (ctx: Ctx, personId: string, kind: NoticeKind, part = 'measures/x') =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    addNotices(tx, [
      {
        agencyId: ctx.agency.id,
        personId,
        kind,
        part,
        detail: { title: 'จัดทำประกาศ', by: 'สมหญิง' },
        at: ctx.now(),
      },
    ]),
  )

const unreadOf = async (ctx: Ctx) => (await findOwnFrame(ctx)).unread

async function twoPeople() {
  const ctx = await anAgency(database)
  const [a, b] = [await aPerson(ctx), await aPerson(ctx)]
  return { ctx, a: as(ctx, a.id, []), b: as(ctx, b.id, []), ids: { a: a.id, b: b.id } }
}

describe('notices', () => {
  it('are listed to whom they are for, the newest first, and counted until they are read', async () => {
    const { ctx, a, b, ids } = await twoPeople()
    await tell(ctx, ids.a, 'measure.assigned')
    await tell(at(ctx, '2024-10-02T03:00:00Z'), ids.a, 'measure.returned')
    const listed = await listNotices(a, { after: null })
    expect(listed.notices.map(({ kind, isRead }) => [kind, isRead])).toEqual([
      ['measure.returned', false],
      ['measure.assigned', false],
    ])
    expect([await unreadOf(a), await unreadOf(b)]).toEqual([2, 0])
    expect((await listNotices(b, { after: null })).notices).toEqual([])
  })

  it('opening one leads where it says and marks that one alone', async () => {
    const { ctx, a, ids } = await twoPeople()
    await tell(ctx, ids.a, 'measure.assigned', 'measures/one')
    await tell(ctx, ids.a, 'comment.mentioned')
    const id = (await listNotices(a, { after: null })).notices.find(
      ({ kind }) => kind === 'measure.assigned',
    )?.id
    expect(await openOwnNotice(a, id ?? '')).toEqual({ ok: true, value: 'measures/one' })
    expect(await unreadOf(a)).toBe(1)
    // A link that is opened again still leads there.
    expect(await openOwnNotice(a, id ?? '')).toEqual({ ok: true, value: 'measures/one' })
  })

  it('keys of one letter are on until the person turns them off, each for themselves', async () => {
    const { ctx, a, b, ids } = await twoPeople()
    expect((await findOwnFrame(a)).hasShortcuts).toBe(true)
    await database.owner.query(
      `insert into reminder_setting (agency_id, person_id, is_on, digest_hour, days_before, has_shortcuts)
       values ($1, $2, true, 8, 7, false)`,
      [ctx.agency.id, ids.a],
    )
    expect([(await findOwnFrame(a)).hasShortcuts, (await findOwnFrame(b)).hasShortcuts]).toEqual([
      false,
      true,
    ])
  })

  it('nobody opens a notice of another, and what is no notice leads nowhere', async () => {
    const { ctx, a, b, ids } = await twoPeople()
    await tell(ctx, ids.a, 'measure.assigned')
    const id = (await listNotices(a, { after: null })).notices[0]?.id ?? ''
    expect(await openOwnNotice(b, id)).toEqual({ ok: true, value: null })
    expect(await openOwnNotice(a, 'x')).toEqual({ ok: true, value: null })
    const stranger = as(await anAgency(database), ids.a, [])
    expect(await openOwnNotice(stranger, id)).toEqual({ ok: true, value: null })
    expect((await listNotices(stranger, { after: null })).notices).toEqual([])
    expect(await unreadOf(a)).toBe(1)
  })

  it('all are read at once, but what comes later is new, and those of others stay as they are', async () => {
    const { ctx, a, b, ids } = await twoPeople()
    await tell(ctx, ids.a, 'measure.assigned')
    await tell(ctx, ids.b, 'measure.assigned')
    await tell(at(ctx, '2024-10-05T03:00:00Z'), ids.a, 'measure.returned')
    await readOwnNotices(at(a, '2024-10-04T03:00:00Z'))
    expect([await unreadOf(a), await unreadOf(b)]).toEqual([1, 1])
  })

  it('many come page by page, none twice and none left out', async () => {
    const { ctx, a, ids } = await twoPeople()
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      addNotices(
        tx,
        Array.from({ length: 120 }, (_, index) => ({
          agencyId: ctx.agency.id,
          personId: ids.a,
          kind: 'comment.written' as const,
          part: `measures/${index}`,
          detail: {},
          // Several at one instant, as a bulk act makes them.
          at: new Date(Date.parse('2024-10-01T03:00:00Z') + Math.floor(index / 40) * 1000),
        })),
      ),
    )
    const seen: string[] = []
    for (let after: string | null = null, pages = 0; pages < 4; pages += 1) {
      const page = await listNotices(a, { after })
      seen.push(...page.notices.map(({ id }) => id))
      after = page.olderThan
      if (after === null) break
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
  })

  it('every kind is a sentence in both languages, with the names that it is given', () => {
    for (const kind of NOTICE_KINDS)
      for (const lang of ['th', 'en'] as const) {
        const said = noticeSentence(lang, kind, { title: 'ก<b>ข', by: 'ผู้ทำ', day: '2024-10-31' })
        expect(said).toContain('ก<b>ข')
        expect(said).not.toContain('undefined')
        expect(noticeSentence(lang, kind, {})).not.toMatch(/undefined|NaN/)
      }
    expect(noticeSentence('th', 'measure.reminded', { title: 'ก', by: 'ข', day: '2024-10-31' })).toBe(
      'ข เตือนให้ส่งมาตรการ “ก” ภายในวันที่ 31 ตุลาคม 2567',
    )
  })

  it('a day that an earlier version kept as words is said as it was kept, in both languages', () => {
    const kept = { title: 'T-1', by: 'ข', day: '31 ตุลาคม 2567' }
    for (const lang of ['th', 'en'] as const)
      expect(noticeSentence(lang, 'ticket.assigned', kept)).toContain('31 ตุลาคม 2567')
  })

  it('takes a day as a day alone, so that each reader has it in their own language', async () => {
    const { ctx, ids } = await twoPeople()
    const notice = {
      agencyId: ctx.agency.id,
      personId: ids.a,
      kind: 'ticket.assigned',
      part: 'x',
      at: ctx.now(),
    }
    const add = (day: string) =>
      withAgency(ctx.db, ctx.agency.id, (tx) =>
        addNotices(tx, [{ ...notice, kind: 'ticket.assigned', detail: { title: 'T-1', day } }]),
      )
    await expect(add('31 October 2024')).rejects.toThrow('ticket.assigned')
    await add('2024-10-31')
  })
})
