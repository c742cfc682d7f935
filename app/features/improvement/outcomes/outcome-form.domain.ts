import { aValue, type Field, fieldValue } from '../../../kernel/field.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { readTyped, type TypedHome } from '../notation/typed-text.domain.ts'
import type { OutcomeFacts } from '../working/working-cycle.domain.ts'
import type { FactFault, FactFaultCode, TypedFact } from './fact-form.domain.ts'

/** A form of an outcome as it was sent: whatever is absent was not on it. The text is in the notation. */
export type TypedOutcome = Readonly<{
  /** Identifiers of measures of the issue. */
  covers?: readonly string[]
  text?: string
  /** Somebody states that there is no outcome; only where the text is empty. */
  textNone?: boolean
  addFact?: TypedFact
}>

export type OutcomeFaultCode =
  | FactFaultCode
  | 'outcome.covers-nothing'
  | 'outcome.unknown-measure'
  | 'outcome.no-text'
  | 'outcome.long-text'
  | 'outcome.both'
  | 'outcome.many-facts'
  | 'citation.unknown-item'
export type OutcomeFault = Readonly<{ field: string; code: OutcomeFaultCode; detail: string }>

/** A measure of the issue, as far as an outcome asks. */
export type CoveredMeasure = Readonly<{ id: string; unitIds: readonly string[] }>

export type OutcomeGround = Omit<TypedHome, 'part'> &
  Readonly<{
    /** Those of the issue that were not removed, in their order. */
    measures: readonly CoveredMeasure[]
    /** Who states that there is none, and on which day. */
    by: string
    today: IsoDay
  }>

const LONGEST_TEXT = 20_000
export const MOST_FACTS = 50

/** An outcome of which nothing is said yet. */
export const EMPTY_OUTCOME: OutcomeFacts = { covers: [], text: { state: 'missing' }, facts: [], picked: [] }

/** What a form makes of an outcome that now says `now`; what is wrong is added to `faults`. */
export function readOutcome(
  typed: TypedOutcome,
  now: OutcomeFacts,
  { ground, faults }: Readonly<{ ground: OutcomeGround; faults: OutcomeFault[] }>,
): Pick<Partial<OutcomeFacts>, 'covers' | 'text'> {
  const covers = typed.covers && readCovers(typed.covers, now.covers, { ground, faults })
  const text = typed.text === undefined ? undefined : readText(typed, now.text, { ground, faults })
  return { ...(covers && { covers }), ...(text && { text }) }
}

type Reading = Readonly<{ ground: OutcomeGround; faults: OutcomeFault[] }>

/** In the order of the measures. A measure that was removed stays covered, for it may come back. */
function readCovers(
  chosen: readonly string[],
  now: readonly string[],
  { ground, faults }: Reading,
): readonly string[] {
  const ids = ground.measures.map(({ id }) => id)
  if (chosen.length === 0) faults.push({ field: 'covers', code: 'outcome.covers-nothing', detail: '' })
  if (chosen.some((id) => !ids.includes(id)))
    faults.push({ field: 'covers', code: 'outcome.unknown-measure', detail: '' })
  return [...ids.filter((id) => chosen.includes(id)), ...now.filter((id) => !ids.includes(id))]
}

function readText(
  { text = '', textNone = false }: TypedOutcome,
  now: Field<RichText>,
  { ground, faults }: Reading,
): Field<RichText> {
  const fault = (code: OutcomeFaultCode, detail = ''): Field<RichText> => {
    faults.push({ field: 'text', code, detail })
    return now
  }
  if (text.length > LONGEST_TEXT) return fault('outcome.long-text', String(LONGEST_TEXT))
  const read = readTyped(text, fieldValue(now) ?? [], { ...ground, part: 'summary' })
  if (!read.ok) return fault(read.error.code, read.error.unknown.join(', '))
  const isEmpty = read.value.length === 0
  if (textNone && !isEmpty) return fault('outcome.both')
  if (!isEmpty) return aValue(read.value)
  // Who declared it first, and when, stays.
  if (textNone)
    return now.state === 'none' ? now : { state: 'none', declaredBy: ground.by, declaredOn: ground.today }
  return fault('outcome.no-text')
}

export const asOutcomeFaults = (faults: readonly FactFault[]): readonly OutcomeFault[] =>
  faults.map((fault) => ({ ...fault, detail: '' }))
