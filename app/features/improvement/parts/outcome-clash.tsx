import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { ClashChoice } from '../../../ui/clash-choice.tsx'
import type { TypedFields } from '../../../web/visit.ts'
import { outcomePageText } from '../outcomes/text/index.ts'
import type { EditClash } from '../working/working.errors.ts'
import type { OutcomeFacts, WorkingMeasure } from '../working/working-cycle.domain.ts'
import { OutcomeText } from './outcome-list.tsx'

type OutcomeClashProps = Readonly<{
  lang: Language
  clash: EditClash
  typed: TypedFields
  measures: readonly WorkingMeasure[]
}>

/** Both versions of what two people changed in an outcome, to choose from. */
export function OutcomeClash({ lang, clash, typed, measures }: OutcomeClashProps) {
  const text = outcomePageText(lang)
  const shown = (field: string, value: unknown): ReactNode => {
    if (field === 'text') return <OutcomeText lang={lang} text={value as OutcomeFacts['text']} />
    const covers = value as OutcomeFacts['covers']
    return measures
      .filter(({ id }) => covers.includes(id))
      .map(({ number }) => number)
      .join(', ')
  }
  return (
    <ClashChoice
      lang={lang}
      clash={clash}
      typed={typed}
      fields={clash.clashes.map(({ field, seen, theirs, mine }) => ({
        name: field,
        label: field === 'text' ? text.text : text.covers,
        seen: shown(field, seen),
        theirs: shown(field, theirs),
        mine: shown(field, mine),
      }))}
    />
  )
}
