import type { Language } from '../../../i18n/language.ts'
import { Facts } from '../../../ui/facts.tsx'
import { type Choice, type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { PersonPage } from '../directory/directory.queries.server.ts'
import { unitLabel } from '../directory/unit.domain.ts'
import { peoplePageText, personPageText } from '../text/pages.ts'

type FactsProps = Readonly<{ lang: Language; page: PersonPage }>

export function PersonFactsList({ lang, page: { person, unit } }: FactsProps) {
  const text = peoplePageText(lang)
  const rows = [
    [text.email, person.email],
    [text.columns.position, person.positionTitle],
    [text.unit, unit === null ? text.noUnit : unitLabel(unit, lang)],
    [text.lang, text.langs[person.lang]],
  ] as const
  return <Facts rows={rows} />
}

/** `form` is what was typed and refused; null shows what is kept. */
export function PersonFactsForm({
  lang,
  page: { person, unit },
  units,
  form: refused,
}: FactsProps & Readonly<{ units: readonly Choice[]; form: FormView | null }>) {
  const [text, own] = [peoplePageText(lang), personPageText(lang)]
  const form = refused ?? {
    values: {
      name: person.name,
      email: person.email ?? '',
      positionTitle: person.positionTitle ?? '',
      unitId: person.unitId ?? '',
      lang: person.lang,
    },
    errors: {},
  }
  // A unit that has ended is chosen still, as long as nobody chooses another.
  const isListed = unit === null || units.some(({ value }) => value === unit.id)
  const kept = unit !== null && !isListed ? [{ value: unit.id, label: unitLabel(unit, lang) }] : []
  return (
    <details className="fold" open={refused !== null}>
      <summary>
        <Icon name="edit" /> {own.change}
      </summary>
      <form method="post" className="form">
        <TextField form={form} name="name" label={text.name} autoComplete="off" required />
        <TextField
          form={form}
          name="email"
          type="email"
          label={text.email}
          hint={own.emailChangeHint}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField form={form} name="positionTitle" label={text.positionTitle} autoComplete="off" />
        <SelectField
          form={form}
          name="unitId"
          label={text.unit}
          choices={[{ value: '', label: text.noUnit }, ...kept, ...units]}
        />
        <SelectField
          form={form}
          name="lang"
          label={text.lang}
          choices={(['th', 'en'] as const).map((value) => ({ value, label: text.langs[value] }))}
        />
        <button type="submit" className="button primary" name="act" value="change">
          {own.save}
        </button>
      </form>
    </details>
  )
}
