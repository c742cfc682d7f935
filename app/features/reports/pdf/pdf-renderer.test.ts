import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { popplerLines, withoutSpaces, withPdfFile } from '../../../../tests/support/pdf-text.ts'
import { run } from '../../../../tests/support/programs.ts'
import { aCell, aMeasureRow, aMeasureTable, aReport } from '../../../../tests/support/report-builders.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { MadePdf } from '../../../platform/documents/pdf/make-pdf.server.ts'
import type { PdfResult } from '../../../platform/documents/pdf/pdf-renderer.server.ts'
import { projectRoot } from '../../../platform/project-root.server.ts'
import type { Report, ReportBlock } from '../report.domain.ts'
import { PAGE } from './paper.table.ts'
import { createPdfRenderer } from './pdf-renderer.server.ts'
import type { PdfJob } from './report-pdf.server.ts'

const pdf = createPdfRenderer()
afterAll(() => pdf.close())

const jobOf = (report: Report): PdfJob => ({
  report,
  attachment: new TextEncoder().encode('{}'),
  createdAt: new Date('2024-11-07T00:00:00Z'),
})
const paragraph = (text: string): ReportBlock => ({ kind: 'text', text: plain(text) })
const small = jobOf(aReport([paragraph('เจ้าหน้าที่ทำหน้าที่ตามขั้นตอน')]))

