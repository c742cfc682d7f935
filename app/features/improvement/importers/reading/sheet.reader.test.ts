import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { fieldValue } from '../../../../kernel/field.ts'
import { plainText } from '../../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import { importReport } from '../import-report.server.ts'

const catalogue = loadCatalogue()
const importing = (bytes: Uint8Array | string, fileName = 'มาตรการ.csv') =>
  importReport({ fileName, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, catalogue })

async function cycleOf(bytes: Uint8Array | string) {
  const result = await importing(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
async function refusalOf(bytes: Uint8Array | string) {
  const result = await importing(bytes)
  if (result.ok) throw new Error('it was imported')
  return result.error
}

const HEAD = ['ประเด็น', 'มาตรการ', 'ระยะเวลา', 'ผู้รับผิดชอบ', 'สรุปผล', 'ผลลัพธ์']
const workbook = (
  rows: readonly (readonly (string | number | Date | null)[])[],
  merges: NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['merges']> = [],
) => writeXlsx({ sheets: [{ name: 'มาตรการ', rows: rows.map((row) => [...row]), merges }] })

describe('a table of measures with commas', () => {
  test('is read into issues without analyses, its year from the periods, its item from the next framework year', async () => {
    const { cycle, notes, counts } = await cycleOf(
      [
        HEAD.join(','),
        'ประเด็นที่ ๑ การให้บริการ,"1. จัดทำคู่มือ, แผ่นพับ",ม.ค. – มี.ค. ๖๗,กองคลัง (FN),"แล้ว (OIT ข้อ O๑๑)","จาก ๘๐.๐๐ คะแนน เป็น ๙๐.๕๐ คะแนน"',
        ',2. อบรม,มี.ค. 67,สำนักปลัด,แล้ว,',
        'ประเด็นที่ ๒ การใช้งบประมาณ,เผยแพร่แผน,ต.ค. 66,กองคลัง (FN),แล้ว,ไม่มีเรื่องร้องเรียน',
      ].join('\r\n'),
    )
    expect(cycle).toMatchObject({
      fiscalYear: 2567,
      resultsYear: 2566,
      answers: '2568:O28',
      background: [],
      criteria: null,
    })
    expect(counts).toMatchObject({ issues: 2, measures: [2, 1], scorePairs: 1, absences: 1 })
    expect(
      cycle.issues.map(({ number, title, analysis, limitations }) => ({
        number,
        title,
        analysis,
        limitations,
      })),
    ).toEqual([
      { number: 1, title: 'การให้บริการ', analysis: [], limitations: [] },
      { number: 2, title: 'การใช้งบประมาณ', analysis: [], limitations: [] },
    ])
    expect(cycle.issues[0]?.outcomes[0]).toMatchObject({
      covers: [1, 2],
      facts: [{ before: { value: '80.00' }, after: { value: '90.50' } }],
    })
    expect(cycle.issues[0]?.measures[0]).toMatchObject({
      printedNumber: '1.',
      summary: { value: [{ runs: [{}, { text: 'O๑๑', cites: ['2567:O11'] }, {}] }] },
    })
    expect(notes.filter((note) => note.code === 'year-read').map((note) => note.message.en)).toEqual([
      expect.stringContaining('B.E. 2567 is taken from the periods'),
      expect.stringContaining('2568:O28 is taken'),
    ])
  })

  test.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('may have %s instead', async (_, delimiter) => {
    const rows = [HEAD, ['1', 'ก', 'มี.ค. 67', 'กองคลัง', 'แล้ว', 'ดี']]
    const { cycle } = await cycleOf(rows.map((row) => row.join(delimiter)).join('\n'))
    expect(cycle.source?.format).toBe('csv')
    expect(cycle.issues[0]?.measures).toHaveLength(1)
  })

  test('may have its year above the head, English headers, and its columns in any order', async () => {
    const { cycle } = await cycleOf(
      'ประจำปีงบประมาณ พ.ศ. 2566,,,,,\nOutcome,Summary,Responsible unit,Period,Measure,Issue\nดี,แล้ว,กองคลัง,มี.ค. 66,ก,3\n',
    )
    expect([cycle.fiscalYear, cycle.answers]).toEqual([2566, '2567:O35'])
    expect(cycle.issues[0]).toMatchObject({ number: 3, title: '' })
    expect(plainText(fieldValue(cycle.issues[0]?.measures[0]?.text ?? { state: 'missing' }) ?? [])).toBe('ก')
  })

  test.each(HEAD.map((header, column) => [header, column] as const))(
    'without the column %s is refused by its name',
    async (header, column) => {
      const rows = [HEAD, ['1', 'ก', 'มี.ค. 67', 'กองคลัง', 'แล้ว', 'ดี']]
      const refusal = await refusalOf(rows.map((row) => row.toSpliced(column, 1).join(',')).join('\n'))
      expect(refusal.code).toBe('import.missing-column')
      expect(refusal.detail?.th).toContain(header)
      expect(refusal.place?.en).toBe('row 1')
    },
  )

  test('with two columns for the same is refused by the header and place of the second', async () => {
    const refusal = await refusalOf(`${HEAD.join(',')},ผลสำเร็จ\n1,ก,มี.ค. 67,กองคลัง,แล้ว,ดี,5`)
    expect(refusal).toMatchObject({
      code: 'import.extra-column',
      detail: { th: 'ผลสำเร็จ' },
      place: { en: 'row 1, column 7' },
    })
  })

  test('with an unknown item is refused with its row', async () => {
    const refusal = await refusalOf(`${HEAD.join(',')}\n1,ก,มี.ค. 67,กองคลัง,แล้ว (OIT ข้อ O77),ดี`)
    expect(refusal).toMatchObject({
      code: 'import.unknown-item',
      place: { en: 'row 2' },
      detail: { th: 'O77 (2567)' },
    })
  })

  test('without a year anywhere is refused', async () => {
    expect((await refusalOf(`${HEAD.join(',')}\n1,ก,ตลอดเวลา,กองคลัง,แล้ว,ดี`)).code).toBe('import.bad-year')
  })

  test('an apostrophe before a text like a formula is the export’s and is taken off again', async () => {
    const { cycle } = await cycleOf(`${HEAD.join(',')}\n1,'=HYPERLINK(1),มี.ค. 67,กองคลัง,'-1,'ก`)
    const [measure] = cycle.issues[0]?.measures ?? []
    expect(measure && plainText(fieldValue(measure.text) ?? [])).toBe('=HYPERLINK(1)')
    expect(cycle.issues[0]?.outcomes.map(({ text }) => plainText(fieldValue(text) ?? []))).toEqual(["'ก"])
  })

  test('a sheet that this program exported comes back with its shared outcomes and its empty cells', async () => {
    const head = ['ประเด็นที่', 'ชื่อประเด็น', 'มาตรการที่', ...HEAD.slice(1), 'ขอบเขตของผลลัพธ์']
    const { cycle } = await cycleOf(
      [
        head,
        ['1', 'การให้บริการ', '1', 'ก', 'มี.ค. 67', 'กองคลัง', 'แล้ว', 'ดีขึ้น', 'ร่วมกันของมาตรการที่ 1–2'],
        ['1', 'การให้บริการ', '2', 'ข', 'มี.ค. 67', 'ยังไม่ได้กรอก', 'แล้ว', 'ดีขึ้น', 'ร่วมกันของมาตรการที่ 1–2'],
        ['2', 'การใช้งบประมาณ', '1', 'ค', 'มี.ค. 67', 'กองคลัง', 'แล้ว', 'ดีขึ้น', 'ของมาตรการนี้'],
      ]
        .map((row) => row.join(','))
        .join('\r\n'),
    )
    expect(cycle.issues.map(({ title, outcomes }) => [title, outcomes.map(({ covers }) => covers)])).toEqual([
      ['การให้บริการ', [[1, 2]]],
      ['การใช้งบประมาณ', [[1]]],
    ])
    expect(cycle.issues[0]?.measures[1]?.owners).toEqual({ state: 'missing' })
  })

  test('control characters are taken out, and that is said', async () => {
    const { cycle, notes } = await cycleOf(
      `${HEAD.join(',')}\n1,ก\u0001ข,มี.ค. 67,กองคลัง,${'แล้ว'.repeat(300)},ดี`,
    )
    const [measure] = cycle.issues[0]?.measures ?? []
    expect(measure && plainText(fieldValue(measure.text) ?? [])).toBe('กข')
    expect(notes.filter((note) => note.code === 'markup-removed').map((note) => note.line)).toEqual([2])
  })

  test('an empty cell is missing and never none, and is said to be empty', async () => {
    const { cycle, notes } = await cycleOf(`${HEAD.join(',')}\n1,ก,มี.ค. 67,,แล้ว,\n`)
    expect(cycle.issues[0]?.measures[0]?.owners).toEqual({ state: 'missing' })
    expect(cycle.issues[0]?.outcomes).toEqual([])
    expect(
      notes.filter((note) => note.code === 'incomplete' && note.line !== null).map((note) => note.message.en),
    ).toEqual(['The cell “Responsible unit” is empty', 'The cell “Outcome or success” is empty'])
  })
})

describe('a workbook of measures', () => {
  test('with merged issues, periods and outcomes and Thai digits is read as its merged cells say', async () => {
    const bytes = await workbook(
      [
        ['มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗', null, null, null, null, null],
        HEAD,
        ['ประเด็นที่ ๑ การให้บริการ', '๑. จัดทำคู่มือ', 'ม.ค. – มี.ค. ๖๗', 'กองคลัง (FN)', 'แล้ว', 'ดีขึ้น'],
        [null, '๒. อบรม', null, 'กองคลัง (FN)', 'แล้ว', null],
        [null, '๓. รายงาน', 'มี.ค. ๖๗', 'กองคลัง (FN)', 'แล้ว', null],
      ],
      [
        { startRow: 0, endRow: 0, startCol: 0, endCol: 5 },
        { startRow: 2, endRow: 4, startCol: 0, endCol: 0 },
        { startRow: 2, endRow: 3, startCol: 2, endCol: 2 },
        { startRow: 2, endRow: 3, startCol: 5, endCol: 5 },
      ],
    )
    const { cycle, notes } = await cycleOf(bytes)
    expect(cycle.source?.format).toBe('xlsx')
    expect(cycle.fiscalYear).toBe(2567)
    const [issue] = cycle.issues
    expect(
      issue?.measures.map(({ printedNumber, period }) => [printedNumber, fieldValue(period)?.written]),
    ).toEqual([
      ['๑.', 'ม.ค. – มี.ค. ๖๗'],
      ['๒.', 'ม.ค. – มี.ค. ๖๗'],
      ['๓.', 'มี.ค. ๖๗'],
    ])
    expect(issue?.outcomes.map(({ covers }) => covers)).toEqual([[1, 2]])
    expect(notes.some((note) => note.code === 'merged-cell')).toBe(true)
  })

  test('names the sheet and the cell of a second column for the same', async () => {
    const refusal = await refusalOf(
      await workbook([
        [...HEAD, 'ผลสำเร็จ'],
        ['1', 'ก', 'มี.ค. 67', 'ข', 'ค', 'ง', 5],
      ]),
    )
    expect(refusal).toMatchObject({ code: 'import.extra-column', place: { en: 'sheet มาตรการ, cell G1' } })
  })

  test('a date typed as a date is read as that day', async () => {
    const { cycle } = await cycleOf(
      await workbook([HEAD, ['1', 'ก', new Date('2024-03-13T00:00:00Z'), 'ข', 'ค', 'ง']]),
    )
    expect(cycle.issues[0]?.measures[0]?.period).toMatchObject({
      value: { start: '2024-03-13', end: '2024-03-13' },
    })
  })

  test('cut in its middle is refused as damaged', async () => {
    const bytes = await workbook([HEAD])
    expect((await refusalOf(bytes.subarray(0, bytes.length / 2))).code).toBe('import.damaged-file')
  })

  test('without a table of measures is no report', async () => {
    expect(
      (
        await refusalOf(
          await workbook([
            ['ชื่อ', 'อายุ'],
            ['ก', 3],
          ]),
        )
      ).code,
    ).toBe('import.not-a-report')
  })
})

describe('rows that lack a cell', () => {
  const NUMBERED = ['ประเด็น', 'มาตรการที่', ...HEAD.slice(1)]
  const rowsOf = async (...rows: readonly (readonly string[])[]) =>
    cycleOf([NUMBERED, ...rows].map((row) => row.join(',')).join('\n'))

  test.each([
    ['a number of its own', ['', '2', '', '', '', 'แล้ว', '']],
    ['a period', ['', '', '', 'มี.ค. 67', '', 'แล้ว', '']],
    ['owners', ['', '', '', '', 'กองคลัง', 'แล้ว', '']],
  ])(
    'a row without a measure but with %s is a measure whose text is missing, and said to be',
    async (_, row) => {
      const { cycle, notes } = await rowsOf(['1', '1', 'จัดทำ', 'ม.ค. 67', 'กองคลัง', 'แล้ว', 'ดี'], row)
      expect(cycle.issues[0]?.measures.map(({ text }) => text.state)).toEqual(['value', 'missing'])
      expect(
        notes.find(
          ({ code, line, message }) => code === 'incomplete' && line === 3 && message.en.includes('Measure'),
        ),
      ).toBeDefined()
    },
  )

  test('a row that has only a summary continues the measure above', async () => {
    const first = ['1', '1', 'จัดทำ', 'ม.ค. 67', 'กองคลัง', 'แล้ว', 'ดี']
    const { cycle } = await rowsOf(first, ['', '', '', '', '', 'อบรมแล้ว', ''])
    expect(cycle.issues[0]?.measures.map(({ summary }) => plainText(fieldValue(summary) ?? []))).toEqual([
      'แล้ว\nอบรมแล้ว',
    ])
  })

  test('where a sheet says that an outcome is of one measure, an empty one below it is missing', async () => {
    const scoped = (...scopes: readonly string[]) =>
      cycleOf(
        [
          [...HEAD, 'ขอบเขตของผลลัพธ์'].join(','),
          ...scopes.map((scope, at) => `1,จัดทำ ${at},ม.ค. 67,กองคลัง,แล้ว,${at === 0 ? 'ดี' : ''},${scope}`),
        ].join('\n'),
      )
    const coversOf = async (...scopes: readonly string[]) =>
      (await scoped(...scopes)).cycle.issues[0]?.outcomes.map(({ covers }) => covers)
    expect(await coversOf('ของมาตรการนี้', 'ของมาตรการนี้')).toEqual([[1]])
    const together = 'ร่วมกันของมาตรการที่ 1–2'
    expect(await coversOf(together, together, 'ของมาตรการนี้')).toEqual([[1, 2]])
  })
})
