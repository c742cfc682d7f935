import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { AskedBy, Capture, WatchFinding, WatchResult } from '../watch.domain.ts'

type NewCheck = Readonly<{ agencyId: string; result: WatchResult; askedBy: AskedBy }>

const LONGEST_TITLE = 1_000

export async function insertCheck(tx: Tx, { agencyId, result, askedBy }: NewCheck): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('watch_check')
    .values({
      agency_id: agencyId,
      id,
      address: result.address,
      asked_by: askedBy,
      started_at: result.startedAt,
      duration_ms: result.durationMs,
      status: result.status,
      final_address: result.finalAddress,
      media_type: result.mediaType,
      size: result.size,
      sha256: result.sha256,
      last_modified: result.lastModified,
      title: withoutZero(result.title)?.slice(0, LONGEST_TITLE) ?? null,
      facts: jsonOf(result.facts),
      findings: jsonOf(result.findings),
      passes: result.passes,
    })
    .execute()
  return id
}

type Seen = Readonly<{ agencyId: string; address: string; findings: readonly WatchFinding[]; at: Date }>

/**
 * Opens what is new, goes on with what is still there, and ends what no longer is. Gives what is new. Two looks at one
 * address at once: the second waits for the first.
 */
export async function keepFindings(
  tx: Tx,
  { agencyId, address, findings, at }: Seen,
): Promise<readonly WatchFinding[]> {
  const open = await tx
    .selectFrom('watch_finding')
    .select(['id', 'code', 'subject', 'weight'])
    .where('agency_id', '=', agencyId)
    .where('address', '=', address)
    .where('resolved_at', 'is', null)
    .forUpdate()
    .execute()
  const distinct = new Map(findings.map((finding) => [keyOf(finding), finding]))
  for (const { id, ...kept } of open) {
    const still = distinct.get(keyOf(kept))
    await tx
      .updateTable('watch_finding')
      .set(still ? { last_seen_at: at, detail: jsonOf(still.detail) } : { resolved_at: at })
      .where('agency_id', '=', agencyId)
      .where('id', '=', id)
      .execute()
  }
  const known = new Set(open.map(keyOf))
  const raised: WatchFinding[] = []
  for (const [key, finding] of distinct) {
    if (known.has(key)) continue
    const added = await tx
      .insertInto('watch_finding')
      .values({
        agency_id: agencyId,
        id: randomUUID(),
        address,
        code: finding.code,
        subject: finding.subject,
        weight: finding.weight,
        detail: jsonOf(finding.detail),
        raised_at: at,
        last_seen_at: at,
        resolved_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) raised.push(finding)
  }
  return raised
}

export async function insertCapture(
  tx: Tx,
  { agencyId, ...capture }: Omit<Capture, 'id'> & Readonly<{ agencyId: string }>,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('watch_capture')
    .values({
      agency_id: agencyId,
      id,
      address: capture.address,
      check_id: capture.checkId,
      reason: capture.reason,
      captured_at: capture.capturedAt,
      captured_by_name: capture.capturedByName,
      media_type: capture.mediaType,
      file_name: capture.fileName,
      size: capture.size,
      sha256: capture.sha256,
      record_size: capture.recordSize,
      record_sha256: capture.recordSha256,
    })
    .execute()
  return id
}

/** What was worth mending and now fails is told again: it ends, and begins. */
const keyOf = ({ code, subject, weight }: Record<'code' | 'subject' | 'weight', string>): string =>
  `${code} ${weight} ${subject}`

const withoutZero = (text: string | null): string | null => text?.replaceAll('\0', '').toWellFormed() ?? null

/** The database takes no zero character and no half of a pair in JSON; foreign pages hold both. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part) => (typeof part === 'string' ? withoutZero(part) : part))
