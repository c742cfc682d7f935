import type { Language } from '../../../i18n/language.ts'
import { fieldValue } from '../../../kernel/field.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import '../../../ui/office-people.css'
import '../../../ui/save-bar.css'
import { CheckField, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { shortTitle } from '../measures/short-title.domain.ts'
import type { FactChoice } from '../outcomes/fact-choice.domain.ts'
import { coversName } from '../outcomes/sent-outcome.domain.ts'
import { outcomePageText } from '../outcomes/text/index.ts'
import type { WorkingMeasure } from '../working/working-cycle.domain.ts'
import { FactFields } from './outcome-fact-fields.tsx'
import { RichTextField } from './rich-text-field.tsx'

type OutcomeFormProps = Readonly<{
  lang: Language
  form: FormView
  /** B.E. */
  fiscalYear: number
  measures: readonly WorkingMeasure[]
  /** The fact that is added with it; null where none is. */
  fact: FactChoice | null
  draftKey: string
  seenVersion: number | null
  cancelAddress: string
}>

/** Which measures an outcome covers, the fact that is added, and what the report prints. */
export function OutcomeForm(props: OutcomeFormProps) {
  const { lang, form, fiscalYear, measures, fact, draftKey, seenVersion, cancelAddress } = props
  const text = outcomePageText(lang)
  const coversError = form.errors.covers
  return (
    <form method="post" className="form" data-draft={draftKey} data-seen-version={seenVersion ?? undefined}>
      <button
        type="submit"
        className="visually-hidden"
        name="act"
        value="save"
        tabIndex={-1}
        aria-hidden="true"
      />
      {seenVersion !== null && <input type="hidden" name="seenVersion" value={seenVersion} />}
      <fieldset className="checks" id="covers" aria-describedby={coversError && 'covers-error'}>
        <legend>{text.covers}</legend>
        {coversError !== undefined && (
          <span className="error" id="covers-error">
            {coversError}
          </span>
        )}
        {measures.map(({ id, number, facts }) => (
          <CheckField
            key={id}
            form={form}
            name={coversName(id)}
            label={text.measure(number, shortTitle(plainText(fieldValue(facts.text) ?? [])))}
          />
        ))}
      </fieldset>
      {fact !== null && <FactFields lang={lang} form={form} fact={fact} fiscalYear={fiscalYear} />}
      <RichTextField
        form={form}
        name="text"
        label={text.text}
        plainHint={text.textHint(fiscalYear)}
        rows={8}
        citing={{ address: addressOf.office(lang, 'citations'), year: fiscalYear }}
      />
      {fact === null && (
        <CheckField form={form} name="textNone" label={text.textNone} hint={text.textNoneHint} />
      )}
      <div className="save-bar">
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="save">
            <Icon name="yes" />
            {text.save}
          </button>
          {fact !== null && (
            <button type="submit" className="button" name="act" value="draft">
              <Icon name="edit" />
              {text.draft}
            </button>
          )}
          <a className="button" href={cancelAddress}>
            {text.cancel}
          </a>
        </div>
      </div>
    </form>
  )
}
