import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, test } from 'vitest'
import { zipOf } from '../../../platform/office-files/testing/zip-archive.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { importReport } from './import-report.server.ts'
import { refusalSentence } from './refusal-sentence.domain.ts'

const example = readFileSync(
  new URL('../../../../examples/dga-2567/report-2567.txt', import.meta.url),
  'utf8',
)
const catalogue = loadCatalogue()

const importing = async (bytes: Uint8Array | string, fileName = 'รายงาน.txt') =>
  importReport({ fileName, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, catalogue })

async function refusalOf(bytes: Uint8Array | string, fileName?: string) {
  const result = await importing(bytes, fileName)
  if (result.ok) throw new Error('it was imported')
  return result.error
}

const wordBytes = async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const rows = [new TableRow({ children: [cell('มาตรการ'), cell('ระยะเวลา')] })]
  return Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph('ก'), new Table({ rows })] }] }),
  )
}

// TIS-620 puts the Thai block of Unicode at 0xA1.
const tis620 = (text: string) =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code >= 0xe01 && code <= 0xe5b
      ? code - 0xe01 + 0xa1
      : code < 0x80
        ? code
        : code === 0x2013
          ? 0x96
          : 0x20
  })

const HEAD =
  'มาตรการ/ขั้นตอน/วิธีการปฏิบัติ\tระยะเวลาดำเนินการ\tผู้รับผิดชอบ\tสรุปผลการดำเนินงาน\tผลลัพธ์หรือความสำเร็จของการดำเนินการ'
const withHead = (head: string) => example.replaceAll(HEAD, head)

describe('a file that is no report', () => {
  test.each([
    ['a letter', 'เรียน ผู้อำนวยการ\n\nขอเชิญประชุมในวันพฤหัสบดี\n'],
    ['another table', 'ชื่อ,นามสกุล,อายุ\nก,ข,30\n'],
    ['a report that ends before its first issue', example.slice(0, example.indexOf('## ประเด็นที่ 1'))],
    ['white space', ' \n\n\t\n'],
  ])('%s is refused as no report', async (_, text) => {
    expect(await refusalOf(text)).toMatchObject({ code: 'import.not-a-report', fileName: 'รายงาน.txt' })
  })

  test.each([
    ['an empty file', new Uint8Array()],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['an archive of something else', zipOf([{ name: 'readme.txt', data: Buffer.from('x') }])],
    ['a program', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)],
  ])('%s is refused as a format that is not read', async (_, bytes) => {
    expect((await refusalOf(bytes)).code).toBe('import.unknown-format')
  })

  test('the name of a file decides nothing: a report is read under any name, a PDF under none', async () => {
    expect((await importing(example, 'report.xlsx')).ok).toBe(true)
    expect((await refusalOf('%PDF-1.7', 'report.txt')).code).toBe('import.unknown-format')
  })
})

