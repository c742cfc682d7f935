import { randomUUID } from 'node:crypto'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Template, TemplateFacts } from './template.domain.ts'

type Saved = Readonly<{ at: Date; byName: string }>

/** Templates that were not taken out, by title. */
export async function listTemplateRows(tx: Tx, agencyId: string): Promise<readonly Template[]> {
  const rows = await tx
    .selectFrom('desk_template')
    .select(['id', 'title', 'body_th', 'body_en', 'version'])
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute()
  return rows.map(({ body_th, body_en, ...row }) => ({ ...row, bodyTh: body_th, bodyEn: body_en }))
}

const columnsOf = ({ title, bodyTh, bodyEn }: TemplateFacts, { at, byName }: Saved) => ({
  title,
  body_th: bodyTh,
  body_en: bodyEn,
  changed_at: at,
  changed_by_name: byName,
})

export async function insertTemplate(
  tx: Tx,
  agencyId: string,
  facts: TemplateFacts,
  saved: Saved,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('desk_template')
    .values({ agency_id: agencyId, id, ...columnsOf(facts, saved) })
    .execute()
  return id
}

/** Writes over the version that was seen; false where it has changed since, or is gone. */
export async function updateTemplate(
  tx: Tx,
  agencyId: string,
  { id, seenVersion, facts }: Readonly<{ id: string; seenVersion: number; facts: TemplateFacts }>,
  saved: Saved,
): Promise<boolean> {
  if (!isUuid(id)) return false
  const { numUpdatedRows } = await tx
    .updateTable('desk_template')
    .set({ ...columnsOf(facts, saved), version: seenVersion + 1 })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was taken out already. */
export async function endTemplate(
  tx: Tx,
  agencyId: string,
  id: string,
  { at, byName }: Saved,
): Promise<boolean> {
  if (!isUuid(id)) return false
  const { numUpdatedRows } = await tx
    .updateTable('desk_template')
    .set({ removed_at: at, changed_at: at, changed_by_name: byName })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
