import { addressOf } from '../../../web/addresses.ts'
import type { PublicGroup, PublicPage, PublicPagesSource } from '../../../web/public-page.ts'
import { pagesText } from '../text/pages.ts'
import type { PageContent, PageKind } from './page.domain.ts'
import { addressOfPage } from './page-addresses.ts'
import { isInEnglish, SERVICE_PARTS } from './page-form.domain.ts'
import { plainWords } from './page-tree.ts'
import { listPublishedPages } from './published-pages.queries.server.ts'

const GROUPS: Readonly<Record<PageKind, PublicGroup>> = {
  page: 'page',
  policy: 'policy',
  news: 'news',
  question: 'question',
  service: 'service',
}
const LISTS = [
  ['services', 'service'],
  ['news', 'news'],
  ['questions', 'question'],
  ['policies', 'policy'],
] as const satisfies readonly (readonly [string, PageKind])[]

/** The pages that staff wrote and published, and the lists of them. */
export const writtenPages: PublicPagesSource = async (ctx) => {
  const published = await listPublishedPages(ctx, null)
  const lists = LISTS.map(([segment, kind]): PublicPage => {
    const [th, en] = [pagesText('th').lists[segment], pagesText('en').lists[segment]]
    const ofKind = published.filter(({ content }) => content.kind === kind)
    return {
      address: addressOf.pages('th', segment),
      group: GROUPS[kind],
      title: { th: th.title, en: en.title },
      isTranslated: ofKind.every(({ content }) => isInEnglish(content)),
      text: { th: th.lead, en: en.lead },
      changedAt: ofKind.reduce<Date | null>(
        (last, { publishedAt }) => (last === null || publishedAt > last ? publishedAt : last),
        null,
      ),
    }
  })
  return [
    ...lists,
    ...published.map(({ content, publishedAt }) => ({
      address: addressOfPage('th', content),
      group: GROUPS[content.kind],
      title: { th: content.title.th, en: content.title.en ?? content.title.th },
      isTranslated: isInEnglish(content),
      text: { th: wordsOf(content, 'th'), en: wordsOf(content, 'en') },
      changedAt: publishedAt,
    })),
  ]
}

/** All words of a page but its title, in a language; Thai ones where there are no others. */
function wordsOf({ lead, body, pictures, service }: PageContent, lang: 'th' | 'en'): string {
  const parts = SERVICE_PARTS.flatMap((name) => service?.[name]?.text ?? [])
  const said = [lead, body, ...parts].map((text) => plainWords(text?.[lang] ?? text?.th ?? ''))
  return [...said, ...pictures.map(({ alt }) => alt[lang] ?? alt.th)].filter((text) => text !== '').join(' ')
}
