import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { resolutionsOfBodies } from '../in-meeting.queries.server.ts'
import type { Decision } from '../matter.domain.ts'
import type { YearApproval } from './approvals-of-year.domain.ts'
import type { MentionAbout } from './reported-mention.domain.ts'

/**
 * What meetings decided about the measures and the report of a fiscal year (B.E.), by their days: resolutions about its
 * content, and those that its report speaks of. Withdrawn ones, and those of meetings that were not held, are none.
 */
export const listApprovals = (
  ctx: Ctx,
  { fiscalYear }: Readonly<{ fiscalYear: number }>,
): Promise<readonly YearApproval[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readApprovals(tx, ctx.agency.id, fiscalYear))

async function readApprovals(tx: Tx, agencyId: string, fiscalYear: number): Promise<readonly YearApproval[]> {
  const rows = await resolutionsOfBodies(tx)
    .leftJoin('matter', (join) =>
      join
        .onRef('matter.agency_id', '=', 'resolution.agency_id')
        .onRef('matter.id', '=', 'resolution.matter_id'),
    )
    .leftJoin('reported_resolution as reported', (join) =>
      join
        .onRef('reported.agency_id', '=', 'resolution.agency_id')
        .onRef('reported.resolution_id', '=', 'resolution.id')
        .on('reported.fiscal_year', '=', fiscalYear),
    )
    .select([
      'resolution.id',
      'resolution.decision',
      'resolution.wording',
      'resolution.content_hash',
      'resolution.origin',
      'meeting.number',
      'meeting.held_on',
      'body.name',
      'body.short_name',
      'matter.kind',
      'reported.about',
    ])
    .where('resolution.agency_id', '=', agencyId)
    .where('resolution.withdrawn_at', 'is', null)
    .where('meeting.state', '=', 'held')
    .where((where) =>
      where.or([
        where('reported.about', 'is not', null),
        where.and([
          where('matter.kind', 'in', ['measures', 'report']),
          where('matter.key', '=', String(fiscalYear)),
        ]),
      ]),
    )
    .orderBy('meeting.held_on')
    .orderBy('resolution.recorded_at')
    .orderBy('resolution.id')
    .execute()
  return rows.map((row) => ({
    resolutionId: row.id,
    about: (row.about ?? row.kind) as MentionAbout,
    bodyName: row.name,
    bodyShortName: row.short_name,
    meetingNumber: row.number,
    heldOn: row.held_on,
    decision: row.decision as Decision,
    wording: row.wording,
    contentHash: row.content_hash,
    origin: row.origin === 'entered' ? 'entered' : 'report-text',
  }))
}
