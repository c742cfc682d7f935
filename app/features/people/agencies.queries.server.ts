import type { ProgramCtx } from '../../platform/ctx.server.ts'
import { withoutAgency } from '../../platform/db/tenant.server.ts'
import { listAgencyHosts } from './agency.repo.server.ts'

/** Every agency of the installation. */
export async function listAgencies(
  ctx: ProgramCtx,
): Promise<readonly Readonly<{ id: string; code: string }>[]> {
  const agencies = await withoutAgency(ctx.db, listAgencyHosts)
  return agencies.map(({ id, code }) => ({ id, code }))
}
