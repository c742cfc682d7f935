import { checkSealedAudit, listSealedAudit } from '../audit/audit.repo.server.ts'
import type { AuditEntry } from '../audit/audit-entry.domain.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { listAppointments } from './appointment.repo.server.ts'
import { listEveryHolder } from './holder.repo.server.ts'
import { listInbox } from './inbox.queries.server.ts'
import type { OwnDesk } from './own-vaults.server.ts'

const MOST = 200

/** Entries about appointments and one's own keys, and about the cases that the person can open now; of no other case. */
export async function readRoomLog(
  ctx: ProtectedCtx,
  { open, personId }: OwnDesk,
): Promise<
  Readonly<{
    entries: readonly AuditEntry[]
    isWhole: boolean
  }>
> {
  const agencyId = ctx.agency.id
  const { cases } = await listInbox(ctx, open)
  return withProtected(ctx.channel.db, agencyId, async (tx) => {
    const objects = [
      ...(await listAppointments(tx, agencyId)).map(({ id }) => id),
      ...(await listEveryHolder(tx, agencyId)).flatMap((one) =>
        one.personId === personId ? [one.keyId] : [],
      ),
      ...cases.map(({ id }) => id),
    ]
    return {
      entries: await listSealedAudit(tx, agencyId, { objects, most: MOST }),
      // Neither its head nor its length: both would tell that something happened elsewhere.
      isWhole: (await checkSealedAudit(tx, agencyId)).whole,
    }
  })
}
