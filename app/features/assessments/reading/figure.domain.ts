import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { TotalPart } from '../results/result.domain.ts'
import type { ColumnMapping, WrittenAgency } from './mapping.domain.ts'

/** One figure of a file, with the cell that it stands in. Rows and columns count from 1. */
export type FigureRecord = Readonly<{
  /** Null where the file has no column of agencies. */
  agency: WrittenAgency | null
  /** Framework year, B.E. */
  year: number
  figure: Readonly<{ kind: 'score'; ref: ItemRef }> | Readonly<{ kind: 'total'; part: TotalPart }>
  /** Score: decimal text of two places. Total and instrument: as printed, at most ten places. Level: its key. */
  value: string
  /** "100", or the weight of the instrument; null for a level. */
  outOf: DecimalText | null
  nAnswered: number | null
  nRequired: number | null
  sheet: string | null
  row: number
  column: number
}>

export type ReadFigures = Readonly<{
  /** Of the file. */
  sha256: string
  /** SHA-256 of the folded heads: files of one source share it. */
  headKey: string
  /** The mapping that it was read with: the given one, or what was guessed. */
  mapping: ColumnMapping
  records: readonly FigureRecord[]
  /** Cells that say that there is no figure. */
  gaps: number
}>

export type FigureFaultCode =
  | 'figure.formula'
  | 'figure.no-year'
  | 'figure.bad-year'
  | 'figure.no-framework'
  | 'figure.no-agency'
  | 'figure.no-item'
  | 'figure.unknown-item'
  | 'figure.bad-value'
  | 'figure.out-of-range'
  | 'figure.too-precise'
  | 'figure.bad-count'
  | 'figure.unknown-level'
  | 'figure.twice'

/** What is wrong in one cell. `head` is that of its column; `other` what it is held against, or empty. */
export type FigureFault = Readonly<{
  sheet: string | null
  row: number
  column: number
  head: string
  code: FigureFaultCode
  value: string
  other: string
}>

export type FiguresFault =
  | 'figures.no-file'
  | 'figures.unknown-format'
  | 'figures.damaged-file'
  | 'figures.archive-bomb'
  | 'figures.too-large'
  | 'figures.table-too-large'
  | 'figures.unknown-encoding'
  /** Nothing in it that looks like a table with heads. */
  | 'figures.no-table'
  /** No column is a figure, or none is an item where there are scores. */
  | 'figures.no-columns'
  | 'figures.no-rows'
  | 'figures.ask-year'
  | 'figures.ask-agency'
  | 'figures.ask-scale'
  | 'figures.refused'
/** Why a file is not read; `cells` is empty where the file as a whole is meant. */
export type FiguresRefusal = Readonly<{ code: FiguresFault; cells: readonly FigureFault[] }>
