import { addressOf } from '../../web/addresses.ts'
import type { PublicPage, PublicPagesSource } from '../../web/public-page.ts'
import { policyText } from './text/policy.ts'
import { statisticsText } from './text/statistics.ts'

/** What the channel says of itself in public, beside its door: how it works, and its figures. Reports are in none of it. */
export const protectedPages: PublicPagesSource = async () => {
  const page = (part: 'procedure' | 'statistics', words: Pick<PublicPage, 'title' | 'text'>): PublicPage => ({
    address: addressOf.reporting('th', part),
    group: 'disclosure',
    ...words,
    isTranslated: true,
    changedAt: null,
  })
  const [th, en] = [policyText('th'), policyText('en')]
  const [figuresTh, figuresEn] = [statisticsText('th'), statisticsText('en')]
  return [
    page('procedure', {
      title: { th: th.procedure.title, en: en.procedure.title },
      text: { th: th.lead, en: en.lead },
    }),
    page('statistics', {
      title: { th: figuresTh.title, en: figuresEn.title },
      text: { th: figuresTh.lead, en: figuresEn.lead },
    }),
  ]
}
