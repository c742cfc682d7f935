import { readFileSync } from 'node:fs'
import {
  Document,
  type FileChild,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { fieldValue } from '../../../../kernel/field.ts'
import { foldText, plainText } from '../../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import type { Cycle } from '../../cycle.domain.ts'
import { importReport } from '../import-report.server.ts'

const catalogue = loadCatalogue()

async function importing(children: readonly FileChild[]) {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  const result = await importReport({ fileName: 'รายงาน.docx', bytes, catalogue })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const runs = (text: string) =>
  text
    .split('**')
    .flatMap((part, index) => (part === '' ? [] : [new TextRun({ text: part, bold: index % 2 === 1 })]))
const paragraph = (text: string) => new Paragraph({ children: runs(text) })
const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] })
const heading = (text: string, level: 1 | 2 | 3) =>
  new Paragraph({
    text,
    heading:
      [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1] ?? 'Heading1',
  })
const cell = (text: string, merge?: 'restart' | 'continue') =>
  new TableCell({
    children: text.split('\n').map(paragraph),
    ...(merge && {
      verticalMerge: merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
    }),
  })
const row = (...cells: readonly (string | TableCell)[]) =>
  new TableRow({ children: cells.map((content) => (typeof content === 'string' ? cell(content) : content)) })

const HEAD = [
  'มาตรการ/ขั้นตอน/วิธีการปฏิบัติ',
  'ระยะเวลาดำเนินการ',
  'ผู้รับผิดชอบ',
  'สรุปผลการดำเนินงาน',
  'ผลลัพธ์หรือความสำเร็จของการดำเนินการ',
]
const table = (...rows: readonly TableRow[]) => new Table({ rows: [row(...HEAD), ...rows] })

const cover = [
  heading('รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน', 1),
  paragraph('ของเทศบาลตำบลตัวอย่าง'),
  paragraph('ประจำปีงบประมาณ พ.ศ. ๒๕๖๗'),
]

