import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { atomOf, type Feed, rssOf } from './news-feed.domain.ts'

const FEED: Feed = {
  title: 'ข่าว <ของ> "หน่วยงาน" & อื่น',
  author: 'หน่วยงาน',
  page: 'https://ita.example.go.th/news',
  self: 'https://ita.example.go.th/news/feed.atom',
  entries: [
    {
      id: '0b9a2f50-0000-4000-8000-000000000001',
      title: ']]> <script>alert(1)</script>\u0008\ufffe',
      summary: '&amp; ที่พิมพ์ไว้',
      address: 'https://ita.example.go.th/news/a',
      date: '2024-10-01',
      updatedAt: new Date('2024-10-02T03:00:00Z'),
    },
  ],
}
const read = (xml: string) => new JSDOM(xml, { contentType: 'application/xml' }).window.document
const textAt = (document: Document, path: string) => document.querySelector(path)?.textContent

test('whatever is typed into news, the feeds are XML that says exactly that', () => {
  for (const [form, entry] of [
    [atomOf, 'entry'],
    [rssOf, 'item'],
  ] as const) {
    const document = read(form(FEED))
    expect(textAt(document, 'title')).toBe(FEED.title)
    expect(textAt(document, `${entry} > title`)).toBe(']]> <script>alert(1)</script>')
    expect(document.querySelector('script')).toBeNull()
  }
})

test('an entry is known by its page, and has the day of the news in Thailand', () => {
  const atom = read(atomOf(FEED))
  expect(textAt(atom, 'entry > id')).toBe('urn:uuid:0b9a2f50-0000-4000-8000-000000000001')
  expect(textAt(atom, 'entry > published')).toBe('2024-09-30T17:00:00.000Z')
  expect(textAt(atom, 'feed > updated')).toBe('2024-10-02T03:00:00.000Z')
  const rss = read(rssOf(FEED))
  expect(textAt(rss, 'item > guid')).toBe('urn:uuid:0b9a2f50-0000-4000-8000-000000000001')
  expect(textAt(rss, 'item > pubDate')).toBe('Mon, 30 Sep 2024 17:00:00 GMT')
})
