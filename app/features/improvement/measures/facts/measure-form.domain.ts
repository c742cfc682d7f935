import { aValue, type Field, missing } from '../../../../kernel/field.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type RichText, runsOf } from '../../../../kernel/rich-text.ts'
import { fiscalYearOf, type IsoDay } from '../../../../kernel/thai-date.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import type { Period } from '../../cycle.domain.ts'
import { readNotation, writeNotation } from '../../notation/notation.domain.ts'
import { MEASURE_KINDS, type MeasureFacts, type MeasureKind } from '../../working/working-cycle.domain.ts'
import { NONE } from './measure-reading-words.th.ts'
import { readBaht, writeBaht } from './typed-budget.domain.ts'
import { chosenOwners, type OwnerUnitChoice, readOwners, writeOwners } from './typed-owners.domain.ts'
import { isOutside, shortDay, typedEnds, typedSpan, writtenSpan } from './typed-period.domain.ts'

/** A form of a measure as it was sent: whatever is absent was not on it. Texts are in the notation. */
export type TypedMeasure = Readonly<{
  text?: string
  kind?: string
  /** First and last day or month; `from` may hold the whole range. */
  from?: string
  to?: string
  /** Codes or names of units; `unitIds` is the same by choosing, and goes before. */
  owners?: string
  unitIds?: readonly string[]
  personIds?: readonly string[]
  ownersWritten?: string
  expectedEvidence?: string
  /** Baht, or the word for none. */
  budget?: string
  /** Whether somebody states that it needs no money. */
  budgetNone?: boolean
  summary?: string
  dueDay?: string
}>
export type TypedField = keyof TypedMeasure

export type MeasureFaultCode =
  | 'text.missing'
  | 'text.too-long'
  | 'citation.unknown-item'
  | 'kind.unknown'
  | 'period.unreadable'
  | 'period.no-start'
  | 'period.backwards'
  | 'owners.unknown'
  | 'owners.ended'
  | 'person.unknown'
  | 'budget.unreadable'
  | 'budget.negative'
  | 'budget.both'
  | 'due.unreadable'
export type MeasureFault = Readonly<{
  /** The field of the form that it is said at. */
  field: TypedField
  code: MeasureFaultCode
  /** What of it is wrong, as typed; how many letters may stand, where it is too long. */
  detail: string
}>

export type MeasureGround = Readonly<{
  /** B.E.; item numbers in the texts are of this year. */
  fiscalYear: number
  catalogue: Catalogue
  units: readonly OwnerUnitChoice[]
  /** People who may be named for a measure. */
  personIds: readonly string[]
  /** Who states that there is none, and on which day. */
  by: string
  today: IsoDay
}>

const LONGEST = { text: 10_000, summary: 20_000, expectedEvidence: 2_000, ownersWritten: 500 } as const

/** A measure of which nothing is said yet. */
export const EMPTY_MEASURE: MeasureFacts = {
  text: missing,
  kind: null,
  period: missing,
  unitIds: [],
  personIds: [],
  ownersWritten: null,
  expectedEvidence: null,
  budget: missing,
  summary: missing,
  dueDay: null,
}

/** What a form shows of a measure. */
export type ShownMeasure = Readonly<
  Record<Exclude<TypedField, 'unitIds' | 'personIds' | 'budgetNone'>, string> & {
    unitIds: readonly string[]
    personIds: readonly string[]
    budgetNone: boolean
  }
>

/** The form of a measure as `readMeasure` reads it back to the same facts. */
export function shownMeasure(
  facts: MeasureFacts,
  {
    fiscalYear,
    units,
  }: Readonly<{ fiscalYear: number; units: readonly Pick<OwnerUnitChoice, 'id' | 'code' | 'nameTh'>[] }>,
): ShownMeasure {
  const ends = facts.period.state === 'value' ? typedEnds(facts.period.value) : { from: '', to: '' }
  const notation = (field: Field<RichText>) =>
    field.state === 'value' ? writeNotation(field.value, { year: fiscalYear }) : ''
  return {
    text: notation(facts.text),
    kind: facts.kind ?? '',
    ...ends,
    owners: writeOwners(facts.unitIds.flatMap((id) => units.find((unit) => unit.id === id) ?? [])),
    unitIds: facts.unitIds,
    personIds: facts.personIds,
    ownersWritten: facts.ownersWritten ?? '',
    expectedEvidence: facts.expectedEvidence ?? '',
    budget: facts.budget.state === 'value' ? writeBaht(facts.budget.value) : '',
    budgetNone: facts.budget.state === 'none',
    summary: notation(facts.summary),
    dueDay: facts.dueDay === null ? '' : shortDay(facts.dueDay),
  }
}