describe('a Word document as an agency keeps it', () => {
  test('with headings by style, a merged outcome and lists in cells is read whole', async () => {
    const { cycle, counts, notes } = await importing([
      ...cover,
      heading('ประเด็นที่ ๑ การให้บริการ', 2),
      heading('ผลการวิเคราะห์', 3),
      paragraph('ผู้รับบริการเห็นว่า**ยังล่าช้า** (e1) และ (i1-i3)'),
      heading('ข้อจำกัดของหน่วยงาน', 3),
      paragraph('1. บุคลากรน้อย'),
      paragraph('2. งบประมาณน้อย'),
      table(
        row(
          '1. จัดทำคู่มือ',
          'ต.ค. 66 – ก.ย. 67',
          'กองคลัง (FN) และสำนักปลัด',
          'จัดทำแล้ว (OIT ข้อ O11)',
          cell('คะแนน**การให้บริการตามขั้นตอน** เพิ่มขึ้น จาก 80.00 คะแนน เป็น 90.00 คะแนน', 'restart'),
        ),
        row('2. อบรม', 'มี.ค. 67', 'กองคลัง (FN)', 'อบรมแล้ว\n- รุ่นที่ 1\n- รุ่นที่ 2', cell('', 'continue')),
      ),
    ])
    expect(counts).toMatchObject({ issues: 1, measures: [2], scorePairs: 1 })
    expect([cycle.fiscalYear, cycle.answers, cycle.agency.name]).toEqual([
      2567,
      '2568:O28',
      'เทศบาลตำบลตัวอย่าง',
    ])
    const [issue] = cycle.issues
    expect(issue?.title).toBe('การให้บริการ')
    expect(issue?.analysis).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'ผู้รับบริการเห็นว่า' },
          { text: 'ยังล่าช้า', strong: true },
          { text: ' (' },
          { text: 'e1', cites: ['2566:e1'] },
          { text: ') และ (' },
          { text: 'i1-i3', cites: ['2566:i1', '2566:i2', '2566:i3'] },
          { text: ')' },
        ],
      },
    ])
    expect(issue?.limitations.map(plainText)).toEqual(['บุคลากรน้อย', 'งบประมาณน้อย'])
    expect(issue?.outcomes.map(({ covers }) => covers)).toEqual([[1, 2]])
    expect(notes.some((note) => note.code === 'shared-outcome')).toBe(true)
    const [first, second] = issue?.measures ?? []
    expect(first && fieldValue(first.owners)?.units).toEqual([
      { name: 'กองคลัง', code: 'FN' },
      { name: 'สำนักปลัด', code: null },
    ])
    expect(first && fieldValue(first.period)).toMatchObject({ start: '2023-10-01', end: '2024-09-30' })
    expect(second && plainText(fieldValue(second.summary) ?? [])).toBe('อบรมแล้ว\nรุ่นที่ 1\nรุ่นที่ 2')
  })

  test('with headings that are only bold paragraphs, and the analysis on the line of its heading, is read alike', async () => {
    const { cycle } = await importing([
      bold('รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม'),
      bold('และความโปร่งใสภายในหน่วยงาน'),
      bold('ของกรมตัวอย่าง'),
      bold('ประจำปีงบประมาณ พ.ศ. 2567'),
      bold('ประเด็นที่ 1 การให้บริการ'),
      paragraph('**ผลการวิเคราะห์ :** ยังล่าช้า (e1)'),
      paragraph('ข้อจำกัดของหน่วยงาน : บุคลากรน้อย'),
      table(row('จัดทำคู่มือ', 'มี.ค. 67', 'กองคลัง', 'แล้ว', 'ไม่มีเรื่องร้องเรียน')),
      bold('ประเด็นที่ 2'),
      bold('การใช้งบประมาณ'),
      paragraph('ผลการวิเคราะห์ : ดี'),
      table(row('เผยแพร่แผน', 'มี.ค. 67', 'กองคลัง', 'แล้ว', 'ครบทุกกิจกรรม')),
    ])
    expect(cycle.cover.title).toBe('รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน')
    expect(cycle.issues.map(({ number, title }) => [number, title])).toEqual([
      [1, 'การให้บริการ'],
      [2, 'การใช้งบประมาณ'],
    ])
    expect(cycle.issues.map(({ analysis }) => plainText(analysis))).toEqual(['ยังล่าช้า (e1)', 'ดี'])
    expect(cycle.issues[0]?.limitations.map(plainText)).toEqual(['บุคลากรน้อย'])
  })

  test('with one table for all issues, each opened by a row over all columns, is read by issue', async () => {
    const wide = (text: string) =>
      new TableRow({ children: [new TableCell({ columnSpan: 5, children: [bold(text)] })] })
    const { cycle } = await importing([
      ...cover,
      table(
        wide('ประเด็นที่ 1 การให้บริการ'),
        row('จัดทำคู่มือ', cell('มี.ค. 67', 'restart'), 'กองคลัง', 'แล้ว', 'ดีขึ้น'),
        row('อบรม', cell('', 'continue'), 'กองคลัง', 'แล้ว', 'ดีขึ้นอีก'),
        wide('ประเด็นที่ 2 การใช้งบประมาณ'),
        row('เผยแพร่แผน', 'เม.ย. 67', 'กองคลัง', 'แล้ว', 'ครบ'),
        row(...HEAD),
        row('รายงานผล', 'เม.ย. 67', 'กองคลัง', 'แล้ว', ''),
      ),
    ])
    expect(cycle.issues.map(({ number, measures }) => [number, measures.length])).toEqual([
      [1, 2],
      [2, 2],
    ])
    // A merged period is the period of both rows.
    expect(cycle.issues[0]?.measures.map(({ period }) => fieldValue(period)?.written)).toEqual([
      'มี.ค. 67',
      'มี.ค. 67',
    ])
    expect(cycle.issues[1]?.outcomes.map(({ covers }) => covers)).toEqual([[1, 2]])
  })

  test('where outcome cells are merged, an empty cell that is not merged has no outcome, and that is said', async () => {
    const { cycle, notes } = await importing([
      ...cover,
      bold('ประเด็นที่ 1 การให้บริการ'),
      table(
        row('ก', 'มี.ค. 67', 'กองคลัง', 'แล้ว', cell('ดีขึ้น', 'restart')),
        row('ข', 'มี.ค. 67', 'กองคลัง', 'แล้ว', cell('', 'continue')),
        row('ค', 'มี.ค. 67', 'กองคลัง', 'แล้ว', ''),
      ),
    ])
    expect(cycle.issues[0]?.outcomes.map(({ covers }) => covers)).toEqual([[1, 2]])
    expect(notes.filter((note) => note.code === 'incomplete').map((note) => note.message.en)).toContain(
      'The cell “Outcome or success” is empty',
    )
  })

  test('text that looks like marks stays text', async () => {
    const { cycle } = await importing([
      ...cover,
      bold('ประเด็นที่ 1 <b>การ</b>ให้บริการ & อื่น ๆ'),
      table(
        row(
          new TableCell({ children: [new Paragraph('2 ** 3 ** 4 \\* a < b')] }),
          'มี.ค. 67',
          'กองคลัง',
          '=1+1 <script>alert(1)</script>',
          'ดี',
        ),
      ),
    ])
    const [issue] = cycle.issues
    expect(issue?.title).toBe('<b>การ</b>ให้บริการ & อื่น ๆ')
    expect(
      issue?.measures.map(({ text, summary }) =>
        [text, summary].map((field) => plainText(fieldValue(field) ?? [])),
      ),
    ).toEqual([['2 ** 3 ** 4 \\* a < b', '=1+1 <script>alert(1)</script>']])
  })

  test('a place is named by its paragraph or table row', async () => {
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              ...cover,
              bold('ประเด็นที่ 1 ก'),
              paragraph('ผลการวิเคราะห์ : (e99)'),
              table(row('ก', 'มี.ค. 67', 'ข', 'ค', 'ง')),
            ],
          },
        ],
      }),
    )
    const result = await importReport({ fileName: 'a.docx', bytes, catalogue })
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'import.unknown-item', place: { en: 'paragraph or row 5' } },
    })
  })
})

