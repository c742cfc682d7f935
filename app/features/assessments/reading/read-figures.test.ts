import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { recompute } from '../results/recompute.domain.ts'
import type { FigureRecord } from './figure.domain.ts'
import { guessMapping } from './guess-mapping.domain.ts'
import { agencyKey, type ColumnMapping } from './mapping.domain.ts'
import { openFigures, readFigures } from './read-figures.server.ts'
import { ownFigures, previewOf } from './result-plan.server.ts'

const catalogue = loadCatalogue()
const bytesOf = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) => readFileSync(new URL(`./testing/${name}.json`, import.meta.url))
const csv = (...lines: string[]) => bytesOf(lines.join('\n'))
const TH = { ปี: 2567 }.ปี

async function guessed(bytes: Uint8Array): Promise<ColumnMapping> {
  const opened = await openFigures(bytes, catalogue)
  if (!opened.ok) throw new Error(opened.error.code)
  return guessMapping(opened.value.tables, catalogue)
}
async function read(bytes: Uint8Array, more: Partial<ColumnMapping> = {}) {
  return readFigures(bytes, { catalogue, mapping: { ...(await guessed(bytes)), ...more } })
}
async function recordsOf(
  bytes: Uint8Array,
  more: Partial<ColumnMapping> = {},
): Promise<readonly FigureRecord[]> {
  const figures = await read(bytes, more)
  return figures.ok ? figures.value.records : expect.fail(JSON.stringify(figures.error))
}
async function faultsOf(bytes: Uint8Array, more: Partial<ColumnMapping> = {}) {
  const figures = await read(bytes, more)
  return figures.ok
    ? []
    : [figures.error.code, ...figures.error.cells.map(({ code, row, column }) => `${code} ${row} ${column}`)]
}
const short = (records: readonly FigureRecord[]) =>
  records.map(({ figure, value, outOf }) =>
    [
      figure.kind === 'score' ? figure.ref : figure.part,
      value,
      ...(outOf === '100' || outOf === null ? [] : [outOf]),
    ].join(' '),
  )

