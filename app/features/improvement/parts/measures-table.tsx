import '../../../ui/office-measures.css'
import '../../../ui/save-bar.css'
import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { MeasureTable, MeasureTableRow } from '../measures/facts/measure-table.queries.server.ts'
import {
  NEW_ROW,
  type RefusedTable,
  seenName,
  type TableCell,
  tableDraft,
  tableErrors,
} from '../measures/facts/table-form.domain.ts'
import { measureFactsText, measureTableText } from '../measures/facts/text/index.ts'
import { shortDay } from '../measures/facts/typed-period.domain.ts'
import tableScript from '../scripts/measures-table.script.ts?worker&url'
import { type CellPlace, EditedCell } from './measure-cells.tsx'
import { MeasureStateChip } from './measure-state.tsx'
import { RichTextView } from './rich-text-view.tsx'

type MeasuresTableProps = Readonly<{
  lang: Language
  table: MeasureTable
  nonce: string
  /** Page that shows it and says that it was saved: there the script goes when rows were added. */
  savedAddress: string
  /** What was sent and refused, or what was kept in a draft; null where the table shows what is saved. */
  refused?: RefusedTable | null
}>

/**
 * The measures of an issue as one form whose cells are edited in place. It is sent to the page of the table wherever it is
 * shown. Who may not change a cell reads it.
 */
export function MeasuresTable({ lang, table, nonce, savedAddress, refused = null }: MeasuresTableProps) {
  const text = measureTableText(lang)
  const { fields } = measureFactsText(lang)
  const { issue, rows, mayChange } = table
  const isForm = mayChange || rows.some(({ mayReport }) => mayReport)
  const address = addressOf.office(lang, `issues/${issue.id}/measures`)
  const named = [
    ...rows.map(({ id, number }) => ({ key: id, name: text.rowName(number) })),
    { key: NEW_ROW, name: text.newRow },
  ]
  const columns = [
    text.number,
    fields.text,
    fields.period,
    fields.owners,
    fields.summary,
    text.due,
    text.state,
  ]
  const body = (
    <div className="table-box as-cards">
      <table className="data-table measures-edit">
        <caption className="visually-hidden">{text.caption(issue.number)}</caption>
        <thead>
          <tr>
            {columns.map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} lang={lang} table={table} row={row} refused={refused} />
          ))}
          {mayChange && <NewRow lang={lang} refused={refused} />}
        </tbody>
      </table>
    </div>
  )
  if (!isForm) return body
  return (
    <>
      {refused && (
        <ErrorSummary
          form={{ values: {}, errors: tableErrors(lang, refused, named) }}
          title={text.errorTitle}
        />
      )}
      <form
        method="post"
        action={address}
        className="measures-form"
        data-draft={tableDraft(issue.id)}
        data-measures-table={`${address}/save`}
        data-saved-address={savedAddress}
        data-unsaved={text.script.unsaved}
        data-saving={text.script.saving}
        data-saved={text.script.saved}
        data-same={text.script.same}
        data-away={text.script.away}
      >
        {body}
        <div className="save-bar">
          <div className="actions">
            <button type="submit" className="button primary" name="act" value="save">
              <Icon name="yes" />
              {text.save}
            </button>
            <span className="table-state" role="status" />
          </div>
        </div>
      </form>
      <TableHelp lang={lang} table={table} />
      <script src={tableScript} nonce={nonce} defer />
    </>
  )
}

type RowProps = Readonly<{
  lang: Language
  table: MeasureTable
  row: MeasureTableRow
  refused: RefusedTable | null
}>

