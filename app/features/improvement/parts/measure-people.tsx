import type { Language } from '../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { measureFactsText } from '../measures/facts/text/index.ts'
import type { MeasurePage } from '../measures/measure-page.queries.server.ts'
import { measurePageText, measureStateText } from '../measures/text/index.ts'
import { isLate } from '../working/measure-state.domain.ts'

type MeasurePeopleProps = Readonly<{ lang: Language; page: MeasurePage; today: IsoDay }>

/** Whose the measure is, who sees to it, and by when it is to be handed in. */
export function MeasurePeople(people: MeasurePeopleProps) {
  const { lang } = people
  const text = measurePageText(lang)
  const { fields } = measureFactsText(lang)
  return (
    <section className="stack" aria-labelledby="people-title">
      <h2 id="people-title">{text.owners}</h2>
      <Facts
        rows={[
          [fields.unitIds, <Units key="units" {...people} />],
          [text.people, <Persons key="people" {...people} />],
          [fields.dueDay, <Due key="due" {...people} />],
        ]}
      />
    </section>
  )
}

function Units({ lang, page: { measure } }: MeasurePeopleProps) {
  if (measure.units.length === 0) return <span className="muted">{measurePageText(lang).missing}</span>
  return (
    <ul className="plain-list">
      {measure.units.map(({ id, code, nameTh, nameEn }) => (
        <li key={id}>
          {code !== null && <span className="unit-code">{code}</span>}{' '}
          {lang === 'en' ? (nameEn ?? nameTh) : nameTh}
        </li>
      ))}
    </ul>
  )
}

function Persons({ lang, page: { responsible } }: MeasurePeopleProps) {
  if (responsible.length === 0) return <span className="muted">{measurePageText(lang).noPeople}</span>
  return (
    <ul className="plain-list">
      {responsible.map(({ personId, name }) => (
        <li key={personId}>{name}</li>
      ))}
    </ul>
  )
}

function Due({ lang, page: { measure }, today }: MeasurePeopleProps) {
  const text = measurePageText(lang)
  const { dueOn } = measure
  if (dueOn === null) return <span className="muted">{text.missing}</span>
  const day = formatDay(dueOn, lang)
  if (!isLate(measure, today)) return day
  return (
    <span className="late-day">
      <Icon name="late" /> {day}
      <span className="visually-hidden"> {measureStateText(lang).late}</span>
    </span>
  )
}
