import type { ReactNode } from 'react'
import type { FormView } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import type { ReportPart } from '../report-part.domain.ts'

type PartFormProps = Readonly<{
  part: ReportPart
  form: FormView
  /** The name under which what is typed is kept. */
  draft: string
  save: string
  children: ReactNode
}>

/** One form of the page of a report's data, saved by itself. */
export function PartForm({ part, form, draft, save, children }: PartFormProps) {
  const seenVersion = form.values.seenVersion ?? ''
  return (
    <form method="post" className="form long-fields" data-draft={draft} data-seen-version={seenVersion}>
      <input type="hidden" name="act" value={part} />
      <input type="hidden" name="seenVersion" value={seenVersion} />
      {children}
      <div className="actions">
        <button type="submit" className="button primary">
          <Icon name="yes" />
          {save}
        </button>
      </div>
    </form>
  )
}

/** A row of a form that may have more of them; the last one is empty and folded away. */
export function Row({
  title,
  isNew,
  isOpen,
  children,
}: Readonly<{ title: string; isNew: boolean; isOpen: boolean; children: ReactNode }>) {
  if (!isNew)
    return (
      <fieldset className="report-row">
        <legend>{title}</legend>
        {children}
      </fieldset>
    )
  return (
    <details className="fold" open={isOpen}>
      <summary>{title}</summary>
      <fieldset className="report-row">
        <legend className="visually-hidden">{title}</legend>
        {children}
      </fieldset>
    </details>
  )
}
