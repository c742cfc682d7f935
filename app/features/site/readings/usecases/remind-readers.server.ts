import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { startOfThaiDay, thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { PageError } from '../../pages/page.errors.ts'
import { readVersions } from '../../pages/published-pages.queries.server.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import { askByMail } from '../ask-by-mail.server.ts'
import { findNewestRound, takeReminded } from '../reading.repo.server.ts'
import { listStaff } from '../readings.queries.server.ts'

type Remind = Readonly<{ pageId: string; origin: string }>

/** Reminds who was asked before today and has not read, once a day. Gives how many were reminded. */
export const remindReaders = (ctx: Ctx, { pageId, origin }: Remind): Promise<Result<number, PageError>> =>
  inTransaction<number, PageError>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'reading.ask', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const round = await findNewestRound(tx, { agencyId, pageId })
    const page = (await readVersions(tx, { agencyId, pageId })).find(
      ({ version }) => version === round?.version,
    )
    if (!round || !page) return err({ code: 'page.unknown' })
    if (page.ended !== null) return err({ code: 'page.faults', faults: { '': 'page.not-public' } })
    const ids = await takeReminded(tx, {
      agencyId,
      roundId: round.id,
      at: ctx.now(),
      since: startOfThaiDay(thaiDay(ctx.now())),
    })
    const readers = await listStaff(tx, { agencyId, ids })
    if (readers.length === 0) return err({ code: 'page.faults', faults: { '': 'reading.nobody-to-remind' } })
    await askByMail(tx, ctx, {
      title: page.content.title,
      dueOn: round.dueOn,
      origin,
      readers,
      isReminder: true,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'reading.reminded',
      object: { kind: 'page', id: pageId },
      detail: { version: round.version, reminded: readers.length },
    })
    return ok(readers.length)
  })
