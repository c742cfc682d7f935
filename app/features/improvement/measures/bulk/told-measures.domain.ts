import type { IsoDay } from '../../../../kernel/thai-date.ts'

/** A measure of which somebody is told. */
export type ToldMeasure = Readonly<{
  id: string
  /** "1.2 จัดทำประกาศ…". */
  title: string
  dueOn: IsoDay | null
}>
export type ToldPerson = Readonly<{
  personId: string
  name: string
  email: string | null
  lang: 'th' | 'en'
  measures: readonly ToldMeasure[]
}>

type Person = Omit<ToldPerson, 'measures'>

/** Who is told of what: each person once, with all that concerns them, in the order of the report. */
export function peopleTold(
  measures: readonly ToldMeasure[],
  toldOf: (measureId: string) => readonly Person[],
): readonly ToldPerson[] {
  const told = new Map<string, { person: Person; measures: ToldMeasure[] }>()
  for (const measure of measures)
    for (const person of toldOf(measure.id)) {
      const known = told.get(person.personId)
      if (known) known.measures.push(measure)
      else told.set(person.personId, { person, measures: [measure] })
    }
  return [...told.values()].map(({ person: { personId, name, email, lang }, measures: of }) => ({
    personId,
    name,
    email,
    lang,
    measures: of,
  }))
}

const MOST_NOTICES = 5

/** The lines of the bell for one person: one for each measure, or of many the first and how many more. */
export function noticesFor(
  measures: readonly ToldMeasure[],
  fiscalYear: number,
): readonly Readonly<{ title: string; part: string }>[] {
  if (measures.length <= MOST_NOTICES)
    return measures.map(({ id, title }) => ({ title, part: `measures/${id}` }))
  const [first] = measures
  const title = `${first?.title ?? ''} (+${measures.length - 1})`
  return [{ title, part: `cycles/${fiscalYear}/measures?mine=1` }]
}
