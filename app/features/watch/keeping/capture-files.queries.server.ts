import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

/** Files of captures, what came and the record of it, in the order of their hashes, `most` of them, behind `after`. */
export const listCaptureFiles = (
  ctx: Ctx,
  { after, most }: Readonly<{ after: string; most: number }>,
): Promise<readonly Readonly<{ sha256: string; fileName: string | null }>[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const came = tx
      .selectFrom('watch_capture')
      .select(['sha256', 'file_name'])
      .where('agency_id', '=', ctx.agency.id)
      .where('sha256', '>', after)
    const records = tx
      .selectFrom('watch_capture')
      .select(['record_sha256 as sha256', 'file_name'])
      .where('agency_id', '=', ctx.agency.id)
      .where('record_sha256', '>', after)
    const rows = await tx
      .selectFrom(came.unionAll(records).as('file'))
      .select((eb) => ['file.sha256', eb.fn.min('file.file_name').as('name')])
      .groupBy('file.sha256')
      .orderBy('file.sha256')
      .limit(most)
      .execute()
    return rows.map(({ sha256, name }) => ({ sha256, fileName: name }))
  })
