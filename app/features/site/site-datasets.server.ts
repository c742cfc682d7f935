import type { Bilingual, Language } from '../../i18n/language.ts'
import { addressOf } from '../../web/addresses.ts'
import type { DatasetSource } from '../opendata/index.server.ts'
import type { PageContent, PageKind } from './pages/page.domain.ts'
import { addressOfPage, SEGMENTS } from './pages/page-addresses.ts'
import { SERVICE_PARTS } from './pages/page-form.domain.ts'
import { plainWords } from './pages/page-tree.ts'
import type { PublishedPage } from './pages/published-page.domain.ts'
import { listPublishedPages } from './pages/published-pages.queries.server.ts'
import { datasetsText } from './text/datasets.ts'
import { pagesText } from './text/pages.ts'

type Kind = Exclude<PageKind, 'page'>
type Field = DatasetSource['fields'][number]
type Row = Awaited<ReturnType<DatasetSource['rows']>>[number]

const inBoth = (pick: (lang: Language) => string): Bilingual => ({ th: pick('th'), en: pick('en') })

const field = (
  name: string,
  title: Bilingual,
  type: Field['type'] = 'string',
  isRequired = false,
): Field => ({
  name,
  type,
  title,
  isRequired,
})
const named = (
  name: keyof ReturnType<typeof datasetsText>['fields'],
  key: string,
  type?: Field['type'],
  isRequired?: boolean,
) =>
  field(
    key,
    inBoth((lang) => datasetsText(lang).fields[name]),
    type,
    isRequired,
  )

/** The registers of what staff publish, by their kinds. */
export const siteDatasets: readonly DatasetSource[] = (
  ['news', 'policy', 'service', 'question'] as const
).map((kind) => {
  const segment = SEGMENTS[kind]
  const title = inBoth((lang) => pagesText(lang).lists[segment].title)
  return {
    key: segment,
    title,
    description: inBoth((lang) => pagesText(lang).lists[segment].lead),
    objective: inBoth((lang) => datasetsText(lang).objective),
    keywords: [title],
    dataType: 'record',
    updates: 'irregular',
    fields: fieldsOfKind(kind),
    primaryKey: ['slug'],
    page: (lang) => addressOf.pages(lang, segment),
    rows: async (ctx) => (await listPublishedPages(ctx, kind)).map((page) => rowOf(kind, page)),
    changedAt: async (ctx) =>
      (await listPublishedPages(ctx, kind)).reduce<Date | null>(
        (last, { publishedAt }) => (last === null || publishedAt > last ? publishedAt : last),
        null,
      ),
  }
})

function fieldsOfKind(kind: Kind): readonly Field[] {
  return [
    named('slug', 'slug', 'string', true),
    named('titleTh', 'title_th', 'string', true),
    named('titleEn', 'title_en'),
    ...(kind === 'question' ? [] : [named('leadTh', 'lead_th'), named('leadEn', 'lead_en')]),
    ...(kind === 'news' ? [named('date', 'date', 'date')] : []),
    ...(kind === 'question'
      ? [named('answerTh', 'answer_th', 'string', true), named('answerEn', 'answer_en')]
      : []),
    ...(kind === 'service'
      ? SERVICE_PARTS.map((part) =>
          field(
            part,
            inBoth((lang) => pagesText(lang).parts[part]),
          ),
        )
      : []),
    ...(kind === 'policy' ? [named('reviewOn', 'review_on', 'date')] : []),
    named('version', 'version', 'integer', true),
    named('publishedAt', 'published_at', 'datetime', true),
    named('address', 'address', 'string', true),
  ]
}

function rowOf(kind: Kind, { content, reviewOn, version, publishedAt }: PublishedPage): Row {
  return {
    slug: content.slug,
    title_th: content.title.th,
    title_en: content.title.en,
    ...(kind === 'question' ? {} : { lead_th: content.lead?.th ?? null, lead_en: content.lead?.en ?? null }),
    ...(kind === 'news' ? { date: content.date } : {}),
    ...(kind === 'question'
      ? { answer_th: plainWords(content.body.th), answer_en: plainOf(content.body.en) }
      : {}),
    ...(kind === 'service' ? partsOf(content) : {}),
    ...(kind === 'policy' ? { review_on: reviewOn } : {}),
    version,
    published_at: publishedAt.toISOString(),
    address: addressOfPage('th', content),
  }
}

/** Registers hold words, not the signs by which a page is laid out. */
const plainOf = (markdown: string | null): string | null => (markdown === null ? null : plainWords(markdown))

/** What is declared none says so; what is missing is null. */
const partsOf = ({ service }: PageContent): Row =>
  Object.fromEntries(
    SERVICE_PARTS.map((name) => {
      const part = service?.[name] ?? null
      if (part === null) return [name, null]
      return [
        name,
        part.state === 'none'
          ? `${pagesText('th').declaredNone} ${plainWords(part.text.th)}`.trim()
          : plainWords(part.text.th),
      ]
    }),
  )
