import type { Language } from '../../../../i18n/language.ts'
import type { RowResult } from './measure.errors.ts'
import { measureFactsText, measureTableText } from './text/index.ts'

/** Cells of a row, as they stand in a form. */
export const TABLE_CELLS = ['text', 'from', 'to', 'owners', 'summary', 'dueDay'] as const
export type TableCell = (typeof TABLE_CELLS)[number]

/** What the form calls the row of a measure that is new. */
export const NEW_ROW = 'new'

/** Name and identifier of a cell: `row` is the identifier of the measure, or `NEW_ROW`. */
export const cellName = (cell: TableCell, row: string): string => `${cell}:${row}`
/** Name of the field that says which version of a row was on the page. */
export const seenName = (row: string): string => `seen:${row}`
/** Name of the choice between two versions of a cell; a period is chosen as one. */
export const choiceOfCell = (cell: ClashCell, row: string): string => `choice.${cell}:${row}`

/** Name of the draft of a table: the address of its page without the language, and its form. */
export const tableDraft = (issueId: string): string => `/office/issues/${issueId}/measures table`

/** What the script of the table is told after it saved: what became of each row, and how the table stands now. */
export type SavedTable = Readonly<{
  kinds: readonly RowResult['kind'][]
  rows: readonly Readonly<{ key: string; version: number; cells: Readonly<Record<string, string>> }>[]
}>

/** Facts that two people may have changed to different things in the table, and the cells that state each. */
export const CELLS_OF_CHOICE = {
  text: ['text'],
  period: ['from', 'to'],
  owners: ['owners'],
  summary: ['summary'],
  dueDay: ['dueDay'],
} as const satisfies Record<string, readonly TableCell[]>
export type ClashCell = keyof typeof CELLS_OF_CHOICE

/** Which cells of the table state a fact of a measure; null for one that is not in the table. */
function cellOfFact(fact: string): ClashCell | null {
  if (fact === 'unitIds' || fact === 'ownersWritten') return 'owners'
  return Object.hasOwn(CELLS_OF_CHOICE, fact) ? (fact as ClashCell) : null
}

export const cellsOfClash = (cell: ClashCell): readonly TableCell[] => CELLS_OF_CHOICE[cell]

/** A row in which two people changed the same. Plain data: it goes through the answer of an action. */
export type ClashRow = Readonly<{
  version: number
  cells: readonly ClashCell[]
  untouched: readonly ClashCell[]
  by: Readonly<{ name: string; at: Date }> | null
}>

/** What the table shows after it was refused. */
export type RefusedTable = Readonly<{
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  clashes: Readonly<Record<string, ClashRow>>
}>

/**
 * The table as it is shown again: what was typed, at each cell what is wrong, and for each row in which another was first what
 * has to be chosen. `rowName` says how a row is called.
 */
export function refusedTable(
  lang: Language,
  values: Readonly<Record<string, string>>,
  rows: readonly RowResult[],
): RefusedTable {
  const { faults, refusals } = measureFactsText(lang)
  const errors: Record<string, string> = {}
  const clashes: Record<string, ClashRow> = {}
  for (const row of rows) {
    if (row.kind === 'refused') errors[cellName('text', row.key)] = refusals[row.code]
    if (row.kind === 'faults')
      for (const { field, code, detail } of row.faults)
        errors[cellName(shownAt(field), row.key)] ??= faults[code](detail)
    if (row.kind === 'clash') {
      const { version, last, untouched } = row.clash
      clashes[row.key] = {
        version,
        cells: cellsOf(row.clash.clashes.map(({ field }) => field)),
        untouched: cellsOf(untouched),
        by: last && { name: last.byName, at: last.at },
      }
    }
  }
  return { values, errors, clashes }
}

const cellsOf = (facts: readonly string[]): readonly ClashCell[] => [
  ...new Set(facts.flatMap((fact) => cellOfFact(fact) ?? [])),
]

const shownAt = (field: string): TableCell =>
  (TABLE_CELLS as readonly string[]).includes(field) ? (field as TableCell) : 'text'

/** Everything that is wrong, row by row in the order of the table, for the summary above it. */
export function tableErrors(
  lang: Language,
  { errors, clashes }: RefusedTable,
  rows: readonly Readonly<{ key: string; name: string }>[],
): Readonly<Record<string, string>> {
  const text = measureTableText(lang)
  return Object.fromEntries(
    rows.flatMap(({ key, name }) => {
      const clash = clashes[key]
      const [first] = clash?.cells ?? []
      const told = TABLE_CELLS.flatMap((cell) => {
        const error = errors[cellName(cell, key)]
        return error === undefined ? [] : [[cellName(cell, key), text.rowError(name, error)] as const]
      })
      return first === undefined ? told : [[clashId(first, key), text.clash(name)] as const, ...told]
    }),
  )
}

/** Identifier of the choice at a cell. */
export const clashId = (cell: ClashCell, row: string): string => `clash:${cell}:${row}`
