import { data, redirect } from 'react-router'
import '../../../ui/verify.css'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { nameOf } from '../../../web/app.server.ts'
import { agencyOf, appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { checkTyped } from '../verify/check.server.ts'
import { Verdict } from '../verify/parts/verdict.tsx'
import { shownAnswer } from '../verify/shown-answer.ts'
import { verifyText } from '../verify/text/index.ts'
import type { Route } from './+types/verified-page'

export const headers = publicPageHeaders

/** What is known of a hash, at an address that can be printed as a QR code. What is not known is 404, and not kept. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const agency = await agencyOf(context)
  const checked = await checkTyped(agency.ctx, params.hash)
  if (!checked.ok) {
    if (checked.error.code === 'hash.not-hash') throw data(null, 404)
    // What was typed is shown again with what is wrong.
    throw redirect(`${addressOf.verify(lang)}?hash=${encodeURIComponent(params.hash)}`, 302)
  }
  const answer = checked.value
  // Another spelling and the short code lead to the one address, for as long as they do.
  if (params.hash !== answer.hash) throw redirect(addressOf.verify(lang, answer.hash), 302)
  const page = {
    lang,
    agency: nameOf(agency, lang),
    origin: appOf(context).origin,
    answer: shownAnswer(answer, lang),
  }
  return answer.status === 'unknown' ? data(page, 404) : page
}

export default function VerifiedPage({ loaderData }: Route.ComponentProps) {
  const { lang, agency, origin, answer } = loaderData
  const text = verifyText(lang)
  return (
    <>
      <title>{text.verdicts[answer.verdict]}</title>
      <meta name="robots" content="noindex" />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.title, to: addressOf.verify(lang) },
          { label: text.titleOfResult, to: null },
        ]}
      />
      <div className="page-head">
        <h1>{text.titleOfResult}</h1>
      </div>
      <div className="page-body stack">
        <Verdict lang={lang} agency={agency} origin={origin} answer={answer} file={null} />
      </div>
    </>
  )
}
