import { leftToTheOther } from '../../../../web/choices.ts'
import type { TypedField, TypedMeasure } from './measure-form.domain.ts'

/** Inputs of the form of a measure that state each of its facts. */
const FIELDS_OF: Readonly<Record<string, readonly TypedField[]>> = {
  period: ['from', 'to'],
  budget: ['budget', 'budgetNone'],
}

/**
 * The form of a whole measure as it was sent. A box that is not ticked is not sent, and says no all the same; facts of which
 * the other's version was chosen are left out.
 */
export function sentMeasure(sent: FormData): TypedMeasure {
  const text = (name: string) => String(sent.get(name) ?? '')
  const many = (name: string) => sent.getAll(name).filter((value) => typeof value === 'string')
  const typed: Required<Omit<TypedMeasure, 'owners'>> = {
    text: text('text'),
    kind: text('kind'),
    from: text('from'),
    to: text('to'),
    unitIds: many('unitId'),
    personIds: many('personId'),
    ownersWritten: text('ownersWritten'),
    expectedEvidence: text('expectedEvidence'),
    budget: text('budget'),
    budgetNone: sent.get('budgetNone') === 'on',
    summary: text('summary'),
    dueDay: text('dueDay'),
  }
  const left = new Set(
    [...leftToTheOther(sent)].flatMap((fact): readonly string[] => FIELDS_OF[fact] ?? [fact]),
  )
  return Object.fromEntries(Object.entries(typed).filter(([field]) => !left.has(field)))
}
