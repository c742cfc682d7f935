import type { Selectable } from 'kysely'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { DB } from '../../../platform/db/schema.generated.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Capture, CaptureReason } from '../watch.domain.ts'

export async function findCapture(ctx: Ctx, { id }: Readonly<{ id: string }>): Promise<Capture | null> {
  const row = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('watch_capture')
      .selectAll()
      .where('agency_id', '=', ctx.agency.id)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  return row ? captureOf(row) : null
}

/** What was kept of an address, the newest first. */
export async function listCaptures(
  ctx: Ctx,
  { address }: Readonly<{ address: string }>,
): Promise<readonly Capture[]> {
  const rows = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('watch_capture')
      .selectAll()
      .where('agency_id', '=', ctx.agency.id)
      .where('address', '=', address)
      .orderBy('captured_at', 'desc')
      .orderBy('id')
      .execute(),
  )
  return rows.map(captureOf)
}

const captureOf = (row: Selectable<DB['watch_capture']>): Capture => ({
  id: row.id,
  address: row.address,
  checkId: row.check_id,
  reason: row.reason as CaptureReason,
  capturedAt: row.captured_at,
  capturedByName: row.captured_by_name,
  mediaType: row.media_type,
  fileName: row.file_name,
  size: Number(row.size),
  sha256: row.sha256,
  recordSize: Number(row.record_size),
  recordSha256: row.record_sha256,
})
