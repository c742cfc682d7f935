import type { Language } from '../../i18n/language.ts'
import { nameOf, type ServedAgency } from '../../web/app.server.ts'
import { findPublishedReport, listReports } from '../reports/index.server.ts'
import { findShownBanners } from './banners/banners.queries.server.ts'
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

/** Everything that the home page shows of an agency today. */
export async function findHome(agency: ServedAgency, lang: Language) {
  const { ctx } = agency
  const years = (await listReports(ctx)).map(({ fiscalYear }) => fiscalYear)
  const [newest, ...otherYears] = years
  const [found, profile, banners] = await Promise.all([
    newest === undefined ? null : findPublishedReport(ctx, { fiscalYear: newest, lang }),
    findProfile(ctx),
    findShownBanners(ctx),
  ])
  return {
    name: nameOf(agency, lang),
    mission: profile.mission,
    report: found && summaryOf(found),
    otherYears,
    banners,
  }
}
export type Home = Awaited<ReturnType<typeof findHome>>
