import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleCycle } from '../../../tests/support/example-cycle.ts'
import { readStructure } from '../../../tests/support/pdf-structure.ts'
import { popplerPages, withoutSpaces } from '../../../tests/support/pdf-text.ts'
import { lastPagePicture, qrOfPng, qrOfSvg } from '../../../tests/support/qr-reading.ts'
import { shortHash } from '../approvals/index.ts'
import { loadCatalogue } from '../catalogue/index.server.ts'
import { createPdfRenderer } from './pdf/pdf-renderer.server.ts'
import { type PreparedReport, prepareReport } from './prepare-report.server.ts'
import { renderReport } from './render-report.server.ts'
import type { ReportFormat } from './report.domain.ts'

const ORIGIN = 'https://ita.agency-of-the-example.go.th'
const RESOLUTIONS = [
  'เห็นชอบโดยคณะทำงาน ครั้งที่ 3/2567 เมื่อวันที่ 21 ตุลาคม 2567',
  'เห็นชอบโดยที่ประชุมฝ่ายบริหาร ครั้งที่ 9/2567 เมื่อวันที่ 7 พฤศจิกายน 2567',
]
const pdf = createPdfRenderer({ processes: 1 })
let draft: PreparedReport
let published: PreparedReport

beforeAll(async () => {
  const given = {
    cycle: exampleCycle(),
    catalogue: await loadCatalogue(),
    ...({ lang: 'th', suspectedFaults: [], withFindings: true } as const),
  }
  draft = prepareReport(given)
  const { contentHash } = draft
  published = prepareReport({
    ...given,
    proof: {
      address: `${ORIGIN}/verify/${contentHash}`,
      shortHash: shortHash(contentHash),
      version: 2,
      publishedOn: '2024-11-29',
      resolutions: RESOLUTIONS,
    },
  })
})
afterAll(() => pdf.close())

async function made(format: ReportFormat): Promise<Uint8Array> {
  const files = await renderReport({ prepared: published, cycle: exampleCycle(), format, pdf })
  if (!files.ok) throw new Error(files.error.detail)
  return files.value[0]?.bytes ?? new Uint8Array()
}

describe('the last page of a published report', () => {
  test('stands behind everything else, and a draft has none', () => {
    expect(published.report.sections.at(-1)?.id).toBe('proof')
    expect(published.report.sections.slice(0, -1)).toEqual(draft.report.sections)
    expect(published.contentHash).toBe(draft.contentHash)
  })

  test('leads a camera from the PDF to where the document is checked, and says all of it in words', async () => {
    const bytes = await made('pdf')
    expect(qrOfPng(lastPagePicture(bytes))).toBe(`${ORIGIN}/verify/${published.contentHash}`)
    const said = withoutSpaces(popplerPages(bytes).at(-1)?.join('') ?? '')
    for (const text of [
      shortHash(published.contentHash),
      published.contentHash,
      `${ORIGIN}/verify`,
      'ฉบับที่ 2 เผยแพร่เมื่อวันที่ 29 พฤศจิกายน 2567',
      ...RESOLUTIONS,
    ])
      expect(said).toContain(withoutSpaces(text))
    expect(await readStructure(bytes)).toMatchObject({
      figuresWithoutAlternative: 0,
      unmarked: 0,
      unbalanced: 0,
    })
  })

  test('leads a camera there from the Word document, too', async () => {
    const parts = unzipSync(await made('docx'))
    const pictures = Object.entries(parts).flatMap(([name, bytes]) => (name.endsWith('.png') ? [bytes] : []))
    expect(pictures.map(squareOf)).toContain(`${ORIGIN}/verify/${published.contentHash}`)
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(withoutSpaces(text.replace(/<[^>]+>/gu, ''))).toContain(withoutSpaces(RESOLUTIONS.join('')))
  })

  test('and from the HTML file, which needs nothing else for it', async () => {
    const html = new TextDecoder().decode(await made('html'))
    const [svg = ''] = /<svg class="qr"[\s\S]*?<\/svg>/u.exec(html) ?? []
    const drawing = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
    expect(qrOfSvg(drawing)).toBe(`${ORIGIN}/verify/${published.contentHash}`)
  })

  test.each(['pdf', 'docx', 'html'] as const)('is the same file when %s is made again', async (format) => {
    expect(Buffer.compare(await made(format), await made(format))).toBe(0)
  })
})

/** A picture of the Word document that may be the code: charts are no squares. */
function squareOf(png: Uint8Array): string | null {
  const [width, height] = [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)]
  return width === height ? qrOfPng(png) : null
}
