import { data } from 'react-router'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { addressOf } from '../../../web/addresses.ts'
import { SitePageBody } from '../../site/index.parts.ts'
import { findPublishedPage } from '../../site/index.server.ts'
import { POLICY_SLUG } from '../policy/write-policy.ts'
import { reporterVisit } from '../reporting/reporter-visit.server.ts'
import { policyText } from '../text/policy.ts'
import type { Route } from './+types/procedure-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, lang } = await reporterVisit(context, request)
  if (ctx === null) throw data(null, 503)
  const found = await findPublishedPage(ctx, { kind: 'policy', slug: POLICY_SLUG })
  return { lang, page: found !== null && found.page.ended === null ? found.page : null }
}

/** What the agency has published of how the channel works, in the frame of the channel. */
export default function ProcedurePage({ loaderData: { lang, page } }: Route.ComponentProps) {
  const text = policyText(lang).procedure
  const said = page && (lang === 'en' && page.content.body.en !== null ? 'en' : 'th')
  return (
    <>
      <title>{text.title}</title>
      <h1>{text.title}</h1>
      {page && said ? (
        <>
          <p className="small muted">
            {text.version(page.version, formatDay(thaiDay(page.publishedAt), lang))} ·{' '}
            <a href={addressOf.pages(lang, 'policies', POLICY_SLUG)}>{text.history}</a>
          </p>
          <SitePageBody lang={said} markdown={page.content.body[said] ?? page.content.body.th} />
        </>
      ) : (
        <p className="notice">{text.none}</p>
      )}
      <p className="actions">
        <a className="button" href={addressOf.sitePage(lang, 'whistleblow')}>
          {text.toChannel}
        </a>
      </p>
    </>
  )
}
