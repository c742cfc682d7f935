import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { type EvidenceState, readEvidenceStates } from '../../evidence/index.server.ts'
import type { BrokenCode } from './broken-link.domain.ts'
import { readOpenFindings, type WalkFinding } from './walk-finding.repo.server.ts'

/** A broken link as the office is shown it. */
export type BrokenRow = Readonly<{
  id: string
  code: BrokenCode
  /** Empty for the report as a whole. */
  cell: string
  raisedAt: Date
  /** Title of the evidence or the reference of the item; null where it is confidential, and for a resolution. */
  name: string | null
  /** Where it is mended, behind `/office/`; null where that is not in the program. */
  part: string | null
}>

/** What the daily check found broken in the walk of a publication and what still is, the oldest first. */
export const listBrokenRows = (ctx: Ctx, publicationId: string): Promise<readonly BrokenRow[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const findings = await readOpenFindings(tx, { agencyId, publicationIds: [publicationId] })
    const ids = findings.filter(({ code }) => code.startsWith('evidence.')).map(({ objectId }) => objectId)
    const states = await readEvidenceStates(tx, { agencyId, ids })
    return findings.map((finding) => ({
      id: finding.id,
      code: finding.code,
      cell: finding.cell,
      raisedAt: finding.raisedAt,
      ...named(finding, states.get(finding.objectId)),
    }))
  })

function named(
  { code, objectId }: WalkFinding,
  evidence: EvidenceState | undefined,
): Pick<BrokenRow, 'name' | 'part'> {
  switch (code) {
    case 'resolution.withdrawn':
      return { name: null, part: `resolutions/${objectId}` }
    case 'item.unknown':
      return { name: objectId, part: null }
    default:
      // Who may not open it learns here no more than that it is there.
      return {
        name: evidence && !evidence.isConfidential ? evidence.title : null,
        part: `evidence/${objectId}`,
      }
  }
}
