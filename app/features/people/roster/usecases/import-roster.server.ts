import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { sha256Hex } from '../../../../platform/hash/content-hash.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import { carryOut } from '../carry-out-plan.server.ts'
import { previewOf, refuseRoster } from '../previewing.server.ts'
import { readRoster } from '../read-roster.server.ts'
import type { RosterError, RosterRefusal } from '../roster.errors.ts'
import { loadDirectory } from '../roster.repo.server.ts'

export type ImportRoster = Readonly<{
  bytes: Uint8Array
  /** What the preview of this very file said it would do (`PreviewedRoster.seen`). */
  seen: string
  /** Whether new people who have an address are written to; `origin` is where their links lead. */
  invites: boolean
  origin: string
}>
export type ImportedRoster = Readonly<{
  unitsFounded: number
  unitsChanged: number
  personsFounded: number
  personsChanged: number
  invited: number
}>

/** Does what a preview showed, whole or not at all. Refused when it would do anything else by now. */
export async function importRoster(
  ctx: Ctx,
  { bytes, seen, invites, origin }: ImportRoster,
): Promise<Result<ImportedRoster, RosterError>> {
  const refusal = refusalOf(PEOPLE_POLICY, 'roster.import', ctx.actor)
  // Asked in a transaction, so that the refusal is kept.
  if (refusal) return inTransaction<ImportedRoster, RosterError>(ctx, async () => err(refusal))
  const sha256 = sha256Hex(bytes)
  const read = await readRoster(bytes)
  if (!read.ok) return refuseRoster(ctx, read.error, { sha256 })
  const imported = await inTransaction<ImportedRoster, RosterRefusal>(ctx, async (tx) => {
    await holdAgency(tx, ctx.agency.id)
    const previewed = previewOf(read.value, await loadDirectory(tx, ctx))
    if (!previewed.ok) return previewed
    if (previewed.value.seen !== seen) return err({ code: 'roster.changed-since', cells: [] })
    const { plan, rows } = previewed.value
    const invited = await carryOut(tx, ctx, plan, invites ? origin : null)
    const count = (list: readonly { kind: string }[], kind: string) =>
      list.filter((one) => one.kind === kind).length
    const counts = {
      unitsFounded: count(plan.units, 'founded'),
      unitsChanged: count(plan.units, 'changed'),
      personsFounded: count(plan.persons, 'founded'),
      personsChanged: count(plan.persons, 'changed'),
      invited,
    }
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'roster.imported',
      object: { kind: 'roster', id: sha256 },
      detail: { rows, ...counts },
    })
    return ok(counts)
  })
  return imported.ok ? imported : refuseRoster(ctx, imported.error, { sha256 })
}
