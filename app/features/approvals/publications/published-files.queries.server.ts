import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

/** Files of publications in the order of their hashes, each once, `most` of them, behind the one named `after`. */
export const listPublishedFiles = (
  ctx: Ctx,
  { after, most }: Readonly<{ after: string; most: number }>,
): Promise<readonly Readonly<{ sha256: string; fileName: string }>[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('publication_file')
      .select((eb) => ['sha256', eb.fn.min('file_name').as('name')])
      .where('agency_id', '=', ctx.agency.id)
      .where('sha256', '>', after)
      .groupBy('sha256')
      .orderBy('sha256')
      .limit(most)
      .execute()
    return rows.map(({ sha256, name }) => ({ sha256, fileName: name }))
  })
