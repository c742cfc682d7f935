import { withChoices } from '../../../../web/choices.ts'
import { CELLS_OF_CHOICE, cellName, NEW_ROW, seenName, TABLE_CELLS } from './table-form.domain.ts'
import type { SentRow } from './usecases/save-measure-table.server.ts'

/** Rows of the table as they were sent; cells of which the other's version was chosen are left out. */
export function sentRows(sent: FormData): readonly SentRow[] {
  const keys = [...sent.keys()].flatMap((name) =>
    name.startsWith('seen:') ? [name.slice('seen:'.length)] : [],
  )
  const inputs = Object.fromEntries(
    keys.flatMap((key) =>
      Object.entries(CELLS_OF_CHOICE).map(([clash, cells]) => [
        `${clash}:${key}`,
        cells.map((cell) => cellName(cell, key)),
      ]),
    ),
  )
  const chosen = withChoices(sent, inputs)
  return [...new Set(keys)].map((key) => ({
    key,
    measureId: key === NEW_ROW ? null : key,
    seenVersion: Number.parseInt(String(chosen.get(seenName(key))), 10) || 0,
    typed: Object.fromEntries(
      TABLE_CELLS.flatMap((cell) => {
        const value = chosen.get(cellName(cell, key))
        return typeof value === 'string' ? [[cell, value]] : []
      }),
    ),
  }))
}
