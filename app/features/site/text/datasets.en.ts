import type { TextOf } from '../../../i18n/language.ts'
import type { datasetsTh } from './datasets.th.ts'

export const datasetsEn: TextOf<typeof datasetsTh> = {
  objective: 'So that the public can use and check what the agency publishes on its website',
  fields: {
    slug: 'Key of the page',
    titleTh: 'Title (Thai)',
    titleEn: 'Title (English)',
    leadTh: 'Opening words (Thai)',
    leadEn: 'Opening words (English)',
    answerTh: 'Answer (Thai)',
    answerEn: 'Answer (English)',
    date: 'Day of the news',
    reviewOn: 'Review day',
    version: 'Version',
    publishedAt: 'Published at',
    address: 'Address of the page',
  },
}
