import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { catalogueIn, catalogueStamp } from '../../../catalogue/index.server.ts'
import { type Cycle, countCycle } from '../../cycle.domain.ts'
import { type CycleVersion, findCurrentForUpdate } from '../../cycle.repo.server.ts'
import { faultsOfContent } from '../../importers/faults-of-content.domain.ts'
import { IMPROVEMENT_POLICY } from '../../improvement.policy.ts'
import { saveVersion } from '../../save-version.server.ts'
import { storable } from '../../storable.domain.ts'
import type { CyclesError } from '../cycles.errors.ts'
import { readDraftCycle } from '../draft-cycle.queries.server.ts'

export type PublishCycle = Readonly<{
  /** B.E. */
  fiscalYear: number
  /** The content hash that stood on the page when somebody said yes. */
  seenHash: string
  /** Lets it take the place of an earlier version, which is kept, superseded. */
  replace: boolean
  /** Lets a report out that does not score 100. */
  allowsLess: boolean
  /** How the report is judged; null where no rule is known for its item. This room does not judge. */
  scoreOf: (cycle: Cycle) => 0 | 100 | null
}>
export type PublishedCycle = CycleVersion & Readonly<{ status: 'saved' | 'replaced' | 'unchanged' }>

/**
 * Publishes the work of a year as it now stands: public at once. Refuses when it changed since it was seen, so that nobody
 * publishes what they have not read. The same content again changes nothing.
 */
export function publishCycle(ctx: Ctx, input: PublishCycle): Promise<Result<PublishedCycle, CyclesError>> {
  return inTransaction<PublishedCycle, CyclesError>(ctx, async (tx) => {
    const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.publish', ctx.actor)
    if (refusal) return err(refusal)
    const { fiscalYear } = input
    const agencyId = ctx.agency.id
    const current = await findCurrentForUpdate(tx, { agencyId, fiscalYear })
    const draft = await readDraftCycle(tx, agencyId, fiscalYear)
    if (!draft) return err({ code: 'year.not-open' })
    const { cycle, contentHash } = draft
    if (contentHash !== input.seenHash) return err({ code: 'publish.changed-since' })
    if (!storable(cycle).ok) return err({ code: 'publish.not-storable' })
    if (current?.contentHash === contentHash) return ok({ ...current, status: 'unchanged' })
    const score = input.scoreOf(cycle)
    if (score !== 100 && !input.allowsLess) return err({ code: 'publish.below-hundred' })
    if (current && !input.replace) return err({ code: 'publish.already-there' })

    const saved = await saveVersion(tx, ctx, {
      agencyId,
      outcome: {
        cycle,
        catalogue: catalogueStamp(await catalogueIn(tx, agencyId)),
        counts: countCycle(cycle),
        notes: [],
        suspectedFaults: faultsOfContent(cycle),
      },
      contentHash,
      current,
      action: 'cycle.published',
      detail: { score, workVersion: draft.working.version },
    })
    return ok({ ...saved, status: current ? 'replaced' : 'saved' })
  })
}
