import type { Language } from '../../../i18n/language.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type CellToCorrect, SheetFaultList, SheetUploadForm } from '../../../ui/sheet-import.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { measureFactsText } from '../measures/facts/text/index.ts'
import { sheetText } from '../sheet/text/index.ts'

type Of = Readonly<{ lang: Language; year: number }>
const addressOfSheet = (lang: Language, year: number, file = '') =>
  addressOf.office(lang, `cycles/${year}/sheet${file === '' ? '' : `/${file}`}`)

export function SheetExport({ lang, year }: Of) {
  const text = sheetText(lang)
  return (
    <section className="stack" aria-labelledby="export-title">
      <h2 id="export-title">{text.exportTitle}</h2>
      <p>{text.exportLead}</p>
      <p className="actions">
        <a className="button" href={addressOfSheet(lang, year, 'measures.xlsx')}>
          <Icon name="sheet" />
          {text.exportXlsx}
        </a>
        <a className="button" href={addressOfSheet(lang, year, 'measures.csv')}>
          <Icon name="download" />
          {text.exportCsv}
        </a>
      </p>
    </section>
  )
}

export function SheetUpload({ lang, year }: Of) {
  const text = sheetText(lang)
  const rules = text.rules
  return (
    <SheetUploadForm
      text={text}
      action={addressOfSheet(lang, year)}
      rules={[rules.row, rules.never, rules.marks, rules.both]}
    />
  )
}

export type RefusedSheet = Readonly<{
  fault: string
  cells: readonly CellToCorrect[]
  found: number
  /** The file itself (base64url), for the error file; null where no cell is wrong. */
  content: string | null
}>

/** Why a sheet is not imported, what is to be corrected in which cell, and the same as a file. */
export function SheetFaults({ lang, year, refused }: Of & { refused: RefusedSheet }) {
  const text = sheetText(lang)
  return (
    <>
      <SheetFaultList text={text} fault={refused.fault} cells={refused.cells} found={refused.found} />
      {refused.content !== null && (
        <form method="post" action={addressOfSheet(lang, year, 'errors.xlsx')}>
          <input type="hidden" name="content" value={refused.content} />
          <button type="submit" className="button">
            <Icon name="sheet" />
            {text.errorFile}
          </button>
        </form>
      )}
    </>
  )
}

/** `content` is the file itself (base64url): the confirmation sends it again, without a script and without keeping it here. */
export type ShownSheet = Readonly<{
  measures: readonly Readonly<{
    row: number
    sheet: string | null
    kind: 'added' | 'changed'
    issue: number
    title: string
    fields: readonly string[]
  }>[]
  rows: number
  unchanged: number
  seen: string
  fileName: string
  content: string
}>

/** What an import would do, and the button that does it. */
export function SheetPreview({ lang, year, shown }: Of & { shown: ShownSheet }) {
  const text = sheetText(lang)
  const { measures } = shown
  const added = measures.filter(({ kind }) => kind === 'added').length
  return (
    <section className="stack" aria-labelledby="preview-title">
      <h2 id="preview-title">{text.previewTitle}</h2>
      {measures.length === 0 ? (
        <Notice kind="done">{text.nothing}</Notice>
      ) : (
        <p>{text.previewLead(shown.fileName, shown.rows)}</p>
      )}
      <p>{text.counts(added, measures.length - added, shown.unchanged)}</p>
      {measures.length > 0 && (
        <DataTable
          caption={text.previewTitle}
          columns={[
            { label: text.planColumns.row },
            { label: text.planColumns.measure },
            { label: text.planColumns.kind },
            { label: text.planColumns.detail },
          ]}
          rows={measures.map((measure) => ({
            key: `${measure.sheet} ${measure.row}`,
            cells: [
              measure.row,
              measure.title,
              <Chip
                key="kind"
                state={measure.kind === 'added' ? 'done' : 'working'}
                icon={measure.kind === 'added' ? 'add' : 'edit'}
              >
                {text.planKinds[measure.kind]}
              </Chip>,
              measure.kind === 'added'
                ? text.intoIssue(measure.issue)
                : text.changedFields(namesOf(measure.fields, lang)),
            ],
          }))}
        />
      )}
      <form method="post" className="form" action={addressOfSheet(lang, year)}>
        <input type="hidden" name="content" value={shown.content} />
        <input type="hidden" name="seen" value={shown.seen} />
        <input type="hidden" name="fileName" value={shown.fileName} />
        <div className="actions">
          {measures.length > 0 && (
            <button type="submit" className="button primary" name="act" value="import">
              <Icon name="upload" />
              {text.confirm}
            </button>
          )}
          <a className="button" href={addressOfSheet(lang, year)}>
            {text.otherFile}
          </a>
        </div>
      </form>
    </section>
  )
}

function namesOf(fields: readonly string[], lang: Language): string {
  const names = measureFactsText(lang).fields
  return fields
    .map((field) => (Object.hasOwn(names, field) ? names[field as keyof typeof names] : field))
    .join(', ')
}
