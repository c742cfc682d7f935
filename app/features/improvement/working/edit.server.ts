import { type FieldValues, mergeEdits } from '../../../kernel/merge-edits.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { type ChangedKind, changesSince, writeChanges } from './field-change.repo.server.ts'
import type { EditClash } from './working.errors.ts'

export type Edit<T extends FieldValues> = Readonly<{
  kind: ChangedKind
  objectId: string
  /** What stands in the row, which the caller holds (`for update`), and its version. */
  now: T
  version: number
  /** The version that was on the page when `mine` was typed. */
  seenVersion: number
  /** Fields of the form; one that is absent stays. */
  mine: Partial<T>
}>
export type Edited<T extends FieldValues> = Readonly<{
  values: T
  /** Empty: nothing is to be written, and the version stays. */
  changed: readonly (keyof T & string)[]
  /** The version that the row has after this. */
  version: number
}>

/**
 * Decides what saving a form makes of a row that another may have changed since, and writes the history of it. Refuses with
 * both sides where both changed a field: nothing is written then, and who typed chooses. The caller writes the row.
 */
export async function applyEdit<T extends FieldValues>(
  tx: Tx,
  ctx: Ctx,
  edit: Edit<T>,
): Promise<Result<Edited<T>, EditClash>> {
  const { kind, objectId, now, version, seenVersion, mine } = edit
  const key = { agencyId: ctx.agency.id, kind, objectId }
  const since = version === seenVersion ? { was: {}, last: null } : await changesSince(tx, key, seenVersion)
  const merged = mergeEdits({ seen: { ...now, ...since.was } as T, now, mine })
  if (merged.clashes.length > 0)
    return err({
      code: 'edit.clash',
      objectId,
      version,
      clashes: merged.clashes,
      untouched: merged.untouched,
      last: since.last,
    })
  if (merged.changed.length === 0) return ok({ values: now, changed: [], version })
  await writeChanges(tx, {
    ...key,
    version: version + 1,
    fields: merged.changed,
    before: now,
    after: merged.values,
    actor: ctx.actor,
    at: ctx.now(),
  })
  return ok({ values: merged.values, changed: merged.changed, version: version + 1 })
}
