import { isDeepStrictEqual } from 'node:util'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { catalogueIn } from '../../catalogue/index.server.ts'
import { itemsOf } from '../../catalogue/index.ts'
import { holdAgency } from '../../people/index.server.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { readYear, saveYear } from '../item.repo.server.ts'
import type { YearCalendar } from '../item-work.domain.ts'

export type ChangeYear = Readonly<{ year: number; calendar: YearCalendar; seenVersion: number }>

/** Sets the windows of a framework year; false when they are so already. */
export const changeYear = (
  ctx: Ctx,
  { year, calendar, seenVersion }: ChangeYear,
): Promise<Result<boolean, DisclosureError>> =>
  inTransaction<boolean, DisclosureError>(ctx, async (tx) => {
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.assign', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    if (itemsOf(await catalogueIn(tx, agencyId), year, 'OIT').length === 0)
      return err({ code: 'year.unknown' })
    const was = await readYear(tx, { agencyId, year })
    if (was.version !== seenVersion) return err({ code: 'year.changed' })
    const windows = [
      [calendar.submissionFrom, calendar.submissionTo],
      [calendar.scoringFrom, calendar.scoringTo],
      [calendar.clarificationFrom, calendar.clarificationTo],
    ] as const
    if (windows.some(([from, to]) => from !== null && to !== null && to < from))
      return err({ code: 'year.end-before-start' })
    if (isDeepStrictEqual(was.calendar, calendar)) return ok(false)
    await saveYear(tx, { agencyId, year, calendar, version: was.version + 1 })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure-year.changed',
      object: { kind: 'disclosure-year', id: String(year) },
      detail: { ...calendar },
    })
    return ok(true)
  })