/** The example as a Word document: headings and tables, no navigation. */
function exampleInWord(cycle: Cycle): readonly FileChild[] {
  const text = (rich: Parameters<typeof plainText>[0]) =>
    rich.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.runs.map((run) => (run.strong ? `**${run.text}**` : run.text)).join('')]
        : block.items.map(
            ({ runs: parts }) =>
              `- ${parts.map((run) => (run.strong ? `**${run.text}**` : run.text)).join('')}`,
          ),
    )
  return [
    heading(cycle.cover.title, 1),
    paragraph(cycle.cover.agencyLine),
    paragraph(cycle.cover.yearLine),
    paragraph(cycle.cover.approvalLine ?? ''),
    heading('ที่มาและความสำคัญ', 2),
    ...text(cycle.background).map((line) => new Paragraph({ text: line.slice(2), bullet: { level: 0 } })),
    ...cycle.issues.flatMap((issue) => [
      heading(`ประเด็นที่ ${issue.number} ${issue.title}`, 2),
      bold('ผลการวิเคราะห์ :'),
      ...text(issue.analysis).map(paragraph),
      bold('ข้อจำกัดของหน่วยงานในการประเมิน ITA :'),
      ...issue.limitations.map((limitation, index) =>
        paragraph(`${index + 1}. ${text(limitation).join(' ')}`),
      ),
      table(
        ...issue.measures.map((measure) => {
          const outcome = issue.outcomes.find(({ covers }) => covers[0] === measure.number)
          const merge = outcome ? (outcome.covers.length > 1 && 'restart') || undefined : 'continue'
          return row(
            [measure.printedNumber, text(fieldValue(measure.text) ?? []).join('\n')]
              .filter(Boolean)
              .join(' '),
            fieldValue(measure.period)?.written ?? '',
            fieldValue(measure.owners)?.written ?? '',
            text(fieldValue(measure.summary) ?? []).join('\n'),
            cell(outcome ? text(fieldValue(outcome.text) ?? []).join('\n') : '', merge),
          )
        }),
      ),
    ]),
    ...cycle.nameLists.flatMap(({ heading: title, persons }) => [
      heading(title, 2),
      new Table({ rows: persons.map(({ number, name, position }) => row(`${number} ${name}`, position)) }),
    ]),
  ]
}

