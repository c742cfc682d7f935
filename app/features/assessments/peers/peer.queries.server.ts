import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type { PeerResult } from './peer.domain.ts'

/** Framework years (B.E.) of which published results are here, the newest first. */
export const listPeerYears = (ctx: Ctx): Promise<readonly number[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('peer_result')
      .select('year')
      .distinct()
      .where('agency_id', '=', ctx.agency.id)
      .where('superseded_at', 'is', null)
      .orderBy('year', 'desc')
      .execute()
    return rows.map(({ year }) => year)
  })

export const findPeers = (ctx: Ctx, year: number): Promise<readonly PeerResult[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => peersOf(tx, ctx.agency.id, [year]))

/** The same for some years inside a transaction of the caller, by name. */
export async function peersOf(
  tx: Tx,
  agencyId: string,
  years: readonly number[],
): Promise<readonly PeerResult[]> {
  if (years.length === 0) return []
  const rows = await tx
    .selectFrom('peer_result')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('superseded_at', 'is', null)
    .where('year', 'in', years)
    .orderBy('year')
    .orderBy('name_key')
    .execute()
  return rows.map((row) => ({
    year: row.year,
    nameKey: row.name_key,
    agency: {
      name: row.name,
      code: row.code,
      kind: row.kind,
      ministry: row.ministry,
      province: row.province,
    },
    totals: { total: row.total, IIT: row.iit, EIT: row.eit, OIT: row.oit },
    level: row.level,
    indicators: row.indicators,
  }))
}

/** A file that brought published results, and where it is from in the words of who brought it. */
export type PeerSource = Readonly<{ fileName: string; sourceNote: string | null; importedAt: Date }>

/** Files that brought results which still stand of a year, the newest first: where the figures come from. */
export const listPeerSources = (ctx: Ctx, year: number): Promise<readonly PeerSource[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('peer_import')
      .select(['file_name', 'source_note', 'imported_at'])
      .where('agency_id', '=', ctx.agency.id)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('peer_result')
            .select('row_number')
            .whereRef('peer_result.agency_id', '=', 'peer_import.agency_id')
            .whereRef('import_id', '=', 'peer_import.id')
            .where('year', '=', year)
            .where('superseded_at', 'is', null),
        ),
      )
      .orderBy('imported_at', 'desc')
      .execute()
    return rows.map((row) => ({
      fileName: row.file_name,
      sourceNote: row.source_note,
      importedAt: row.imported_at,
    }))
  })
