import type { PermissionRefusal } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { findAccount } from '../credential.repo.server.ts'
import { type IssuedLink, issueLink } from '../link.repo.server.ts'

export type IssueSignInLinkError = PermissionRefusal | Readonly<{ code: 'person.unknown' }>

/**
 * Issues a link that opens a whole session once, without password or second factor. Only for the keeper of the machine, who
 * could open the database itself: nobody in the office may pass as somebody else.
 */
export function issueSignInLink(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Result<IssuedLink, IssueSignInLinkError>> {
  return inTransaction<IssuedLink, IssueSignInLinkError>(ctx, async (tx) => {
    if (ctx.actor.kind !== 'command') return err({ code: 'permission.refused', act: 'link.issue', roles: [] })
    const agencyId = ctx.agency.id
    if (!(await findAccount(tx, { agencyId, personId }))) return err({ code: 'person.unknown' })
    const link = await issueLink(tx, {
      agencyId,
      personId,
      purpose: 'sign-in',
      createdBy: ctx.actor.name,
      now: ctx.now(),
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'link.issued',
      object: { kind: 'person', id: personId },
      detail: { purpose: 'sign-in' },
    })
    return ok(link)
  })
}