describe('files in the shapes that are met', () => {
  it('totals of units: instruments are weighted by their maximum, a row without one has a gap', async () => {
    const figures = await read(fixture('all2563'))
    if (!figures.ok) throw new Error(figures.error.code)
    expect(figures.value.gaps).toBe(1)
    expect(short(figures.value.records.filter(({ agency }) => agency?.code === '903'))).toEqual([
      'level D',
      'total 55.31',
      'IIT 21.59 30',
      'OIT 12.52 40',
    ])
  })

  it('a unit with its list of indicators: the fields above are repeated, and the year is asked', async () => {
    const bytes = fixture('detail2563')
    expect(await faultsOf(bytes)).toEqual(['figures.ask-year'])
    const records = await recordsOf(bytes, { year: 2563 })
    expect(records).toHaveLength(30)
    expect(records[11]).toMatchObject({
      agency: { name: 'สำนักสมมติสอง', code: '902' },
      figure: { ref: '2563:ind2' },
      value: '96.10',
    })
  })

  it('rows of a sheet whose merged cells were taken apart: blanks are filled down', async () => {
    const bytes = fixture('result')
    expect(await guessed(bytes)).toMatchObject({ fillDown: true })
    const records = await recordsOf(bytes, { year: 2563 })
    expect(records).toHaveLength(36)
    expect(records.filter(({ agency }) => agency?.name === 'สำนักสมมติหนึ่ง')).toHaveLength(12)
  })

  it('all three together: every instrument, total and level computed again is what is printed', async () => {
    const totals = await recordsOf(fixture('all2563'))
    const details = await recordsOf(fixture('detail2563'), { year: 2563 })
    const framework = frameworkOf(catalogue, 2563)
    if (!framework) throw new Error('2563')
    const keys = new Set(totals.map(({ agency }) => agency?.code))
    for (const code of keys) {
      const own = ownFigures({
        sha256: '',
        headKey: '',
        mapping: await guessed(fixture('all2563')),
        records: [...totals, ...details]
          .filter(({ agency }) => agency?.code === code)
          .map((record) => ({ ...record, agency: null })),
        gaps: 0,
      })
      if (!own.ok) throw new Error(own.error.code)
      const [recomputed] = previewOf(
        own.value,
        [{ year: 2563, scores: [], totals: [] }],
        catalogue,
      ).recomputed
      expect(recomputed?.mismatches).toEqual([])
      expect(recomputed?.level.computed?.key).toBe(recomputed?.level.printed)
      expect(recomputed?.total.computed).toBe(recomputed?.total.printed)
    }
    expect(recompute(framework, { year: 2563, scores: [], totals: [] }).total.computed).toBeNull()
  })

  it('a workbook with merged cells is filled over their range, beside a sheet of notes', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'หมายเหตุ', rows: [['จัดทำโดย', 'ฝ่ายแผน']] },
        {
          name: 'ผล',
          rows: [
            ['ผลการประเมิน', null, null, null],
            ['ปีงบประมาณ', 'ตัวชี้วัด', 'คะแนน', 'คะแนนรวม'],
            ['ปีงบประมาณ พ.ศ. 2567', 'ตัวชี้วัดที่ 1', 90.1, 88.5],
            [null, 'ตัวชี้วัดที่ 2', 89.10000000000001, null],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
            { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
            { startRow: 2, startCol: 3, endRow: 3, endCol: 3 },
          ],
        },
      ],
    })
    const records = await recordsOf(bytes)
    expect(short(records)).toEqual(['2567:ind1 90.10', 'total 88.50', '2567:ind2 89.10'])
    expect(records[0]).toMatchObject({ sheet: 'ผล', row: 3, column: 3 })
  })

  it('CSV in Windows-874, with Thai digits, a year of the Christian era and the same year written short', async () => {
    const text = 'ปี,ข้อ,คะแนน,ผู้ตอบ\n๒๕๖๗,E1,๘๙.๑,"1,204"\n2024,e2,85%,\n67,ตัวชี้วัดที่ 6,92.79,-\n'
    const bytes = Uint8Array.from(
      [...text].map((letter) => {
        const code = letter.charCodeAt(0)
        return code >= 0x0e01 ? code - 0x0e01 + 0xa1 : code
      }),
    )
    const records = await recordsOf(bytes)
    expect(short(records)).toEqual(['2567:e1 89.10', '2567:e2 85.00', '2567:ind6 92.79'])
    expect(records[0]?.nAnswered).toBe(1204)
  })

  it('several tables of one JSON are told apart by their keys, and cells may stand in lists', async () => {
    const text = JSON.stringify({
      a: [{ year: 2567, item: 'e1', score: 89.1 }],
      b: [
        ['ปี', 'ข้อ', 'คะแนน'],
        [2566, 'e1', 77.33],
      ],
    })
    const records = await recordsOf(bytesOf(text))
    expect(records.map(({ sheet, row, year }) => [sheet, row, year])).toEqual([
      ['a', 1, 2567],
      ['b', 1, 2566],
    ])
  })
})

