import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import type { Report } from '../report.domain.ts'
import { claimAccessibility } from './conformance.ts'
import { quickenCrossReferences } from './quick-xref.ts'
import { type PrintNote, printable } from './safe-text.domain.ts'
import { glyphMeanings } from './text-layer/glyph-map.ts'
import { writeTextLayer } from './text-layer/text-layer.ts'
import { readTypeface } from './typeface.server.ts'
import { typstData } from './typst-data.server.ts'
import { openTypstEngine } from './typst-engine.server.ts'

/** `attachment` is the canonical JSON of the content, never empty; `createdAt` an instant, the date of the file. */
export type PdfJob = Readonly<{ report: Report; attachment: Uint8Array; createdAt: Date }>
export type MadePdf = Readonly<{ bytes: Uint8Array; notes: readonly PrintNote[] }>

/** `tidy` is to be called after each job, made or failed: the memory grows without it. */
export type PdfMaker = Readonly<{ make: (job: PdfJob) => Promise<MadePdf>; tidy: () => void }>

/** Opens the typesetter; what it gives makes one report after the other, always the same bytes for the same job. */
export function openPdfMaker(): PdfMaker {
  quickenCrossReferences()
  const typeface = readTypeface()
  const engine = openTypstEngine(typeface.files)
  const sources = typeface.files.map(glyphMeanings)

  const make = async ({ report: given, attachment, createdAt }: PdfJob): Promise<MadePdf> => {
    // The typesetter's process dies over an empty file.
    if (attachment.length === 0) throw new Error('the attachment is empty')
    const { report, notes } = printable(given, typeface.covers)
    const set = engine.set({
      data: typstData(report, createdAt),
      attachment: {
        fileName: `report-${report.fiscalYear}.json`,
        mediaType: 'application/json',
        description: report.title,
        bytes: attachment,
      },
      createdAt,
    })
    const document = await PDFDocument.load(set, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
    await writeTextLayer(document, sources)
    claimAccessibility(document)
    return {
      bytes: await document.save({ updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY }),
      notes,
    }
  }
  return { make, tidy: engine.forget }
}
