import { hasThai } from '#app/kernel/thai-words.ts'
import type { FoundPart } from '../../../kernel/search-fold.ts'
import '../../../ui/finding.css'
import { MarkedText } from '../../../ui/marked-text.tsx'
import { askedIn, SearchForm } from '../../../ui/search-form.tsx'
import { addressOf, inOtherLanguage, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPagesContext } from '../../../web/public-page.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { searchPages } from '../finding/page-search.domain.ts'
import { findingText } from '../text/finding.ts'
import type { Route } from './+types/search-page'

const MOST_SHOWN = 50

/** What is asked stands after the question mark, so that no cache keeps it. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await agencyOf(context)
  const text = askedIn(searchParams)
  const pages = await context.get(publicPagesContext)(ctx)
  const { hits, count } = searchPages(pages, { asked: text, lang, most: MOST_SHOWN })
  return {
    lang,
    text,
    count,
    hits: hits.map(({ page, title, passage }) => ({
      address: lang === 'en' ? inOtherLanguage(page.address) : page.address,
      group: page.group,
      isInThai: lang === 'en' && !page.isTranslated,
      title,
      passage,
    })),
  }
}

export default function SearchPage({ loaderData: { lang, text, count, hits } }: Route.ComponentProps) {
  const { search: words, groups } = findingText(lang)
  return (
    <>
      <title>{text === '' ? words.title : words.titleOf(text)}</title>
      <meta name="robots" content="noindex" />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: words.title, to: null },
        ]}
      />
      <div className="stack wide">
        <div className="page-head">
          <h1>{words.title}</h1>
          <p className="lead">{words.hint}</p>
        </div>
        <SearchForm name={words.title} field={words.field} go={words.go} asked={text} />
        {text !== '' && count > 0 && <p role="status">{words.found(count)}</p>}
        {text !== '' && count === 0 && (
          <section className="empty">
            <h2>{words.none}</h2>
            <p>{words.noneBody}</p>
            <p>
              <a className="button" href={addressOf.sitePage(lang, 'site-map')}>
                {words.toMap}
              </a>
            </p>
          </section>
        )}
        <ol className="found-pages">
          {hits.map((hit) => (
            <li key={hit.address}>
              <p className="muted small">
                {groups[hit.group]}
                {hit.isInThai && ` · ${words.inThai}`}
              </p>
              <h2>
                <a href={hit.address} lang={langOf(hit.title)}>
                  <MarkedText parts={hit.title} />
                </a>
              </h2>
              {hit.passage && (
                <p lang={langOf(hit.passage)}>
                  <MarkedText parts={hit.passage} />
                </p>
              )}
            </li>
          ))}
        </ol>
        {count > hits.length && <p className="muted">{words.cut(hits.length)}</p>}
      </div>
    </>
  )
}

/** A hit on a page in Thai may have a title in English, and the other way round. */
const langOf = (parts: readonly FoundPart[]) => (parts.some(({ text }) => hasThai(text)) ? 'th' : undefined)
