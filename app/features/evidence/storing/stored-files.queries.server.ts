import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

/** A file that shall lie in the store, with one of the names under which it is known. */
export type ListedFile = Readonly<{ sha256: string; fileName: string | null }>

/** Files of evidence in the order of their hashes, `most` of them, behind the one named `after`. */
export const listStoredFiles = (
  ctx: Ctx,
  { after, most }: Readonly<{ after: string; most: number }>,
): Promise<readonly ListedFile[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('stored_file as file')
      .select((eb) => [
        'file.sha256',
        eb
          .selectFrom('evidence_version as version')
          .select(({ fn }) => fn.min('version.file_name').as('name'))
          .whereRef('version.agency_id', '=', 'file.agency_id')
          .whereRef('version.sha256', '=', 'file.sha256')
          .as('name'),
      ])
      .where('file.agency_id', '=', ctx.agency.id)
      .where('file.sha256', '>', after)
      .orderBy('file.sha256')
      .limit(most)
      .execute()
    return rows.map(({ sha256, name }) => ({ sha256, fileName: name }))
  })
