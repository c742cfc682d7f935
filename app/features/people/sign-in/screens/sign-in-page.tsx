import { data, redirect } from 'react-router'
import { z } from 'zod'
import { EMPTY_FORM, ErrorSummary, type FormView, TextField } from '../../../../ui/form.tsx'
import { addressOf, languageOf, ownAddress } from '../../../../web/addresses.ts'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { cameIn, comingFrom, keepsSessions } from '../came-in.server.ts'
import { listProviders } from '../other-ways.queries.server.ts'
import { PasskeyButton } from '../parts/passkey-button.tsx'
import { ProviderButtons } from '../parts/provider-buttons.tsx'
import { signInContext } from '../sign-in-context.server.ts'
import { readForm, refusedForm, typedValues } from '../sign-in-form.server.ts'
import { signInPageText } from '../text/pages.ts'
import { signInWithPassword } from '../usecases/sign-in-with-password.server.ts'
import { offersPasskeys } from '../webauthn.server.ts'
import type { Route } from './+types/sign-in-page'

const FORM = z.object({
  email: z.string({ error: 'sign-in.wrong' }).max(300, { error: 'sign-in.wrong' }),
  password: z.string({ error: 'sign-in.wrong' }).max(1000, { error: 'sign-in.wrong' }),
  to: z.string().optional(),
})

/** Why somebody was led here, where there is something to say. */
function reasonIn(url: URL): 'kept' | 'notKept' | 'again' | 'signedOut' | null {
  if (url.searchParams.has('again')) return 'again'
  if (url.searchParams.has('signed-out')) return 'signedOut'
  const to = url.searchParams.get('to') ?? ''
  if (/[?&]not-kept=/.test(to)) return 'notKept'
  return /[?&]kept=/.test(to) ? 'kept' : null
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const visit = visitOf(context)
  const to = ownAddress(url.searchParams.get('to'))
  const { ctx } = await agencyOf(context)
  if (visit.signedIn?.standing === 'full' && !url.searchParams.has('again'))
    throw redirect(to ?? addressOf.office(lang), 303)
  return {
    lang,
    to,
    reason: reasonIn(url),
    isSafe: keepsSessions(visit),
    nonce: visit.nonce,
    hasPasskeys: offersPasskeys(visit.origin),
    providers: await listProviders(ctx),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const visit = visitOf(context)
  const agency = await agencyOf(context)
  const form = await request.formData()
  const read = readForm(form, FORM)
  const values = typedValues([...form])
  // An empty field and a wrong one are told alike: neither says whether there is an account.
  if (!read.ok) return data({ form: refusedForm(lang, values, { '': 'sign-in.wrong' }) }, 422)
  const opened = await signInWithPassword(agency.ctx, context.get(signInContext), {
    ...read.value,
    ...comingFrom(visit),
    current: visit.signedIn,
  })
  if (opened.ok)
    return cameIn({ agencyId: agency.ctx.agency.id, lang, to: read.value.to ?? null }, opened.value)
  const { error } = opened
  const wait = 'wait' in error ? error.wait : 0
  return data({ form: refusedForm(lang, values, { '': error.code }, wait) }, wait ? 429 : 422)
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, to, reason, isSafe, nonce, hasPasskeys, providers } = loaderData
  const text = signInPageText(lang)
  const form: FormView = actionData?.form ?? EMPTY_FORM
  return (
    <div className="narrow stack">
      <title>{text.title}</title>
      <h1>{text.title}</h1>
      {reason !== null && <p className="notice">{text[reason]}</p>}
      {isSafe ? (
        <>
          <ErrorSummary form={form} title={text.errorTitle} />
          <form method="post" className="form card" action={addressOf.signIn(lang)}>
            {to !== null && <input type="hidden" name="to" value={to} />}
            <TextField
              form={form}
              name="email"
              type="email"
              label={text.email}
              autoComplete="username"
              spellCheck={false}
            />
            <TextField
              form={form}
              name="password"
              type="password"
              label={text.password}
              autoComplete="current-password"
            />
            <div className="actions">
              <button type="submit" className="button primary">
                {text.signIn}
              </button>
              <a href={addressOf.signInPart(lang, 'forgot')}>{text.forgot}</a>
            </div>
          </form>
          <div className="stack other-ways">
            <ProviderButtons lang={lang} providers={providers} to={to} />
            <PasskeyButton lang={lang} to={to} nonce={nonce} isOffered={hasPasskeys} />
          </div>
        </>
      ) : (
        <p className="notice warning">{text.notSafe}</p>
      )}
      <p className="muted small">{text.lead}</p>
    </div>
  )
}
