import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../kernel/actor.ts'
import type { RichText } from '../../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import type { ProgressEntry } from './progress.domain.ts'

type Key = Readonly<{ agencyId: string; measureId: string }>

/** Writes an entry and gives its identifier. */
export async function insertProgress(
  tx: Tx,
  entry: Key & Readonly<{ actor: Actor; happenedOn: IsoDay; text: RichText; at: Date }>,
): Promise<string> {
  const { agencyId, measureId, actor, happenedOn, text, at } = entry
  const id = randomUUID()
  await tx
    .insertInto('progress_entry')
    .values({
      agency_id: agencyId,
      id,
      measure_id: measureId,
      person_id: actor.kind === 'person' ? actor.id : null,
      by_name: actor.name,
      happened_on: happenedOn,
      text: JSON.stringify(text),
      written_at: at,
    })
    .execute()
  return id
}

/** Entries of a measure by the day they are about, the newest first. */
export async function listProgress(tx: Tx, { agencyId, measureId }: Key): Promise<readonly ProgressEntry[]> {
  const rows = await tx
    .selectFrom('progress_entry')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('measure_id', '=', measureId)
    .orderBy('happened_on', 'desc')
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    byName: row.by_name,
    happenedOn: row.happened_on,
    text: row.text as unknown as RichText,
    writtenAt: row.written_at,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** Holds an entry of a measure; null when it has none such. */
export async function holdProgress(
  tx: Tx,
  { agencyId, measureId, id }: Key & Readonly<{ id: string }>,
): Promise<Readonly<{ id: string; personId: string | null; isWithdrawn: boolean }> | null> {
  if (!isUuid(id) || !isUuid(measureId)) return null
  const row = await tx
    .selectFrom('progress_entry')
    .select(['id', 'person_id', 'withdrawn_at'])
    .where('agency_id', '=', agencyId)
    .where('measure_id', '=', measureId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { id: row.id, personId: row.person_id, isWithdrawn: row.withdrawn_at !== null } : null
}

export async function setProgressWithdrawn(
  tx: Tx,
  { agencyId, id, at }: Readonly<{ agencyId: string; id: string; at: Date }>,
): Promise<void> {
  await tx
    .updateTable('progress_entry')
    .set({ withdrawn_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
