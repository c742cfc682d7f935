import path from 'node:path'
import { createPdfRenderer, prepareReport, renderReport } from '../../app/features/reports/index.server.ts'
import { REPORT_FORMATS, type RenderedFile, type ReportFormat } from '../../app/features/reports/index.ts'
import type { Command } from '../command.ts'
import { writeWhole } from '../files.ts'
import { BadInput, EXIT, type Terminal } from '../terminal.ts'
import { catalogueOf } from './catalogue.ts'
import { readCycle } from './read-cycle.ts'
import { settings } from './settings.ts'

const MEGABYTE = 1024 * 1024

/** `prongsai report FILE --out DIR --format pdf,docx,…`: the report's documents, all of them or none. */
export const report: Command = async (terminal, args) => {
  if (args.out === undefined) throw new BadInput(terminal.text.missingOut)
  const folder = args.out
  const formats = formatsOf(terminal, args.format)
  const catalogue = await catalogueOf(terminal, args)
  const { cycle, suspectedFaults } = await readCycle(terminal, args, catalogue)
  const prepared = prepareReport({
    cycle,
    catalogue,
    lang: terminal.lang,
    suspectedFaults,
    withFindings: !args.withoutFindings,
  })
  const limits = settings(terminal).pdf
  const pdf = createPdfRenderer({
    processes: limits.workers,
    timeLimitMs: limits.timeoutSeconds * 1000,
    memoryLimitBytes: limits.memoryMb * MEGABYTE,
  })
  try {
    const files: RenderedFile[] = []
    for (const [index, format] of formats.entries()) {
      terminal.progress(terminal.text.making(format.toUpperCase(), index + 1, formats.length))
      const rendered = await renderReport({ prepared, cycle, format, pdf })
      if (!rendered.ok) throw new Error(terminal.text.pdfFaults[rendered.error.code](rendered.error.detail))
      files.push(...rendered.value)
    }
    const written = files.map(({ fileName, bytes }) => ({ path: path.join(folder, fileName), bytes }))
    await writeWhole(terminal, written)
    if (terminal.json)
      terminal.print(
        JSON.stringify({
          contentHash: prepared.contentHash,
          files: written.map((file) => ({ path: file.path, size: file.bytes.length })),
        }),
      )
    else for (const file of written) terminal.print(terminal.text.writtenTo(file.path))
    return EXIT.done
  } finally {
    pdf.close()
  }
}

function formatsOf(terminal: Terminal, written: string | undefined): readonly ReportFormat[] {
  if (written === undefined) return REPORT_FORMATS
  const names = written.split(',').map((name) => name.trim().toLowerCase())
  const unknown = names.find((name) => !REPORT_FORMATS.some((format) => format === name))
  if (unknown !== undefined)
    throw new BadInput(terminal.text.unknownFormat(unknown, REPORT_FORMATS.join(', ')))
  return REPORT_FORMATS.filter((format) => names.includes(format))
}
