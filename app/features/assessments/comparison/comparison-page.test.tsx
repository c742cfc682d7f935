import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Language } from '../../../i18n/language.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { readCells } from '../../../platform/office-files/read-cells.server.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import { ComparedYears } from '../parts/compared-years.tsx'
import { keepSnapshot } from '../snapshots/usecases/keep-snapshot.server.ts'
import { importScores } from '../usecases/import-scores.server.ts'
import { previewScores } from '../usecases/preview-scores.server.ts'
import { askedComparison, queryOf } from './asked-comparison.domain.ts'
import { findComparison } from './comparison.queries.server.ts'
import { comparisonFile } from './comparison-file.server.ts'
import { shownComparison } from './shown-comparison.domain.ts'

let database: TestDatabase
/** An agency with the scores of the example. */
let ctx: Ctx
beforeAll(async () => {
  database = await freshDatabase()
  ctx = await anAgency(database)
  await bringIn(ctx, readFileSync('examples/dga-2567/scores.csv'))
})
afterAll(() => database.drop())

async function bringIn(whose: Ctx, bytes: Uint8Array): Promise<void> {
  const previewed = await previewScores(whose, { bytes })
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
  const { seen } = previewed.value
  const imported = await importScores(whose, { bytes, fileName: 'scores.csv', sourceNote: null, seen })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
}
const rowsOf = (...rows: readonly string[]) =>
  new TextEncoder().encode(['ปี,ข้อ,คะแนน,ผู้ตอบ,ต้องตอบ', ...rows].join('\n'))

const ask = (query: string) => askedComparison(new URLSearchParams(query))
const found = async (query: string, whose = ctx) =>
  (await findComparison(whose, ask(query))) ?? expect.fail('no such comparison')

async function page(query: string, { lang = 'th', whose = ctx }: { lang?: Language; whose?: Ctx } = {}) {
  const comparison = await found(query, whose)
  const shown = shownComparison(comparison, lang)
  return renderToStaticMarkup(<ComparedYears lang={lang} asked={comparison.asked} shown={shown} />)
}

describe('an address', () => {
  it('says all that is chosen, and what is usual is not in it', () => {
    const query =
      '?years=2566,2567&of=indicators&view=heat&sort=rises&instrument=EIT&indicator=2567:ind6&rows=all'
    expect(queryOf(ask(query))).toBe(query)
    expect(queryOf(ask('years=2566&years=2567&of=items&sort=falls&view=dumbbell'))).toBe('?years=2566,2567')
  })

  it('that asks for what is none shows what is usual', () => {
    expect(ask('years=abc&of=x&view=<b>&sort=&instrument=AIT&indicator=e1&rows=some')).toEqual({
      years: null,
      of: 'items',
      sort: 'falls',
      instrument: null,
      indicator: null,
      rows: 'known',
      view: 'dumbbell',
      snapshot: null,
    })
  })

  it('that names no year, or one without results, has the two newest, or those that are there', async () => {
    expect((await found('')).asked.years).toEqual([2566, 2567])
    expect((await found('years=2564,2567')).asked.years).toEqual([2567])
    expect((await found('years=2567')).rows).toEqual([])
  })
})

