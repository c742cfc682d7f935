import '../../../ui/office-issue.css'
import type { FormView } from '../../../ui/form.tsx'
import { citationText } from '../notation/text/index.ts'
import scriptUrl from '../scripts/rich-text.script.ts?worker&url'

type RichTextFieldProps = Readonly<{
  form: FormView
  name: string
  label: string
  hint?: string | undefined
  /** How to write it where the script makes no editor of it. */
  plainHint?: string
  id?: string
  rows?: number
  /** Where offers of items to cite come from, and the framework year (B.E.) of codes without a year. Without it nothing is cited. */
  citing?: Readonly<{ address: string; year: number }>
}>

/** A text with structure, in the notation of `notation/`. A text area that `RichTextScript` makes an editor of. */
export function RichTextField({
  form,
  name,
  label,
  hint,
  plainHint,
  id = name,
  rows = 8,
  citing,
}: RichTextFieldProps) {
  const error = form.errors[name]
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    plainHint === undefined ? '' : `${id}-plain`,
    error === undefined ? '' : `${id}-error`,
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <div className={error === undefined ? 'field rich-text-field' : 'field rich-text-field invalid'}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {plainHint !== undefined && (
        <span className="hint" id={`${id}-plain`}>
          {plainHint}
        </span>
      )}
      {error !== undefined && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <textarea
        id={id}
        name={name}
        rows={rows}
        lang="th"
        defaultValue={form.values[name]}
        aria-describedby={described || undefined}
        aria-invalid={error === undefined ? undefined : true}
        data-rich-text
        data-citing-address={citing?.address}
        data-citing-year={citing?.year}
      />
    </div>
  )
}

/**
 * Makes editors of the text areas of the page that hold text with structure, and shows beside a citation what it cites. Once on
 * a page; the script takes the words in the language of the page.
 */
export const RichTextScript = ({ nonce }: Readonly<{ nonce: string }>) => (
  <script
    src={scriptUrl}
    nonce={nonce}
    defer
    data-th={JSON.stringify(citationText('th').editor)}
    data-en={JSON.stringify(citationText('en').editor)}
  />
)
