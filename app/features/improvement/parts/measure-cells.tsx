import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import {
  type ClashCell,
  type ClashRow,
  cellName,
  cellsOfClash,
  choiceOfCell,
  clashId,
  type RefusedTable,
  type TableCell,
} from '../measures/facts/table-form.domain.ts'
import { measureTableText } from '../measures/facts/text/index.ts'

/** Where a cell stands, and what the row shows. */
export type CellPlace = Readonly<{
  lang: Language
  /** Identifier of the measure, or what the form calls a new row. */
  row: string
  rowName: string
  /** What is saved, as a form shows it. */
  saved: Readonly<Partial<Record<TableCell, string>>>
  refused: RefusedTable | null
  clash: ClashRow | null
}>

type CellProps = Readonly<{ place: CellPlace; cell: TableCell; label: string; isArea: boolean }>

/** A cell as a field: what is saved, or what was sent and refused, with what is wrong, or with the other's version beside it. */
export function EditedCell({ place, cell, label, isArea }: CellProps) {
  const { lang, row, rowName, saved, refused, clash } = place
  const text = measureTableText(lang)
  const name = cellName(cell, row)
  const error = refused?.errors[name]
  const clashing = clash?.cells.find((one) => cellsOfClash(one).includes(cell))
  const isTheirs = clash?.untouched.some((one) => cellsOfClash(one).includes(cell)) ?? false
  const now = saved[cell] ?? ''
  // What was sent as it had been seen is shown as it stands by now: sent again, it must undo nothing.
  const value = isTheirs ? now : (refused?.values[name] ?? now)
  const field = {
    id: name,
    name,
    defaultValue: value,
    'aria-label': text.cell(label, rowName),
    'aria-invalid': error === undefined ? undefined : (true as const),
    'aria-describedby': error === undefined ? undefined : `${name}-error`,
    autoComplete: 'off',
    'data-saved': now,
  }
  return (
    <div className={error === undefined ? 'cell' : 'cell invalid'}>
      {clashing !== undefined && cellsOfClash(clashing)[0] === cell && (
        <ClashSides place={place} clash={clashing} label={label} />
      )}
      {error !== undefined && (
        <span className="error" id={`${name}-error`}>
          {error}
        </span>
      )}
      {isArea ? (
        <textarea rows={2} lang="th" {...field} />
      ) : (
        <input type="text" placeholder={isEnd(cell) ? label : undefined} {...field} />
      )}
    </div>
  )
}

// Two fields under one head; the others have a head of their own.
const isEnd = (cell: TableCell): boolean => cell === 'from' || cell === 'to'

/** What another saved into the same cell since, and the choice between it and what is in the field below. */
function ClashSides({ place, clash, label }: { place: CellPlace; clash: ClashCell; label: string }) {
  const { lang, row, rowName, saved, clash: told } = place
  const text = measureTableText(lang)
  const id = clashId(clash, row)
  const theirs = cellsOfClash(clash).flatMap((cell) => saved[cell] || [])
  return (
    <fieldset className="cell-clash" id={id} tabIndex={-1}>
      <legend className="visually-hidden">{text.cell(label, rowName)}</legend>
      {told?.by && <p className="under">{text.clashBy(told.by.name, formatInstant(told.by.at, lang))}</p>}
      <p className="clash-text">{theirs.length === 0 ? text.empty : theirs.join(' – ')}</p>
      {(['theirs', 'mine'] as const).map((side) => (
        <label key={side}>
          <input type="radio" name={choiceOfCell(clash, row)} value={side} required />
          {text[side]}
        </label>
      ))}
    </fieldset>
  )
}
