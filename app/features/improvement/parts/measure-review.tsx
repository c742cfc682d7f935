import type { Language } from '../../../i18n/language.ts'
import { EMPTY_FORM, type FormView, TextAreaField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { measurePageText } from '../measures/text/index.ts'

type ReviewProps = Readonly<{
  lang: Language
  here: string
  /** The last step that the page shows, '' for none, and the version that it shows. */
  seenStep: string
  version: number
  /** What was typed and refused; null where nothing was. */
  form: FormView | null
}>

/** Accepting what was handed in, or sending it back with a reason. */
export function ReviewForms({ lang, here, seenStep, version, form }: ReviewProps) {
  const text = measurePageText(lang).review
  return (
    <div className="review-forms">
      <form method="post" action={here}>
        <input type="hidden" name="seenStep" value={seenStep} />
        <input type="hidden" name="seenVersion" value={version} />
        <button type="submit" name="act" value="accept" className="button primary">
          <Icon name="yes" />
          {text.accept}
        </button>
      </form>
      <details className="fold" open={form !== null}>
        <summary className="button">
          <Icon name="returned" />
          {text.return}
        </summary>
        <form method="post" action={here} className="form">
          <input type="hidden" name="seenStep" value={seenStep} />
          <TextAreaField
            form={form ?? EMPTY_FORM}
            name="reason"
            label={text.returnLabel}
            hint={text.returnHint}
            rows={4}
            required
          />
          <div className="actions">
            <button type="submit" name="act" value="return" className="button">
              <Icon name="send" />
              {text.sendBack}
            </button>
          </div>
        </form>
      </details>
    </div>
  )
}

/** Opening a measure again that was accepted, with a reason. */
export function ReopenForm({ lang, here, seenStep, form }: Omit<ReviewProps, 'version'>) {
  const text = measurePageText(lang).review
  return (
    <details className="fold" open={form !== null}>
      <summary className="button">
        <Icon name="again" />
        {text.reopen}
      </summary>
      <form method="post" action={here} className="form">
        <input type="hidden" name="seenStep" value={seenStep} />
        <TextAreaField
          form={form ?? EMPTY_FORM}
          name="reason"
          label={text.reopenLabel}
          hint={text.reopenHint}
          rows={4}
          required
        />
        <div className="actions">
          <button type="submit" name="act" value="reopen" className="button">
            <Icon name="again" />
            {text.reopen}
          </button>
        </div>
      </form>
    </details>
  )
}
