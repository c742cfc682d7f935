import { data } from 'react-router'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../../web/context.server.ts'
import { accountWith } from '../account-return.server.ts'
import { attemptHeaders } from '../attempt-cookie.server.ts'
import { LeadsOn } from '../parts/leads-on.tsx'
import { signInContext } from '../sign-in-context.server.ts'
import { otherWaysText } from '../text/other-ways.ts'
import { startOidc } from '../usecases/start-oidc.server.ts'
import type { Route } from './+types/link-identity'

/** Also asked after the form was sent: it may not lead elsewhere. */
export const loader = ({ request }: Route.LoaderArgs) => ({ lang: languageOf(new URL(request.url).pathname) })

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { origin, network } = visitOf(context)
  const { ctx, signedIn } = await officeOf(context)
  const form = await request.formData()
  const started = await startOidc(ctx, context.get(signInContext), {
    providerId: String(form.get('provider') ?? ''),
    to: null,
    lang,
    origin,
    network,
    linking: signedIn,
  })
  if (!started.ok) throw accountWith(lang, { refused: started.error.code })
  const { url, labels, attemptToken } = started.value
  return data({ url, label: labels[lang] }, { headers: attemptHeaders('oidc', ctx.agency.id, attemptToken) })
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders ?? new Headers()

export default function LinkIdentity({ loaderData: { lang }, actionData }: Route.ComponentProps) {
  if (actionData) return <LeadsOn lang={lang} url={actionData.url} label={actionData.label} />
  const text = otherWaysText(lang)
  return (
    <>
      <title>{text.identityTitle}</title>
      <h1>{text.identityTitle}</h1>
      <p>
        <a className="button" href={addressOf.office(lang, 'account')}>
          {text.backToAccount}
        </a>
      </p>
    </>
  )
}
