import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { cleanEvidence } from '../../evidence.domain.ts'
import { EVIDENCE_POLICY } from '../../evidence.policy.ts'
import { holdEvidence } from '../../evidence.repo.server.ts'
import { changeRefusal } from '../../evidence-access.domain.ts'
import { quotaFault } from '../quota.domain.ts'
import { findStoredSize } from '../stored-size.queries.server.ts'
import type { StoringError } from '../storing.errors.ts'
import { MOST_OPEN_UPLOADS, type SentFacts, titleOf } from '../upload.domain.ts'
import { countOpenUploads, holdUploadsOf, insertUpload } from '../upload.repo.server.ts'

type Beginning = Readonly<{
  id: string
  fileName: string
  /** Bytes. */
  size: number
  facts: SentFacts
  /** Of an agency that has no quota of its own, in bytes; null: no limit. */
  defaultQuota: number | null
}>

/**
 * Begins an upload of the person who acts, under an identifier of the caller's. Everything that can be judged by what the
 * file says of itself is judged here, so that nobody sends gigabytes to be refused in the end.
 */
export function beginUpload(
  ctx: Ctx,
  { id, fileName, size, facts, defaultQuota }: Beginning,
): Promise<Result<null, StoringError>> {
  return inTransaction<null, StoringError>(ctx, async (tx) => {
    const { actor, agency } = ctx
    const refusal = refusalOf(EVIDENCE_POLICY, 'evidence.add', actor)
    if (refusal) return err(refusal)
    if (actor.kind !== 'person') throw new Error('an upload belongs to a person')
    const whole = cleanEvidence({ ...facts, title: titleOf(facts, fileName), unitId: null })
    if (!whole.ok) return err({ code: whole.error })
    if (facts.evidenceId !== null) {
      const held = await holdEvidence(tx, { agencyId: agency.id, id: facts.evidenceId })
      if (!held) return err({ code: 'evidence.unknown' })
      const notTheirs = changeRefusal(actor, { ...held.facts, addedBy: held.addedBy })
      if (notTheirs) return err(notTheirs)
      if (held.removedAt) return err({ code: 'evidence.removed' })
    }
    const full = quotaFault(await findStoredSize(tx, agency.id), { size, defaultQuota })
    if (full) return err(full)
    const whose = { agencyId: agency.id, personId: actor.id }
    await holdUploadsOf(tx, actor.id)
    if ((await countOpenUploads(tx, whose)) >= MOST_OPEN_UPLOADS) return err({ code: 'upload.too-many' })
    await insertUpload(tx, { ...whose, id, fileName, size, startedAt: ctx.now() })
    return ok(null)
  })
}