describe('the page', () => {
  it('says the finding in words: what rose of what compares, and how much does not compare', async () => {
    const html = await page('years=2566,2567')
    expect(html).toContain(
      'ข้อที่เทียบได้ 2 ข้อ เพิ่มขึ้นทั้ง 2 ข้อ (มากที่สุด e1 ปี พ.ศ. 2567 +11.77); ' +
        'ยังไม่ยืนยันว่าเทียบได้ 3 ข้อ; คำถามต่างกัน เทียบไม่ได้ 3 ข้อ; ปีหลังไม่ถาม 2 ข้อ',
    )
    expect(html).toContain('ไม่วัดแล้ว จึงไม่รู้ผล: e10 ปี พ.ศ. 2566 และ e15 ปี พ.ศ. 2566')
    expect(html).toContain('คะแนนที่เพิ่มขึ้นยังไม่เป็นหลักฐาน')
    expect(await page('years=2566,2567', { lang: 'en' })).toContain(
      '2 items compare: both rose (most: e1 of 2567 +11.77); 3 items not confirmed to compare; ' +
        '3 items with different questions, not comparable; 2 items no longer asked',
    )
  })

  it('has a table with a caption and heads of columns and rows, to which the chart leads', async () => {
    const html = await page('years=2566,2567')
    expect(html).toContain('href="#compare-table"')
    expect(html).toContain('id="compare-table"')
    expect(html).toMatch(/<caption[^>]*>ตารางเทียบคะแนนปี พ\.ศ\. 2566, 2567<\/caption>/)
    expect(html).toContain('<th scope="col" class="end">พ.ศ. 2566</th>')
    expect(html).toContain('<th scope="row">e5 ปี พ.ศ. 2566 → e2 ปี พ.ศ. 2567')
  })

  it('says a rise or a fall of the two rows that compare and of no other', async () => {
    const html = await page('years=2566,2567&rows=all')
    const table = html.slice(html.indexOf('<tbody>'))
    expect(table.match(/class="join (rise|fall|same)"/g)).toEqual(['class="join rise"', 'class="join rise"'])
    expect(table).toContain('ต่างกัน +6.80 (ยังไม่ยืนยันว่าเทียบกันได้)')
    expect(table.match(/คำถามต่างกัน เทียบกันไม่ได้/g)?.length).toBeGreaterThanOrEqual(3)
    expect(table).toContain('e6 ปี พ.ศ. 2567 โยงมาจาก e8 ปี พ.ศ. 2566, e9 ปี พ.ศ. 2566 และ e11 ปี พ.ศ. 2566')
  })

  it('draws every view for the screen in two widths, each with the finding as its title', async () => {
    for (const view of ['dumbbell', 'trend', 'heat']) {
      const html = await page(`years=2566,2567&view=${view}`)
      const titles = html.match(/<title id="compare-[^"]*">[^<]*ข้อที่เทียบได้ 2 ข้อ เพิ่มขึ้นทั้ง 2 ข้อ<\/title>/g)
      expect(titles).toHaveLength(2)
      expect(html).toContain(`/office/scores/compare/compare-${view}.png?years=2566,2567`)
    }
  })

  it('says of each figure how many answered where the source does, else that it does not', async () => {
    const whose = await anAgency(database)
    await bringIn(whose, rowsOf('2566,e1,77.33,400,420', '2567,e1,70.00,380,'))
    const html = await page('years=2566,2567', { whose })
    expect(html).toContain('ตอบ 400 จาก 420')
    expect(html).toContain('ตอบ 380')
    expect(html).toContain('<span class="join fall">')
    expect(html).not.toContain('แหล่งที่มาไม่บอกจำนวนผู้ตอบ')
    expect(await page('years=2566,2567')).toContain('แหล่งที่มาไม่บอกจำนวนผู้ตอบ')
  })

  it('of years that nothing joins shows their scores apart and says so', async () => {
    const whose = await anAgency(database)
    await bringIn(whose, rowsOf('2564,i3,90.00,,', '2567,e9,70.00,,'))
    const html = await page('years=2564,2567', { whose })
    expect(html).toContain('ไม่มีข้อที่ถามเรื่องเดียวกันในปีที่เลือก')
    expect(html).toContain('90.00')
    expect(html).not.toMatch(/class="join (rise|fall)"/)
  })

  it('of a snapshot shows what it keeps, whatever was corrected since', async () => {
    const whose = await anAgency(database)
    await bringIn(whose, rowsOf('2566,e1,77.33,,', '2567,e1,89.10,,'))
    const kept = await keepSnapshot(whose, { name: '=ก่อนแก้' })
    if (!kept.ok) throw new Error('kept')
    await bringIn(whose, rowsOf('2567,e1,70.00,,', '2568,ind1,90.00,,'))
    const query = `years=2566,2567&snapshot=${kept.value.id}`
    expect(await page(query, { whose })).toContain('เพิ่มขึ้น +11.77')
    expect(await page('years=2566,2567', { whose })).toContain('ลดลง -7.33')
    expect((await found(query, whose)).yearsThere).toEqual([2566, 2567])
    expect(await findComparison(ctx, ask(query))).toBeNull()
    const csv = await file('compare.csv', { query, whose })
    expect(new TextDecoder().decode(csv.bytes)).toContain('“=ก่อนแก้”')
  })
})

