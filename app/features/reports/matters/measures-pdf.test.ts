import { afterAll, describe, expect, test } from 'vitest'
import { aCycle, aMeasure, anIssue, cited } from '../../../../tests/support/cycle-builders.ts'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { readStructure } from '../../../../tests/support/pdf-structure.ts'
import { missingFrom, popplerPages, withoutSpaces } from '../../../../tests/support/pdf-text.ts'
import { plain, plainText, type RichText } from '../../../kernel/rich-text.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { shortHash } from '../../approvals/index.ts'
import type { Measure } from '../../improvement/index.ts'
import { type MeasuresContent, measuresContentOf } from './measures-content.domain.ts'
import { createMeasuresDocuments } from './measures-paper.server.ts'

const documents = createMeasuresDocuments({ processes: 1 })
afterAll(() => documents.close())

const TITLE = 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2567'
const example = measuresContentOf(exampleCycle())

async function made(content: MeasuresContent, agencyName = 'สำนักงานทดสอบ') {
  const job = { content, contentHash: contentHash(content), title: TITLE, agencyName }
  const result = await documents.render({ ...job, createdAt: new Date('2024-11-08T03:00:00Z') })
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}
const oneIssue = (measures: readonly Measure[], title = 'การใช้งบประมาณ') =>
  measuresContentOf(aCycle({ issues: [anIssue({ title, measures })] }))
const wordsOf = (text: Measure['text']) => (text.state === 'value' ? plainText(text.value) : '(ยังไม่กรอก)')
const saidIn = (bytes: Uint8Array) => withoutSpaces(popplerPages(bytes).flat().join(''))

describe('the paper of the measures', () => {
  test('of the example says title, agency, every issue and measure in their order, and at the end the hash', async () => {
    const { bytes, notes } = await made(example)
    expect(notes).toEqual([])
    const pages = popplerPages(bytes)
    const texts = example.issues.flatMap(({ measures }) => measures.map(({ text }) => wordsOf(text)))
    expect(missingFrom(pages.flat(), [TITLE, 'สำนักงานทดสอบ', ...texts])).toEqual([])
    const said = saidIn(bytes)
    let from = 0
    const places = example.issues
      .flatMap(({ number, title, measures }) => [
        `ประเด็นที่ ${number} ${title}`,
        ...measures.map(({ text }) => wordsOf(text).slice(0, 20)),
      ])
      .map((piece) => {
        const at = said.indexOf(withoutSpaces(piece), from)
        from = at < 0 ? from : at
        return at
      })
    expect(Math.min(...places)).toBeGreaterThan(0)
    const hash = contentHash(example)
    expect(withoutSpaces(pages.at(-1)?.join('') ?? '')).toContain(
      `ค่าแฮชของเนื้อหาที่เสนอ${withoutSpaces(shortHash(hash))}${hash}`,
    )
    pages.forEach((lines, index) => {
      expect(withoutSpaces(lines.join(''))).toContain(`หน้า${index + 1}/${pages.length}`)
    })
  })

  test('says in words that a field is not filled in, or that somebody declared that there is nothing', async () => {
    const none = { state: 'none', declaredBy: 'ผู้ประสาน', declaredOn: '2024-01-05' } as const
    const { bytes } = await made(oneIssue([aMeasure({ period: { state: 'missing' }, owners: none })]))
    expect(saidIn(bytes)).toContain('(ยังไม่กรอก)')
    expect(saidIn(bytes)).toContain(withoutSpaces('ไม่มี (ระบุโดย ผู้ประสาน เมื่อ'))
    expect(saidIn((await made(oneIssue([]))).bytes)).toContain('ประเด็นนี้ยังไม่มีมาตรการ')
    expect(saidIn((await made({ ...example, issues: [] })).bytes)).toContain('ยังไม่มีประเด็นและมาตรการ')
  })

  test('prints bold words, lists of two levels and citations of a measure as its text', async () => {
    const value: RichText = [
      ...cited('ตาม*ตัวชี้วัด*ข้อ [o8]'),
      {
        kind: 'list',
        ordered: true,
        items: [
          { level: 1, runs: [{ text: 'ขั้นแรก' }] },
          { level: 2, runs: [{ text: 'ขั้นย่อย' }] },
          { level: 1, runs: [{ text: 'ขั้นหลัง' }] },
        ],
      },
    ]
    const { bytes } = await made(oneIssue([aMeasure({ text: { state: 'value', value } })]))
    expect(saidIn(bytes)).toMatch(/ตามตัวชี้วัดข้อo8.*ขั้นแรก.*ขั้นย่อย.*ขั้นหลัง/)
  })

  test('prints what looks like markup as it was written, and divides what no page and no line can hold', async () => {
    const hostile = '#read("/etc/passwd") $x$ *b* <mark> @x \\ `c` [y] // z'
    const endless = 'ก'.repeat(400)
    const tall = 'คำยาวมากในมาตรการเดียว '.repeat(400).trim()
    const measures = [hostile, endless, tall].map((text) =>
      aMeasure({ text: { state: 'value', value: plain(text) } }),
    )
    const { bytes } = await made(oneIssue(measures, hostile), hostile)
    const said = saidIn(bytes)
    expect(said.split(withoutSpaces(hostile)).length - 1).toBe(3)
    expect(said).toContain(endless)
    expect(said.split('คำยาวมากในมาตรการเดียว').length - 1).toBeGreaterThan(390)
  })

  test('of sixty measures repeats the head of its table on every page, tagged, and has the same bytes every time', async () => {
    const [first] = example.issues[0]?.measures ?? []
    if (!first) throw new Error('the example has no measure')
    const measures = Array.from({ length: 60 }, (_, index) => ({
      ...first,
      number: index + 1,
      printedNumber: `${index + 1}`,
    }))
    const content = { ...example, issues: [{ number: 1, title: 'ประเด็น', measures }] }
    const { bytes } = await made(content)
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from((await made(content)).bytes))).toBe(0)
    const pages = popplerPages(bytes)
    expect(pages.length).toBeGreaterThan(4)
    for (const lines of pages.slice(0, -1)) expect(withoutSpaces(lines.join(''))).toContain('ผู้รับผิดชอบ')
    expect(JSON.stringify(await readStructure(bytes))).toContain('Table')
  })
})
