import { randomUUID } from 'node:crypto'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { LookError, LookFaults } from '../../look.errors.ts'
import { type ChosenPicture, openPicture } from '../../pictures/public-picture.server.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import { readExecutive } from '../executive.domain.ts'
import { insertExecutive, listExecutives, saveExecutive as saveRow } from '../executive.repo.server.ts'
import type { TypedForm } from '../typed-words.domain.ts'

/** `of` names whom the form was about and the version that was seen; null adds somebody, behind the others. */
export type SaveExecutive = Readonly<{
  typed: TypedForm
  picture: 'keep' | 'none' | ChosenPicture
  of: Readonly<{ id: string; seenVersion: number }> | null
}>

const refusedFor = (faults: LookFaults): Result<never, LookError> => err({ code: 'look.faults', faults })

/** Adds one who leads the agency, or changes what the site says of them; gives the identifier. */
export function saveExecutive(
  ctx: Ctx,
  { typed, picture: chosen, of }: SaveExecutive,
): Promise<Result<string, LookError>> {
  return inTransaction<string, LookError>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
    if (refusal) return err(refusal)
    const { facts, faults } = readExecutive(typed)
    if (facts === null) return refusedFor(faults)
    await holdAgency(tx, ctx.agency.id)
    const all = await listExecutives(tx, ctx.agency.id)
    const was = of && all.find(({ id }) => id === of.id)
    if (of && !was) return refusedFor({ '': 'executive.unknown' })
    const opened = typeof chosen === 'string' ? null : await openPicture(tx, ctx, chosen)
    if (opened && !opened.ok)
      return refusedFor({ [opened.error === 'picture.no-words' ? 'altTh' : 'picture']: opened.error })
    const picture = opened?.value ?? (chosen === 'keep' ? (was?.picture ?? null) : null)
    const id = was?.id ?? randomUUID()
    if (of && !(await saveRow(tx, ctx.agency.id, { ...facts, picture, id, version: of.seenVersion })))
      return refusedFor({ '': 'executive.clash' })
    if (!of) await insertExecutive(tx, ctx.agency.id, { ...facts, picture, id, position: all.length + 1 })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: of ? 'executive.changed' : 'executive.added',
      object: { kind: 'executive', id },
      detail: { picture: picture !== null },
    })
    return ok(id)
  })
}
