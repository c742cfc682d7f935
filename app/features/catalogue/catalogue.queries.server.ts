import type { Ctx, ProgramCtx } from '../../platform/ctx.server.ts'
import { enterAgency, withAgency, withoutAgency } from '../../platform/db/tenant.server.ts'
import { findAgencyByCode } from '../people/index.server.ts'
import { catalogueIn } from './agency-catalogue.server.ts'
import type { Catalogue } from './catalogue.domain.ts'
import { loadCatalogue } from './catalogue.store.server.ts'

/** The catalogue by which an agency's pages show and judge: the program's own with the agency's latest libraries in it. */
export const catalogueFor = (ctx: Ctx): Promise<Catalogue> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => catalogueIn(tx, ctx.agency.id))

/** The same for the agency of a code; the program's own when there is no such agency yet. */
export const catalogueOfAgency = (ctx: ProgramCtx, agencyCode: string): Promise<Catalogue> =>
  withoutAgency(ctx.db, async (tx) => {
    const agency = await findAgencyByCode(tx, agencyCode)
    if (!agency) return loadCatalogue()
    await enterAgency(tx, agency.id)
    return catalogueIn(tx, agency.id)
  })
