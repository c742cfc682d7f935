import type { Bilingual } from '../../../i18n/language.ts'
import type { CatalogueStamp } from '../../catalogue/index.ts'
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
  | 'part-assumed'
  | 'range-turned'
  | 'encoding-decoded'
  | 'column-matched'
  | 'year-read'
  | 'merged-cell'
  | 'incomplete'

/** A place where the text is probably wrong. The text itself stays as it is. */
export type SuspectedFault = Readonly<{ line: number | null; text: string; suspect: string; sure: boolean }>

export type ImportOutcome = Readonly<{
  cycle: Cycle
  /** Of the catalogue that turned codes and labels into references. */
  catalogue: CatalogueStamp
  counts: CycleCounts
  notes: readonly ImportNote[]
  suspectedFaults: readonly SuspectedFault[]
}>

/** Why a file was refused: `refusalSentence` makes one sentence of it, with file, place and remedy. */
export type ImportRefusal = Refusal & Readonly<{ fileName: string }>

/** A refusal as the rules make it, before the file's name is known to them. */
export type Refusal = Readonly<{
  code: ImportRefusalCode
  /** "line 82", "sheet Measures, cell C4": already readable; null when the whole file is meant. */
  place: Bilingual | null
  /** What was met there: a column's header, an item code, a year; null when the code says it all. */
  detail: Bilingual | null
}>
export type ImportRefusalCode =
  | 'import.not-a-report'
  | 'import.unknown-format'
  | 'import.damaged-file'
  | 'import.archive-bomb'
  | 'import.too-large'
  | 'import.table-too-large'
  | 'import.unknown-encoding'
  | 'import.missing-column'
  | 'import.extra-column'
  | 'import.unknown-item'
  | 'import.bad-year'
  | 'import.bad-cycle'

/** What a reader makes of a file before anything is understood: blocks in reading order, each with its place. */
export type SourceDocument = Readonly<{
  format: SourceFormat
  blocks: readonly SourceBlock[]
  /** Names a `line` of this document for people: a line, a paragraph, a row of a sheet. */
  placeOf: (line: number, column?: number) => Bilingual
}>
/** What a reader answers: the document, and what it did to the file on the way. */
export type Reading = Readonly<{ document: SourceDocument; notes: readonly ImportNote[] }>
export type SourceBlock =
  | Readonly<{ kind: 'heading'; line: number; level: number; text: string }>
  | Readonly<{ kind: 'paragraph'; line: number; text: string }>
  | Readonly<{ kind: 'list-item'; line: number; level: number; text: string; marker: string | null }>
  | Readonly<{ kind: 'table'; line: number; rows: readonly SourceRow[] }>
/**
 * Cells and texts hold lines with `**strong**`, "- " or "  - " before list items and "-# " before numbered ones; a
 * backslash takes `*` and itself literally (see README of importers). `mergedAbove` names the columns (from 0) whose
 * cell is one with the cell above: it is empty here, and not an empty cell.
 */
export type SourceRow = Readonly<{ line: number; cells: readonly string[]; mergedAbove?: readonly number[] }>
