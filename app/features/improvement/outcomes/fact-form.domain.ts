import { cleanLine } from '../../../kernel/clean-text.ts'
import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import type { Score } from '../../assessments/index.ts'
import { type Catalogue, canonicalRef, findIndicator, findItem, titleOf } from '../../catalogue/index.ts'
import type { Measurement, OutcomeFact } from '../cycle.domain.ts'
import type { PickedScores } from '../working/working-cycle.domain.ts'
import { outcomeWords } from './outcome-words.th.ts'

export const FACT_KINDS = ['score', 'percentage', 'absence', 'completion'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** A fact as it was chosen or typed. With `afterScore`, the values are those of imported results, and nothing typed counts. */
export type TypedFact = Readonly<{
  kind: string
  afterScore?: string
  beforeScore?: string
  label?: string
  /** "e1": the item or indicator that a typed score is of, in the year of each value. */
  item?: string
  afterYear?: string
  afterValue?: string
  beforeYear?: string
  beforeValue?: string
}>
export type FactFaultCode =
  | 'fact.unknown-kind'
  | 'fact.no-score'
  | 'fact.unknown-score'
  | 'fact.no-label'
  | 'fact.long-label'
  | 'fact.no-value'
  | 'fact.bad-value'
  | 'fact.bad-year'
  | 'fact.unknown-item'
export type FactFault = Readonly<{ field: keyof TypedFact; code: FactFaultCode }>

/** A fact without its quote yet, with the results it was picked from. */
export type MadeFact = Readonly<{ fact: OutcomeFact; picked: PickedScores | null }>
export type FactGround = Readonly<{
  /** B.E.; the year of a value for which none is typed, the one before it for an earlier value. */
  fiscalYear: number
  catalogue: Catalogue
  scores: readonly Score[]
}>

/** Makes a fact of what was chosen or typed; every value that was picked is quoted from the imported result. */
export function makeFact(typed: TypedFact, ground: FactGround): Result<MadeFact, readonly FactFault[]> {
  const kind = FACT_KINDS.find((known) => known === typed.kind)
  if (!kind) return err([{ field: 'kind', code: 'fact.unknown-kind' }])
  if (kind === 'absence' || kind === 'completion') return ok({ fact: { kind, quote: '' }, picked: null })
  return kind === 'score' && typed.afterScore ? pickedFact(typed, ground) : typedFact(kind, typed, ground)
}

function pickedFact(
  typed: TypedFact,
  { catalogue, scores }: FactGround,
): Result<MadeFact, readonly FactFault[]> {
  const find = (id: string | undefined) => scores.find((score) => score.id === id) ?? null
  const after = find(typed.afterScore)
  const before = find(typed.beforeScore)
  if (!after) return err([{ field: 'afterScore', code: 'fact.unknown-score' }])
  if (typed.beforeScore && (!before || before.year >= after.year))
    return err([{ field: 'beforeScore', code: 'fact.unknown-score' }])
  const measured = ({ year, value, ref }: Score): Measurement => ({ year, value, of: ref })
  return ok({
    fact: {
      kind: 'score',
      label: printedName(catalogue, after.ref),
      before: before && measured(before),
      after: measured(after),
      unit: outcomeWords.points,
      quote: '',
    },
    picked: { before: before?.id ?? null, after: after.id },
  })
}

/** How a report prints what was measured: a label of the catalogue, so that an import finds the item by it, else the title. */
function printedName(catalogue: Catalogue, ref: ItemRef): string {
  const [label] = (findItem(catalogue, ref) ?? findIndicator(catalogue, ref))?.labels ?? []
  return label ?? titleOf(catalogue, ref)?.th ?? ref
}

const LONGEST_LABEL = 300

function typedFact(
  kind: 'score' | 'percentage',
  typed: TypedFact,
  { fiscalYear, catalogue }: FactGround,
): Result<MadeFact, readonly FactFault[]> {
  const faults: FactFault[] = []
  const fault = (field: keyof TypedFact, code: FactFaultCode): null => {
    faults.push({ field, code })
    return null
  }
  const label = cleanLine(typed.label ?? '')
  if (label === '') fault('label', 'fact.no-label')
  if (label.length > LONGEST_LABEL) fault('label', 'fact.long-label')
  const measured = (side: 'after' | 'before', assumed: number): Measurement | null => {
    const written = (typed[`${side}Value`] ?? '').trim()
    if (written === '') return null
    const value = decimalOf(written, kind) ?? fault(`${side}Value`, 'fact.bad-value')
    const typedYear = (typed[`${side}Year`] ?? '').trim()
    const year =
      typedYear === '' ? assumed : (buddhistYear(typedYear) ?? fault(`${side}Year`, 'fact.bad-year'))
    const item = (typed.item ?? '').trim()
    const of = item === '' || year === null ? null : canonicalRef(catalogue, year, toArabicDigits(item))
    // The item is of the later year; an earlier one may have asked it under another number, or not at all.
    if (item !== '' && of === null && side === 'after') fault('item', 'fact.unknown-item')
    return { year, value: value ?? '0', of: side === 'after' ? of : null }
  }
  const after = measured('after', fiscalYear) ?? fault('afterValue', 'fact.no-value')
  const before = measured('before', (after?.year ?? fiscalYear) - 1)
  if (before?.year && after?.year && before.year >= after.year) fault('beforeYear', 'fact.bad-year')
  if (faults.length > 0 || after === null) return err(faults)
  const unit = kind === 'score' ? outcomeWords.points : outcomeWords.percent
  return ok({ fact: { kind, label, before, after, unit, quote: '' }, picked: null })
}

/** "๘๕.๖" → "85.6"; a score is at most 100. Null when it is no such number. */
function decimalOf(written: string, kind: 'score' | 'percentage'): DecimalText | null {
  const text = toArabicDigits(written).replace(/\s*%$/u, '')
  if (!/^\d{1,5}(\.\d{1,4})?$/u.test(text)) return null
  return kind === 'score' && Number(text) > 100 ? null : text
}
