import type { Language } from '../../i18n/language.ts'
import { type ItemRef, yearOf } from '../../kernel/item-ref.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { nameOf, type ServedAgency } from '../../web/app.server.ts'
import { listPublicYear } from '../disclosure/index.server.ts'
import { findPublishedReport, listReports } from '../reports/index.server.ts'
import { findShownBanners } from './banners/banners.queries.server.ts'
import type { PublishedPage } from './pages/published-page.domain.ts'
import { listPublishedPages } from './pages/published-pages.queries.server.ts'
import { findProfile } from './profile/site-profile.queries.server.ts'

const summaryOf = ({
  cycle,
  counts,
  verdict,
}: NonNullable<Awaited<ReturnType<typeof findPublishedReport>>>) => ({
  fiscalYear: cycle.fiscalYear,
  answers: cycle.answers,
  counts,
  score: verdict?.score ?? null,
  failing: verdict?.elements.filter((element) => !element.passes).length ?? 0,
})
export type ReportSummary = ReturnType<typeof summaryOf>

const MOST_SERVICES = 6
const MOST_NEWS = 4

/** One page of staff as a line of a list. */
const lineOf = ({ content: { slug, title, lead, date } }: PublishedPage) => ({ slug, title, lead, date })
export type PageLine = ReturnType<typeof lineOf>

/** How many items of the assessment that a report answers are whole, of how many. */
async function countItems(
  ctx: Ctx,
  answers: ItemRef,
): Promise<Readonly<{ whole: number; all: number }> | null> {
  const year = await listPublicYear(ctx, { year: yearOf(answers) })
  if (!year) return null
  const items = year.groups.flatMap((group) => group.items)
  return { whole: items.filter(({ score }) => score.score === 100).length, all: items.length }
}

/** Everything that the home page shows of an agency today. */
export async function findHome(agency: ServedAgency, lang: Language) {
  const { ctx } = agency
  const years = (await listReports(ctx)).map(({ fiscalYear }) => fiscalYear)
  const [newest, ...otherYears] = years
  const [found, profile, banners, services, news] = await Promise.all([
    newest === undefined ? null : findPublishedReport(ctx, { fiscalYear: newest, lang }),
    findProfile(ctx),
    findShownBanners(ctx),
    listPublishedPages(ctx, 'service'),
    listPublishedPages(ctx, 'news'),
  ])
  return {
    name: nameOf(agency, lang),
    mission: profile.mission,
    report: found && summaryOf(found),
    items: found && (await countItems(ctx, found.cycle.answers)),
    otherYears,
    banners,
    services: services.slice(0, MOST_SERVICES).map(lineOf),
    news: news.slice(0, MOST_NEWS).map(lineOf),
  }
}
export type Home = Awaited<ReturnType<typeof findHome>>
