import { data, redirect } from 'react-router'
import { addressOf, languageOf, ownAddress } from '../../../../web/addresses.ts'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { attemptHeaders } from '../attempt-cookie.server.ts'
import { refusedAddress } from '../oidc-refused.server.ts'
import { LeadsOn } from '../parts/leads-on.tsx'
import { signInErrorText } from '../sign-in.errors.ts'
import { signInContext } from '../sign-in-context.server.ts'
import { isCode } from '../sign-in-form.server.ts'
import { otherWaysText } from '../text/other-ways.ts'
import { startOidc } from '../usecases/start-oidc.server.ts'
import type { Route } from './+types/oidc-start-page'

const LONGEST_WAIT_SECONDS = 86_400

/** Says why somebody came back from a provider without being signed in; also asked after a form was sent here. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const to = ownAddress(url.searchParams.get('to'))
  const code = url.searchParams.get('refused') ?? ''
  const wait = Math.min(Number(url.searchParams.get('wait')) || 0, LONGEST_WAIT_SECONDS)
  await agencyOf(context)
  return { lang, to, refusal: signInErrorText({ code: isCode(code) ? code : 'sign-in.over', wait })[lang] }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { origin, network } = visitOf(context)
  const { ctx } = await agencyOf(context)
  const form = await request.formData()
  const to = ownAddress(String(form.get('to') ?? ''))
  const started = await startOidc(ctx, context.get(signInContext), {
    providerId: String(form.get('provider') ?? ''),
    to,
    lang,
    origin,
    network,
    linking: null,
  })
  if (!started.ok) throw redirect(refusedAddress(lang, to, started.error), 303)
  const { url, labels, attemptToken } = started.value
  return data({ url, label: labels[lang] }, { headers: attemptHeaders('oidc', ctx.agency.id, attemptToken) })
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders ?? new Headers()

export default function OidcStartPage({
  loaderData: { lang, to, refusal },
  actionData,
}: Route.ComponentProps) {
  if (actionData) return <LeadsOn lang={lang} url={actionData.url} label={actionData.label} />
  const text = otherWaysText(lang)
  return (
    <div className="narrow stack">
      <title>{text.refusedTitle}</title>
      <h1>{text.refusedTitle}</h1>
      <p className="lead">{refusal}</p>
      <p>
        <a className="button" href={addressOf.signIn(lang, to)}>
          {text.backToSignIn}
        </a>
      </p>
    </div>
  )
}
