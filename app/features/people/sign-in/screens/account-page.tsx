import { data, redirect } from 'react-router'
import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { EMPTY_FORM, ErrorSummary, type FormView, TextField } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../../web/context.server.ts'
import { findWaysToSignIn, type WaysToSignIn } from '../account.queries.server.ts'
import { listIdentities, listPasskeys, listProviders } from '../other-ways.queries.server.ts'
import { IdentitySection } from '../parts/identity-section.tsx'
import { PasskeySection } from '../parts/passkey-section.tsx'
import { SessionList } from '../parts/session-list.tsx'
import { signInContext } from '../sign-in-context.server.ts'
import { refusedForm } from '../sign-in-form.server.ts'
import type { AccountPageText } from '../text/account-page.en.ts'
import { accountPageText } from '../text/pages.ts'
import { changePassword } from '../usecases/change-password.server.ts'
import { offersPasskeys } from '../webauthn.server.ts'
import type { Route } from './+types/account-page'

const FIELD: Readonly<Record<string, string>> = {
  'password.current-wrong': 'current',
  'password.not-same': 'repeat',
  'password.too-short': 'password',
  'password.too-long': 'password',
  'password.common': 'password',
  'password.personal': 'password',
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const visit = visitOf(context)
  const { ctx, signedIn } = await officeOf(context)
  const refused = url.searchParams.get('refused')
  return {
    lang,
    form: refused === null ? EMPTY_FORM : refusedForm(lang, {}, { '': refused }),
    done: url.searchParams.get('done'),
    person: signedIn.person,
    sessionId: signedIn.sessionId,
    isMissing: signedIn.standing === 'second-factor-missing',
    ways: await findWaysToSignIn(ctx, signedIn.person.id),
    passkeys: await listPasskeys(ctx, signedIn.person.id),
    identities: await listIdentities(ctx, signedIn.person.id),
    providers: await listProviders(ctx),
    hasPasskeys: offersPasskeys(visit.origin),
    nonce: visit.nonce,
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const visit = visitOf(context)
  const { ctx, signedIn } = await officeOf(context)
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  const refuse = (code: string, wait = 0) =>
    data({ form: refusedForm(lang, {}, { [FIELD[code] ?? '']: code }, wait) }, 422)
  if (typed('password') !== typed('repeat')) return refuse('password.not-same')
  const changed = await changePassword(ctx, context.get(signInContext), {
    signedIn,
    current: form.has('current') ? typed('current') : null,
    password: typed('password'),
    network: visit.network,
    browserToken: visit.tokens.browser,
  })
  if (!changed.ok && changed.error.code === 'session.not-fresh') throw redirect(signInAgain(lang), 303)
  if (!changed.ok) return refuse(changed.error.code, 'wait' in changed.error ? changed.error.wait : 0)
  throw redirect(`${addressOf.office(lang, 'account')}?done=password`, 303)
}

const signInAgain = (lang: Language) => `${addressOf.signIn(lang, addressOf.office(lang, 'account'))}&again=1`

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, done, person, sessionId, isMissing, ways } = loaderData
  const { passkeys, identities, providers, hasPasskeys, nonce } = loaderData
  const text = accountPageText(lang)
  const form: FormView = actionData?.form ?? loaderData.form
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead(person.name, person.email ?? text.noEmail)} />
      <div className="stack wide">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        {isMissing && (
          <div className="notice warning">
            <p>
              <strong>{text.missingTitle}</strong>
            </p>
            <p>{text.missingLead}</p>
          </div>
        )}
        <ErrorSummary form={form} title={text.errorTitle} />
        <section className="stack" aria-labelledby="password-title">
          <h2 id="password-title">{text.passwordTitle}</h2>
          <PasswordForm form={form} lang={lang} setAt={ways.passwordSetAt} text={text} email={person.email} />
        </section>
        <section className="stack" aria-labelledby="totp-title">
          <h2 id="totp-title">{text.totpTitle}</h2>
          <TotpState lang={lang} ways={ways} text={text} />
        </section>
        <PasskeySection lang={lang} passkeys={passkeys} isOffered={hasPasskeys} nonce={nonce} />
        <IdentitySection lang={lang} identities={identities} providers={providers} />
        <section className="stack" aria-labelledby="sessions-title">
          <h2 id="sessions-title">{text.sessionsTitle}</h2>
          <SessionList lang={lang} sessions={ways.sessions} ownId={sessionId} />
        </section>
      </div>
    </>
  )
}

type PasswordFormProps = Readonly<{
  form: FormView
  lang: Language
  setAt: Date | null
  email: string | null
  text: AccountPageText
}>

function PasswordForm({ form, lang, setAt, email, text }: PasswordFormProps) {
  return (
    <>
      <p>{setAt === null ? text.passwordNone : text.passwordSet(formatDay(thaiDay(setAt), lang))}</p>
      <details className="fold" open={Object.keys(form.errors).some((field) => field !== '')}>
        <summary>{setAt === null ? text.setPassword : text.changePassword}</summary>
        <form method="post" className="form" action={addressOf.office(lang, 'account')}>
          {/* So that a password manager keeps the new password under the right name. */}
          <input
            type="email"
            name="username"
            autoComplete="username"
            defaultValue={email ?? ''}
            hidden
            readOnly
          />
          {setAt !== null && (
            <TextField
              form={form}
              name="current"
              type="password"
              label={text.current}
              autoComplete="current-password"
            />
          )}
          <TextField
            form={form}
            name="password"
            type="password"
            label={text.next}
            hint={text.nextHint}
            autoComplete="new-password"
          />
          <TextField
            form={form}
            name="repeat"
            type="password"
            label={text.repeat}
            autoComplete="new-password"
          />
          <button type="submit" className="button primary">
            {setAt === null ? text.setPassword : text.changePassword}
          </button>
        </form>
      </details>
    </>
  )
}

type TotpStateProps = Readonly<{ lang: Language; ways: WaysToSignIn; text: AccountPageText }>

function TotpState({ lang, ways, text }: TotpStateProps) {
  const setUp = addressOf.office(lang, 'account/second-factor')
  if (ways.totpSince === null)
    return (
      <>
        <p>{text.totpOff}</p>
        <p>
          <a className="button" href={setUp}>
            {text.setUpTotp}
          </a>
        </p>
      </>
    )
  return (
    <>
      <p>
        {text.totpOn(formatDay(thaiDay(ways.totpSince), lang))} · {text.totpCodes(ways.recoveryCodes)}
      </p>
      <details className="fold">
        <summary>{text.removeTotp}</summary>
        <form method="post" className="form" action={`${setUp}/remove`}>
          <p>{text.removeTotpSure}</p>
          <button type="submit" className="button danger">
            {text.removeTotp}
          </button>
        </form>
      </details>
    </>
  )
}
