import type { Language } from '../../../i18n/language.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { announce } from '../../../platform/db/listen.server.ts'
import { hasHead, publishAuditHead } from '../audit/audit-head.repo.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { eraseCases } from '../custody/usecases/erase-cases.server.ts'
import { expireReleases } from '../custody/usecases/expire-releases.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { escalateOverdue } from './usecases/escalate-overdue.server.ts'
import { sendRounds } from './usecases/send-rounds.server.ts'

/** `written`: letters. What failed is tried again when it is asked for next. */
export type Tended = Readonly<{ written: number; failed: readonly Error[] }>

/**
 * What time brings to the channel of an agency: once a day what is overdue goes up, what may be read no longer is taken away, what
 * is due is erased, and the head of the log is published; at fixed hours the constant letter goes out. May be asked for as often
 * as one likes, by several programs at once.
 */
export async function tendChannel(
  ctx: ProtectedCtx,
  {
    home,
    isStopped = () => false,
  }: Readonly<{ home: (lang: Language) => string; isStopped?: () => boolean }>,
): Promise<Tended> {
  const failed: Error[] = []
  const tried = async (work: () => Promise<number>): Promise<number> => {
    if (isStopped()) return 0
    try {
      return await work()
    } catch (error) {
      failed.push(error instanceof Error ? error : new Error(String(error)))
      return 0
    }
  }
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  const isDone = await withProtected(ctx.channel.db, agencyId, (tx) => hasHead(tx, { agencyId, day }))
  if (!isDone) {
    for (const work of [escalateOverdue, expireReleases, eraseCases]) await tried(() => work(ctx))
    // The day is closed last: until then its work is tried again.
    if (failed.length === 0)
      await tried(async () => {
        await withProtected(ctx.channel.db, agencyId, async (tx) => {
          // Pages with its statistics and its head are written anew, every day.
          if (await publishAuditHead(tx, { agencyId, day })) await announce(tx, 'published')
        })
        return 0
      })
  }
  const written = await tried(() => sendRounds(ctx, { home }))
  return { written, failed }
}
