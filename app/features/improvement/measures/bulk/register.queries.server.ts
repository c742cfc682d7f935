import { ownUnits } from '../../../../kernel/actor.ts'
import { fieldValue } from '../../../../kernel/field.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { plainText } from '../../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { countEvidenceUses } from '../../../evidence/index.server.ts'
import { findNames } from '../../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { findWorkingCycle } from '../../working/working-cycle.queries.server.ts'
import { findOwnerChoices, type OwnerChoices } from '../facts/owner-choices.queries.server.ts'
import { shortTitle } from '../short-title.domain.ts'
import { type RegisterRow, registerRows, type Self } from './register.domain.ts'

/** All measures of a year. Plain data: it goes through the answer of a loader. */
export type Register = Readonly<{
  /** B.E. */
  fiscalYear: number
  today: IsoDay
  rows: readonly RegisterRow[]
  /** Numbers of the issues of the year. */
  issues: readonly number[]
  /** Who may be chosen: units that take something new, and people who answer for one. */
  choices: OwnerChoices
  self: Self
  may: Readonly<{ change: boolean; remind: boolean }>
}>

/** Null when nobody has opened that year. */
export async function findRegister(ctx: Ctx, fiscalYear: number): Promise<Register | null> {
  const cycle = await findWorkingCycle(ctx, fiscalYear)
  if (!cycle) return null
  const today = thaiDay(ctx.now())
  const measures = cycle.issues.flatMap((issue) => issue.measures)
  const evidence = await countEvidenceUses(ctx, { kind: 'measure', ids: measures.map(({ id }) => id) })
  const { units, people } = await findOwnerChoices(ctx)
  const named = measures.flatMap(({ facts }) => facts.personIds)
  // Whoever is named stays named, also when they answer for no unit by now. The name of a person has no language.
  const names = await findNames(ctx, { ids: named, lang: 'th' })
  const may = (act: 'measure.change' | 'measure.remind') =>
    refusalOf(IMPROVEMENT_POLICY, act, ctx.actor) === null
  return {
    fiscalYear,
    today,
    rows: registerRows(cycle, {
      today,
      evidence,
      nameOf: (id) => names[id],
      titleOf: ({ facts }) => shortTitle(plainText(fieldValue(facts.text) ?? [])),
    }),
    issues: cycle.issues.map(({ number }) => number),
    choices: { units: units.filter(({ validTo }) => validTo === null), people },
    self: { personId: ctx.actor.kind === 'person' ? ctx.actor.id : null, unitIds: ownUnits(ctx.actor) },
    may: { change: may('measure.change'), remind: may('measure.remind') },
  }
}
