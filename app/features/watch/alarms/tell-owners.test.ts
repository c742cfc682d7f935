import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { WatchCode, WatchFinding, WatchTarget } from '../watch.domain.ts'
import { tellOwners } from './tell-owners.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const aTarget = (unitId: string | null, address = `${ORIGIN}/oit/2568/O18`): WatchTarget => ({
  address,
  title: { th: 'ช่องทางแจ้งเรื่องร้องเรียน', en: 'Complaint channel' },
  unitId,
  part: 'disclosure/2568/O18',
  marks: [],
  namesYear: null,
  sha256: null,
  hasMenu: true,
})
const aFinding = (code: WatchCode, weight: WatchFinding['weight'] = 'fails'): WatchFinding => ({
  code,
  weight,
  subject: '',
  detail: { host: 'a.example', status: '404', day: '1 มีนาคม 2569' },
})

async function aUnit(ctx: Ctx, headId: string | null = null): Promise<string> {
  const id = randomUUID()
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .insertInto('unit')
      .values({ agency_id: ctx.agency.id, id, name_th: 'กองหนึ่ง', valid_from: '2024-01-01', head_id: headId })
      .execute(),
  )
  return id
}
const tell = (ctx: Ctx, target: WatchTarget, raised: readonly WatchFinding[]) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => tellOwners(tx, ctx, { target, raised, origin: ORIGIN }))

const told = async (ctx: Ctx) => {
  const notices = await database.owner.query(
    `select p.name, n.kind, n.part, n.detail from notice n join person p on p.agency_id = n.agency_id and p.id = n.person_id
     where n.agency_id = $1 order by p.name, n.created_at`,
    [ctx.agency.id],
  )
  const mail = await database.owner.query(
    'select to_address, lang, kind, subject, text_body from mail_outbox where agency_id = $1 order by to_address, created_at',
    [ctx.agency.id],
  )
  return { notices: notices.rows, mail: mail.rows }
}

describe('whoever answers for an address', () => {
  it('is told in the bell and by mail, in their language, with what is wrong and what to do', async () => {
    const ctx = await anAgency(database)
    const head = await aPerson(ctx, { name: 'หัวหน้า', email: 'head@agency.example' })
    const unitId = await aUnit(ctx, head.id)
    const owner = await aPerson(ctx, {
      name: 'ผู้ดูแล',
      email: 'owner@agency.example',
      role: 'unit-owner',
      unitId,
    })
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx.updateTable('person').set({ lang: 'en' }).where('id', '=', owner.id).execute(),
    )
    await aPerson(ctx, { name: 'ผู้ประสานงาน', email: 'ita@agency.example', role: 'ita-coordinator' })
    await tell(ctx, aTarget(unitId), [aFinding('status.error')])
    const { notices, mail } = await told(ctx)
    expect(notices.map(({ name, kind }) => [name, kind])).toEqual([
      ['ผู้ดูแล', 'watch.alarm'],
      ['หัวหน้า', 'watch.alarm'],
    ])
    expect(notices[0]).toMatchObject({
      part: `watch/address?address=${encodeURIComponent(`${ORIGIN}/oit/2568/O18`)}`,
      detail: { title: 'Complaint channel' },
    })
    expect(mail.map(({ to_address, lang, kind }) => [to_address, lang, kind])).toEqual([
      ['head@agency.example', 'th', 'watch-alarm'],
      ['owner@agency.example', 'en', 'watch-alarm'],
    ])
    expect(mail[0].subject).toBe('ผู้ประเมินจะพบปัญหาที่ “ช่องทางแจ้งเรื่องร้องเรียน”')
    expect(mail[0].text_body).toContain('404')
    expect(mail[0].text_body).toContain(`${ORIGIN}/office/watch/address?address=`)
    expect(mail[1].text_body).toContain(`${ORIGIN}/en/office/watch/address?address=`)
  })

  it('is the coordinators where no unit answers, and where nobody holds the unit', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { name: 'ผู้ประสานงาน', email: 'ita@agency.example', role: 'ita-coordinator' })
    const unitId = await aUnit(ctx)
    await aPerson(ctx, {
      name: 'คนเก่า',
      email: 'old@agency.example',
      role: 'unit-owner',
      unitId,
      validTo: '2024-05-01',
    })
    await tell(ctx, aTarget(null), [aFinding('link.dead')])
    await tell(ctx, aTarget(unitId), [aFinding('link.dead')])
    const { notices, mail } = await told(ctx)
    expect(notices.map(({ name }) => name)).toEqual(['ผู้ประสานงาน', 'ผู้ประสานงาน'])
    expect(mail).toHaveLength(2)
  })

  it('is told nothing of what is only worth mending, but of a certificate that ends', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { email: 'ita@agency.example', role: 'ita-coordinator' })
    await tell(ctx, aTarget(null), [aFinding('title.missing', 'warns')])
    await tell(ctx, aTarget(null), [])
    expect(await told(ctx)).toEqual({ notices: [], mail: [] })
    await tell(ctx, aTarget(null), [aFinding('certificate.expiring', 'warns')])
    expect((await told(ctx)).mail).toHaveLength(1)
  })

  it('gets one letter for all that one check found, and no flood where a whole site is down', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { email: 'ita@agency.example', role: 'ita-coordinator' })
    await tell(ctx, aTarget(null), [aFinding('link.dead'), aFinding('pdf.no-text')])
    expect((await told(ctx)).mail).toHaveLength(1)
    for (const nth of [1, 2, 3, 4, 5, 6, 7])
      await tell(ctx, aTarget(null, `${ORIGIN}/oit/2568/O${nth}`), [aFinding('connection.refused')])
    const { notices, mail } = await told(ctx)
    expect(notices).toHaveLength(8)
    expect(mail).toHaveLength(5)
    expect(mail.filter(({ text_body }) => text_body.includes('ระบบจะไม่ส่งอีเมลเพิ่ม'))).toHaveLength(1)
  })

  it('who has no address has the bell, and who is disabled nothing', async () => {
    const ctx = await anAgency(database)
    await aPerson(ctx, { name: 'ไม่มีอีเมล', role: 'ita-coordinator' })
    const gone = await aPerson(ctx, { name: 'ปิดแล้ว', email: 'gone@agency.example', role: 'ita-coordinator' })
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx.updateTable('person').set({ disabled_at: ctx.now() }).where('id', '=', gone.id).execute(),
    )
    await tell(ctx, aTarget(null), [aFinding('link.dead')])
    const { notices, mail } = await told(ctx)
    expect(notices.map(({ name }) => name)).toEqual(['ไม่มีอีเมล'])
    expect(mail).toEqual([])
  })
})
