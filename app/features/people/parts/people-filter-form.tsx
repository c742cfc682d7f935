import type { Language } from '../../../i18n/language.ts'
import { ROLES } from '../../../kernel/actor.ts'
import { type Choice, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { roleText } from '../text/index.ts'
import { peoplePageText } from '../text/pages.ts'

type FilterFormProps = Readonly<{
  lang: Language
  typed: Readonly<Record<'text' | 'unit' | 'role' | 'state', string>>
  units: readonly Choice[]
}>

/** What the list is narrowed by; all of it stands in the address. */
export function PeopleFilterForm({ lang, typed, units }: FilterFormProps) {
  const text = peoplePageText(lang)
  const form = { values: typed, errors: {} }
  const isAsking = typed.text !== '' || typed.unit !== '' || typed.role !== ''
  return (
    <details className="fold" open={isAsking}>
      <summary>
        <Icon name="filter" /> {text.filter}
      </summary>
      <form method="get" className="filter-form" action={addressOf.office(lang, 'people')}>
        {typed.state !== '' && <input type="hidden" name="state" value={typed.state} />}
        <TextField form={form} name="text" type="search" label={text.text} />
        <SelectField
          form={form}
          name="unit"
          label={text.unit}
          choices={[{ value: '', label: text.anyUnit }, ...units]}
        />
        <SelectField
          form={form}
          name="role"
          label={text.role}
          choices={[
            { value: '', label: text.anyRole },
            ...ROLES.map((role) => ({ value: role, label: roleText(lang).names[role] })),
          ]}
        />
        <div className="actions">
          <button type="submit" className="button primary">
            <Icon name="search" />
            {text.show}
          </button>
          {isAsking && (
            <a className="button" href={addressOf.office(lang, 'people')}>
              {text.clear}
            </a>
          )}
        </div>
      </form>
    </details>
  )
}