const textOf = (result: PdfResult<MadePdf>): string => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`)
  return withoutSpaces(popplerLines(result.value.bytes).join(''))
}

const measures = (count: number): Report =>
  aReport([
    aMeasureTable(
      Array.from({ length: count }, (_, index) =>
        aMeasureRow({ measure: index + 1, text: aCell(`มาตรการลำดับที่ ${index + 1} เผยแพร่ข้อมูลข่าวสาร`) }),
      ),
    ),
  ])

/** Processes of this test that make PDFs and are no dead ones. */
const workers = (): readonly number[] =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .map(Number)
    .filter((id) => id > 0 && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('pdf-worker'))

const POINTS_PER_MM = 72 / 25.4
/** The right edge of the rightmost word, in points. */
const rightmostInk = (bytes: Uint8Array): number => {
  const boxes = withPdfFile(bytes, (file) => run('pdftotext', ['-bbox', file, '-']))
  return Math.max(...[...boxes.matchAll(/xMax="([\d.]+)"/gu)].map(([, right]) => Number(right)))
}

describe('text that tries to be more than text', () => {
  test.each([
    '#read("/etc/passwd") #eval("1+1")',
    '*b* _i_ `c` $x^2$ @ref <label> // note',
    '= heading - item + item / term: x',
    '#pdf.attach("x") #import "@preview/x:1.0.0": *',
    '"); #panic("x") \\u{0e01} \\ ~ --- ...',
  ])('is printed as it stands: %s', async (text) => {
    const report = aReport([paragraph(text)], { title: text, agency: { name: text, shortName: null } })
    expect(textOf(await pdf.render(jobOf(report)))).toContain(withoutSpaces(text))
  })

  test('reversing marks, NUL and half characters leave readable text, and what was replaced is reported', async () => {
    const text = 'ก่อน\u202eหลัง\u0000\u0007\u001b \ud800 😀 Zoë Ørsted سلام 漢 จบ'
    const result = await pdf.render(jobOf(aReport([paragraph(text)])))
    expect(textOf(result)).toContain('ก่อนหลัง◊◊ZoëØrsted◊◊◊◊◊จบ')
    expect(result.ok && result.value.notes).toEqual([
      { code: 'pdf.characters-replaced', characters: [...'\ufffd😀سلام漢'].sort() },
    ])
  })

  test.each(['ก', 'น้ำ', 'W', '่', 'ำ', '/'])(
    'a word of 5,000 characters of %s stays on the page',
    async (letter) => {
      const word = letter.repeat(Math.ceil(5_000 / letter.length))
      const table = aMeasureTable([aMeasureRow({ period: aCell(word.slice(0, 400)) })])
      const made = await pdf.render(jobOf(aReport([paragraph(word), table])))
      if (!made.ok) throw new Error(made.error.detail)
      expect(rightmostInk(made.value.bytes)).toBeLessThanOrEqual(
        (PAGE.width - PAGE.right) * POINTS_PER_MM + 1,
      )
    },
  )
})

describe('cells that hold nothing', () => {
  test('say so in words', async () => {
    const rows = [
      aMeasureRow({ summary: { state: 'missing', text: [] }, outcome: { state: 'none', text: [] } }),
      aMeasureRow({ owners: { state: 'missing', text: [] } }),
    ]
    const text = textOf(await pdf.render(jobOf(aReport([aMeasureTable(rows)]))))
    expect(text.match(/ยังไม่ได้กรอก/gu)).toHaveLength(2)
    expect(text).toContain('ไม่มี')
  })

  test('a shared outcome too long for one page stands whole in its first row, and the others refer to it', async () => {
    const long = 'ผลการดำเนินงานเป็นไปตามแผนที่กำหนดไว้ทุกประการ '.repeat(11).trim()
    const rows = [
      aMeasureRow({ summary: aCell(long), outcome: aCell(`${long} จบผลลัพธ์`), outcomeRows: 2 }),
      aMeasureRow({ measure: 2, summary: aCell(long), outcome: null }),
    ]
    const text = textOf(await pdf.render(jobOf(aReport([aMeasureTable(rows)]))))
    expect(text).toContain(withoutSpaces(`${long} จบผลลัพธ์`))
    expect(text).toContain('ผลลัพธ์ร่วมของมาตรการข้างต้น')
  })
})

describe('a report of a whole ministry', () => {
  test('a thousand measures are all there', async () => {
    const text = textOf(await pdf.render(jobOf(measures(1_000))))
    for (const number of [1, 500, 1_000]) expect(text).toContain(`มาตรการลำดับที่${number}เผยแพร่`)
  })
})

describe('a job that goes wrong', () => {
  test('is stopped when its time is over, and the next one works', async () => {
    const hasty = createPdfRenderer({ processes: 1, timeLimitMs: 3_000 })
    expect((await hasty.render(small)).ok).toBe(true)
    const [stopped, next] = await Promise.all([hasty.render(jobOf(measures(6_000))), hasty.render(small)])
    expect(stopped).toMatchObject({ ok: false, error: { code: 'pdf.timeout' } })
    expect(textOf(next)).toContain('เจ้าหน้าที่ทำหน้าที่ตามขั้นตอน')
    hasty.close()
  })

  test.runIf(existsSync('/proc/self/status'))(
    'is stopped when it takes too much memory, its process is gone, and the next one works',
    async () => {
      const others = workers()
      const tight = createPdfRenderer({ processes: 1, memoryLimitBytes: 400 * 2 ** 20 })
      expect((await tight.render(small)).ok).toBe(true)
      const own = workers().filter((id) => !others.includes(id))
      expect(own).toHaveLength(1)
      expect(await tight.render(jobOf(measures(6_000)))).toMatchObject({
        ok: false,
        error: { code: 'pdf.memory' },
      })
      expect(workers()).not.toContain(own[0])
      expect(textOf(await tight.render(small))).toContain('เจ้าหน้าที่ทำหน้าที่ตามขั้นตอน')
      tight.close()
    },
  )

  test('gives a reason and not an exception', async () => {
    const undated = { ...small, createdAt: new Date(Number.NaN) }
    const unattached = { ...small, attachment: new Uint8Array() }
    for (const broken of [undated, unattached]) {
      expect(await pdf.render(broken)).toMatchObject({ ok: false, error: { code: 'pdf.failed' } })
    }
    expect((await pdf.render(small)).ok).toBe(true)
  })
})

describe('the processes', () => {
  test('are replaced after their number of jobs', async () => {
    const brief = createPdfRenderer({ processes: 1, jobsPerProcess: 1 })
    const [first, second] = await Promise.all([brief.render(small), brief.render(small)])
    expect(first.ok && second.ok && Buffer.from(first.value.bytes).equals(second.value.bytes)).toBe(true)
    brief.close()
  })

  test('leave no directory behind', async () => {
    const left = () => readdirSync(os.tmpdir()).filter((entry) => entry.startsWith('document-'))
    const before = left()
    const fresh = createPdfRenderer({ processes: 1 })
    await fresh.render(small)
    fresh.close()
    expect(left().filter((entry) => !before.includes(entry))).toEqual([])
  })

  test('do not keep a command from ending', () => {
    const renderer = path.join(projectRoot, 'app/features/reports/pdf/pdf-renderer.server.ts')
    const program = `
      import { createPdfRenderer } from ${JSON.stringify(renderer)}
      const report = ${JSON.stringify(small.report)}
      const result = await createPdfRenderer().render({ report, attachment: new Uint8Array([123, 125]), createdAt: new Date(0) })
      console.log(result.ok || result.error.detail)`
    const printed = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
      cwd: projectRoot,
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(printed.trim()).toBe('true')
  })
})
