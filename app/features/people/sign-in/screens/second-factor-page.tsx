import { data, redirect } from 'react-router'
import { EMPTY_FORM, ErrorSummary, type FormView, TextField } from '../../../../ui/form.tsx'
import { addressOf, languageOf, ownAddress } from '../../../../web/addresses.ts'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { findWaysToSignIn } from '../account.queries.server.ts'
import { cameIn, comingFrom } from '../came-in.server.ts'
import { listPasskeys } from '../other-ways.queries.server.ts'
import { PasskeyButton } from '../parts/passkey-button.tsx'
import { signInContext } from '../sign-in-context.server.ts'
import { refusedForm } from '../sign-in-form.server.ts'
import { signInPageText } from '../text/pages.ts'
import { proveSecondFactor } from '../usecases/prove-second-factor.server.ts'
import { offersPasskeys } from '../webauthn.server.ts'
import type { Route } from './+types/second-factor-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const to = ownAddress(url.searchParams.get('to'))
  const { signedIn, nonce, origin } = visitOf(context)
  const { ctx } = await agencyOf(context)
  if (!signedIn) throw redirect(addressOf.signIn(lang, to), 303)
  if (signedIn.standing !== 'second-factor-asked') throw redirect(to ?? addressOf.office(lang), 303)
  const ways = await findWaysToSignIn(ctx, signedIn.person.id)
  const passkeys = await listPasskeys(ctx, signedIn.person.id)
  const hasPasskey = passkeys.length > 0 && offersPasskeys(origin)
  return { lang, to, nonce, hasApp: ways.totpSince !== null, hasPasskey }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const visit = visitOf(context)
  const { ctx } = await agencyOf(context)
  const form = await request.formData()
  const to = ownAddress(String(form.get('to') ?? ''))
  if (!visit.signedIn) throw redirect(addressOf.signIn(lang, to), 303)
  const actor = visit.signedIn.actor
  const opened = await proveSecondFactor({ ...ctx, actor }, context.get(signInContext), {
    signedIn: visit.signedIn,
    code: String(form.get('code') ?? '').slice(0, 100),
    ...comingFrom(visit),
  })
  if (opened.ok) return cameIn({ agencyId: ctx.agency.id, lang, to }, opened.value)
  if (opened.error.code === 'session.unknown') throw redirect(addressOf.signIn(lang, to), 303)
  const wait = 'wait' in opened.error ? opened.error.wait : 0
  return data({ form: refusedForm(lang, {}, { code: opened.error.code }, wait) }, wait ? 429 : 422)
}

export default function SecondFactorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, to, nonce, hasApp, hasPasskey } = loaderData
  const text = signInPageText(lang)
  const form: FormView = actionData?.form ?? EMPTY_FORM
  return (
    <div className="narrow stack">
      <title>{text.codeTitle}</title>
      <h1>{text.codeTitle}</h1>
      <ErrorSummary form={form} title={text.errorTitle} />
      {hasApp ? (
        <form method="post" className="form card" action={addressOf.secondFactor(lang)}>
          <p>{text.codeLead}</p>
          {to !== null && <input type="hidden" name="to" value={to} />}
          <TextField
            form={form}
            name="code"
            label={text.code}
            hint={text.codeHint}
            autoComplete="one-time-code"
            inputMode="text"
            spellCheck={false}
          />
          <button type="submit" className="button primary">
            {text.confirm}
          </button>
        </form>
      ) : (
        <p className="notice">{text.passkeyOnly}</p>
      )}
      {hasPasskey && (
        <>
          {hasApp && <p>{text.passkeyInstead}</p>}
          <PasskeyButton lang={lang} to={to} nonce={nonce} isOffered />
        </>
      )}
      <p className="muted small">{text.lostBoth}</p>
      <form method="post" action={addressOf.signOut(lang)}>
        <button type="submit" className="button">
          {text.backToSignIn}
        </button>
      </form>
    </div>
  )
}
