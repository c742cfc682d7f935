import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { type AuditHead, listAuditHeads } from '../audit/audit-head.repo.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import type { ChannelCategory } from '../settings/channel-settings.domain.ts'
import { findChannelSettings } from '../settings/channel-settings.repo.server.ts'
import { statisticsText } from '../text/statistics.ts'
import { listCaseCounts } from './case-counts.repo.server.ts'
import { type CaseStatistics, caseStatistics } from './statistics.domain.ts'

export type PublicStatistics = CaseStatistics &
  Readonly<{
    categories: readonly ChannelCategory[]
    /** Of the log, the latest first. */
    heads: readonly AuditHead[]
  }>

/** Everything of the channel that is counted in public, as it is told today. */
export function findPublicStatistics(
  ctx: Pick<ProtectedCtx, 'channel' | 'agency' | 'now'>,
): Promise<PublicStatistics> {
  const agencyId = ctx.agency.id
  const today = thaiDay(ctx.now())
  return withProtected(ctx.channel.db, agencyId, async (tx) => {
    const { settings } = await findChannelSettings(tx, agencyId)
    const counts = await listCaseCounts(tx, agencyId)
    const since = settings.openedOn ?? today
    const inUse = settings.categories.map(({ key }) => key)
    return {
      ...caseStatistics({ counts, since, today, categories: inUse }),
      categories: settings.categories,
      heads: await listAuditHeads(tx, agencyId),
    }
  })
}

/** What a category is called; one that is in use no longer by its key. */
export function categoryName(key: string, categories: readonly ChannelCategory[], lang: Language): string {
  const found = categories.find((category) => category.key === key)
  return found ? found[lang] : statisticsText(lang).formerCategory(key)
}

/** First day of a half of a fiscal year (Buddhist era). */
export const startOfHalf = (fiscalYear: number, half: 1 | 2): IsoDay =>
  half === 1 ? `${fiscalYear - 544}-10-01` : `${fiscalYear - 543}-04-01`
