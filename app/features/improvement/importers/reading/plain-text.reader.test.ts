import { describe, expect, test } from 'vitest'
import { fieldValue } from '../../../../kernel/field.ts'
import { citedIn, plainText } from '../../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import { assembleCycle } from '../rules/assemble-cycle.domain.ts'
import { readPlainText } from './plain-text.reader.server.ts'

const catalogue = loadCatalogue()
const COVER = '# รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม\n\nของกรมตัวอย่าง\n\nประจำปีงบประมาณ พ.ศ. 2567\n\n'
const HEAD = 'มาตรการ\tระยะเวลา\tผู้รับผิดชอบ\tสรุปผล\tผลลัพธ์'
const ROW = 'ก\tมี.ค. 67\tกองคลัง\tแล้ว\tดี'

function read(body: string, cover = COVER) {
  const reading = readPlainText(cover + body)
  if (!reading.ok) throw new Error(JSON.stringify(reading.error))
  const result = assembleCycle(reading.value, catalogue)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const issueOf = (body: string) => {
  const [issue] = read(body).content.issues
  if (!issue) throw new Error('no issue')
  return issue
}
const textOf = (field: Parameters<typeof fieldValue>[0]) =>
  plainText((fieldValue(field) ?? []) as Parameters<typeof plainText>[0])

describe('tables with tabs', () => {
  test('a cell broken over lines is joined, and said to be', () => {
    const body = `## ประเด็นที่ 1 ก\n${HEAD}\nจัดทำ\tมี.ค. 67\tกองคลัง\tแล้วเสร็จตาม\nแผน\tดี\n`
    const { content, notes } = read(body)
    expect(content.issues[0]?.measures).toHaveLength(1)
    expect(content.issues[0]?.measures.map(({ summary }) => textOf(summary))).toEqual(['แล้วเสร็จตามแผน'])
    expect(notes.filter((note) => note.code === 'lines-joined').map((note) => note.line)).toEqual([10])
  })

  test('rows that only lack their last empty cells stay rows', () => {
    const issue = issueOf(`## ประเด็นที่ 1 ก\n${HEAD}\n1. ก\tมี.ค. 67\tกองคลัง\n2. ข\tเม.ย. 67\tกองช่าง\n`)
    expect(issue.measures.map(({ text }) => textOf(text))).toEqual(['ก', 'ข'])
  })

  test('the name of the next issue right below a table is not the rest of a cell', () => {
    const { content } = read(`## ประเด็นที่ 1 ก\n${HEAD}\n${ROW}\nประเด็นที่ 2 ข\n${HEAD}\n${ROW}\n`)
    expect(content.issues.map(({ title }) => title)).toEqual(['ก', 'ข'])
  })

  test('a table cut by a page goes on below it, with or without its head', () => {
    const { content } = read(`## ประเด็นที่ 1 ก\n${HEAD}\n${ROW}\n\n12\n\n${HEAD}\n${ROW}\n\n${ROW}\n`)
    expect(content.issues[0]?.measures).toHaveLength(3)
  })

  test('a table with pipes is read as one with tabs', () => {
    const pipes = (line: string) => `| ${line.split('\t').join(' | ')} |`
    const issue = issueOf(`## ประเด็นที่ 1 ก\n\n${pipes(HEAD)}\n|---|---|---|---|---|\n${pipes(ROW)}\n`)
    expect(issue.measures).toHaveLength(1)
  })
})

describe('outcomes', () => {
  const table = (...outcomes: string[]) =>
    `## ประเด็นที่ 1 ก\n${HEAD}\n${outcomes.map((outcome) => `ก\tมี.ค. 67\tกองคลัง\tแล้ว\t${outcome}`).join('\n')}\n`
  test.each([
    [['ดี', '', ''], [[1, 2, 3]]],
    [
      ['ดี', '', 'ดีมาก', ''],
      [[1], [3]],
    ],
    [['', 'ดี', ''], [[2]]],
    [['', ''], []],
    [
      ['ดี', 'ดีมาก'],
      [[1], [2]],
    ],
  ])('cells %j cover measures %j', (cells, covers) => {
    expect(issueOf(table(...cells)).outcomes.map((outcome) => outcome.covers)).toEqual(covers)
  })

  test('a measure above the first outcome has none, and that is said', () => {
    const { notes } = read(table('', 'ดี'))
    expect(notes.filter((note) => note.code === 'incomplete').map((note) => note.line)).toEqual([9])
  })
})

describe('texts', () => {
  test('limitations that are numbered are one each, with what stands below them', () => {
    const issue = issueOf(`## ประเด็นที่ 1 ก\n### ข้อจำกัด :\n1. ก\n\nต่อ\n\n2. ข\n\n5. ค\n\n${HEAD}\n${ROW}\n`)
    expect(issue.limitations.map(plainText)).toEqual(['ก\nต่อ', 'ข', '5. ค'])
  })

  test('a citation after the name of a framework is of that framework', () => {
    const issue = issueOf(
      `## ประเด็นที่ 1 ก\n### ผลการวิเคราะห์ :\nตาม ITA ปี 2567 (e1) และ (i5)\n${HEAD}\n${ROW}\n`,
    )
    const cites = issue.analysis.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs.map((run) => run.cites) : [],
    )
    expect(cites.filter(Boolean)).toEqual([['2567:e1'], ['2567:i5']])
  })

  test('a range that runs backwards is cited, one of two letters is not, and both are said', () => {
    const { content, notes } = read(
      `## ประเด็นที่ 1 ก\n### ผลการวิเคราะห์ :\nเห็นว่า (i6-i4) และ (i1-e3)\n${HEAD}\n${ROW}\n`,
    )
    expect(citedIn(content.issues[0]?.analysis ?? [])).toEqual(['2566:i4', '2566:i5', '2566:i6'])
    expect(
      notes
        .filter(({ message }) => message.en.startsWith('The range'))
        .map(({ code, excerpt }) => [code, excerpt]),
    ).toEqual([
      ['range-turned', 'i6-i4'],
      ['not-placed', 'i1-e3'],
    ])
  })

  test('letters and digits that cite nothing stay text', () => {
    const issue = issueOf(`## ประเด็นที่ 1 ก\n### ผลการวิเคราะห์ :\nใช้ Core i7 และ O365 ชั้น e2\n${HEAD}\n${ROW}\n`)
    expect(issue.analysis).toEqual([{ kind: 'paragraph', runs: [{ text: 'ใช้ Core i7 และ O365 ชั้น e2' }] }])
  })

  test('a heading that is not known closes the part above it, and its text is said to have no place', () => {
    const { content, notes } = read(
      `## ประเด็นที่ 1 ก\n### ผลการวิเคราะห์ :\nดี\n### ข้อเสนอแนะ\nควรเพิ่มคน\n### มาตรการ\n${HEAD}\n${ROW}\n`,
    )
    expect(plainText(content.issues[0]?.analysis ?? [])).toBe('ดี')
    expect(notes.filter((note) => note.code === 'not-placed').map((note) => note.excerpt)).toEqual([
      'ข้อเสนอแนะ',
      'ควรเพิ่มคน',
    ])
  })

  const APPROVAL = 'มาตรการได้รับความเห็นชอบจากที่ประชุมผู้บริหาร ในการประชุมครั้งที่ 3/2567 เมื่อวันที่ 13 มีนาคม 2567'
  test.each([
    ['below the cover', '', [APPROVAL]],
    ['under a heading that is not known', '## การเห็นชอบ\n\n', ['การเห็นชอบ', APPROVAL]],
  ])('an approval %s is background, and said to be, and its resolution is read', (_, above, lines) => {
    const { content, notes } = read(`${above}${APPROVAL}\n\n## ประเด็นที่ 1 ก\n${HEAD}\n${ROW}\n`)
    expect(plainText(content.background).split('\n')).toEqual(lines)
    expect(content.resolutions).toMatchObject([
      { meetingNumber: '3/2567', heldOn: { day: '2024-03-13' }, place: { part: 'background' } },
    ])
    expect(notes.filter(({ code }) => code === 'part-assumed').map(({ excerpt }) => excerpt)).toEqual(lines)
    expect(notes.filter(({ code }) => code === 'not-placed')).toEqual([])
  })

  test('text between the title of an issue and its first heading or table is its analysis, and said to be', () => {
    const { content, notes } = read(
      `## ประเด็นที่ 1 ก\n\nเห็นว่าล่าช้า (e1)\n\n### ผลการวิเคราะห์ :\n\nและไม่สะดวก\n${HEAD}\n${ROW}\n\n## ประเด็นที่ 2 ข\n\nเห็นว่าดี\n${HEAD}\n${ROW}\n`,
    )
    expect(content.issues.map(({ analysis }) => plainText(analysis))).toEqual([
      'เห็นว่าล่าช้า (e1)\nและไม่สะดวก',
      'เห็นว่าดี',
    ])
    expect(notes.filter(({ code }) => code === 'part-assumed').map(({ excerpt }) => excerpt)).toEqual([
      'เห็นว่าล่าช้า (e1)',
      'เห็นว่าดี',
    ])
  })

  test.each([
    ['ตลอดปีงบประมาณ', '2023-10-01', '2024-09-30'],
    ['ปีงบประมาณ พ.ศ. 2567', '2023-10-01', '2024-09-30'],
    ['ไตรมาส 1/2567', '2023-10-01', '2023-12-31'],
    ['ไตรมาสที่ 2/67 – ไตรมาสที่ 3/67', '2024-01-01', '2024-06-30'],
    ['1 ม.ค. 67 – 15 มี.ค. 67', '2024-01-01', '2024-03-15'],
  ])('the period “%s” is read from %s to %s', (written, start, end) => {
    const issue = issueOf(`## ประเด็นที่ 1 ก\n${HEAD}\nก\t${written}\tกองคลัง\tแล้ว\tดี\n`)
    expect(fieldValue(issue.measures[0]?.period ?? { state: 'missing' })).toEqual({ written, start, end })
  })

  test('a period that cannot be read is missing, and its words are in a note', () => {
    const { content, notes } = read(`## ประเด็นที่ 1 ก\n${HEAD}\nก\tต่อเนื่อง\tกองคลัง\tแล้ว\tดี\n`)
    expect(content.issues[0]?.measures[0]?.period).toEqual({ state: 'missing' })
    expect(notes.find((note) => note.code === 'not-placed')?.excerpt).toBe('ต่อเนื่อง')
  })

  test('a cover of one line is read as title, agency and year', () => {
    const { content } = read(
      `## ประเด็นที่ 1 ก\n${HEAD}\n${ROW}\n`,
      'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ของเทศบาลเมืองตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗\n\n',
    )
    expect(content.cover).toMatchObject({
      title: 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
      agencyLine: 'ของเทศบาลเมืองตัวอย่าง',
      yearLine: 'ประจำปีงบประมาณ พ.ศ. ๒๕๖๗',
    })
    expect([content.agency.name, content.fiscalYear]).toEqual(['เทศบาลเมืองตัวอย่าง', 2567])
  })

  test('hostile text is kept as text', () => {
    const issue = issueOf(
      `## ประเด็นที่ 1 ก\n### ผลการวิเคราะห์ :\nC:\\new\\*x ** =cmd|'/c calc'!A1\n${HEAD}\n<img src=x onerror=alert(1)>ก\tมี.ค. 67\tกองคลัง\t<b>แล้ว</b>\tดี\n`,
    )
    expect(plainText(issue.analysis)).toBe("C:\\new*x ** =cmd|'/c calc'!A1")
    expect(issue.measures.map(({ text }) => textOf(text))).toEqual(['ก'])
  })
})

