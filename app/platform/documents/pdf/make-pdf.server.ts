import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import { claimAccessibility } from './conformance.ts'
import { quickenCrossReferences } from './quick-xref.ts'
import { type PrintNote, printable } from './safe-text.ts'
import { glyphMeanings } from './text-layer/glyph-map.ts'
import { writeTextLayer } from './text-layer/text-layer.ts'
import { readTypeface } from './typeface.server.ts'
import { openTypstEngine, type Templates, type TypstJob } from './typst-engine.server.ts'

export type MadePdf = Readonly<{ bytes: Uint8Array; notes: readonly PrintNote[] }>

/**
 * A kind of document: the templates that set it, and what they are given of a job. Texts must pass `print` before they are
 * divided into atoms: it makes them fit for print, in any value that holds them. `createdAt` is an instant, the date of
 * the file.
 */
export type PdfDocumentKind<Job> = Readonly<{
  templates: Templates
  set: (job: Job, print: <T>(content: T) => T) => TypstJob
}>

/** A document as it was set, its text layer exact, still to be saved; `marks` as the engine gives them. */
export type SetDocument = Readonly<{
  document: PDFDocument
  marks: readonly unknown[]
  notes: readonly PrintNote[]
}>
/** `tidy` is to be called after each job, made or failed: the memory grows without it. */
export type Typesetter<Job> = Readonly<{ set: (job: Job) => Promise<SetDocument>; tidy: () => void }>
export type PdfMaker<Job> = Readonly<{ make: (job: Job) => Promise<MadePdf>; tidy: () => void }>

/** Opens the typesetter; what it gives sets one document after the other. */
export function openTypesetter<Job>({ templates, set }: PdfDocumentKind<Job>): Typesetter<Job> {
  quickenCrossReferences()
  const typeface = readTypeface()
  const engine = openTypstEngine(typeface.files, templates)
  const sources = typeface.files.map(glyphMeanings)
  return {
    set: async (job) => {
      const notes: PrintNote[] = []
      const setting = set(job, (given) => {
        const printed = printable(given, typeface.covers)
        notes.push(...printed.notes)
        return printed.content
      })
      // The typesetter's process dies over an empty file.
      if (setting.attachment?.bytes.length === 0) throw new Error('the attachment is empty')
      const { bytes, marks } = engine.set(setting)
      const document = await PDFDocument.load(bytes, {
        updateMetadata: false,
        parseSpeed: ParseSpeeds.Fastest,
      })
      await writeTextLayer(document, sources)
      return { document, marks, notes }
    },
    tidy: engine.forget,
  }
}

/** Makes PDF/A-3a and PDF/UA-1 files with an exact Thai text layer, always the same bytes for the same job. */
export function openPdfMaker<Job>(kind: PdfDocumentKind<Job>): PdfMaker<Job> {
  const { set, tidy } = openTypesetter(kind)
  return {
    make: async (job) => {
      const { document, notes } = await set(job)
      claimAccessibility(document)
      return { bytes: await savedPdf(document), notes }
    },
    tidy,
  }
}

export const savedPdf = (document: PDFDocument): Promise<Uint8Array> =>
  document.save({ updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY })
