import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { holdAgency } from '../../people/index.server.ts'
import { readUses } from '../answers.repo.server.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { holdFact, setFactRemoved } from '../fact.repo.server.ts'

export type RemoveFact = Readonly<{
  id: string
  seenVersion: number
  /** Whether it is taken out although elements are answered with it. */
  isConfirmed: boolean
}>

/** Takes out a fact: what it answered alone is missing from then on. What is public stays as it was published. */
export const removeFact = (
  ctx: Ctx,
  { id, seenVersion, isConfirmed }: RemoveFact,
): Promise<Result<null, DisclosureError>> =>
  inTransaction<null, DisclosureError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    // Nobody answers an element with it meanwhile.
    await holdAgency(tx, agencyId)
    const held = isUuid(id) ? await holdFact(tx, { agencyId, id }) : null
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.change', ctx.actor, {
      unitIds: held?.unitId ? [held.unitId] : [],
    })
    if (refusal) return err(refusal)
    if (!held || held.isRemoved) return err({ code: 'fact.unknown' })
    if (held.fact.version !== seenVersion) return err({ code: 'fact.changed' })
    const uses = (await readUses(tx, { agencyId, factIds: [id] })).get(id) ?? []
    if (uses.length > 0 && !isConfirmed) return err({ code: 'fact.in-use', uses })
    await setFactRemoved(tx, { agencyId, id, at: ctx.now() })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure-fact.removed',
      object: { kind: 'disclosure-fact', id },
      detail: { uses: uses.length },
    })
    return ok(null)
  })
