import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { PageError } from '../../pages/page.errors.ts'
import { holdReading, setRead } from '../reading.repo.server.ts'

/** The person who acts says that they have read what they were asked to read. Said twice it stays as it was first said. */
export const confirmReading = (
  ctx: Ctx,
  { roundId }: Readonly<{ roundId: string }>,
): Promise<Result<null, PageError>> =>
  inTransaction<null, PageError>(ctx, async (tx) => {
    const { actor, agency } = ctx
    if (actor.kind !== 'person') return err({ code: 'page.unknown' })
    const whose = { agencyId: agency.id, roundId, personId: actor.id }
    const reading = await holdReading(tx, whose)
    if (!reading) return err({ code: 'page.unknown' })
    if (reading.readAt !== null) return ok(null)
    await setRead(tx, { ...whose, at: ctx.now() })
    await writeAudit(tx, {
      agencyId: agency.id,
      actor,
      action: 'reading.confirmed',
      object: { kind: 'reading', id: roundId },
      detail: {},
    })
    return ok(null)
  })
