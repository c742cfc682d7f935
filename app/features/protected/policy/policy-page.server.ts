import type { Result } from '../../../kernel/result.ts'
import { daysAfter, thaiDay } from '../../../kernel/thai-day.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { addPage, changePage, findPublishedPage, listPageWork } from '../../site/index.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { findChannelView } from '../reporting/channel-view.queries.server.ts'
import { linesApart, POLICY_SLUG, type WrittenPolicy, writePolicy } from './write-policy.ts'

/** A policy is looked at again after a year. */
const REVIEW_DAYS = 365

/** How the policy as it would be written now stands to the draft and to what is published. */
export type PolicyStanding = Readonly<{
  th: WrittenPolicy
  en: WrittenPolicy
  hasReaders: boolean
  /** The page at work; null before the first draft. */
  pageId: string | null
  published: Readonly<{ version: number; publishedAt: Date; isSame: boolean }> | null
  /** Against what is published, in Thai. */
  apart: ReturnType<typeof linesApart> | null
}>

export async function findPolicyStanding(ctx: ProtectedCtx): Promise<PolicyStanding> {
  const [view, work, found] = await Promise.all([
    findChannelView(ctx),
    listPageWork(ctx),
    findPublishedPage(ctx, { kind: 'policy', slug: POLICY_SLUG }),
  ])
  const [th, en] = [writePolicy(view, 'th'), writePolicy(view, 'en')]
  const standing = found !== null && found.page.ended === null ? found.page : null
  return {
    th,
    en,
    hasReaders: view.holders.some(({ kind }) => kind === 'recipient'),
    pageId: work.find(({ page }) => isPolicy(page.content))?.page.id ?? null,
    published: standing && {
      version: standing.version,
      publishedAt: standing.publishedAt,
      isSame: same(standing.content.body.th, th.body) && same(standing.content.body.en ?? '', en.body),
    },
    apart: standing && linesApart(standing.content.body.th, th.body),
  }
}

const isPolicy = ({ kind, slug }: Readonly<{ kind: string; slug: string }>) =>
  kind === 'policy' && slug === POLICY_SLUG
const same = (one: string, other: string) => one.trim() === other.trim()

/** Writes the policy as a draft page of the site, over the draft that is there, and gives the page. */
export async function draftPolicy(ctx: ProtectedCtx): Promise<Result<string, Readonly<{ code: string }>>> {
  const { th, en } = await findPolicyStanding(ctx)
  const typed = {
    titleTh: th.title,
    titleEn: en.title,
    leadTh: th.lead,
    leadEn: en.lead,
    bodyTh: th.body,
    bodyEn: en.body,
    slug: POLICY_SLUG,
    reviewOn: dayAsTyped(daysAfter(thaiDay(ctx.now()), REVIEW_DAYS)),
  }
  const page = (await listPageWork(ctx)).find((one) => isPolicy(one.page.content))?.page
  if (!page) return addPage(ctx, { kind: 'policy', typed })
  const changed = await changePage(ctx, { pageId: page.id, seenVersion: page.version, typed })
  return changed.ok ? { ok: true, value: page.id } : changed
}
