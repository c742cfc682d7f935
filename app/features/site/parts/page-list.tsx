import '../../../ui/page.css'
import { Fragment } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { PageKind } from '../pages/page.domain.ts'
import { addressOfPage, SEGMENTS } from '../pages/page-addresses.ts'
import { isInEnglish } from '../pages/page-form.domain.ts'
import type { PublishedPage } from '../pages/published-page.domain.ts'
import { pagesText } from '../text/pages.ts'
import { PublicHead } from './public-head.tsx'
import { SaidText } from './said-text.tsx'
import { Picture } from './site-page-body.tsx'

type ListProps = Readonly<{
  lang: Language
  kind: Exclude<PageKind, 'page'>
  pages: readonly PublishedPage[]
}>

const BUDDHIST_ERA = 543

/** The public list of a kind of pages: news by years, each with its day. */
export function PageList({ lang, kind, pages }: ListProps) {
  const text = pagesText(lang)
  const segment = SEGMENTS[kind]
  const { title, lead } = text.lists[segment]
  const isNews = kind === 'news'
  const yearOf = ({ content }: PublishedPage) => Number(content.date?.slice(0, 4) ?? 0) + BUDDHIST_ERA
  return (
    <div className="stack">
      <PublicHead
        lang={lang}
        title={title}
        lead={lead}
        isInThai={pages.some(({ content }) => !isInEnglish(content))}
      />
      {isNews && (
        <nav aria-label={text.feedsTitle}>
          <ul className="page-feeds">
            <li>{text.feedsTitle}</li>
            <li>
              <a href="/news/feed.atom">Atom</a>
            </li>
            <li>
              <a href="/news/feed.rss">RSS</a>
            </li>
          </ul>
        </nav>
      )}
      {pages.length === 0 && <p>{text.empty[segment]}</p>}
      {isNews ? (
        [...Map.groupBy(pages, yearOf)].map(([year, ofYear]) => (
          <Fragment key={year}>
            <h2>{text.year(year)}</h2>
            <Entries lang={lang} pages={ofYear} />
          </Fragment>
        ))
      ) : (
        <Entries lang={lang} pages={pages} />
      )}
    </div>
  )
}

function Entries({ lang, pages }: Pick<ListProps, 'lang' | 'pages'>) {
  const text = pagesText(lang)
  if (pages.length === 0) return null
  return (
    <ul className="page-list">
      {pages.map(({ pageId, content, reviewOn }) => (
        <li key={pageId}>
          {content.kind === 'news' && content.pictures[0] && (
            <Picture picture={content.pictures[0]} lang={lang} />
          )}
          <div>
            <a className="page-link" href={addressOfPage(lang, content)}>
              <SaidText lang={lang} text={content.title} />
            </a>
            {content.date !== null && (
              <p className="page-date">
                <time dateTime={content.date}>{formatDay(content.date, lang)}</time>
              </p>
            )}
            {content.lead !== null && (
              <p>
                <SaidText lang={lang} text={content.lead} />
              </p>
            )}
            {content.kind === 'policy' && reviewOn !== null && (
              <p className="muted">{text.reviewOn(formatDay(reviewOn, lang))}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
