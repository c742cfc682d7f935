import type { Tx } from '../../../platform/db/tenant.server.ts'

/**
 * Takes away what anybody typed into the forms of a page and has not sent: what it was about is no longer here. `page`: its
 * address in Thai; addresses behind it count, too.
 */
export async function forgetTyped(
  tx: Tx,
  { agencyId, page }: Readonly<{ agencyId: string; page: string }>,
): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('agency_id', '=', agencyId)
    .where(({ or, eb }) => or([eb('form', 'like', `${page} %`), eb('form', 'like', `${page}/%`)]))
    .execute()
  await tx
    .deleteFrom('kept_form')
    .where('agency_id', '=', agencyId)
    .where(({ or, eb }) =>
      or([page, `/en${page}`].flatMap((one) => [eb('address', '=', one), eb('address', 'like', `${one}/%`)])),
    )
    .execute()
}
