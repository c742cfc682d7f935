import type { Bilingual } from '../../i18n/language.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { PdfError } from '../../platform/documents/pdf/pdf-renderer.server.ts'
import { canonicalJson } from '../../platform/hash/content-hash.ts'
import { type Cycle, contentOf } from '../improvement/index.ts'
import type { ReportPdfRenderer } from './pdf/pdf-renderer.server.ts'
import type { PreparedReport } from './prepare-report.server.ts'
import type { RenderedFile, ReportFormat } from './report.domain.ts'

export type RenderError = PdfError
export type RenderNote = Bilingual

export type RenderInput = Readonly<{
  prepared: PreparedReport
  cycle: Cycle
  format: ReportFormat
  /** Makes the PDF in processes that can be stopped. */
  pdf: ReportPdfRenderer
}>

/**
 * The files of one format: one each, two for CSV (measures, scores). Deterministic: the same content gives the same
 * bytes. Only the PDF can be refused, when its compile ran out of time or memory. The writer of a format is loaded when it
 * is first asked for: they are large, and a server that hands out kept files needs none.
 */
export async function renderReport(
  input: RenderInput,
): Promise<Result<readonly RenderedFile[], RenderError>> {
  const { prepared, cycle, format } = input
  const { report } = prepared
  const year = report.fiscalYear
  switch (format) {
    case 'pdf': {
      const pdf = await input.pdf.render({
        report,
        attachment: contentBytes(cycle),
        createdAt: dayOfApproval(cycle),
      })
      return pdf.ok
        ? ok([{ fileName: `report-${year}.pdf`, mediaType: 'application/pdf', bytes: pdf.value.bytes }])
        : pdf
    }
    case 'docx': {
      const { renderDocx } = await import('./docx/render-docx.server.ts')
      return ok([{ fileName: `report-${year}.docx`, mediaType: DOCX, bytes: await renderDocx(report) }])
    }
    case 'html': {
      const { renderHtml } = await import('./html/render-html.server.ts')
      const bytes = renderHtml({ report, findings: prepared.findings })
      return ok([{ fileName: `report-${year}.html`, mediaType: 'text/html; charset=utf-8', bytes }])
    }
    case 'xlsx': {
      const { renderXlsx } = await import('./sheets/render-xlsx.server.ts')
      return ok([{ fileName: `measures-${year}.xlsx`, mediaType: XLSX, bytes: await renderXlsx(report) }])
    }
    case 'csv': {
      const { renderCsv, renderScoresCsv } = await import('./sheets/render-csv.server.ts')
      return ok([
        { fileName: `measures-${year}.csv`, mediaType: CSV, bytes: renderCsv(report) },
        { fileName: `scores-${year}.csv`, mediaType: CSV, bytes: renderScoresCsv(report) },
      ])
    }
    case 'json':
      return ok([
        { fileName: `report-${year}.json`, mediaType: 'application/json', bytes: contentBytes(cycle) },
      ])
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'

/** Canonical JSON of the content: its SHA-256 is the content hash, so anybody can check a copy with one command. */
const contentBytes = (cycle: Cycle): Uint8Array => new TextEncoder().encode(canonicalJson(contentOf(cycle)))

/** Dates inside files come from the content, so that a file made again is the same file. */
function dayOfApproval(cycle: Cycle): Date {
  const days = cycle.resolutions.map((resolution) => resolution.heldOn.day).sort()
  return new Date(`${days.at(-1) ?? `${cycle.fiscalYear - 543}-10-01`}T00:00:00Z`)
}
