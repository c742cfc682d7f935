import { addressOf } from '../../web/addresses.ts'
import type { PublicPagesSource } from '../../web/public-page.ts'
import type { DatasetSource } from './dataset-source.server.ts'
import { openDataText } from './text/index.ts'

/** The pages of the open data: their list, and one of every register. */
export const openDataPages =
  (datasets: readonly DatasetSource[]): PublicPagesSource =>
  async (ctx) => {
    const changes = await Promise.all(datasets.map((dataset) => dataset.changedAt(ctx)))
    const words = (lang: 'th' | 'en') => openDataText(lang)
    const newest = changes.reduce<Date | null>(
      (found, at) => (at && (!found || at > found) ? at : found),
      null,
    )
    return [
      {
        address: addressOf.data('th'),
        group: 'data',
        title: { th: words('th').title, en: words('en').title },
        isTranslated: true,
        text: { th: words('th').lead, en: words('en').lead },
        changedAt: newest,
      },
      ...datasets.map((dataset, at) => ({
        address: addressOf.data('th', dataset.key),
        group: 'data' as const,
        title: dataset.title,
        isTranslated: true,
        text: { th: searchedText(dataset, 'th'), en: searchedText(dataset, 'en') },
        changedAt: changes[at] ?? null,
      })),
    ]
  }

const searchedText = (
  { description, objective, keywords, fields }: DatasetSource,
  lang: 'th' | 'en',
): string =>
  [
    description[lang],
    objective[lang],
    keywords.map((keyword) => keyword[lang]).join(' '),
    fields.map(({ title }) => title[lang]).join(' '),
  ].join('\n')
