import { isGap } from './figure-value.domain.ts'
import {
  agencyKey,
  type ColumnMapping,
  type ColumnMeaning,
  foldedHead,
  type WrittenAgency,
} from './mapping.domain.ts'
import type { ResultTable } from './result-table.domain.ts'

export type MappedCell = Readonly<{
  means: ColumnMeaning
  head: string
  /** From 1. */
  column: number
  text: string
  isFormula: boolean
}>
/** A row with what each of its cells means; blanks that the row above fills are filled. */
export type MappedRow = Readonly<{
  sheet: string | null
  row: number
  /** Null where the file has no column of agencies, or this row names none. */
  agency: WrittenAgency | null
  hasAgencyColumn: boolean
  cells: readonly MappedCell[]
}>

const OF_AGENCY = ['agencyName', 'agencyCode', 'agencyKind', 'ministry', 'province'] as const
const FILLED: ReadonlySet<ColumnMeaning> = new Set([...OF_AGENCY, 'year', 'instrument'])

/** Rows of one sheet, cells that mean nothing left out. */
export function mappedRows(table: ResultTable, mapping: ColumnMapping): readonly MappedRow[] {
  const meanings = new Map(mapping.columns.map(({ head, means }) => [foldedHead(head), means]))
  const columns = table.heads.flatMap((head, at) => {
    const means = meanings.get(foldedHead(head)) ?? 'nothing'
    return head === '' || means === 'nothing' ? [] : [{ head, at, means }]
  })
  const hasAgencyColumn = columns.some(({ means }) => means === 'agencyName' || means === 'agencyCode')
  let above: readonly MappedCell[] = []
  return table.rows.map(({ row, cells }) => {
    const own = columns.map(({ head, at, means }): MappedCell => {
      const { text = '', isFormula = false } = cells[at] ?? {}
      return { means, head, column: at + 1, text, isFormula }
    })
    const filled = mapping.fillDown ? filledFrom(above, own) : own
    above = filled
    return { sheet: table.name, row, agency: agencyOf(filled), hasAgencyColumn, cells: filled }
  })
}

/** A row that names another agency takes nothing else from the row above it. */
function filledFrom(above: readonly MappedCell[], own: readonly MappedCell[]): readonly MappedCell[] {
  const named = own.find(
    ({ means, text }) => (means === 'agencyName' || means === 'agencyCode') && !isGap(text),
  )
  const isOther =
    named !== undefined && above.some((cell) => cell.head === named.head && cell.text !== named.text)
  if (isOther) return own
  return own.map((cell, at) =>
    FILLED.has(cell.means) && cell.text === '' && !cell.isFormula
      ? { ...cell, text: above[at]?.text ?? '' }
      : cell,
  )
}

function agencyOf(cells: readonly MappedCell[]): WrittenAgency | null {
  const written = (means: ColumnMeaning) => {
    const text = cells.find((cell) => cell.means === means)?.text ?? ''
    return isGap(text) ? null : text
  }
  const [name, code] = [written('agencyName'), written('agencyCode')]
  return name === null && code === null
    ? null
    : {
        name: name ?? code ?? '',
        code,
        kind: written('agencyKind'),
        ministry: written('ministry'),
        province: written('province'),
      }
}

/** Key of the agency of a row; empty where it has none. */
export const rowKey = ({ agency }: Pick<MappedRow, 'agency'>): string =>
  agency === null ? '' : agencyKey(agency)
