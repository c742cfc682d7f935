import type { ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import type { Route } from './+types/root'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/components.css'
import './ui/form.css'
import './ui/office.css'
import './ui/article.css'
import './ui/print.css'
import { addressOf, isForStaff, isPersonal, isReporters, languageOf } from './web/addresses.ts'
import { nameOf } from './web/app.server.ts'
import { appOf, visitOf } from './web/context.server.ts'
import { PublicLinks } from './web/public-links.tsx'
import { pageAt, publicPagesContext } from './web/public-page.ts'
import { ReportersDocument } from './web/reporters-document.tsx'
import { TellNumber } from './web/request-number.tsx'
import { type FrameAgency, SiteFrame } from './web/site-frame.tsx'
import { shellText } from './web/text/index.ts'

/** Who publishes and what the menu offers: the same on every page, errors included. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = appOf(context)
  const { pathname } = new URL(request.url)
  if (isReporters(pathname)) {
    // While the database is away, what somebody typed is shown again all the same.
    const agency = await app.agency().catch(() => null)
    return { ...NOTHING, reportersOf: agency && nameOf(agency, languageOf(pathname)), origin: app.origin }
  }
  const agency = isPersonal(pathname) ? null : await app.agency()
  const listed = agency && pageAt(await context.get(publicPagesContext)(agency.ctx), pathname)
  return {
    listed: listed && { title: listed.page.title[listed.lang] },
    frame: await app.frame(languageOf(pathname)),
    origin: app.origin,
    nonce: isPersonal(pathname) ? visitOf(context).nonce : undefined,
    reportersOf: null,
  }
}

const NOTHING = { listed: null, frame: null, nonce: undefined }

export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const lang = languageOf(pathname)
  const site = useRouteLoaderData<typeof loader>('root')
  const fault = useRouteError()
  if (isReporters(pathname))
    return (
      <ReportersDocument lang={lang} pathname={pathname} agency={site?.reportersOf ?? null}>
        {children}
      </ReportersDocument>
    )
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <AgencyMark mark={site?.frame?.mark ?? null} />
        <script src="/display.js" nonce={site?.nonce} />
        {site && !fault && (
          <PublicLinks origin={site.origin} pathname={pathname} title={site.listed?.title ?? null} />
        )}
        <Meta />
        <Links />
        {site?.frame?.theme && <AgencyColours theme={site.frame.theme} />}
      </head>
      <body>
        {isForStaff(pathname) ? (
          children
        ) : (
          <SiteFrame
            lang={lang}
            pathname={pathname}
            agency={site?.frame ?? null}
            hasCodes={Boolean(site?.listed) && !fault}
          >
            {children}
          </SiteFrame>
        )}
      </body>
    </html>
  )
}

/** The mark by which a tab is known; a neutral one until the agency has its own. */
const AgencyMark = ({ mark }: { mark: string | null }) =>
  mark === null ? <link rel="icon" href="/mark.svg" type="image/svg+xml" /> : <link rel="icon" href={mark} />

/** The colours of the agency, after those of the product. */
const AgencyColours = ({ theme }: { theme: NonNullable<FrameAgency['theme']> }) => (
  <>
    <link rel="stylesheet" href={theme.address} />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content={theme.light} />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content={theme.dark} />
  </>
)

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { pathname } = useLocation()
  const lang = languageOf(pathname)
  const text = shellText(lang)
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  return (
    <div className="stack">
      <title>{isMissing ? text.notFoundTitle : text.faultTitle}</title>
      <h1>{isMissing ? text.notFoundTitle : text.faultTitle}</h1>
      <p className="lead">{isMissing ? text.notFoundBody : text.faultBody}</p>
      {!isMissing && <TellNumber label={text.tellNumber} />}
      <p className="actions">
        <a className="button" href={lang === 'en' ? '/en' : '/'}>
          {text.toHome}
        </a>
        {isMissing && !isForStaff(pathname) && (
          <>
            <a className="button" href={addressOf.sitePage(lang, 'search')}>
              {text.search}
            </a>
            <a className="button" href={addressOf.sitePage(lang, 'site-map')}>
              {text.siteMap}
            </a>
          </>
        )}
      </p>
    </div>
  )
}
