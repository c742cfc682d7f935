import type { Language } from '../../../i18n/language.ts'
import type { Field } from '../../../kernel/field.ts'
import { plainText, type RichText } from '../../../kernel/rich-text.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import {
  type Cover,
  type Criteria,
  type Measurement,
  type NameList,
  type OutcomeFact,
  type OwnerUnit,
  type Period,
  type ResolutionMention,
  scoreName,
} from '../cycle.domain.ts'
import { measureFactsText } from '../measures/facts/text/index.ts'
import type { MeasureKind, PickedScores } from '../working/working-cycle.domain.ts'
import { historyText } from './text/index.ts'

export type ChangedKind = 'cycle' | 'issue' | 'measure' | 'outcome'

/** What people, units and measures are called, by identifier. */
export type ChangeNames = ReadonlyMap<string, string>

/** What a field is called; one of a newer program by its own name. */
export function fieldName(kind: ChangedKind, field: string, lang: Language): string {
  const text = historyText(lang)
  const names: Readonly<Record<string, string>> = {
    cycle: text.cycleFields,
    issue: text.issueFields,
    measure: measureFactsText(lang).fields,
    outcome: text.outcomeFields,
  }[kind]
  return Object.hasOwn(names, field) ? (names[field] ?? field) : field
}

/** A value of a field as text, lines apart; empty where nothing stood there. */
export function valueInWords(
  { kind, field, value }: Readonly<{ kind: ChangedKind; field: string; value: unknown }>,
  { names, lang }: Readonly<{ names: ChangeNames; lang: Language }>,
): string {
  if (value === null || value === undefined) return ''
  const reader = READERS[`${kind}.${field}`]
  return reader
    ? reader(value as never, { names, lang })
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)
}

type Reading = Readonly<{ names: ChangeNames; lang: Language }>
type Reader = (value: never, reading: Reading) => string

const asText: Reader = (value: string | number) => String(value)
const richText: Reader = (value: RichText) => plainText(value)
const named: Reader = (ids: readonly string[], { names, lang }) =>
  ids.map((id) => names.get(id) ?? historyText(lang).somebody).join('\n')
const day: Reader = (value: string, { lang }) => formatDay(value, lang)

const fieldOf =
  <T>(read: (value: T, reading: Reading) => string) =>
  (field: Field<T>, reading: Reading): string => {
    if (field.state === 'missing') return ''
    if (field.state === 'value') return read(field.value, reading)
    return historyText(reading.lang).none({
      by: field.declaredBy,
      day: formatDay(field.declaredOn, reading.lang),
    })
  }

const period = ({ written, start, end }: Period, { lang }: Reading) =>
  `${written}\n${formatDay(start, lang)} – ${formatDay(end, lang)}`

const measurement = ({ year, value }: Measurement): string => (year === null ? value : `${year}: ${value}`)

function outcomeFact(fact: OutcomeFact): string {
  if (fact.kind !== 'score' && fact.kind !== 'percentage') return fact.quote
  const values = [...(fact.before ? [measurement(fact.before)] : []), measurement(fact.after)].join(' → ')
  return `${scoreName(fact)} ${values} ${fact.unit}`
}

const lines = (texts: readonly (string | null)[]): string =>
  texts.filter((text) => text !== null && text !== '').join('\n')

const READERS: Readonly<Record<string, Reader>> = {
  'issue.title': asText,
  'issue.listedTitle': asText,
  'issue.analysis': richText,
  'issue.limitations': (value: readonly RichText[]) => value.map(plainText).join('\n'),

  'measure.text': fieldOf<RichText>(plainText),
  'measure.kind': (value: MeasureKind, { lang }) => measureFactsText(lang).kinds[value],
  'measure.period': fieldOf<Period>(period),
  'measure.unitIds': named,
  'measure.personIds': named,
  'measure.ownersWritten': asText,
  'measure.expectedEvidence': asText,
  'measure.budget': fieldOf<string>((value, { lang }) => historyText(lang).baht(value)),
  'measure.summary': fieldOf<RichText>(plainText),
  'measure.dueDay': day,

  'outcome.covers': named,
  'outcome.text': fieldOf<RichText>(plainText),
  'outcome.facts': (value: readonly OutcomeFact[]) => value.map(outcomeFact).join('\n'),
  'outcome.picked': (value: readonly (PickedScores | null)[], { lang }) =>
    value.map((picked) => (picked === null ? historyText(lang).typed : historyText(lang).picked)).join('\n'),

  'cycle.resultsYear': asText,
  'cycle.answers': asText,
  'cycle.cover': (value: Cover) => lines(Object.values(value)),
  'cycle.background': richText,
  'cycle.criteria': ({ heading, body, scoringHeading, scoring }: Criteria) =>
    lines([heading, plainText(body), scoringHeading, plainText(scoring)]),
  'cycle.nameLists': (value: readonly NameList[]) =>
    lines(
      value.flatMap(({ heading, persons }) => [
        heading,
        ...persons.map(({ name, position }) => `${name} ${position}`.trim()),
      ]),
    ),
  'cycle.resolutions': (value: readonly ResolutionMention[]) => lines(value.map(({ wording }) => wording)),
  'cycle.units': (value: readonly OwnerUnit[]) =>
    lines(value.map(({ name, code }) => (code === null ? name : `${name} (${code})`))),
}
