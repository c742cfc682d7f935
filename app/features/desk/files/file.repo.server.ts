import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

type ScanState = 'not-scanned' | 'clean' | 'infected'

/** A file of a ticket that was not removed. */
export type DeskFile = Readonly<{
  id: string
  ticketId: string
  eventNumber: number
  fileName: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
  contentKey: Uint8Array
  scan: ScanState
  scanFinding: string | null
}>

const COLUMNS = [
  'id',
  'ticket_id',
  'event_number',
  'file_name',
  'media_type',
  'size',
  'sha256',
  'content_key',
  'scan',
  'scan_finding',
] as const

/** Files of tickets, in the order in which they came. */
export async function listFiles(
  tx: Tx,
  { agencyId, ticketIds }: Readonly<{ agencyId: string; ticketIds: readonly string[] }>,
): Promise<readonly DeskFile[]> {
  if (ticketIds.length === 0) return []
  const rows = await tx
    .selectFrom('desk_file')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('ticket_id', 'in', ticketIds)
    .where('content_key', 'is not', null)
    .orderBy('event_number')
    .orderBy('file_name')
    .orderBy('id')
    .execute()
  return rows.map(fileOf)
}

export async function findFile(
  tx: Tx,
  { agencyId, id }: Readonly<{ agencyId: string; id: string }>,
): Promise<DeskFile | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('desk_file')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('content_key', 'is not', null)
    .executeTakeFirst()
  return row ? fileOf(row) : null
}

type Row = Readonly<{
  id: string
  ticket_id: string
  event_number: number
  file_name: string
  media_type: string
  size: string | number | bigint
  sha256: string
  content_key: Buffer | null
  scan: string
  scan_finding: string | null
}>

const fileOf = (row: Row): DeskFile => ({
  id: row.id,
  ticketId: row.ticket_id,
  eventNumber: row.event_number,
  fileName: row.file_name,
  mediaType: row.media_type,
  size: Number(row.size),
  sha256: row.sha256,
  contentKey: row.content_key ?? Buffer.alloc(0),
  scan: row.scan as ScanState,
  scanFinding: row.scan_finding,
})

/** Forgets the keys of the files of a ticket: from here on nobody can read them. They are taken from the store after. */
export async function forgetFiles(
  tx: Tx,
  { agencyId, ticketId }: Readonly<{ agencyId: string; ticketId: string }>,
): Promise<void> {
  await tx
    .updateTable('desk_file')
    .set({ content_key: null, file_name: '-' })
    .where('agency_id', '=', agencyId)
    .where('ticket_id', '=', ticketId)
    .execute()
}

/** Files whose keys were forgotten and that may still lie in the store. */
export const listForgotten = (
  tx: Tx,
  { agencyId, most }: Readonly<{ agencyId: string; most: number }>,
): Promise<readonly Readonly<{ id: string; sha256: string }>[]> =>
  tx
    .selectFrom('desk_file')
    .select(['id', 'sha256'])
    .where('agency_id', '=', agencyId)
    .where('content_key', 'is', null)
    .limit(most)
    .execute()

export async function deleteForgotten(
  tx: Tx,
  { agencyId, id }: Readonly<{ agencyId: string; id: string }>,
): Promise<void> {
  await tx
    .deleteFrom('desk_file')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('content_key', 'is', null)
    .execute()
}

/** Files that wait for the scanner. */
export async function listUnscanned(
  tx: Tx,
  { agencyId, most }: Readonly<{ agencyId: string; most: number }>,
): Promise<readonly DeskFile[]> {
  const rows = await tx
    .selectFrom('desk_file')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('scan', '=', 'not-scanned')
    .where('scan_finding', 'is', null)
    .where('content_key', 'is not', null)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(fileOf)
}

/** Writes what the scanner said of a file that waits; false when somebody else did so first. */
export async function saveScan(
  tx: Tx,
  file: Readonly<{ agencyId: string; id: string; scan: ScanState; finding: string | null; at: Date }>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('desk_file')
    .set({
      scan: file.scan,
      scan_finding: file.finding,
      scanned_at: file.scan === 'not-scanned' ? null : file.at,
    })
    .where('agency_id', '=', file.agencyId)
    .where('id', '=', file.id)
    .where('scan', '=', 'not-scanned')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