function Row({ lang, table, row, refused }: RowProps) {
  const text = measureTableText(lang)
  const { fields, warnings } = measureFactsText(lang)
  const { id, shown, number, dueOn } = row
  const name = text.rowName(number)
  const { mayChange } = table
  const clash = refused?.clashes[id] ?? null
  const place: CellPlace = { lang, row: id, rowName: name, saved: shown, refused, clash }
  const cell = (of: TableCell, label: string, area = false) => (
    <EditedCell place={place} cell={of} label={label} isArea={area} />
  )
  const address = addressOf.office(lang, `measures/${id}`)
  const seen = clash ? String(clash.version) : (refused?.values[seenName(id)] ?? String(row.version))
  return (
    <tr id={`row-${id}`} data-row={id}>
      <th scope="row">
        <a href={address} title={text.open}>
          <span className="visually-hidden">{name}</span>
          <span aria-hidden="true">{number}</span>
        </a>
        {(mayChange || row.mayReport) && <input type="hidden" name={seenName(id)} value={seen} />}
      </th>
      <td data-label={fields.text}>
        {mayChange ? cell('text', fields.text, true) : <Read lang={lang} text={row.text} />}
      </td>
      <td data-label={fields.period}>
        {mayChange ? (
          <div className="two-cells">
            {cell('from', fields.from)}
            {cell('to', fields.to)}
          </div>
        ) : (
          (row.periodWritten ?? <Missing lang={lang} />)
        )}
        {row.warnings.map((warning) => (
          <span className="under warned" key={warning}>
            {warnings[warning](String(table.fiscalYear))}
          </span>
        ))}
      </td>
      <td data-label={fields.owners}>
        {mayChange ? cell('owners', fields.owners, true) : <Owners lang={lang} row={row} />}
        {shown.ownersWritten !== '' && <span className="under">{text.printed(shown.ownersWritten)}</span>}
      </td>
      <td data-label={fields.summary}>
        {row.mayReport ? (
          <>
            {cell('summary', fields.summary, true)}
            {row.isSummaryNone && <span className="under">{text.none}</span>}
          </>
        ) : (
          <Read lang={lang} text={row.summary} isNone={row.isSummaryNone} />
        )}
      </td>
      <td data-label={text.due}>
        {mayChange && cell('dueDay', fields.dueDay)}
        {mayChange && shown.dueDay === '' && dueOn !== null && (
          <span className="under">
            {text.dueIsEnd(lang === 'th' ? shortDay(dueOn) : formatDay(dueOn, lang))}
          </span>
        )}
        {!mayChange && (dueOn === null ? <Missing lang={lang} /> : formatDay(dueOn, lang))}
      </td>
      <td data-label={text.state} className="state">
        <MeasureStateChip lang={lang} state={row.state} dueOn={dueOn} today={table.today} />
        <a className="under" href={`${address}#evidence`}>
          {text.evidence(row.evidence)}
        </a>
        {mayChange && (
          <a className="under no-print" href={`${address}/edit`} aria-label={text.editOf(name)}>
            {text.edit}
          </a>
        )}
      </td>
    </tr>
  )
}

function NewRow({ lang, refused }: Readonly<{ lang: Language; refused: RefusedTable | null }>) {
  const text = measureTableText(lang)
  const { fields } = measureFactsText(lang)
  const place: CellPlace = { lang, row: NEW_ROW, rowName: text.newRow, saved: {}, refused, clash: null }
  const cell = (of: TableCell, label: string, area = false) => (
    <EditedCell place={place} cell={of} label={label} isArea={area} />
  )
  return (
    <tr className="new-row no-print" data-row={NEW_ROW}>
      <th scope="row">
        {text.newShort}
        <input type="hidden" name={seenName(NEW_ROW)} value="0" />
      </th>
      <td data-label={fields.text}>{cell('text', fields.text, true)}</td>
      <td data-label={fields.period}>
        <div className="two-cells">
          {cell('from', fields.from)}
          {cell('to', fields.to)}
        </div>
      </td>
      <td data-label={fields.owners}>{cell('owners', fields.owners, true)}</td>
      <td data-label={fields.summary}>{cell('summary', fields.summary, true)}</td>
      <td data-label={text.due}>{cell('dueDay', fields.dueDay)}</td>
      <td />
    </tr>
  )
}

function TableHelp({ lang, table: { mayChange, units } }: Readonly<{ lang: Language; table: MeasureTable }>) {
  const text = measureTableText(lang)
  return (
    <details className="fold no-print">
      <summary>{text.help}</summary>
      <ul>
        {mayChange && <li>{text.helpDates}</li>}
        {mayChange && <li>{text.helpOwners}</li>}
        <li>{text.helpText}</li>
        <li>{text.helpKeys}</li>
      </ul>
      {mayChange && (
        <ul className="unit-codes">
          {units.length === 0 && <li>{text.noUnits}</li>}
          {units.map(({ id, code, nameTh, nameEn }) => (
            <li key={id}>
              {code !== null && <span className="unit-code">{code}</span>}
              {lang === 'en' ? (nameEn ?? nameTh) : nameTh}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

const Missing = ({ lang }: { lang: Language }): ReactNode => (
  <span className="muted">{measureTableText(lang).missing}</span>
)

function Read({
  lang,
  text,
  isNone = false,
}: {
  lang: Language
  text: MeasureTableRow['text']
  isNone?: boolean
}) {
  if (text !== null) return <RichTextView text={text} />
  return isNone ? measureTableText(lang).none : <Missing lang={lang} />
}

function Owners({ lang, row: { units } }: { lang: Language; row: MeasureTableRow }) {
  if (units.length === 0) return <Missing lang={lang} />
  return (
    <span className="lines">
      {units.map(({ id, code, nameTh, nameEn }) => (
        <span key={id}>{code ?? (lang === 'en' ? (nameEn ?? nameTh) : nameTh)}</span>
      ))}
    </span>
  )
}
