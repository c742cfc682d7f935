import type { Ctx } from '../../../platform/ctx.server.ts'
import {
  findPublicationFiles,
  findPublications,
  findWithdrawing,
  listPlannedMeetings,
} from '../../approvals/index.server.ts'

/** One publication of a report with its files, the other versions, and what its withdrawal needs; null for another id. */
export async function findPublicationPage(ctx: Ctx, id: string) {
  const [publication] = await findPublications(ctx, { kind: 'report', id })
  if (!publication) return null
  const { kind, key } = publication
  const isPublic = publication.withdrawal === null
  return {
    publication,
    versions: await findPublications(ctx, { kind, key }),
    files: await findPublicationFiles(ctx, id),
    /** The resolution by which it may be withdrawn; null where there is none, or it was. */
    withdrawing: isPublic ? await findWithdrawing(ctx, publication) : null,
    meetings: isPublic ? await listPlannedMeetings(ctx) : [],
  }
}
