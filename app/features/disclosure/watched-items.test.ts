import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, at } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { itemOf, textFact } from '../../../tests/support/disclosure-builders.ts'
import { anEvidenceFile } from '../../../tests/support/evidence-builders.ts'
import { type Answers, openSite, sends, type WatchedSite } from '../../../tests/support/watched-site.ts'
import { aUnit } from '../../../tests/support/working-builders.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { createDiskStore } from '../../platform/files/disk-store.server.ts'
import { addressOf } from '../../web/addresses.ts'
import { makeDueRounds, openWatchTools } from '../watch/index.server.ts'
import type { TypedFact } from './fact.domain.ts'
import { addFact } from './usecases/add-fact.server.ts'
import { answerElement } from './usecases/answer-element.server.ts'
import { changeItem } from './usecases/change-item.server.ts'
import { declareNone } from './usecases/declare-none.server.ts'
import { publishItem } from './usecases/publish-item.server.ts'
import { disclosureTargets } from './watch-targets.server.ts'

/**
 * From what an assessor would meet to the owner who is told: the rooms and the database as the program has them, and a site on
 * this machine. A private address is asked only as the agency's own origin, so the site stands as that.
 */
const LIST = { year: 2568, code: 'O12' } as const
const MANUAL = { year: 2568, code: 'O9' } as const
const FIRST_NIGHT = Date.UTC(2025, 5, 5, 19, 30)
const DAY_MS = 86_400_000
const FILE = 'steps.txt'
const APPROVED = 'ขั้นตอน ยื่นคำขอแล้วรอผล ปี 2568'
const HEADS = [
  ...['ที่', 'ปีงบประมาณ', 'ชื่อหน่วยงาน', 'อำเภอ', 'จังหวัด', 'กระทรวง', 'ประเภทหน่วยงาน'],
  ...['งานที่ซื้อหรือจ้าง', 'วงเงินงบประมาณ', 'แหล่งที่มาของงบประมาณ', 'สถานะ', 'วิธีการจัดซื้อจัดจ้าง', 'ราคากลาง'],
  ...['ราคาที่ตกลง', 'ผู้ได้รับการคัดเลือก', 'เลขที่โครงการ'],
]
const page = (main: string) => `<!doctype html><html lang="th"><title>หน้า</title><main>${main}</main></html>`
const table = (heads: readonly string[]) =>
  page(`<p>ปี 2568</p><table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></table>`)
const MANUAL_PAGE = page(
  'คู่มือ ปี 2568 ระยะเวลา 1 วันทำการ ช่องทาง เคาน์เตอร์ เอกสารประกอบ สำเนา <a href="/form">แบบคำขอ</a>',
)