test('the published report, set in Word, is read into the same cycle as from its text', async () => {
  const bytes = readFileSync(new URL('../../../../../examples/dga-2567/report-2567.txt', import.meta.url))
  const fromText = await importReport({ fileName: 'a.txt', bytes, catalogue })
  if (!fromText.ok) throw new Error(fromText.error.code)
  const { cycle } = await importing(exampleInWord(fromText.value.cycle))
  const text = fromText.value.cycle
  const folded = (value: unknown) =>
    JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === 'string' ? foldText(inner) : inner))
  expect(folded(cycle.issues)).toEqual(folded(text.issues.map((issue) => ({ ...issue, listedTitle: null }))))
  expect(cycle.resolutions).toEqual(text.resolutions)
  expect(cycle.nameLists).toEqual(text.nameLists)
  expect(cycle.units).toEqual(text.units)
  expect(plainText(cycle.background)).toBe(plainText(text.background))
  expect(cycle.agency).toEqual(text.agency)
})

const linkTo = (place: string, text: string) =>
  new Paragraph({
    children: [new InternalHyperlink({ anchor: place, children: [new TextRun(text), new TextRun('\t5')] })],
  })
const oneIssue = (title: string) => [
  heading(`ประเด็นที่ ${title}`, 1),
  heading('ผลการวิเคราะห์', 2),
  paragraph(`เห็นว่าล่าช้าใน ${title}`),
  table(row('จัดทำ', 'มี.ค. 67', 'กองคลัง', `ทำแล้วใน ${title}`, 'ดี')),
]

test('a table of contents is left out, and said to be', async () => {
  const { cycle, notes } = await importing([
    ...cover,
    paragraph('สารบัญ'),
    ...['ที่มาและความสำคัญ', 'ประเด็นที่ 1 ก', 'ประเด็นที่ 2 ข', 'รายนามคณะผู้จัดทำ'].map((text) => linkTo('a', text)),
    heading('ที่มาและความสำคัญ', 1),
    paragraph('ตามเกณฑ์'),
    ...oneIssue('1 ก'),
    ...oneIssue('2 ข'),
  ])
  expect(plainText(cycle.background)).toBe('ตามเกณฑ์')
  expect(
    cycle.issues.map(({ title, measures, analysis }) => [title, measures.length, plainText(analysis)]),
  ).toEqual([
    ['ก', 1, 'เห็นว่าล่าช้าใน 1 ก'],
    ['ข', 1, 'เห็นว่าล่าช้าใน 2 ข'],
  ])
  expect(cycle.nameLists).toEqual([])
  expect(notes.filter(({ message }) => message.en === 'Left out the table of contents')).toHaveLength(5)
})

test('a heading copied from a web page leaves its link behind', async () => {
  const linked = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    children: [
      new TextRun('ประเด็นที่ 1 ก'),
      new InternalHyperlink({ anchor: 'a', children: [new TextRun('#')] }),
    ],
  })
  const { cycle } = await importing([...cover, linked, ...oneIssue('1 ก').slice(1)])
  expect(cycle.issues.map(({ title }) => title)).toEqual(['ก'])
})

test('a table goes on over the page, but not below another heading', async () => {
  const [head, analysis, text] = oneIssue('1 ก')
  const rows = ['อบรม', 'ม.ค. 67', 'กองคลัง', 'แล้ว', 'ดี']
  const more = new Table({ rows: [row(...rows)] })
  const issueWith = async (...after: readonly FileChild[]) => {
    const { cycle } = await importing([
      ...cover,
      ...([head, analysis, text] as FileChild[]),
      table(row('จัดทำ', 'มี.ค. 67', 'กองคลัง', 'แล้ว', 'ดี')),
      ...after,
    ])
    return cycle.issues[0]?.measures.length
  }
  expect(await issueWith(more)).toBe(2)
  expect(await issueWith(heading('ภาคผนวก', 1), more)).toBe(1)
})
