import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { typedDay } from '../../../../kernel/typed-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { PageError } from '../../pages/page.errors.ts'
import { findWorkPage } from '../../pages/page.repo.server.ts'
import { readVersions } from '../../pages/published-pages.queries.server.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import { askByMail } from '../ask-by-mail.server.ts'
import { dueFault } from '../reading.domain.ts'
import { findNewestRound, insertRound } from '../reading.repo.server.ts'
import { listStaff } from '../readings.queries.server.ts'

/** `dueOn` as it was typed. `origin` is where the pages of this program are. */
type AskToRead = Readonly<{ pageId: string; dueOn: string; origin: string }>

/**
 * Asks everybody who works in the agency to read a policy as it is now public, and to say that they did; once for each
 * version. Gives how many were asked.
 */
export const askToRead = (
  ctx: Ctx,
  { pageId, dueOn: typed, origin }: AskToRead,
): Promise<Result<number, PageError>> =>
  inTransaction<number, PageError>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'reading.ask', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const page = await findWorkPage(tx, { agencyId, id: pageId }, { hold: true })
    if (page?.content.kind !== 'policy') return err({ code: 'page.unknown' })
    const newest = (await readVersions(tx, { agencyId, pageId }))[0]
    if (!newest || newest.ended !== null)
      return err({ code: 'page.faults', faults: { '': 'page.not-public' } })
    const dueOn = typedDay(typed)
    const fault = dueFault(dueOn, thaiDay(ctx.now()))
    if (fault !== null || dueOn === null)
      return err({ code: 'page.faults', faults: { dueOn: fault ?? 'reading.bad-day' } })
    const before = await findNewestRound(tx, { agencyId, pageId })
    if (before?.version === newest.version)
      return err({ code: 'page.faults', faults: { '': 'reading.asked-already' } })
    const readers = await listStaff(tx, { agencyId })
    const roundId = await insertRound(tx, {
      agencyId,
      pageId,
      version: newest.version,
      dueOn,
      at: ctx.now(),
      byName: ctx.actor.name,
      personIds: readers.map(({ personId }) => personId),
    })
    await askByMail(tx, ctx, { title: newest.content.title, dueOn, origin, readers, isReminder: false })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'reading.asked',
      object: { kind: 'page', id: pageId },
      detail: { version: newest.version, dueOn, asked: readers.length, round: roundId },
    })
    return ok(readers.length)
  })