describe('what columns are', () => {
  it('is guessed from English heads in any order, and from titles of indicators', async () => {
    expect(
      short(await recordsOf(csv('Score,Answered,Item,Year,Required', '85,"1,204",i1,2567,300'))),
    ).toEqual(['2567:i1 85.00'])
    const wide = csv(
      'หน่วยงาน,ปี,การปฏิบัติหน้าที่,ตัวชี้วัดที่ 2 การใช้งบประมาณ,IIT,คะแนนรวม,ระดับ',
      'ก,2567,90,91,95,95.5,ผ่านดี',
    )
    expect(short(await recordsOf(wide))).toEqual(
      ['2567:ind1 90.00', '2567:ind2 91.00', 'total 95.50', 'level good', 'IIT 95.00'].toSorted(
        (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
      ),
    )
  })

  it('a person may say otherwise, a column of an item included', async () => {
    const bytes = csv('x,y', '2567,88')
    const columns = [
      { head: 'x', means: 'year' as const },
      { head: 'y', means: 'figure:e1' as const },
    ]
    expect(short(await recordsOf(bytes, { columns }))).toEqual(['2567:e1 88.00'])
  })

  it('a rank is no item where a title is there, and a bare number is one only with its year', async () => {
    const bytes = csv('อันดับ,ตัวชี้วัด,คะแนน', '1,การใช้อำนาจ,99', '2,การใช้งบประมาณ,98')
    expect(await faultsOf(bytes)).toEqual(['figures.ask-year'])
    expect(short(await recordsOf(bytes, { year: TH }))).toEqual(['2567:ind3 99.00', '2567:ind2 98.00'])
  })

  it('files of the same heads share a key, whatever their order', async () => {
    const keys = await Promise.all(
      ['ปี,ข้อ,คะแนน\n2567,e1,1', 'คะแนน,ปี,ข้อ\n2,2566,e2', 'คะแนน,ปี,ตัวชี้วัด\n2,2566,e2'].map(async (text) => {
        const opened = await openFigures(bytesOf(text), catalogue)
        return opened.ok ? opened.value.headKey : ''
      }),
    )
    expect(keys[0]).toBe(keys[1])
    expect(keys[0]).not.toBe(keys[2])
  })

  it('agencies are told apart by code, else by name and province', () => {
    const of = (name: string, code: string | null, province: string | null) =>
      agencyKey({ name, code, province })
    expect(of('อบต. บางแก้ว', null, 'ตาก')).not.toBe(of('อบต. บางแก้ว', null, 'อ่างทอง'))
    expect(of('ก', '1', null)).toBe(of('ข', '1', null))
  })
})

const ORDER = ['2567:ind1 90.00', '2567:ind2 91.00', 'IIT 95.00', 'total 95.50', 'level good']

describe('scores of instruments', () => {
  const HEAD = 'หน่วยงาน,ปี,IIT,EIT,OIT,คะแนนรวม'
  it.each([
    ['25,26,30,81', 'weighted', 'IIT 25.00 30'],
    ['90,90,90,90', 'of-100', 'IIT 90.00'],
    // All at most their weights, and yet the total says that they are of 100.
    ['20,20,20,20', 'of-100', 'IIT 20.00'],
    ['25,26,30,', 'weighted', 'IIT 25.00 30'],
    // A wrong total is no reason to ask where every instrument is above its weight.
    ['92.5,88,95,92', 'of-100', 'IIT 92.50'],
  ])('%s are %s', async (cells, _scale, first) => {
    expect(short(await recordsOf(csv(HEAD, `ก,2567,${cells}`)))[0]).toBe(first)
  })
  it.each(['90,88,35,', '25,26,30,70'])('%s is asked', async (cells) => {
    const bytes = csv(HEAD, `ก,2567,${cells}`)
    expect(await faultsOf(bytes)).toEqual(['figures.ask-scale'])
    expect(short(await recordsOf(bytes, { instrumentScale: 'of-100' }))[0]).toMatch(/^IIT \d\d\.00$/)
  })
  it('said to be weighted, one above its weight is out of range', async () => {
    const bytes = csv(HEAD, 'ก,2567,31,26,30,87')
    expect(await faultsOf(bytes, { instrumentScale: 'weighted' })).toEqual([
      'figures.refused',
      'figure.out-of-range 2 3',
    ])
  })
})

describe('a wrong cell is told by its place', () => {
  it.each([
    ['x,e1,1', 'figure.bad-year 2 1'],
    [',e1,1', 'figure.no-year 2 1'],
    ['2565,e1,1', 'figure.no-framework 2 1'],
    ['2567,e99,1', 'figure.unknown-item 2 2'],
    ['2567,2566:e1,1', 'figure.unknown-item 2 2'],
    ['2567,ตัวชี้วัดที่ 2 การใช้อำนาจ,1', 'figure.unknown-item 2 2'],
    ['2567,,1', 'figure.no-item 2 2'],
    ['2567,e1,สูง', 'figure.bad-value 2 3'],
    ['2567,e1,"85,5"', 'figure.bad-value 2 3'],
    ['2567,e1,100.01', 'figure.out-of-range 2 3'],
    ['2567,e1,-1', 'figure.formula 2 3'],
    ['2567,e1,77.336', 'figure.too-precise 2 3'],
    ['2567,e1,=1+1', 'figure.formula 2 3'],
  ])('%s: %s', async (line, fault) => {
    expect(await faultsOf(csv('ปี,ข้อ,คะแนน', line))).toEqual(['figures.refused', fault])
  })

  it.each(['', '-', 'ไม่มีข้อมูล', 'N/A'])('"%s" is a gap and no zero', async (gap) => {
    const figures = await read(csv('ปี,ข้อ,คะแนน', `2567,e1,${gap}`, '2567,e2,80'))
    expect(figures).toMatchObject({ ok: true, value: { gaps: 1, records: [{ value: '80.00' }] } })
  })

  it('the same item twice, and a word that is no level of its year', async () => {
    expect(await faultsOf(csv('ปี,ข้อ,คะแนน', '2567,e1,1', '2567,E1,1'))).toEqual([
      'figures.refused',
      'figure.twice 3 3',
    ])
    const letters = csv('ปี,คะแนนรวม,ระดับ', '2567,90,A')
    expect(await faultsOf(letters)).toEqual(['figures.refused', 'figure.unknown-level 2 3'])
    expect(short(await recordsOf(letters, { levels: { A: 'good' } }))).toEqual(['total 90.00', 'level good'])
  })

  it('a total keeps the places that it is printed with', async () => {
    expect(short(await recordsOf(csv('ปี,คะแนนรวม', '2567,84.9949')))).toEqual(['total 84.9949'])
  })
})

it.each([
  ['', 'figures.no-file'],
  ['%PDF-1.7', 'figures.unknown-format'],
  ['{"data": [', 'figures.damaged-file'],
  ['{}', 'figures.no-table'],
  [`${'['.repeat(12)}1${']'.repeat(12)}`, 'figures.no-table'],
  [
    JSON.stringify([{ a: { b: { c: { d: { e: { f: { g: { h: { i: 1 } } } } } } } } }]),
    'figures.table-too-large',
  ],
  [
    JSON.stringify([Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, 1]))]),
    'figures.table-too-large',
  ],
  [`ปี,คะแนน\n2567,1${'\n'.repeat(120_001)}`, 'figures.too-large'],
])('what is no table of results is refused: %#', async (text, code) => {
  expect(await readFigures(bytesOf(text), { catalogue, mapping: null })).toMatchObject({ error: { code } })
})

