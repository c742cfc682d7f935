import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import type { Field } from '../../../kernel/field.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { OwnerChoices } from '../measures/facts/owner-choices.queries.server.ts'
import { measureFactsText, measureTableText } from '../measures/facts/text/index.ts'
import { writeBaht } from '../measures/facts/typed-budget.domain.ts'
import type { MeasureFacts } from '../working/working-cycle.domain.ts'
import { RichTextView } from './rich-text-view.tsx'

/** A fact of a measure to read; null where there is nothing. */
export function measureFactValue(
  lang: Language,
  fact: keyof MeasureFacts,
  facts: Partial<MeasureFacts>,
  { units, people }: OwnerChoices,
): ReactNode {
  const none = measureTableText(lang).none
  const of = <T,>(field: Field<T> | undefined, show: (value: T) => ReactNode): ReactNode =>
    field?.state === 'value' ? show(field.value) : field?.state === 'none' ? none : null
  switch (fact) {
    case 'text':
    case 'summary':
      return of(facts[fact], (text: RichText) => <RichTextView text={text} />)
    case 'period':
      return of(facts.period, ({ written }) => written)
    case 'budget':
      return of(facts.budget, writeBaht)
    case 'kind':
      return facts.kind ? measureFactsText(lang).kinds[facts.kind] : null
    case 'dueDay':
      return facts.dueDay ? formatDay(facts.dueDay, lang) : null
    case 'unitIds':
      return listed(facts.unitIds, (id) => {
        const unit = units.find((one) => one.id === id)
        return unit?.code ?? unit?.nameTh
      })
    case 'personIds':
      return listed(facts.personIds, (id) => people.find((one) => one.id === id)?.name)
    default:
      return facts[fact] || null
  }
}

const listed = (
  ids: readonly string[] | undefined,
  nameOf: (id: string) => string | undefined,
): string | null => (ids ?? []).flatMap((id) => nameOf(id) ?? []).join(', ') || null
