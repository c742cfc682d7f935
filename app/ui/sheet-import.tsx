import type { ReactNode } from 'react'
import { DataTable } from './data-table.tsx'
import { EMPTY_FORM, FileField } from './form.tsx'
import { Icon } from './icon.tsx'

type UploadWords = Readonly<{
  importTitle: string
  file: string
  fileHint: string
  check: string
  ruleTitle: string
}>

/** Where a sheet is chosen to be looked through, and how it is filled in. */
export function SheetUploadForm({
  text,
  action,
  rules,
  fields,
  beside,
  accept = '.xlsx,.csv,text/csv',
}: Readonly<{
  text: UploadWords
  /** Address that the form is sent to. */
  action: string
  rules: readonly ReactNode[]
  /** Fields beside the file. */
  fields?: ReactNode
  /** What stands beside the button. */
  beside?: ReactNode
  /** Kinds of files that may be chosen. */
  accept?: string
}>) {
  return (
    <section className="stack" aria-labelledby="import-title">
      <h2 id="import-title">{text.importTitle}</h2>
      <form method="post" encType="multipart/form-data" className="form" action={action}>
        <FileField form={EMPTY_FORM} name="file" label={text.file} hint={text.fileHint} accept={accept} />
        {fields}
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="check">
            <Icon name="review" />
            {text.check}
          </button>
          {beside}
        </div>
      </form>
      <details className="fold">
        <summary>
          <Icon name="info" /> {text.ruleTitle}
        </summary>
        <ul>
          {rules.map((rule, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rules are always the same
            <li key={index}>{rule}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

/** What is to be corrected in one cell. */
export type CellToCorrect = Readonly<{ place: string; sentence: string }>
type FaultWords = Readonly<{
  errorTitle: string
  faultCount: (count: number, shown: number) => string
  faultColumns: Readonly<{ cell: string; fault: string }>
}>

/** Why a sheet is not imported, and what is to be corrected in which cell. `found` counts those too that are not shown. */
export function SheetFaultList({
  text,
  fault,
  cells,
  found,
}: Readonly<{ text: FaultWords; fault: string; cells: readonly CellToCorrect[]; found: number }>) {
  return (
    <>
      <div className="error-summary" role="alert">
        <p>
          <strong>{text.errorTitle}</strong>
        </p>
        <p>{fault}</p>
      </div>
      {cells.length > 0 && (
        <DataTable
          caption={text.faultCount(found, cells.length)}
          isCaptionHidden={false}
          columns={[{ label: text.faultColumns.cell }, { label: text.faultColumns.fault }]}
          rows={cells.map(({ place, sentence }) => ({
            key: `${place} ${sentence}`,
            cells: [place, sentence],
          }))}
        />
      )}
    </>
  )
}
