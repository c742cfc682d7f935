import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { matterKeyOf } from '../../disclosure.domain.ts'
import { DISCLOSURE_POLICY } from '../../disclosure.policy.ts'
import { checkedDispute, type DisputeError, type DisputeFacts } from '../submission.domain.ts'
import { holdDisputeVersion, holdYearRow, isSubmitted, saveDispute } from '../submission.repo.server.ts'
import { mayDispute } from '../window.domain.ts'

/** `seenVersion`: of what was recorded of the item before; 0 where nothing was. */
type RecordDispute = Readonly<{ year: number; code: string; facts: DisputeFacts; seenVersion: number }>

/**
 * Records the provisional score of a submitted item and, where the agency disputes it, why. Only within the window of
 * clarification: what nobody disputes in it is accepted.
 */
export const recordDispute = (ctx: Ctx, asked: RecordDispute): Promise<Result<number, DisputeError>> =>
  inTransaction<number, DisputeError>(ctx, async (tx) => {
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.submit', ctx.actor)
    if (refusal) return err(refusal)
    const { year, code, facts, seenVersion } = asked
    const item = { agencyId: ctx.agency.id, year, code }
    const at = ctx.now()
    // Two who record the first word of one item meet at the row of the year.
    const { days } = await holdYearRow(tx, item)
    if (!mayDispute(days, thaiDay(at))) return err({ code: 'dispute.not-open' })
    if (!(await isSubmitted(tx, item))) return err({ code: 'dispute.not-submitted' })
    const words = checkedDispute(facts)
    if (!words.ok) return words
    const seen = await holdDisputeVersion(tx, item)
    if (seen !== seenVersion) return err({ code: 'dispute.changed' })
    const version = seen + 1
    await saveDispute(tx, { ...item, words: words.value, version, byName: ctx.actor.name, at })
    const { provisionalScore, isDisputed } = words.value
    await writeAudit(tx, {
      agencyId: item.agencyId,
      actor: ctx.actor,
      action: 'dispute.recorded',
      object: { kind: 'disclosure-item', id: matterKeyOf(year, code) },
      detail: { provisionalScore, isDisputed, version },
    })
    return ok(version)
  })
