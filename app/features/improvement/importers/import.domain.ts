import type { Bilingual } from '../../../i18n/language.ts'
import type { Cycle, CycleCounts, SourceFormat } from '../cycle.domain.ts'

/** Everything an importer did to a file besides copying it: joined, dropped, interpreted, could not place. */
export type ImportNote = Readonly<{
  code: ImportNoteCode
  /** 1-based line, table row or paragraph in the source; null when it concerns the whole file. */
  line: number | null
  /** The source text it is about, shortened to 120 characters. */
  excerpt: string
  message: Bilingual
}>
export type ImportNoteCode =
  | 'lines-joined'
  | 'navigation-dropped'
  | 'running-title-dropped'
  | 'markup-removed'
  | 'shared-outcome'
  | 'citation-year-assumed'
  | 'label-not-matched'
  | 'not-placed'
  | 'encoding-decoded'
  | 'column-matched'
  | 'year-read'

/** A place where the text is probably wrong. The text itself stays as it is. */
export type SuspectedFault = Readonly<{ line: number | null; text: string; suspect: string; sure: boolean }>

export type ImportOutcome = Readonly<{
  cycle: Cycle
  counts: CycleCounts
  notes: readonly ImportNote[]
  suspectedFaults: readonly SuspectedFault[]
}>

/** Why a file was refused: one sentence with file, place and remedy is made of it (`import.text`). */
export type ImportRefusal = Readonly<{
  code: ImportRefusalCode
  fileName: string
  /** "line 82", "sheet มาตรการ, cell C4": already readable; null when the whole file is meant. */
  place: string | null
  detail: string | null
}>
export type ImportRefusalCode =
  | 'import.not-a-report'
  | 'import.unknown-format'
  | 'import.damaged-file'
  | 'import.archive-bomb'
  | 'import.too-large'
  | 'import.unknown-encoding'
  | 'import.missing-column'
  | 'import.extra-column'
  | 'import.unknown-item'
  | 'import.bad-year'
  | 'import.bad-cycle'

/** What a reader makes of a file before anything is understood: blocks in reading order, each with its place. */
export type SourceDocument = Readonly<{ format: SourceFormat; blocks: readonly SourceBlock[] }>
export type SourceBlock =
  | Readonly<{ kind: 'heading'; line: number; level: number; text: string }>
  | Readonly<{ kind: 'paragraph'; line: number; text: string }>
  | Readonly<{ kind: 'list-item'; line: number; level: number; text: string; marker: string | null }>
  | Readonly<{ kind: 'table'; line: number; rows: readonly SourceRow[] }>
/** Cells hold text with `**strong**` and, for cells read from HTML, "- " lines for list items (see README of importers). */
export type SourceRow = Readonly<{ line: number; cells: readonly string[] }>
