import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { shellText } from '../../../web/text/index.ts'
import { findHome } from '../home-view.server.ts'
import { BannerRail, Popup } from '../parts/banners.tsx'
import { DoorCards } from '../parts/door-cards.tsx'
import { HomeLists } from '../parts/home-lists.tsx'
import { ItaOfYear, NoReport, YearNumbers } from '../parts/home-year.tsx'
import { SaidText } from '../parts/said-text.tsx'
import { homeText } from '../text/index.ts'
import type { Route } from './+types/home-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const agency = await appOf(context).agency()
  return { lang, home: agency && (await findHome(agency, lang)) }
}

export default function HomePage({ loaderData: { lang, home } }: Route.ComponentProps) {
  const text = homeText(lang)
  const name = home?.name ?? shellText(lang).productName
  return (
    <>
      <title>{text.title(name)}</title>
      <meta name="description" content={text.lead} />
      {home?.banners.popup && <Popup lang={lang} banner={home.banners.popup} />}
      <div className="stack wide home">
        <div className="page-head hero">
          <h1>{name}</h1>
          <p className="lead">{home?.mission ? <SaidText lang={lang} text={home.mission} /> : text.lead}</p>
          {home && <HeroSearch lang={lang} />}
        </div>
        {home && (
          <section aria-labelledby="doors">
            <h2 id="doors" className="visually-hidden">
              {text.doorsHeading}
            </h2>
            <DoorCards lang={lang} heading="h3" />
          </section>
        )}
        {home?.report ? (
          <ItaOfYear lang={lang} report={home.report} items={home.items} />
        ) : (
          <NoReport lang={lang} />
        )}
        {home && <HomeLists lang={lang} services={home.services} news={home.news} />}
        {home?.report && <YearNumbers lang={lang} report={home.report} />}
        {home && home.banners.rail.length > 0 && <BannerRail lang={lang} banners={home.banners.rail} />}
        {home && home.otherYears.length > 0 && (
          <section className="stack" aria-labelledby="years">
            <h2 id="years">{text.otherYears}</h2>
            <ul className="years">
              {home.otherYears.map((year) => (
                <li key={year}>
                  <a className="button" href={addressOf.report(lang, year)}>
                    {year}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}

function HeroSearch({ lang }: { lang: Language }) {
  const text = shellText(lang)
  return (
    <search aria-label={text.searchHome}>
      <form method="get" action={addressOf.sitePage(lang, 'search')} className="hero-search">
        <label htmlFor="home-search">{text.searchHome}</label>
        <div>
          <input id="home-search" name="q" type="search" enterKeyHint="search" />
          <button type="submit" className="button primary">
            <Icon name="search" />
            {text.searchGo}
          </button>
        </div>
      </form>
    </search>
  )
}
