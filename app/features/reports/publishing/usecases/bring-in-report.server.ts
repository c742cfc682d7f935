import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { inProgramTransaction, type ProgramCtx } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { makePublic, placeMatter, recordReported } from '../../../approvals/index.server.ts'
import type { LeftOut, Standing } from '../../../approvals/index.ts'
import {
  type ImprovementError,
  type KeptCycle,
  keepImportedCycle,
  type SaveImportedCycle,
} from '../../../improvement/index.server.ts'
import { contentOf, IMPROVEMENT_POLICY } from '../../../improvement/index.ts'
import { recordPermissionRefused } from '../../../people/index.server.ts'
import { proofOf } from '../../walk/walk-proof.server.ts'
import { recordPublished } from '../record-published.server.ts'

export type BroughtIn = Omit<KeptCycle, 'agencyId'> &
  Readonly<{
    /** The version under which it is public; null: it is saved, and waits for its chain of approval. */
    publication: Readonly<{ version: number }> | null
    /** What it still lacks; null where it is public. */
    standing: Standing | null
    /** How many resolutions that it speaks of became records. */
    recorded: number
    /** Resolutions that it speaks of and of which nothing could be recorded. */
    leftOut: readonly LeftOut[]
  }>

/**
 * Keeps a report that was brought in from its file as the one of its year, with the resolutions that it speaks of. It becomes
 * public where the chain of approval is complete for this very content; else it is kept alone. The same file again changes
 * nothing but that. Roles of a person are those in their own agency: for a person, `agencyCode` is that one.
 */
export async function bringInReport(
  ctx: ProgramCtx,
  input: SaveImportedCycle,
): Promise<Result<BroughtIn, ImprovementError>> {
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.import', ctx.actor)
  if (refusal) {
    await recordPermissionRefused(ctx, input.agencyCode, refusal)
    return err(refusal)
  }
  return inProgramTransaction<BroughtIn, ImprovementError>(ctx, async (tx) => {
    const kept = await keepImportedCycle(tx, ctx, input)
    if (!kept.ok) return kept
    const { agencyId, ...saved } = kept.value
    const { cycle } = input.outcome
    const [kind, key] = ['report', String(cycle.fiscalYear)] as const
    const report = await placeMatter(tx, ctx, {
      agencyId,
      kind,
      key,
      title: cycle.cover.title.trim() || cycle.answers,
      content: contentOf(cycle),
    })
    const { recorded, leftOut } = await recordReported(tx, ctx, {
      agencyId,
      // As the report itself calls its agency, which may have another name by now.
      names: { nameTh: cycle.agency.name, shortName: cycle.agency.shortName },
      mentions: cycle.resolutions.map(({ body, meetingNumber, heldOn, wording, about }) => ({
        body,
        meetingNumber,
        heldOn: heldOn.day,
        wording,
        about,
      })),
      report,
    })
    const { contentHash } = saved
    const proof = await proofOf(tx, ctx, { agencyId, cycle, working: null })
    const made = await makePublic(tx, ctx, { agencyId, kind, key, contentHash, proof })
    if (!made.ok) return ok({ ...saved, publication: null, standing: made.error.standing, recorded, leftOut })
    const { publicationId, version, isNew } = made.value
    if (isNew) {
      await recordPublished(tx, ctx, {
        agencyId,
        publicationId,
        cycleId: saved.cycleId,
        detail: { fiscalYear: cycle.fiscalYear },
      })
      await announce(tx, 'published')
    }
    return ok({ ...saved, publication: { version }, standing: null, recorded, leftOut })
  })
}
