import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { makePublic } from '../../../approvals/index.server.ts'
import { readDraftCycle, saveDraftVersion } from '../../../improvement/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../../improvement/index.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { judge } from '../../prepare-report.server.ts'
import { proofOf } from '../../walk/walk-proof.server.ts'
import type { PublishingError } from '../publishing.errors.ts'
import { recordPublished } from '../record-published.server.ts'

type PublishReport = Readonly<{
  /** B.E. */
  fiscalYear: number
  /** The content hash that stood on the page when somebody said yes. */
  seenHash: string
  /** Lets a report out that does not score 100. */
  allowsLess: boolean
}>
export type PublishedNow = Readonly<{
  publicationId: string
  /** Of the publication; versions of one year count from 1. */
  version: number
  contentHash: string
  status: 'published' | 'unchanged'
}>

/**
 * Publishes the work of a year as it now stands: public at once, beside every version before it. Refuses when it changed
 * since it was seen, and when not every step of the chain of approval was passed by this very content; then nothing is
 * saved. What is public already stays as it is.
 */
export function publishReport(
  ctx: Ctx,
  { fiscalYear, seenHash, allowsLess }: PublishReport,
): Promise<Result<PublishedNow, PublishingError>> {
  return inTransaction<PublishedNow, PublishingError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.publish', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const draft = await readDraftCycle(tx, agencyId, fiscalYear)
    if (!draft) return err({ code: 'year.not-open' })
    const { cycle, contentHash } = draft
    if (contentHash !== seenHash) return err({ code: 'publish.changed-since' })
    const made = await makePublic(tx, ctx, {
      agencyId,
      kind: 'report',
      key: String(fiscalYear),
      contentHash,
      proof: await proofOf(tx, ctx, { agencyId, cycle, working: draft.working }),
    })
    if (!made.ok) return made
    const { publicationId, version, isNew } = made.value
    if (!isNew) return ok({ publicationId, version, contentHash, status: 'unchanged' })
    const score = judge(cycle, cycle.answers)?.score ?? null
    if (score !== 100 && !allowsLess) return err({ code: 'publish.below-hundred' })
    const saved = await saveDraftVersion(tx, ctx, { agencyId, draft })
    if (!saved.ok) return err({ code: 'publish.not-storable' })
    await recordPublished(tx, ctx, {
      agencyId,
      publicationId,
      cycleId: saved.value.cycleId,
      detail: { fiscalYear, score, workVersion: draft.working.version },
    })
    await announce(tx, 'published')
    return ok({ publicationId, version, contentHash, status: 'published' })
  })
}
