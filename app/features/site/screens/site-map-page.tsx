import '../../../ui/finding.css'
import { addressOf, inOtherLanguage, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPagesContext } from '../../../web/public-page.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { groupPages } from '../finding/site-map.domain.ts'
import { findingText } from '../text/finding.ts'
import type { Route } from './+types/site-map-page'

export const headers = publicPageHeaders

/** แผนผังเว็บไซต์: every page that is published, as links. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const pages = await context.get(publicPagesContext)(ctx)
  return {
    lang,
    groups: groupPages(pages).map(({ group, pages: own }) => ({
      group,
      pages: own.map(({ address, title, isTranslated }) => ({
        address: lang === 'en' ? inOtherLanguage(address) : address,
        title: title[lang],
        isInThai: lang === 'en' && !isTranslated && title.en === title.th,
      })),
    })),
  }
}

export default function SiteMapPage({ loaderData: { lang, groups } }: Route.ComponentProps) {
  const { map: words, groups: names } = findingText(lang)
  return (
    <>
      <title>{words.title}</title>
      <meta name="description" content={words.lead} />
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
          <p className="lead">{words.lead}</p>
        </div>
        {groups.length === 0 && <p className="empty">{words.empty}</p>}
        <nav aria-label={words.contents} className="map-contents">
          <ul>
            {groups.map(({ group, pages }) => (
              <li key={group}>
                <a href={`#${group}`}>{names[group]}</a>{' '}
                <span className="muted small">{words.pages(pages.length)}</span>
              </li>
            ))}
          </ul>
        </nav>
        {groups.map(({ group, pages }) => (
          <section key={group} aria-labelledby={group} className="stack">
            <h2 id={group}>{names[group]}</h2>
            <ul className="map-pages">
              {pages.map(({ address, title, isInThai }) => (
                <li key={address}>
                  <a href={address} lang={isInThai ? 'th' : undefined}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
