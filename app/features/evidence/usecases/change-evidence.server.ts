import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { announce } from '../../../platform/db/listen.server.ts'
import { cleanEvidence, type EvidenceFacts, type FactName, mergeFacts } from '../evidence.domain.ts'
import type { EvidenceError } from '../evidence.errors.ts'
import { updateEvidence } from '../evidence.repo.server.ts'
import { holdToChange } from '../held-evidence.server.ts'
import { faultOfUnit } from '../unit-fault.server.ts'

export type EvidenceChange = Readonly<{
  evidenceId: string
  /** The version that was on the page, and what it said. */
  seenVersion: number
  seen: EvidenceFacts
  /** Facts of the form; one that is absent stays. */
  mine: Partial<EvidenceFacts>
}>

/** Changes what is said about a piece of evidence, and answers what was changed; refuses with both sides where two did. */
export function changeEvidence(
  ctx: Ctx,
  { evidenceId, seenVersion, seen, mine }: EvidenceChange,
): Promise<Result<readonly FactName[], EvidenceError>> {
  return inTransaction<readonly FactName[], EvidenceError>(ctx, async (tx) => {
    const held = await holdToChange(tx, ctx, evidenceId)
    if (!held.ok) return held
    const { facts: now, version, removedAt } = held.value
    if (removedAt !== null) return err({ code: 'evidence.removed' })
    const cleaned = cleanEvidence({ ...now, ...mine })
    if (!cleaned.ok) return err({ code: cleaned.error })
    const typed = Object.fromEntries(
      (Object.keys(mine) as FactName[]).map((name) => [name, cleaned.value[name]]),
    ) as Partial<EvidenceFacts>
    const base = version === seenVersion ? now : seen
    const { values, changed, clashes, untouched } = mergeFacts({ seen: base, now, mine: typed })
    if (clashes.length > 0)
      return err({
        code: 'evidence.clash',
        version,
        fields: clashes,
        untouched,
        seen: base,
        theirs: now,
        mine: { ...now, ...typed },
      })
    if (changed.length === 0) return ok([])
    // Together they may say what neither said: its end before its day.
    const whole = cleanEvidence(values)
    if (!whole.ok) return err({ code: whole.error })
    const fault = changed.includes('unitId') ? await faultOfUnit(tx, ctx.agency.id, values.unitId) : null
    if (fault) return err(fault)
    await updateEvidence(tx, {
      agencyId: ctx.agency.id,
      id: evidenceId,
      facts: whole.value,
      version: version + 1,
    })
    // What has become confidential may have been a file that anybody could have.
    if (changed.includes('isConfidential')) await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'evidence.changed',
      object: { kind: 'evidence', id: evidenceId },
      detail: { fields: changed.join(', '), confidential: whole.value.isConfidential },
    })
    return ok(changed)
  })
}
