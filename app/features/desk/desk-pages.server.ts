import { fiscalYearOf } from '../../kernel/thai-date.ts'
import { thaiDay } from '../../kernel/thai-day.ts'
import { addressOf } from '../../web/addresses.ts'
import type { PublicPage, PublicPagesSource } from '../../web/public-page.ts'
import { findPublicStatistics } from './statistics/public-statistics.server.ts'
import { publicFollowText, publicFormText, publicStatisticsText } from './text/public.ts'

/** The door of the desk, its form, coming back, and what it says of itself, year by year. */
export const deskPages: PublicPagesSource = async (ctx) => {
  const [th, en] = [publicFormText('th'), publicFormText('en')]
  const [followTh, followEn] = [publicFollowText('th'), publicFollowText('en')]
  const [figuresTh, figuresEn] = [publicStatisticsText('th'), publicStatisticsText('en')]
  const current = fiscalYearOf(thaiDay(ctx.now()))
  const statistics = await findPublicStatistics(ctx, { year: current, current })
  const page = (
    address: string,
    group: PublicPage['group'],
    { title, text }: Pick<PublicPage, 'title' | 'text'>,
  ): PublicPage => ({ address, group, title, text, isTranslated: true, changedAt: null })
  return [
    page(addressOf.sitePage('th', 'complaint'), 'start', {
      title: { th: th.title, en: en.title },
      text: {
        th: [th.lead, ...Object.values(th.how), ...Object.values(th.kindHints)].join(' '),
        en: [en.lead, ...Object.values(en.how), ...Object.values(en.kindHints)].join(' '),
      },
    }),
    page(addressOf.complaint('th', 'new'), 'service', {
      title: { th: th.formTitle, en: en.formTitle },
      text: { th: th.formLead, en: en.formLead },
    }),
    page(addressOf.complaint('th', 'follow'), 'service', {
      title: { th: followTh.title, en: followEn.title },
      text: { th: followTh.lead, en: followEn.lead },
    }),
    page(addressOf.complaint('th', 'statistics'), 'disclosure', {
      title: { th: figuresTh.title, en: figuresEn.title },
      text: { th: figuresTh.lead, en: figuresEn.lead },
    }),
    ...(statistics?.years ?? [])
      .filter((year) => year !== current)
      .map((year) =>
        page(addressOf.complaint('th', 'statistics', year), 'disclosure', {
          title: { th: figuresTh.yearTitle(year), en: figuresEn.yearTitle(year) },
          text: { th: figuresTh.lead, en: figuresEn.lead },
        }),
      ),
  ]
}
