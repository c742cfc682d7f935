import { daysAfter, thaiDay } from '../../../../kernel/thai-day.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { addNotices } from '../../../people/index.server.ts'
import { holdReviewsDue, setReviewTold } from '../page.repo.server.ts'
import { listPageKeepers } from '../page-keepers.queries.server.ts'

const TOLD_DAYS_BEFORE = 30

/**
 * Tells who keeps a page that its day of review comes, once for each day that was set, a month before. Several programs may do
 * so at once. Gives how many pages it was told of.
 */
export const tellReviewsDue = (ctx: Ctx): Promise<number> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const at = ctx.now()
    const today = thaiDay(at)
    const due = await holdReviewsDue(tx, { agencyId, until: daysAfter(today, TOLD_DAYS_BEFORE) })
    for (const { id, content, unitId, reviewOn } of due) {
      if (reviewOn === null) continue
      const keepers = await listPageKeepers(tx, { agencyId, unitId, day: today })
      await addNotices(
        tx,
        keepers.map(({ personId }) => ({
          agencyId,
          personId,
          kind: 'page.review-due' as const,
          part: `site/pages/${id}`,
          detail: { title: content.title.th, day: reviewOn },
          at,
        })),
      )
      await setReviewTold(tx, { agencyId, id, day: reviewOn })
    }
    return due.length
  })