describe('a table of contents', () => {
  const contents = [
    'สารบัญ',
    'ที่มาและความสำคัญ ........................ 1',
    'ประเด็นที่ 1 ก ............................ ๒',
    'ประเด็นที่ 2 ข\t12',
  ]
  const issue = (title: string) =>
    `## ประเด็นที่ ${title}\n\n### ผลการวิเคราะห์ :\n\nเห็นว่า ${title}\n\n${HEAD}\n${ROW}\n\n`

  test('with dots or tabs before the pages is left out', () => {
    const { content } = read(
      `${contents.join('\n\n')}\n\n## ที่มา\n\nตามเกณฑ์\n\n${issue('1 ก')}${issue('2 ข')}`,
    )
    expect(plainText(content.background)).toBe('ตามเกณฑ์')
    expect(content.issues.map(({ title, measures }) => [title, measures.length])).toEqual([
      ['ก', 1],
      ['ข', 1],
    ])
  })

  test('without pages gives its titles to no issue: each heading opens its own', () => {
    const { content } = read(`ประเด็นที่ 1 ก่อน\n\nประเด็นที่ 2 ข\n\n${issue('1 ก')}${issue('2 ข')}`)
    expect(content.issues.map(({ title, analysis }) => [title, plainText(analysis)])).toEqual([
      ['ก', 'เห็นว่า 1 ก'],
      ['ข', 'เห็นว่า 2 ข'],
    ])
  })
})

test('the item that a report answers is quoted once; the same words below are no second quotation', () => {
  const box = '## ข้อ O28 รายงานผล\n\n- แสดงผล\n\n'
  const { content } = read(`${box}## ประเด็นที่ 1 ก\n${HEAD}\n${ROW}\n\n## ข้อ O28: 100 คะแนน\n\nผ่าน\n`)
  expect(content.criteria?.heading).toBe('ข้อ O28 รายงานผล')
  expect(plainText(content.criteria?.body ?? [])).toBe('แสดงผล')
})
