import type { Actor } from '../../../kernel/actor.ts'
import type { FieldValues } from '../../../kernel/merge-edits.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'

export type ChangedKind = 'cycle' | 'issue' | 'measure' | 'outcome'
type Changed = Readonly<{ agencyId: string; kind: ChangedKind; objectId: string }>

export type NewChanges<T extends FieldValues> = Changed &
  Readonly<{
    /** The version that the change makes. */
    version: number
    fields: readonly (keyof T & string)[]
    before: T
    after: T
    actor: Actor
    at: Date
  }>

/** Writes into the history what each field was and became. */
export async function writeChanges<T extends FieldValues>(tx: Tx, changes: NewChanges<T>): Promise<void> {
  if (changes.fields.length === 0) return
  const { agencyId, kind, objectId, version, actor, at, before, after } = changes
  await tx
    .insertInto('field_change')
    .values(
      changes.fields.map((field) => ({
        agency_id: agencyId,
        object_kind: kind,
        object_id: objectId,
        version,
        field,
        before: JSON.stringify(before[field] ?? null),
        after: JSON.stringify(after[field] ?? null),
        person_id: actor.kind === 'person' ? actor.id : null,
        by_name: actor.name,
        at,
      })),
    )
    .execute()
}

export type ChangesSince = Readonly<{
  /** What each field was at that version, for those that changed since. */
  was: FieldValues
  /** Who changed something last, and when; null when nobody did. */
  last: Readonly<{ byName: string; at: Date }> | null
}>

// A form may claim any number; the column holds none beyond this one.
const HIGHEST_VERSION = 2 ** 31 - 1

/** What happened to a thing after the version that somebody saw. */
export async function changesSince(tx: Tx, changed: Changed, version: number): Promise<ChangesSince> {
  const rows = await tx
    .selectFrom('field_change')
    .select(['field', 'before', 'by_name', 'at'])
    .where('agency_id', '=', changed.agencyId)
    .where('object_kind', '=', changed.kind)
    .where('object_id', '=', changed.objectId)
    .where('version', '>', Math.min(version, HIGHEST_VERSION))
    .orderBy('id', 'desc')
    .execute()
  const last = rows[0]
  return {
    // The oldest is written last: it holds what the field was when it was seen.
    was: Object.fromEntries(rows.map(({ field, before }) => [field, before])),
    last: last ? { byName: last.by_name, at: last.at } : null,
  }
}