describe('cells that a workbook shows as per cent', () => {
  it('are read as they are shown, whatever their number is inside', async () => {
    const rows = [
      ['ปี', 'ข้อ', 'คะแนน'],
      [2567, 'e1', 0.8523],
      [2567, 'e2', 1],
      [2567, 'e3', 0.07],
      [2567, 'e4', 85.5],
    ]
    const percent = { style: { numFmt: '0.00%' } }
    const cells = new Map([
      ['1,2', { value: 0.8523, ...percent }],
      ['2,2', { value: 1, style: { numFmt: '0%' } }],
      ['3,2', { value: 0.07, ...percent }],
      // The sign is only written there.
      ['4,2', { value: 85.5, style: { numFmt: '0.00"%"' } }],
    ])
    const bytes = await writeXlsx({ sheets: [{ name: 'ผล', rows, cells }] })
    expect(short(await recordsOf(bytes))).toEqual([
      '2567:e1 85.23',
      '2567:e2 100.00',
      '2567:e3 7.00',
      '2567:e4 85.50',
    ])
  })
})

describe('heads that no store takes as they are', () => {
  it('are cleaned of control characters and halves of letters, so that their mapping can be kept', async () => {
    const long = `${'ก'.repeat(119)}😀`
    const json = bytesOf(
      `[{"ปี\\u0000":2567,"ข้อ":"e1","คะแนน":90,"x\\ud800":1,"${long}":2,"__proto__":3,"constructor":4}]`,
    )
    for (const bytes of [json, csv(`ปี,ข้อ,คะแนน,${long},__proto__`, '2567,e1,90,1,1')]) {
      const { columns } = await guessed(bytes)
      for (const { head } of columns) {
        expect(head.isWellFormed()).toBe(true)
        expect(head).not.toMatch(/\p{Cc}/u)
      }
      expect(columns.map(({ head }) => head)).toContain('__proto__')
      expect(short(await recordsOf(bytes))).toEqual(['2567:e1 90.00'])
    }
  })

  it('a list that repeats a wide row without end is refused before it fills the memory', async () => {
    const above = Array.from({ length: 190 }, (_, at) => `"a${at}":${at}`).join(',')
    const bytes = bytesOf(`{${above},"list":[${'{"v":0},'.repeat(100_000)}{}]}`)
    const opened = await openFigures(bytes, catalogue)
    expect(opened).toMatchObject({ error: { code: 'figures.table-too-large' } })
  })
})
