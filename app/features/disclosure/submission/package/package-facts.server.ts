import type { Language } from '../../../../i18n/language.ts'
import { daysAfter, startOfThaiDay } from '../../../../kernel/thai-day.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { listCaptures, listChecksBetween } from '../../../watch/index.server.ts'
import { type LogEntry, watchLog } from '../../../watch/index.ts'
import type { Submission } from '../submission.domain.ts'
import { findSubmission } from '../submission.queries.server.ts'
import { type PackagedItem, type PackageKind, packagedRows } from './package-files.domain.ts'
import type { PackageFacts } from './package-index.tsx'

/** From the submission to the end of the clarification, or to now: the time in which an assessor may have come. */
export function watchedSpan(
  { submitted, days }: Submission,
  now: Date,
): Readonly<{ from: Date; to: Date }> | null {
  if (submitted === null) return null
  const end = days.clarificationTo === null ? null : startOfThaiDay(daysAfter(days.clarificationTo, 1))
  return { from: submitted.at, to: end !== null && end < now ? end : now }
}

/** What happened at the submitted addresses since they were; empty before. */
export async function logOfSubmission(ctx: Ctx, submission: Submission): Promise<readonly LogEntry[]> {
  const span = watchedSpan(submission, ctx.now())
  if (span === null) return []
  const addresses = submission.rows.flatMap(({ submitted }) =>
    submitted === null ? [] : [submitted.address],
  )
  return watchLog(await listChecksBetween(ctx, { ...span, addresses }))
}

type Asked = Readonly<{ year: number; kind: PackageKind; lang: Language }>

/** All that a package says; null where nothing would be in it. */
export async function findPackage(ctx: Ctx, { year, kind, lang }: Asked): Promise<PackageFacts | null> {
  const submission = await findSubmission(ctx, { year })
  const span = submission && watchedSpan(submission, ctx.now())
  if (!submission || !span) return null
  const rows = packagedRows(submission.rows, kind)
  if (rows.length === 0) return null
  const items: PackagedItem[] = []
  for (const row of rows) {
    const { address, at, captureId } = row.submitted
    const captures = await listCaptures(ctx, { address })
    items.push({
      row,
      // What was kept before the submission shows another time, but for the one that was made for it.
      captures: captures
        .filter(({ id, capturedAt }) => id === captureId || (capturedAt >= at && capturedAt <= span.to))
        .toReversed(),
    })
  }
  const addresses = new Set(rows.map(({ submitted }) => submitted.address))
  const log = (await logOfSubmission(ctx, submission)).filter(({ address }) => addresses.has(address))
  return { lang, year, kind, items, log, span, madeAt: ctx.now() }
}
