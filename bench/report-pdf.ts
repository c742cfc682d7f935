import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import type { Cycle } from '../app/features/improvement/index.ts'
import { createPdfRenderer, renderReport } from '../app/features/reports/index.server.ts'
import type { ReportFormat } from '../app/features/reports/index.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { programPath } from '../scripts/system-programs.ts'
import { type Example, grown, prepare, readExample, renamed } from './example.ts'
import { type Figure, median, round, seconds } from './measure.ts'

// A thousand measures are 1,700 pages and take 4 GB, more than the program grants: here speed is the question.
const pdf = createPdfRenderer({ memoryLimitBytes: 8 * 2 ** 30, timeLimitMs: 600_000 })
const ROUNDS = 7
const BATCH = 5
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Data to PDF, warm and cold, against Chromium printing the same HTML and LibreOffice converting the same DOCX. */
export async function measureReportPdf(): Promise<readonly Figure[]> {
  const example = await readExample()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-bench-'))
  try {
    const warm = await measureWarm(example)
    const office = await measureOffice(example, folder)
    const cold = await measureCold(example, folder)
    const ratio = (name: string, ours: number, theirs: number, target: number): Figure => ({
      name,
      value: round(ours / theirs),
      unit: 'ratio',
      target,
      parts: { ours_s: round(ours), theirs_s: round(theirs) },
    })
    return [
      ratio('report-pdf-warm/chromium', warm.ours, warm.chromium, 0.6),
      ratio('report-pdf-warm/libreoffice', warm.ours, office.warm, 1),
      ratio('report-pdf-cold/chromium', cold.ours, cold.chromium, 1),
      ratio('report-pdf-cold/libreoffice', cold.ours, office.cold, 1),
      await measureGrowth(example),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    pdf.close()
  }
}

const pdfOf = async (cycle: Cycle) => fileOf(cycle, 'pdf')

async function fileOf(cycle: Cycle, format: ReportFormat): Promise<Uint8Array> {
  const rendered = await renderReport({ prepared: prepare(cycle), cycle, format, pdf })
  if (!rendered.ok) throw new Error(`${rendered.error.code} ${rendered.error.detail}`)
  const file = rendered.value[0]
  if (!file) throw new Error('no file was made')
  return file.bytes
}

/** Each round a report that neither side has seen; the two sides take turns. */
async function measureWarm(example: Example): Promise<{ ours: number; chromium: number }> {
  const browser = await chromium.launch({
    executablePath: programPath('browser'),
    args: BROWSER_FLAGS,
  })
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const cycle = renamed(example, round)
      const ourTime = await seconds(() => pdfOf(cycle))
      const html = new TextDecoder().decode(await fileOf(cycle, 'html'))
      const page = await browser.newPage({ javaScriptEnabled: false })
      const theirTime = await seconds(async () => {
        await page.setContent(html, { waitUntil: 'load' })
        await page.pdf({ format: 'A4', tagged: true, outline: true, preferCSSPageSize: true })
      })
      await page.close()
      // The first round warms both up.
      if (round > 0) {
        ours.push(ourTime)
        theirs.push(theirTime)
      }
    }
  } finally {
    await browser.close()
  }
  return { ours: median(ours), chromium: median(theirs) }
}

/** LibreOffice has no warm state to call: a batch divided by its size comes nearest. */
async function measureOffice(example: Example, folder: string): Promise<{ warm: number; cold: number }> {
  const soffice = programPath('office')
  const first = path.join(folder, 'report-0.docx')
  writeFileSync(first, await fileOf(example.cycle, 'docx'))
  const files = Array.from({ length: BATCH }, (_, index) => path.join(folder, `report-${index}.docx`))
  for (const file of files.slice(1)) copyFileSync(first, file)
  const convert = (names: readonly string[]) => {
    const done = spawnSync(soffice, [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      folder,
      ...names,
    ])
    if (done.status !== 0) throw new Error(String(done.stderr))
  }
  convert([first])
  const cold = await seconds(() => convert([first]))
  const batch = await seconds(() => convert(files))
  // What one more file costs once the program runs.
  return { cold, warm: (batch - cold) / (BATCH - 1) }
}

async function measureCold(example: Example, folder: string): Promise<{ ours: number; chromium: number }> {
  const cycleFile = path.join(folder, 'cycle.json')
  const htmlFile = path.join(folder, 'report.html')
  writeFileSync(cycleFile, JSON.stringify(example.cycle))
  writeFileSync(htmlFile, await fileOf(example.cycle, 'html'))
  const main = path.join(projectRoot, 'cli', 'main.ts')
  const ours = () =>
    spawnSync(process.execPath, [main, 'report', cycleFile, '--out', folder, '--format', 'pdf'], {
      stdio: 'ignore',
    })
  const theirs = () =>
    spawnSync(
      programPath('browser'),
      [
        '--headless',
        ...BROWSER_FLAGS,
        `--user-data-dir=${folder}/browser`,
        `--print-to-pdf=${folder}/chromium.pdf`,
        `file://${htmlFile}`,
      ],
      { stdio: 'ignore' },
    )
  const times = { ours: [] as number[], chromium: [] as number[] }
  for (let round = 0; round < 3; round += 1) {
    times.ours.push(await seconds(ours))
    times.chromium.push(await seconds(theirs))
  }
  return { ours: median(times.ours), chromium: median(times.chromium) }
}

/** Linear growth: a measure costs as much among a thousand as among a hundred. */
async function measureGrowth(example: Example): Promise<Figure> {
  const time = async (measures: number) => {
    const rounds = measures >= 1000 ? 3 : 5
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1)
      times.push(await seconds(() => pdfOf(renamed({ ...example, cycle: grown(example, measures) }, round))))
    return median(times)
  }
  const [ten, hundred, thousand] = [await time(10), await time(100), await time(1000)]
  const early = (hundred - ten) / 90
  const late = (thousand - hundred) / 900
  return {
    name: 'report-growth',
    value: round(late / early),
    unit: 'ratio',
    target: 1.25,
    parts: { ten_s: round(ten), hundred_s: round(hundred), thousand_s: round(thousand) },
  }
}
