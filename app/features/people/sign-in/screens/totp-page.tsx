import { data, redirect } from 'react-router'
import type { Language } from '../../../../i18n/language.ts'
import { EMPTY_FORM, ErrorSummary, type FormView, TextField } from '../../../../ui/form.tsx'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { nameOf } from '../../../../web/app.server.ts'
import { officeOf, visitOf } from '../../../../web/context.server.ts'
import { comingFrom, sessionHeaders } from '../came-in.server.ts'
import { QrCode } from '../parts/qr-code.tsx'
import { signInErrorText } from '../sign-in.errors.ts'
import { signInContext } from '../sign-in-context.server.ts'
import { refusedForm } from '../sign-in-form.server.ts'
import { accountPageText } from '../text/pages.ts'
import { totpAddress } from '../totp.server.ts'
import { confirmTotp, startTotp } from '../usecases/set-up-totp.server.ts'
import type { Route } from './+types/totp-page'

const HERE = 'account/second-factor'

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, agency, signedIn } = await officeOf(context)
  const started = await startTotp(ctx, context.get(signInContext), { signedIn })
  const { name, email } = signedIn.person
  const account = email ?? name
  if (!started.ok && started.error.code === 'session.not-fresh')
    throw redirect(`${addressOf.signIn(lang, addressOf.office(lang, HERE))}&again=1`, 303)
  const secret = started.ok ? started.value.secret : null
  return {
    lang,
    isMissing: signedIn.standing === 'second-factor-missing',
    // Null for who has one, also right after its first code: the page then shows the recovery codes.
    toSetUp:
      secret === null
        ? null
        : { secret, address: totpAddress(secret, { account, agency: nameOf(agency, lang) }) },
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const form = await request.formData()
  const confirmed = await confirmTotp(ctx, context.get(signInContext), {
    signedIn,
    code: String(form.get('code') ?? '').slice(0, 100),
    ...comingFrom(visitOf(context)),
  })
  if (confirmed.ok)
    return data(
      { recoveryCodes: confirmed.value.recoveryCodes, form: EMPTY_FORM },
      { headers: sessionHeaders(ctx.agency.id, confirmed.value.session) },
    )
  const wait = 'wait' in confirmed.error ? confirmed.error.wait : 0
  return data(
    { recoveryCodes: null, form: refusedForm(lang, {}, { code: confirmed.error.code }, wait) },
    wait ? 429 : 422,
  )
}

export default function TotpPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, isMissing, toSetUp } = loaderData
  const codes = actionData?.recoveryCodes ?? null
  if (codes !== null) return <RecoveryCodes lang={lang} codes={codes} />
  if (toSetUp === null) return <ThereAlready lang={lang} />
  return <SetUp {...toSetUp} lang={lang} isMissing={isMissing} form={actionData?.form ?? EMPTY_FORM} />
}

function RecoveryCodes({ lang, codes }: { lang: Language; codes: readonly string[] }) {
  const text = accountPageText(lang)
  return (
    <div className="narrow stack">
      <title>{text.codesTitle}</title>
      <h1>{text.codesTitle}</h1>
      <p className="lead">{text.codesLead}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a className="button primary" href={addressOf.office(lang)}>
          {text.codesDone}
        </a>
      </p>
    </div>
  )
}

function ThereAlready({ lang }: { lang: Language }) {
  const text = accountPageText(lang)
  return (
    <div className="narrow stack">
      <title>{text.setUpTitle}</title>
      <h1>{text.setUpTitle}</h1>
      <p className="lead">{signInErrorText({ code: 'second-factor.there' })[lang]}</p>
      <p>
        <a className="button" href={addressOf.office(lang, 'account')}>
          {text.title}
        </a>
      </p>
    </div>
  )
}

type SetUpProps = Readonly<{
  lang: Language
  isMissing: boolean
  secret: string
  address: string
  form: FormView
}>

function SetUp({ lang, isMissing, secret, address, form }: SetUpProps) {
  const text = accountPageText(lang)
  return (
    <div className="narrow stack">
      <title>{text.setUpTitle}</title>
      <h1>{text.setUpTitle}</h1>
      {isMissing && (
        <div className="notice warning">
          <p>
            <strong>{text.missingTitle}</strong>
          </p>
          <p>
            {text.missingLead} <a href={addressOf.office(lang, 'account')}>{text.title}</a>
          </p>
        </div>
      )}
      <ErrorSummary form={form} title={text.errorTitle} />
      <ol className="guide">
        <li>{text.step1}</li>
        <li>
          <p>{text.step2}</p>
          <QrCode text={address} label={text.qrAlt} />
          <p className="small">
            {text.step2Key}: <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
        </li>
        <li>
          <p>{text.step3}</p>
          <form method="post" className="form" action={addressOf.office(lang, HERE)}>
            <TextField
              form={form}
              name="code"
              label={text.code}
              autoComplete="one-time-code"
              inputMode="numeric"
            />
            <button type="submit" className="button primary">
              {text.confirm}
            </button>
          </form>
        </li>
      </ol>
    </div>
  )
}
