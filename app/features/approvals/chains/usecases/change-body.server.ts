import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { type BodyNames, judgeNames } from '../body.domain.ts'
import { findBody, isNameTaken, updateBody } from '../body.repo.server.ts'

type ChangeBody = BodyNames & Readonly<{ bodyId: string; seenVersion: number }>

/** Names a body otherwise; its meetings and resolutions go with it. */
export function changeBody(
  ctx: Ctx,
  given: ChangeBody,
): Promise<Result<{ version: number }, ApprovalsError>> {
  return inTransaction<{ version: number }, ApprovalsError>(ctx, async (tx) => {
    const refusal = refusalOf(APPROVALS_POLICY, 'chain.change', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const body = await findBody(tx, { agencyId, id: given.bodyId })
    if (!body || body.endedAt !== null) return err({ code: 'body.unknown' })
    const names = judgeNames(given)
    if (!names.ok) return names
    const { name, shortName } = names.value
    if (body.name === name && body.shortName === shortName) return ok({ version: body.version })
    if (body.version !== given.seenVersion) return err({ code: 'body.clash' })
    if (await isNameTaken(tx, { agencyId, name, except: body.id })) return err({ code: 'body.name-taken' })
    const version = body.version + 1
    await updateBody(tx, { agencyId, id: body.id, version, name, shortName })
    // Public pages name the bodies on whose resolutions something rests.
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'body.changed',
      object: { kind: 'meeting-body', id: body.id },
      detail: { nameBefore: body.name, nameAfter: name },
    })
    return ok({ version })
  })
}