async function file(name: string, { query = 'years=2566,2567', whose = ctx, lang = 'th' as Language } = {}) {
  const made = await comparisonFile(await found(query, whose), { name, lang, now: whose.now() })
  return made ?? expect.fail(`no file ${name}`)
}

describe('files to take along', () => {
  it('the tables hold every row of the page with its relation, and their source in the last row', async () => {
    const reading = { limits: { bytes: 1_000_000, rows: 1000, columns: 100 }, thaiWords: [] }
    for (const format of ['csv', 'xlsx'] as const) {
      const made = await file(`compare.${format}`)
      expect(made.fileName).toBe(`compare-items-2566-2567.${format}`)
      const read = await readCells(made.bytes, reading)
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      const rows = read.value[0]?.rows.map((row) => row.map(({ text }) => text)) ?? []
      expect(rows[0]?.slice(0, 4)).toEqual(['ข้อ', 'ชื่อ', 'ข้อ 2566', 'คะแนน 2566'])
      const row = rows.find(([reference]) => reference === 'e5 ปี พ.ศ. 2566 → e2 ปี พ.ศ. 2567') ?? []
      expect([row[2], row[3], row[6], row[7], row[10], row[11]]).toEqual([
        'e5',
        '84.35',
        'e2',
        '90.87',
        'คำถามต่างกัน เทียบกันไม่ได้',
        '',
      ])
      expect(rows.at(-1)?.[0]).toMatch(/^ที่มา: ผลการประเมิน ITA/)
    }
  })

  it('a cell of the CSV is never taken for a formula', async () => {
    const text = new TextDecoder().decode((await file('compare.csv')).bytes)
    expect(text).toContain("'+11.77")
    expect(text).not.toMatch(/(^|[,"\n])[=+@-]/m)
  })

  it('each picture has title and source in it, as SVG that parses and as PNG of its size', async () => {
    for (const view of ['dumbbell', 'trend', 'heat']) {
      const svg = await file(`compare-${view}.svg`)
      expect(svg).toMatchObject({
        type: 'image/svg+xml; charset=utf-8',
        fileName: `compare-items-${view}-2566-2567.svg`,
      })
      const text = new TextDecoder().decode(svg.bytes)
      // Throws where the SVG is malformed.
      const { width, height } = svgToPng(text, 912)
      expect(text).not.toContain('var(--')
      const words = [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, word]) => word).join('')
      expect(words.replaceAll(' ', '')).toContain('ข้อที่เทียบได้2ข้อเพิ่มขึ้นทั้ง2ข้อ')
      expect(words.replaceAll(' ', '')).toContain('ที่มา:ผลการประเมินITA')

      const png = Buffer.from((await file(`compare-${view}.png`)).bytes)
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      expect(png.readUInt32BE(16)).toBe(1776)
      expect(png.readUInt32BE(20) / 1776).toBeCloseTo(height / width, 1)
    }
  })

  it('a name that is none, a dumbbell of three years, and one year alone give no file', async () => {
    const none = async (name: string, query = 'years=2566,2567') =>
      comparisonFile(await found(query), { name, lang: 'th', now: ctx.now() })
    expect(await none('compare-pie.svg')).toBeNull()
    expect(await none('compare.svg')).toBeNull()
    expect(await none('compare-heat.csv')).toBeNull()
    expect(await none('compare.csv', 'years=2567')).toBeNull()
  })
})
