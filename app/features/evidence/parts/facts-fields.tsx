import type { Language } from '../../../i18n/language.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import {
  CheckField,
  type Choice,
  type FormView,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui/form.tsx'
import type { EvidenceFacts } from '../evidence.domain.ts'
import { addingText } from '../text/pages.ts'

/** The unit of who fills the form in, whichever that is. */
export const OWN_UNIT = 'own'

/** Facts as a form shows them. */
export const factsAsTyped = (facts: EvidenceFacts): Readonly<Record<string, string>> => ({
  title: facts.title,
  note: facts.note ?? '',
  evidenceDate: facts.evidenceDate === null ? '' : dayAsTyped(facts.evidenceDate),
  expiresOn: facts.expiresOn === null ? '' : dayAsTyped(facts.expiresOn),
  confidential: facts.isConfidential ? 'on' : '',
  unit: facts.unitId ?? '',
})

type FactsFieldsProps = Readonly<{
  lang: Language
  form: FormView
  /** Begins the identifiers of the fields. */
  id: string
  /** Null: not asked, it is of the unit of who adds it. */
  units: readonly Choice[] | null
  isTitleAsked: 'must' | 'may'
}>

/** Fields for what is said about evidence. */
export function FactsFields({ lang, form, id, units, isTitleAsked }: FactsFieldsProps) {
  const text = addingText(lang)
  const field = (name: string) => ({ form, name, id: `${id}-${name}` })
  return (
    <>
      <TextField
        {...field('title')}
        label={text.evidenceTitle}
        hint={isTitleAsked === 'may' ? text.titleHint : undefined}
        required={isTitleAsked === 'must'}
      />
      <TextField {...field('evidenceDate')} label={text.evidenceDate} hint={text.dateHint} />
      <TextField {...field('expiresOn')} label={text.expiresOn} hint={text.expiresHint} />
      {units !== null && <SelectField {...field('unit')} label={text.unit} choices={units} />}
      <CheckField {...field('confidential')} label={text.confidential} hint={text.confidentialHint} />
      <TextAreaField {...field('note')} label={text.note} />
    </>
  )
}
