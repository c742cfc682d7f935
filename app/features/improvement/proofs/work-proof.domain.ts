import type { RoleName } from '../../../kernel/actor.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'

/** A step by which a measure was handed in, accepted or sent back. */
export type ReviewStep = Readonly<{
  measureId: string
  kind: 'submitted' | 'returned' | 'accepted' | 'reopened'
  personId: string | null
  byName: string
  at: Date
}>

/** A role that somebody had for some time; `validTo` null while no end is known. */
export type GrantedRole = Readonly<{
  personId: string
  role: RoleName
  unit: StepUnit | null
  validFrom: IsoDay
  validTo: IsoDay | null
}>
export type StepUnit = Readonly<{ id: string; nameTh: string; nameEn: string | null }>

/** Who handed in or accepted a measure, in the role and for the unit that they had on that day. */
export type StepBy = Readonly<{ at: Date; byName: string; role: RoleName | null; unit: StepUnit | null }>
export type ReviewOfMeasure = Readonly<{ submitted: StepBy | null; accepted: StepBy | null }>

/**
 * By whom a measure was last handed in and accepted, as far as that still holds: what was sent back or opened again since
 * holds no more. `steps` are of one measure, `unitIds` are its owners, `roles` of those who took the steps.
 */
export function reviewOf(
  steps: readonly ReviewStep[],
  { unitIds, roles }: Readonly<{ unitIds: readonly string[]; roles: readonly GrantedRole[] }>,
): ReviewOfMeasure {
  const last = (kind: ReviewStep['kind']) =>
    steps
      .filter((step) => step.kind === kind)
      .reduce<ReviewStep | null>((newest, step) => (newest && newest.at > step.at ? newest : step), null)
  const sentBack = [last('returned'), last('reopened')].filter((step) => step !== null)
  const standing = (step: ReviewStep | null, preferred: RoleName) =>
    step && sentBack.every(({ at }) => at <= step.at) ? stepBy(step, { unitIds, roles, preferred }) : null
  return {
    submitted: standing(last('submitted'), 'unit-owner'),
    accepted: standing(last('accepted'), 'ita-coordinator'),
  }
}

/** The role in which somebody acted: one for a unit of the measure, else the one that such a step asks for, else any. */
function stepBy(
  step: ReviewStep,
  {
    unitIds,
    roles,
    preferred,
  }: Readonly<{ unitIds: readonly string[]; roles: readonly GrantedRole[]; preferred: RoleName }>,
): StepBy {
  const day = thaiDay(step.at)
  const held = roles.filter(
    ({ personId, validFrom, validTo }) =>
      personId === step.personId && validFrom <= day && (validTo === null || validTo >= day),
  )
  const ofPreferred = held.filter(({ role }) => role === preferred)
  const grant =
    ofPreferred.find(({ unit }) => unit !== null && unitIds.includes(unit.id)) ?? ofPreferred[0] ?? held[0]
  return { at: step.at, byName: step.byName, role: grant?.role ?? null, unit: grant?.unit ?? null }
}
