import type { IsoDay } from '../../../kernel/thai-date.ts'

/** One piece of news in a feed. */
export type FeedEntry = Readonly<{
  /** Of the page: stays the same when its address or words change. */
  id: string
  title: string
  summary: string
  /** Absolute. */
  address: string
  /** The day of the news. */
  date: IsoDay
  /** When its newest version became public. */
  updatedAt: Date
}>

export type Feed = Readonly<{
  title: string
  author: string
  /** The page on which people read the same, absolute. */
  page: string
  /** Of the feed itself, absolute. */
  self: string
  entries: readonly FeedEntry[]
}>

/** What XML cannot hold at all, escaped or not. */
const NEVER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string): string => text.replace(NEVER, '').replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')

const newest = (entries: readonly FeedEntry[]): Date =>
  entries.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), new Date(0))

/** The instant at which the day of a piece of news begins in Thailand. */
const startOf = (date: IsoDay): Date => new Date(`${date}T00:00:00+07:00`)

/** Atom (RFC 4287). */
export const atomOf = ({ title, author, page, self, entries }: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="th">
  <id>${xml(page)}</id>
  <title>${xml(title)}</title>
  <updated>${newest(entries).toISOString()}</updated>
  <author><name>${xml(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="text/html" href="${xml(page)}"/>
${entries
  .map(
    (entry) => `  <entry>
    <id>urn:uuid:${xml(entry.id)}</id>
    <title>${xml(entry.title)}</title>
    <published>${startOf(entry.date).toISOString()}</published>
    <updated>${entry.updatedAt.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${xml(entry.address)}"/>
    <summary>${xml(entry.summary)}</summary>
  </entry>
`,
  )
  .join('')}</feed>
`

/** RSS 2.0. */
export const rssOf = ({ title, page, self, entries }: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(title)}</title>
    <link>${xml(page)}</link>
    <description>${xml(title)}</description>
    <language>th</language>
    <atom:link rel="self" type="application/rss+xml" href="${xml(self)}"/>
${entries
  .map(
    (entry) => `    <item>
      <title>${xml(entry.title)}</title>
      <link>${xml(entry.address)}</link>
      <guid isPermaLink="false">urn:uuid:${xml(entry.id)}</guid>
      <pubDate>${startOf(entry.date).toUTCString()}</pubDate>
      <description>${xml(entry.summary)}</description>
    </item>
`,
  )
  .join('')}  </channel>
</rss>
`