/**
 * The facts that a form states. What is sent as it was shown (`was`) is that fact to the letter: a period keeps the words in
 * which it was written, and what was declared none stays so. Every fault of every field is told.
 */
export function readMeasure(
  sent: TypedMeasure,
  was: MeasureFacts,
  ground: MeasureGround,
): Result<Partial<MeasureFacts>, readonly MeasureFault[]> {
  const typed = cleaned(sent)
  // As it comes back from a browser.
  const shown = cleaned(shownMeasure(was, ground)) as ShownMeasure
  const faults: MeasureFault[] = []
  const facts: { -readonly [K in keyof MeasureFacts]?: MeasureFacts[K] } = {}
  const fault = (field: TypedField, code: MeasureFaultCode, detail = '') => {
    faults.push({ field, code, detail })
  }

  for (const field of ['text', 'summary'] as const) {
    const text = typed[field]
    if (text === undefined) continue
    if (text === shown[field]) facts[field] = was[field]
    else if (text.length > LONGEST[field]) fault(field, 'text.too-long', String(LONGEST[field]))
    else {
      const read = readNotation(text, { year: ground.fiscalYear, catalogue: ground.catalogue })
      if (!read.ok) fault(field, read.error.code, read.error.unknown.join(', '))
      else if (hasWords(read.value)) facts[field] = aValue(read.value)
      else if (field === 'text') fault(field, 'text.missing')
      else facts[field] = missing
    }
  }

  for (const field of ['expectedEvidence', 'ownersWritten'] as const) {
    const text = typed[field]
    if (text === undefined) continue
    if (text === shown[field]) facts[field] = was[field]
    else if (text.length > LONGEST[field]) fault(field, 'text.too-long', String(LONGEST[field]))
    else facts[field] = text === '' ? null : text
  }

  if (typed.kind !== undefined) {
    if (typed.kind === '' || isKind(typed.kind)) facts.kind = typed.kind === '' ? null : typed.kind
    else fault('kind', 'kind.unknown', typed.kind)
  }

  if (typed.from !== undefined || typed.to !== undefined) {
    const ends = { from: typed.from ?? shown.from, to: typed.to ?? shown.to }
    if (ends.from === shown.from && ends.to === shown.to) facts.period = was.period
    else {
      const read = readPeriod(ends, was.period, ground.fiscalYear)
      if (read.ok) facts.period = read.value
      else fault(read.error.field, read.error.code, read.error.detail)
    }
  }

  if (typed.unitIds !== undefined || typed.owners !== undefined) {
    const among = { units: ground.units, was: was.unitIds }
    const isSame = typed.unitIds === undefined && typed.owners === shown.owners
    const read = isSame
      ? ok(was.unitIds)
      : typed.unitIds
        ? chosenOwners(inOrderOf(was.unitIds, typed.unitIds), among)
        : readOwners(typed.owners ?? '', among)
    if (!read.ok) fault(typed.unitIds ? 'unitIds' : 'owners', read.error.code, read.error.names.join(', '))
    else {
      facts.unitIds = read.value
      // Words that name other units than those that carry it out would be printed as they stand.
      const isOther = read.value.join() !== was.unitIds.join()
      if (isOther && (facts.ownersWritten ?? was.ownersWritten) === was.ownersWritten)
        facts.ownersWritten = null
    }
  }

  if (typed.personIds !== undefined) {
    const known = [...ground.personIds, ...was.personIds]
    const unknown = typed.personIds.filter((id) => !known.includes(id))
    if (unknown.length > 0) fault('personIds', 'person.unknown')
    else facts.personIds = [...new Set(typed.personIds)].toSorted()
  }

  if (typed.budget !== undefined || typed.budgetNone !== undefined) {
    const budget = typed.budget ?? shown.budget
    const isNone = (typed.budgetNone ?? shown.budgetNone) || budget === NONE
    if (isNone && budget !== '' && budget !== NONE) fault('budget', 'budget.both')
    else if (isNone)
      facts.budget =
        was.budget.state === 'none'
          ? was.budget
          : { state: 'none', declaredBy: ground.by, declaredOn: ground.today }
    else if (budget === '') facts.budget = missing
    else if (budget === shown.budget) facts.budget = was.budget
    else {
      const read = readBaht(budget)
      if (read.ok) facts.budget = aValue(read.value)
      else fault('budget', read.error, budget)
    }
  }

  if (typed.dueDay !== undefined) {
    const due = typedSpan(typed.dueDay, ground.fiscalYear)
    if (typed.dueDay === '') facts.dueDay = null
    else if (due) facts.dueDay = due.end
    else fault('dueDay', 'due.unreadable', typed.dueDay)
  }

  return faults.length > 0 ? err(faults) : ok(facts)
}