describe('a damaged or dangerous archive', () => {
  test('a Word document cut anywhere is refused as damaged', async () => {
    const whole = await wordBytes()
    for (const share of [0.1, 0.5, 0.9, 0.999])
      expect((await refusalOf(whole.subarray(0, Math.floor(whole.length * share)), 'a.docx')).code).toBe(
        'import.damaged-file',
      )
  })

  test('a Word document with one byte of its text changed is refused as damaged', async () => {
    const bytes = Uint8Array.from(await wordBytes())
    const at = Buffer.from(bytes).indexOf('word/document.xml') + 40
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    expect((await refusalOf(bytes, 'a.docx')).code).toBe('import.damaged-file')
  })

  const bomb = { name: 'word/document.xml', data: Buffer.alloc(40_000_000) }

  test.each([
    ['inflates to far more than it weighs', zipOf([bomb])],
    ['declares a smaller size than it inflates to', zipOf([{ ...bomb, declaredSize: 100 }])],
    [
      'holds thousands of entries',
      zipOf(Array.from({ length: 2001 }, (_, at) => ({ name: `a${at}`, data: Buffer.alloc(0) }))),
    ],
    ['names a file outside its folder', zipOf([{ name: '../../etc/passwd', data: Buffer.from('x') }])],
    ['names a file by its root', zipOf([{ name: '/etc/passwd', data: Buffer.from('x') }])],
    [
      'lays two entries over one another',
      zipOf([
        { name: 'a', data: Buffer.from('x') },
        { name: 'b', data: Buffer.from('y'), sharesPlace: true },
      ]),
    ],
  ])('an archive that %s is not opened', async (_, bytes) => {
    const before = process.memoryUsage().rss
    expect((await refusalOf(bytes, 'a.docx')).code).toBe('import.archive-bomb')
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  test('an encrypted archive is refused, and said to be encrypted', async () => {
    const refusal = await refusalOf(
      zipOf([{ name: 'word/document.xml', data: Buffer.from('x'), encrypted: true }]),
    )
    expect(refusal).toMatchObject({ code: 'import.damaged-file', detail: { en: 'encrypted' } })
  })

  test('a text of 200 MB is refused before it is decoded', async () => {
    const bytes = new Uint8Array(200_000_000)
    const started = performance.now()
    const refusal = await refusalOf(bytes)
    expect(performance.now() - started).toBeLessThan(100)
    expect(refusalSentence(refusal, 'en')).toContain('200 MB, the limit is 5 MB')
  })
})

describe('encodings', () => {
  test('a report in TIS-620 is decoded, said to be, and reads the same', async () => {
    const ascii = example.replace(/[\u0080-\u0e00\u0e5c-\u2012\u2014-\uffff]/gu, ' ')
    const [decoded, plain] = [await importing(tis620(ascii)), await importing(ascii)]
    if (!decoded.ok || !plain.ok) throw new Error('refused')
    expect({ ...decoded.value.cycle, source: null }).toEqual({ ...plain.value.cycle, source: null })
    expect(decoded.value.notes[0]?.code).toBe('encoding-decoded')
  })

  test('UTF-8 may begin with a byte order mark', async () => {
    const result = await importing(`\ufeff${example}`)
    expect(result.ok && result.value.cycle.cover.title).toContain('รายงานผล')
  })

  test.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${example}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(example, 'utf16le')],
    ['Latin-1', Buffer.from('Résumé d’activité: les mesures déjà réalisées à l’été\n'.repeat(20), 'latin1')],
    ['bytes that are no Thai words', Uint8Array.from({ length: 400 }, (_, at) => 0xa1 + ((at * 37) % 0x3a))],
    [
      'UTF-8 cut inside a letter with Latin-1 after it',
      Buffer.concat([Buffer.from(example).subarray(0, 1000), Buffer.from([0xe0, 0xb8, 0x41, 0xff])]),
    ],
  ])('%s is refused rather than guessed', async (_, bytes) => {
    expect((await refusalOf(bytes)).code).toBe('import.unknown-encoding')
  })
})

describe('tables with other columns', () => {
  test('a missing column is named, with the line of the table', async () => {
    const text = example.replaceAll(/^([^\t\n]+\t[^\t\n]*\t)[^\t\n]*\t([^\t\n]*\t)/gmu, '$1$2')
    const refusal = await refusalOf(text)
    expect(refusal).toMatchObject({
      code: 'import.missing-column',
      detail: { th: 'ผู้รับผิดชอบ' },
      place: { en: 'line 82' },
    })
  })

  test.each([
    ['beside a missing one', HEAD.replace('ผู้รับผิดชอบ', 'หมายเหตุ'), 'หมายเหตุ'],
    ['that claims to be one that is there', `${HEAD}\tผลสัมฤทธิ์`, 'ผลสัมฤทธิ์'],
  ])('an extra column %s is named, with the line of the table', async (_, head, detail) => {
    expect(await refusalOf(withHead(head))).toMatchObject({
      code: 'import.extra-column',
      detail: { th: detail },
      place: { en: 'line 82' },
    })
  })

  test('columns beside the five are left out, and what they say is in the notes', async () => {
    const text = withHead(`${HEAD}\tงบประมาณ`).replace(/^(1\. จัดทำสื่อ[^\n]*)/mu, '$1\t50,000 บาท')
    const [more, plain] = [await importing(text), await importing(example)]
    if (!more.ok || !plain.ok) throw new Error('refused')
    expect(more.value.cycle.issues).toEqual(plain.value.cycle.issues)
    const left = more.value.notes.filter(({ message }) =>
      message.en.includes('“งบประมาณ” is none of the report'),
    )
    expect(left.map(({ code, excerpt }) => [code, excerpt])).toContainEqual(['not-placed', '50,000 บาท'])
    expect(left.filter(({ excerpt }) => excerpt === 'งบประมาณ')).toHaveLength(7)
  })

  test('a row with a cell too many is refused with its line', async () => {
    const refusal = await refusalOf(example.replace('ม.ค. – ก.พ. 67\t', 'ม.ค. – ก.พ. 67\tเพิ่ม\t'))
    expect(refusal).toMatchObject({ code: 'import.extra-column', place: { en: 'line 208' } })
  })

  test('columns may stand in any order, and under the short headers', async () => {
    const turned = example
      .split('\n')
      .map((line) => (line.includes('\t') ? line.split('\t').reverse().join('\t') : line))
      .join('\n')
    const [one, other] = [await importing(turned), await importing(example)]
    expect(one.ok && other.ok && one.value.cycle.issues).toEqual(other.ok && other.value.cycle.issues)
    for (const [measure, outcome] of [
      ['มาตรการ', 'ผลลัพธ์'],
      ['ขั้นตอน/วิธีการ', 'ผลสัมฤทธิ์ของงาน'],
      ['ขั้นตอน', 'ผลสำเร็จ'],
    ])
      expect((await importing(withHead(`${measure}\tระยะเวลา\tผู้รับผิดชอบ\tสรุปผล\t${outcome}`))).ok).toBe(true)
  })
})

