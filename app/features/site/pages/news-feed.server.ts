import type { RouterContextProvider } from 'react-router'
import { agencyOf, appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { pagesText } from '../text/pages.ts'
import { atomOf, type Feed, rssOf } from './news-feed.domain.ts'
import { addressOfPage } from './page-addresses.ts'
import { plainWords } from './page-tree.ts'
import { listPublishedPages } from './published-pages.queries.server.ts'

const MOST_ENTRIES = 50
const LONGEST_SUMMARY = 300
const FORMS = {
  atom: { write: atomOf, type: 'application/atom+xml' },
  rss: { write: rssOf, type: 'application/rss+xml' },
} as const

/** The newest news for programs that follow it, in Thai, in which all of it is written. */
export async function answerFeed(
  context: Readonly<RouterContextProvider>,
  form: keyof typeof FORMS,
): Promise<Response> {
  const { origin } = appOf(context)
  const agency = await agencyOf(context)
  const news = await listPublishedPages(agency.ctx, 'news')
  const feed: Feed = {
    title: pagesText('th').feedOf(agency.nameTh),
    author: agency.nameTh,
    page: `${origin}/news`,
    self: `${origin}/news/feed.${form}`,
    entries: news.slice(0, MOST_ENTRIES).map(({ pageId, content, publishedAt }) => ({
      id: pageId,
      title: content.title.th,
      summary: content.lead?.th ?? plainWords(content.body.th).slice(0, LONGEST_SUMMARY),
      address: origin + addressOfPage('th', content),
      date: content.date ?? '1970-01-01',
      updatedAt: publishedAt,
    })),
  }
  const { write, type } = FORMS[form]
  return new Response(write(feed), {
    headers: { ...publicPageHeaders(), 'Content-Type': `${type}; charset=utf-8` },
  })
}
