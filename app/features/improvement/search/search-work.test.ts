import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aMeasureAtWork, anIssueAtWork, anOpenYear } from '../../../../tests/support/working-builders.ts'
import { aValue } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import { foldSearch } from '../../../kernel/search-fold.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { setRemoved } from '../working/working.repo.server.ts'
import { searchWork } from './search-work.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function aYear(texts: readonly string[], title = 'การใช้ทรัพย์สินของราชการ') {
  const ctx = await anAgency(database)
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId, title, analysis: plain('ผลคะแนน i15 ต่ำกว่าข้ออื่น') })
  for (const [index, text] of texts.entries())
    await aMeasureAtWork(ctx, { cycleId, issueId, position: index + 1, text: aValue(plain(text)) })
  return { ctx, cycleId, issueId }
}
const titles = async (ctx: Ctx, text: string) =>
  (await searchWork(ctx, { text, limit: 20 })).map(({ title }) => title)

describe('searching the work', () => {
  it('finds Thai as it is spoken: without tone marks, with or without spaces, by either way of typing', async () => {
    const policy = 'จัดทำประกาศนโยบายไม่รับของขวัญ (No Gift Policy)'
    const { ctx } = await aYear([policy, 'อบรมการใช้แผนที่น้ำท่วมปี ๒๕๖๘'])
    for (const text of [
      'ประกาศนโยบาย',
      'ประกาศ นโยบาย',
      'ประ กาศ นโย บาย',
      'จัดทํา',
      'ไมรับของขวัญ',
      'ไม่ รับ ของ ขวัญ',
      'NO GIFT',
      'nogift',
      'นโยบาย ประกาศ',
    ])
      expect(await titles(ctx, text), text).toEqual([policy])
    for (const text of ['เเผนที่', 'แผนที', 'นํ้าท่วม', 'น้ำทวม', '2568', '๒๕๖๘'])
      expect(await titles(ctx, text), text).toHaveLength(1)
  })

  it('every word has to occur; a character that stands for others elsewhere stands for itself', async () => {
    const { ctx } = await aYear(['ลดลง 50% ของปีก่อน', 'ลดลง 50 เรื่อง', 'ชื่อ_ไฟล์'])
    expect(await titles(ctx, 'ลดลง ของ')).toEqual(['ลดลง 50% ของปีก่อน'])
    expect(await titles(ctx, '50%')).toEqual(['ลดลง 50% ของปีก่อน'])
    expect(await titles(ctx, '_')).toEqual(['ชื่อ_ไฟล์'])
    expect(await titles(ctx, "' or 1=1 --")).toEqual([])
    expect(await titles(ctx, '\\')).toEqual([])
  })

  it('what is no word finds nothing', async () => {
    const { ctx } = await aYear(['ก่อน'])
    for (const text of ['', '   ', '่', '\u200b ้']) expect(await titles(ctx, text)).toEqual([])
  })

  it('an issue is found by its title and its analysis, with its number and its year', async () => {
    const { ctx, issueId } = await aYear(['มาตรการแรก', 'มาตรการที่สอง'])
    expect(await searchWork(ctx, { text: 'ทรัพยสิน', limit: 5 })).toMatchObject([
      { kind: 'issue', id: issueId, fiscalYear: 2568, issue: 1, measure: null, state: null },
    ])
    expect(await titles(ctx, 'i15 ต่ำกว่า')).toHaveLength(1)
    expect(await searchWork(ctx, { text: 'ที่สอง', limit: 5 })).toMatchObject([
      { kind: 'measure', issue: 1, measure: 2, state: 'not-started' },
    ])
  })

  it('the newest year comes first, and what has the word at the front before what has it later', async () => {
    const { ctx } = await aYear(['รายงานเรื่องร้องเรียน', 'ร้องเรียนออนไลน์'])
    const later = await anOpenYear(ctx, { fiscalYear: 2569 })
    await anIssueAtWork(ctx, { cycleId: later, title: 'การร้องเรียนของปีใหม่' })
    expect(await titles(ctx, 'ร้องเรียน')).toEqual(['การร้องเรียนของปีใหม่', 'ร้องเรียนออนไลน์', 'รายงานเรื่องร้องเรียน'])
    expect(await searchWork(ctx, { text: 'ร้องเรียน', limit: 1 })).toHaveLength(1)
  })

  it('what was removed, is of another agency, or may not be read is not found', async () => {
    const { ctx, issueId } = await aYear(['มาตรการลับ'])
    expect(await titles(await anAgency(database), 'มาตรการลับ')).toEqual([])
    expect(await titles(as(ctx, 'x', ['desk-officer']), 'มาตรการลับ')).toEqual([])
    expect(await titles(as(ctx, 'x', ['auditor']), 'มาตรการลับ')).toEqual(['มาตรการลับ'])
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      setRemoved(tx, 'issue', { agencyId: ctx.agency.id, id: issueId }, ctx.now()),
    )
    expect(await titles(ctx, 'มาตรการลับ')).toEqual([])
  })

  it('the program folds a text as the database does', async () => {
    const samples = fc.sample(
      fc.string({ unit: fc.constantFrom(...'กขเเแำํา้่์็ฺ๎ๆๅ ๑1aAÀéßﬁ½\u00a0\u200b\u200d\u2060\ufeff\n\t%_\\') }),
      300,
    )
    const { rows } = await sql<{ folded: string }>`
      select fold_search(text) as folded from unnest(${samples}::text[]) with ordinality as t(text, n) order by n
    `.execute(database.db)
    expect(samples.map(foldSearch)).toEqual(rows.map(({ folded }) => folded))
  })
})
