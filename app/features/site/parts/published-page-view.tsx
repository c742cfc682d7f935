import type { Language } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { type Crumb, Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import type { PageKind } from '../pages/page.domain.ts'
import { addressOfPage, addressOfVersion, SEGMENTS } from '../pages/page-addresses.ts'
import type { FoundPage } from '../pages/published-page.domain.ts'
import { pagesText } from '../text/pages.ts'
import { PageArticle } from './page-article.tsx'

type ViewProps = Readonly<{ lang: Language; found: FoundPage }>

/** A published page with its place and its history; or that it was taken down, when and why. Names of persons stay inside. */
export function PublishedPageView({ lang, found }: ViewProps) {
  const { page, newestVersion } = found
  const text = pagesText(lang)
  const { content, ended } = page
  const title = saidIn(lang, content.title)
  const description = content.lead && saidIn(lang, content.lead).words
  return (
    <>
      <title>{ended ? text.goneTitle : title.words}</title>
      {description && !ended && <meta name="description" content={description} />}
      {ended && <meta name="robots" content="noindex" />}
      <Crumbs lang={lang} trail={trailOf(lang, content.kind, title.words)} />
      <article className="page-article stack">
        {ended ? (
          <Gone lang={lang} page={page} title={title.words} />
        ) : (
          <>
            {page.version !== newestVersion && (
              <Notice kind="warning">
                <p>{text.older(page.version, newestVersion)}</p>
                <p>
                  <a href={addressOfPage(lang, { kind: content.kind, slug: found.slug })}>{text.toNewest}</a>
                </p>
              </Notice>
            )}
            <PageArticle lang={lang} content={content} />
          </>
        )}
        <About lang={lang} found={found} />
      </article>
    </>
  )
}

const trailOf = (lang: Language, kind: PageKind, title: string): readonly Crumb[] => {
  const segment = SEGMENTS[kind]
  return [
    { label: shellText(lang).home, to: addressOf.home(lang) },
    ...(segment === 'pages'
      ? []
      : [{ label: pagesText(lang).lists[segment].title, to: addressOf.pages(lang, segment) }]),
    { label: title, to: null },
  ]
}

function Gone({ lang, page, title }: { lang: Language; page: FoundPage['page']; title: string }) {
  const text = pagesText(lang)
  const { ended } = page
  return (
    <>
      <div className="page-head">
        <h1>{text.goneTitle}</h1>
        <p className="lead">{text.goneLead(title)}</p>
      </div>
      {ended && (
        <Facts
          rows={[
            [text.goneBy, text.goneByStaff],
            [text.goneAt, formatInstant(ended.at, lang)],
            [text.goneWhy, ended.reason],
          ]}
        />
      )}
    </>
  )
}

function About({ lang, found: { page, slug, versions } }: ViewProps) {
  const text = pagesText(lang)
  const isPolicy = page.content.kind === 'policy'
  return (
    <section className="page-about" aria-label={text.about}>
      {page.ended === null && (
        <p>
          {text.published} {formatInstant(page.publishedAt, lang)} · {text.version} {page.version}
          {page.reviewOn !== null && ` · ${text.review} ${formatDay(page.reviewOn, lang)}`}
        </p>
      )}
      <details className="fold">
        <summary>
          <Icon name="history" />
          {text.history}
        </summary>
        <ol className="page-history">
          {versions.map(({ version, publishedAt, ended }) => {
            const words = text.versionAt(version, formatInstant(publishedAt, lang))
            return (
              <li key={version}>
                {isPolicy ? <a href={addressOfVersion(lang, slug, version)}>{words}</a> : words}
                {version === page.version && page.ended === null && ` (${text.isShown})`}
                {ended !== null && ` (${text.wasTakenDown(formatInstant(ended.at, lang))})`}
              </li>
            )
          })}
        </ol>
      </details>
    </section>
  )
}
