import { writeAudit } from '../../../platform/audit/audit.server.ts'
import type { ProgramCtx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { readPublications } from '../../approvals/index.server.ts'

type Published = Readonly<{
  agencyId: string
  publicationId: string
  /** The saved version that became public. */
  cycleId: string
  detail: Readonly<Record<string, string | number | null>>
}>

/** Writes into the audit log what became public, and by which resolutions. */
export async function recordPublished(tx: Tx, ctx: ProgramCtx, given: Published): Promise<void> {
  const { agencyId, publicationId, cycleId, detail } = given
  const [publication] = await readPublications(tx, agencyId, { id: publicationId })
  await writeAudit(tx, {
    agencyId,
    actor: ctx.actor,
    action: 'cycle.published',
    object: { kind: 'cycle', id: cycleId },
    detail: {
      ...detail,
      publicationId,
      version: publication?.version ?? null,
      contentHash: publication?.contentHash ?? null,
      resolutions: publication?.steps.map(({ id }) => id).join(', ') ?? null,
    },
  })
}