/** The facts of a measure that is new: it has to say at least what is to be done. */
export function readNewMeasure(
  sent: TypedMeasure,
  ground: MeasureGround,
): Result<MeasureFacts, readonly MeasureFault[]> {
  const read = readMeasure(sent, EMPTY_MEASURE, ground)
  const faults = read.ok ? [] : [...read.error]
  const isTextRead = read.ok ? read.value.text?.state === 'value' : Boolean(sent.text?.trim())
  if (!isTextRead) faults.unshift({ field: 'text', code: 'text.missing', detail: '' })
  return read.ok && faults.length === 0 ? ok({ ...EMPTY_MEASURE, ...read.value }) : err(faults)
}

function readPeriod(
  { from, to }: Readonly<{ from: string; to: string }>,
  was: Field<Period>,
  fiscalYear: number,
): Result<Field<Period>, MeasureFault> {
  if (from === '' && to === '') return ok(missing)
  if (from === '') return err({ field: 'from', code: 'period.no-start', detail: '' })
  const first = typedSpan(from, fiscalYear)
  if (!first) return err({ field: 'from', code: 'period.unreadable', detail: from })
  const last = to === '' ? first : typedSpan(to, fiscalYear)
  if (!last) return err({ field: 'to', code: 'period.unreadable', detail: to })
  const span = { start: first.start, end: last.end }
  if (span.start > span.end) return err({ field: 'to', code: 'period.backwards', detail: '' })
  const isSame = was.state === 'value' && was.value.start === span.start && was.value.end === span.end
  return ok(isSame ? was : aValue({ written: writtenSpan(span), ...span }))
}

export type MeasureWarning = 'period.outside-year' | 'due.outside-year'

/** What a careful reader would ask about; it is saved all the same. */
export function warningsOf({ period, dueDay }: MeasureFacts, fiscalYear: number): readonly MeasureWarning[] {
  const isPeriodOut = period.state === 'value' && isOutside(period.value, fiscalYear)
  // Handing in after the year is over is what the coordinator may want; before it is not.
  const isDueOut = dueDay !== null && Math.abs(fiscalYearOf(dueDay) - fiscalYear) > 1
  return [
    ...(isPeriodOut ? (['period.outside-year'] as const) : []),
    ...(isDueOut ? (['due.outside-year'] as const) : []),
  ]
}

/** Whether somebody wrote anything into the form of a new measure. */
export const saysSomething = (typed: TypedMeasure): boolean =>
  Object.values(typed).some((value) =>
    typeof value === 'string'
      ? value.trim() !== ''
      : Array.isArray(value)
        ? value.length > 0
        : value === true,
  )

/** The units in the order in which they were named, and the new ones behind them. */
const inOrderOf = (was: readonly string[], ids: readonly string[]): readonly string[] => [
  ...was.filter((id) => ids.includes(id)),
  ...ids.filter((id) => !was.includes(id)),
]

const isKind = (text: string): text is MeasureKind => (MEASURE_KINDS as readonly string[]).includes(text)

const hasWords = (text: RichText): boolean => runsOf(text).some((run) => run.text.trim() !== '')

/** Line ends as the notation has them, and nothing that cannot be kept. */
const cleaned = (typed: TypedMeasure): TypedMeasure =>
  Object.fromEntries(
    Object.entries(typed).map(([field, value]) => [
      field,
      typeof value === 'string' ? cleanText(value) : value,
    ]),
  )

const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
    .trim()
