import type { Selectable } from 'kysely'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { DB } from '../../../platform/db/schema.generated.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type {
  AskedBy,
  KeptCheck,
  OpenFinding,
  WatchCode,
  WatchFacts,
  WatchFinding,
  WatchWeight,
} from '../watch.domain.ts'

/** What is wrong now at the addresses of an agency, or at some of them; what fails first, then by address. */
export async function listOpenFindings(
  tx: Tx,
  { agencyId, addresses }: Readonly<{ agencyId: string; addresses?: readonly string[] }>,
): Promise<readonly OpenFinding[]> {
  if (addresses?.length === 0) return []
  const rows = await tx
    .selectFrom('watch_finding')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('resolved_at', 'is', null)
    .$if(addresses !== undefined, (query) => query.where('address', 'in', addresses ?? []))
    // 'fails' stands before 'warns'.
    .orderBy('weight')
    .orderBy('address')
    .orderBy('code')
    .orderBy('subject')
    .execute()
  return rows.map((row) => ({
    address: row.address,
    code: row.code as WatchCode,
    weight: row.weight as WatchWeight,
    subject: row.subject,
    detail: row.detail as Record<string, string>,
    raisedAt: row.raised_at,
    lastSeenAt: row.last_seen_at,
  }))
}

/** The newest look at each of the addresses, by address; one that nobody looked at is not there. */
export async function listNewestChecks(
  tx: Tx,
  { agencyId, addresses }: Readonly<{ agencyId: string; addresses: readonly string[] }>,
): Promise<ReadonlyMap<string, KeptCheck>> {
  if (addresses.length === 0) return new Map()
  const rows = await tx
    .selectFrom('watch_check')
    .distinctOn('address')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('address', 'in', addresses)
    .orderBy('address')
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.address, checkOf(row)]))
}

/** The last looks at an address, the newest first, at most `most`. */
export async function listChecks(
  ctx: Ctx,
  { address, most }: Readonly<{ address: string; most: number }>,
): Promise<readonly KeptCheck[]> {
  const rows = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('watch_check')
      .selectAll()
      .where('agency_id', '=', ctx.agency.id)
      .where('address', '=', address)
      .orderBy('started_at', 'desc')
      .orderBy('id')
      .limit(most)
      .execute(),
  )
  return rows.map(checkOf)
}

const checkOf = (row: Selectable<DB['watch_check']>): KeptCheck => ({
  id: row.id,
  askedBy: row.asked_by as AskedBy,
  address: row.address,
  startedAt: row.started_at,
  durationMs: row.duration_ms,
  status: row.status,
  finalAddress: row.final_address,
  mediaType: row.media_type,
  size: row.size === null ? null : Number(row.size),
  sha256: row.sha256,
  lastModified: row.last_modified,
  title: row.title,
  facts: row.facts as unknown as WatchFacts,
  findings: row.findings as unknown as readonly WatchFinding[],
  passes: row.passes,
})
