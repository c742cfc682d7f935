import type { Actor } from '../../../kernel/actor.ts'
import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import type { CoveredMeasure } from './outcome-form.domain.ts'

type Covering = Readonly<{
  measures: readonly CoveredMeasure[]
  /** What the outcome covers now, and what it is to cover. */
  before: readonly string[]
  after: readonly string[]
}>

/**
 * Whether somebody may make this of an outcome. A unit owner may change one that covers a measure of their unit, also where it
 * covers others with it; but whether it covers a measure is for the owners of that measure.
 */
export function outcomeRefusal(
  actor: Actor,
  { measures, before, after }: Covering,
): PermissionRefusal | null {
  const unitsOf = (ids: readonly string[]) =>
    measures.filter(({ id }) => ids.includes(id)).flatMap(({ unitIds }) => unitIds)
  const ask = (ids: readonly string[]) =>
    refusalOf(IMPROVEMENT_POLICY, 'outcome.change', actor, { unitIds: unitsOf(ids) })
  const all = measures.map(({ id }) => id)
  const whole = ask([before, after, all].find((ids) => ids.length > 0) ?? [])
  if (whole) return whole
  const turned = [
    ...after.filter((id) => !before.includes(id)),
    ...before.filter((id) => !after.includes(id)),
  ]
  return turned.map((id) => ask([id])).find((refusal) => refusal !== null) ?? null
}
