import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { catalogueStamp } from '../../catalogue/index.server.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { type CycleContent, countCycle } from '../cycle.domain.ts'
import { faultsOfContent } from './faults-of-content.domain.ts'
import type { ImportNote, ImportOutcome, ImportRefusal, Refusal } from './import.domain.ts'
import { readCycleJson } from './reading/cycle-json.reader.server.ts'
import { readPlainText } from './reading/plain-text.reader.server.ts'
import { readMeasuresCsv, readMeasuresXlsx } from './reading/sheet.reader.server.ts'
import { type FileLimits, type SniffedFile, sniffFile } from './reading/sniff-file.server.ts'
import { type Assembly, assembleCycle } from './rules/assemble-cycle.domain.ts'

export type ReportFile = Readonly<{
  /** As the user knows the file; it decides nothing. */
  fileName: string
  bytes: Uint8Array
  /** Of the whole file, in bytes, where `bytes` is only the beginning of one that is too large; else their number. */
  size?: number
  catalogue: Catalogue
  limits?: FileLimits
}>

/**
 * Reads an earlier report, a table of measures or a cycle of this program. Its format is found by content. Answers the
 * cycle with its source (name, SHA-256, format), the counts, everything that was done to the text and where the text is
 * probably wrong. Refuses with the first reason met (`import.*`); nothing is written anywhere.
 */
export async function importReport(file: ReportFile): Promise<Result<ImportOutcome, ImportRefusal>> {
  const { fileName, bytes, size, catalogue, limits } = file
  const sniffed = sniffFile({ bytes, size }, limits)
  if (!sniffed.ok) return err({ ...sniffed.error, fileName })
  const assembly = await assemble(sniffed.value, catalogue)
  if (!assembly.ok) return err({ ...assembly.error, fileName })
  const { content, notes, suspectedFaults } = assembly.value
  const source = { fileName, sha256: sha256Of(bytes), format: sniffed.value.format }
  return ok({
    cycle: { ...content, source },
    catalogue: catalogueStamp(catalogue),
    counts: countCycle(content),
    notes,
    suspectedFaults,
  })
}

async function assemble(file: SniffedFile, catalogue: Catalogue): Promise<Result<Assembly, Refusal>> {
  if (file.kind === 'archive') {
    const reading = await readArchive(file)
    return reading.ok ? assembleCycle(reading.value, catalogue) : reading
  }
  const { text, notes } = file.decoded
  if (file.format === 'json') {
    const content = readCycleJson(text, catalogue)
    return content.ok ? ok(assemblyOf(content.value, notes)) : content
  }
  const reading = file.format === 'csv' ? readMeasuresCsv(text) : readPlainText(text)
  if (!reading.ok) return reading
  return assembleCycle({ ...reading.value, notes: [...notes, ...reading.value.notes] }, catalogue)
}

/** A cycle was a report once. */
const assemblyOf = (content: CycleContent, notes: readonly ImportNote[]): Assembly => ({
  content,
  notes,
  suspectedFaults: faultsOfContent(content),
})

/** The reader of Word files is large, and loaded when such a file comes: a server that reads none needs none. */
async function readArchive({ format, bytes }: Extract<SniffedFile, { kind: 'archive' }>) {
  if (format === 'xlsx') return readMeasuresXlsx(bytes)
  return (await import('./reading/docx.reader.server.ts')).readDocx(bytes)
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
