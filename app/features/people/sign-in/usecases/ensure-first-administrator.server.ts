import { randomUUID } from 'node:crypto'
import { ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { inProgramTransaction, type ProgramCtx } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { ensureAgency } from '../../agency.repo.server.ts'
import { countWays } from '../credential.repo.server.ts'
import { haveOpenLink, issueLink } from '../link.repo.server.ts'
import { listAdministrators, saveFirstAdministrator } from '../person.repo.server.ts'
import { FIRST_ADMINISTRATOR } from '../text/index.ts'

/**
 * As long as nobody can administer an agency, gives the token of a one-time link by which the first administrator comes in;
 * every earlier one loses its force. Null as soon as somebody can. Founds the agency when it is not there.
 */
export function ensureFirstAdministrator(
  ctx: ProgramCtx,
  { agencyCode }: { agencyCode: string },
): Promise<Result<{ token: string } | null, never>> {
  return inProgramTransaction<{ token: string } | null, never>(ctx, async (tx) => {
    const { id: agencyId } = await ensureAgency(tx, { code: agencyCode })
    const there = await listAdministrators(tx, { agencyId, today: thaiDay(ctx.now()) })
    for (const { personId } of there) if ((await countWays(tx, { agencyId, personId })) > 0) return ok(null)
    const unnamed = there.find(({ email }) => email === null)
    // Somebody was invited by name, and their link is still good: it went to them.
    if (!unnamed && (await haveOpenLink(tx, { agencyId, people: there, now: ctx.now() }))) return ok(null)
    const personId = (unnamed ?? there[0])?.personId ?? (await makeAdministrator(tx, ctx, agencyId))
    const { token } = await issueLink(tx, {
      agencyId,
      personId,
      purpose: 'invitation',
      createdBy: ctx.actor.name,
      now: ctx.now(),
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'link.issued',
      object: { kind: 'person', id: personId },
      detail: { purpose: 'invitation' },
    })
    return ok({ token })
  })
}

async function makeAdministrator(tx: Tx, ctx: ProgramCtx, agencyId: string): Promise<string> {
  const personId = randomUUID()
  await saveFirstAdministrator(tx, {
    agencyId,
    personId,
    grantId: randomUUID(),
    name: FIRST_ADMINISTRATOR,
    today: thaiDay(ctx.now()),
    by: ctx.actor.name,
    now: ctx.now(),
  })
  await writeAudit(tx, {
    agencyId,
    actor: ctx.actor,
    action: 'role.granted',
    object: { kind: 'person', id: personId },
    detail: { role: 'administrator' },
  })
  return personId
}