const folder = mkdtempSync(path.join(os.tmpdir(), 'watched-items-'))
let clock = new Date(FIRST_NIGHT)
const tools = openWatchTools({
  store: createDiskStore(path.join(folder, 'files')),
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  folder: path.join(folder, 'passing'),
  now: () => clock,
  everyMs: 0,
})
const answers: Record<string, Answers[string]> = {}
let database: TestDatabase
let site: WatchedSite
beforeAll(async () => {
  database = await freshDatabase()
  site = await openSite(answers)
})
afterAll(async () => {
  tools.close()
  await site.close()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const given = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function disclosed(): Promise<Ctx> {
  const ctx = await anAgency(database)
  const unitId = await aUnit(ctx, 'LAW', 'ส่วนกฎหมาย')
  await aPerson(ctx, { role: 'unit-owner', unitId, email: 'owner@agency.example' })
  const sha256 = createHash('sha256').update(APPROVED).digest('hex')
  const { id: evidenceId } = await anEvidenceFile(ctx, { fileName: FILE, mediaType: 'text/plain', sha256 })
  for (const place of [LIST, MANUAL]) {
    const { version } = await itemOf(ctx, place)
    given(await changeItem(ctx, { ...place, unitId, dueOn: null, seenVersion: version }))
  }
  const add = async (place: typeof LIST | typeof MANUAL, element: string, fact: Partial<TypedFact>) =>
    given(
      await addFact(ctx, {
        fact: textFact({ words: null, ...fact }),
        unitId,
        pages: [],
        answers: { ...place, element },
      }),
    )
  const [first, ...others] = (await itemOf(ctx, LIST)).elements
  const id = await add(LIST, first?.key ?? '', { kind: 'link', address: `${site.origin}/list` })
  for (const { key } of others)
    given(await answerElement(ctx, { ...LIST, element: key, factIds: [id], seen: '' }))
  for (const element of ['name', 'time', 'channel', 'documents'])
    await add(MANUAL, element, { kind: 'link', address: `${site.origin}/manual` })
  await add(MANUAL, 'steps', { kind: 'file', evidenceId })
  given(await declareNone(ctx, { ...MANUAL, element: 'fee', text: 'ไม่มีค่าธรรมเนียม', seen: '' }))
  for (const place of [LIST, MANUAL])
    given(await publishItem(ctx, { ...place, seenHash: (await itemOf(ctx, place)).contentHash }))
  for (const target of await disclosureTargets(ctx, { origin: site.origin })) {
    const titles = target.marks.map(({ anyOf }) => anyOf[0] ?? '').join(' ')
    answers[new URL(target.address).pathname] = sends(page(`${titles} 2568`))
  }
  answers['/list'] = sends(table(HEADS))
  answers['/manual'] = sends(MANUAL_PAGE)
  answers['/form'] = sends(page('แบบคำขอ'))
  answers[addressOf.publicFile(sha256, FILE)] = sends(APPROVED, 'text/plain; charset=utf-8')
  return ctx
}

/** The round of the nth night. */
const night = (ctx: Ctx, nth: number) => {
  clock = new Date(FIRST_NIGHT + nth * DAY_MS)
  return makeDueRounds({
    agencies: () => [at(ctx, clock.toISOString())],
    targets: disclosureTargets,
    originOf: () => site.origin,
    isScoring: async () => false,
    tools,
  })
}
const scoreOf = async (ctx: Ctx, place: typeof LIST | typeof MANUAL) => {
  const { score } = await itemOf(ctx, place)
  return { value: score.score, said: JSON.stringify(score) }
}
const told = async (ctx: Ctx) => {
  const [notices, mails] = await Promise.all([
    database.owner.query(`select detail from notice where agency_id = $1 and kind = 'watch.alarm'`, [
      ctx.agency.id,
    ]),
    database.owner.query(`select to_address from mail_outbox where agency_id = $1 and kind = 'watch-alarm'`, [
      ctx.agency.id,
    ]),
  ])
  return { notices: notices.rows.length, mails: mails.rows.map(({ to_address }) => to_address) }
}

test('a removed column, a dead link and a changed file are each found in a night, told once, and mended the next', async () => {
  const ctx = await disclosed()
  const file = addressOf.publicFile(createHash('sha256').update(APPROVED).digest('hex'), FILE)
  await night(ctx, 0)
  expect((await scoreOf(ctx, LIST)).value).toBe(100)
  expect((await scoreOf(ctx, MANUAL)).value).toBe(100)
  expect(await told(ctx)).toEqual({ notices: 0, mails: [] })

  answers['/list'] = sends(table(HEADS.filter((head) => head !== 'ราคากลาง')))
  delete answers['/form']
  answers[file] = sends(`${APPROVED} แก้ไขภายหลัง`, 'text/plain; charset=utf-8')
  await night(ctx, 1)
  const [list, manual] = await Promise.all([scoreOf(ctx, LIST), scoreOf(ctx, MANUAL)])
  expect([list.value, manual.value]).toEqual([0, 0])
  expect(list.said).toContain('ไม่พบคอลัมน์ “ราคากลาง”')
  expect(manual.said).toContain(`ลิงก์ในหน้าเปิดไม่ได้ ${site.origin}/form`)
  expect(manual.said).toContain('ไม่ใช่ไฟล์ที่เห็นชอบและเผยแพร่ไว้')
  const once = { notices: 3, mails: Array(3).fill('owner@agency.example') }
  expect(await told(ctx)).toEqual(once)

  answers['/form'] = sends(page('แบบคำขอ'))
  answers[file] = sends(APPROVED, 'text/plain; charset=utf-8')
  await night(ctx, 2)
  expect((await scoreOf(ctx, MANUAL)).value).toBe(100)
  // What still stands is not told again.
  expect((await scoreOf(ctx, LIST)).value).toBe(0)
  expect(await told(ctx)).toEqual(once)
})

test('an element that is taken out of a page makes its item 0 at the next look, by its name', async () => {
  const ctx = await disclosed()
  answers['/manual'] = sends(MANUAL_PAGE.replace('เอกสารประกอบ สำเนา', ''))
  await night(ctx, 0)
  const { value, said } = await scoreOf(ctx, MANUAL)
  expect(value).toBe(0)
  expect(said).toContain(`ตรวจที่ ${site.origin}/manual แล้วไม่พบ “รายการเอกสารหลักฐาน`)
  const missing = (await itemOf(ctx, MANUAL)).score.elements.filter(({ passes }) => !passes)
  expect(missing.map(({ key }) => key)).toEqual(['documents'])
  answers['/manual'] = sends(MANUAL_PAGE)
  await night(ctx, 1)
  expect((await scoreOf(ctx, MANUAL)).value).toBe(100)
})