describe('item codes and years', () => {
  test.each([
    ['in an analysis', '(i1-i6)', '(i1-i99)', 'line 73', 'i31'],
    ['in a summary', 'OIT ข้อ O11', 'OIT ข้อ O36', 'line 83', 'O36'],
    ['on the item answered', 'ในประเด็น ข้อ O28', 'ในประเด็น ข้อ O29', 'line 18', 'O29'],
  ])('an unknown item %s is refused with line and code', async (_, from, to, place, code) => {
    const refusal = await refusalOf(example.replace(from, to))
    expect(refusal).toMatchObject({ code: 'import.unknown-item', place: { en: place } })
    expect(refusal.detail?.th).toContain(code)
  })

  test.each(['67', '2567', '2024', '๒๕๖๗', '๖๗'])(
    'the year written %s is read as fiscal year 2567, and said to be',
    async (year) => {
      const text = example.replaceAll('ประจำปีงบประมาณ พ.ศ. 2567', `ประจำปีงบประมาณ พ.ศ. ${year}`)
      const result = await importing(text)
      if (!result.ok) throw new Error(result.error.code)
      expect(result.value.cycle.fiscalYear).toBe(2567)
      const note = result.value.notes.find(({ code, line }) => code === 'year-read' && line === 8)
      expect(note?.message.en).toBe(`Read the year “${year}” as fiscal year B.E. 2567`)
    },
  )

  test.each(['9999', '12', '256', '25677', '1024', '0'])(
    'the year %s is refused with its line',
    async (year) => {
      const refusal = await refusalOf(
        example.replaceAll('ประจำปีงบประมาณ พ.ศ. 2567', `ประจำปีงบประมาณ พ.ศ. ${year}`),
      )
      expect(refusal).toMatchObject({
        code: 'import.bad-year',
        place: { en: 'line 8' },
        detail: { th: year },
      })
    },
  )

  test('periods may be of years in two or four digits of either era', async () => {
    for (const year of ['2567', '2024', '๖๗']) {
      const result = await importing(example.replaceAll('มี.ค. 67\t', `มี.ค. ${year}\t`))
      const period = result.ok && result.value.cycle.issues[0]?.measures[0]?.period
      expect(period).toMatchObject({ state: 'value', value: { start: '2024-01-01', end: '2024-03-31' } })
    }
  })
})

test('every refusal is one sentence in Thai and in English with file, place and remedy', async () => {
  const refusals = [
    await refusalOf('สวัสดี'),
    await refusalOf('%PDF-1.7'),
    await refusalOf(zipOf([{ name: '/a', data: Buffer.from('x') }])),
    await refusalOf((await wordBytes()).subarray(0, 600)),
    await refusalOf(new Uint8Array(6_000_000)),
    await refusalOf(Buffer.from('é', 'latin1')),
    await refusalOf(withHead(`${HEAD}\tผลลัพธ์`)),
    await refusalOf(withHead(HEAD.replace('ผู้รับผิดชอบ\t', ''))),
    await refusalOf(example.replace('(e1)', '(e99)')),
    await refusalOf(example.replace('ปีงบประมาณ พ.ศ. 2567', 'ปีงบประมาณ พ.ศ. 1')),
    await refusalOf('{"schema":"prongsai.cycle/1"}'),
  ]
  expect(new Set(refusals.map(({ code }) => code)).size).toBe(11)
  for (const refusal of refusals) {
    expect(refusalSentence(refusal, 'th')).toMatch(/^รายงาน\.txt(?:, .+)?: .+(?:โปรด).+$/su)
    expect(refusalSentence(refusal, 'en')).toMatch(/^รายงาน\.txt(?:, .+)?: [^\n]+(?:; | because )[^\n]+\.$/u)
    if (refusal.place) expect(refusalSentence(refusal, 'en')).toContain(refusal.place.en)
  }
})
