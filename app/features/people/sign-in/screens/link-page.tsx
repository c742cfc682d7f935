import { data } from 'react-router'
import type { Language } from '../../../../i18n/language.ts'
import { EMPTY_FORM, ErrorSummary, type FormView, TextField } from '../../../../ui/form.tsx'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { agencyOf, visitOf } from '../../../../web/context.server.ts'
import { type FoundLink, findLink } from '../account.queries.server.ts'
import { cameIn, comingFrom } from '../came-in.server.ts'
import { signInErrorText } from '../sign-in.errors.ts'
import { signInContext } from '../sign-in-context.server.ts'
import { refusedForm, typedValues } from '../sign-in-form.server.ts'
import type { LinkPageText } from '../text/link-page.en.ts'
import { linkPageText } from '../text/pages.ts'
import { comeInByLink } from '../usecases/come-in-by-link.server.ts'
import type { Route } from './+types/link-page'

/** Which field a refusal is about; the form as a whole where it is about none. */
const FIELD: Readonly<Record<string, string>> = {
  'person.no-name': 'name',
  'person.bad-email': 'email',
  'person.email-taken': 'email',
  'password.not-same': 'repeat',
  'password.too-short': 'password',
  'password.too-long': 'password',
  'password.common': 'password',
  'password.personal': 'password',
}

/** Only shows what the link is for: mail programs open links by themselves, and must not use them up. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const link = await findLink(ctx, params.token)
  return data({ lang, link, token: params.token }, link ? 200 : 410)
}

export async function action({ context, request, params: { token } }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const visit = visitOf(context)
  const { ctx } = await agencyOf(context)
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  const refuse = (code: string, wait = 0) =>
    data(
      { form: refusedForm(lang, typedValues([...form]), { [FIELD[code] ?? '']: code }, wait) },
      wait > 0 ? 429 : 422,
    )
  const withoutPassword = form.get('way') !== 'password'
  if (!withoutPassword && typed('password') !== typed('repeat')) return refuse('password.not-same')
  const opened = await comeInByLink(ctx, context.get(signInContext), {
    token,
    password: withoutPassword ? null : typed('password'),
    facts: form.has('name') ? { name: typed('name').slice(0, 200), email: typed('email') } : null,
    lang,
    ...comingFrom(visit),
  })
  if (!opened.ok) return refuse(opened.error.code, 'wait' in opened.error ? opened.error.wait : 0)
  const to = withoutPassword && form.get('way') === 'other' ? addressOf.office(lang, 'account') : null
  return cameIn({ agencyId: ctx.agency.id, lang, to }, opened.value)
}

export default function LinkPage({ loaderData: { lang, link, token }, actionData }: Route.ComponentProps) {
  const text = linkPageText(lang)
  if (!link) return <Useless lang={lang} text={text} />
  const form: FormView = actionData?.form ?? EMPTY_FORM
  const address = addressOf.signInPart(lang, `link/${token}`)
  const title = {
    invitation: text.invitationTitle,
    'password-reset': text.resetTitle,
    'sign-in': text.signInTitle,
  }[link.purpose]
  return (
    <div className="narrow stack">
      <title>{title}</title>
      <h1>{title}</h1>
      <ErrorSummary form={form} title={text.errorTitle} />
      {link.purpose === 'sign-in' ? (
        <form method="post" action={address} className="form card">
          <p>{text.signInLead(link.name)}</p>
          <button type="submit" className="button primary" name="way" value="link">
            {text.signIn}
          </button>
        </form>
      ) : (
        <SetPassword link={link} form={form} address={address} text={text} />
      )}
    </div>
  )
}

type SetPasswordProps = Readonly<{ link: FoundLink; form: FormView; address: string; text: LinkPageText }>

function SetPassword({ link, form, address, text }: SetPasswordProps) {
  const isFirst = link.email === null
  const lead = link.purpose === 'invitation' ? text.invitationLead : text.resetLead
  return (
    <form method="post" action={address} className="form card">
      <p>{isFirst ? text.firstLead : lead(link.name)}</p>
      {isFirst ? (
        <>
          <TextField form={form} name="name" label={text.name} autoComplete="name" />
          <TextField
            form={form}
            name="email"
            type="email"
            label={text.email}
            hint={text.emailHint}
            autoComplete="username"
            spellCheck={false}
          />
        </>
      ) : (
        <>
          <p className="muted">{text.account(link.email ?? '')}</p>
          {/* So that a password manager keeps the new password under the right name. */}
          <input
            type="email"
            name="username"
            autoComplete="username"
            defaultValue={link.email ?? ''}
            hidden
            readOnly
          />
        </>
      )}
      <TextField
        form={form}
        name="password"
        type="password"
        label={text.password}
        hint={text.passwordHint}
        autoComplete="new-password"
      />
      <TextField form={form} name="repeat" type="password" label={text.repeat} autoComplete="new-password" />
      <button type="submit" className="button primary" name="way" value="password">
        {text.save}
      </button>
      {link.purpose === 'invitation' && (
        <details className="fold">
          <summary>{text.withoutPassword}</summary>
          <div className="stack">
            <p>{text.withoutPasswordLead}</p>
            <button type="submit" className="button" name="way" value="other">
              {text.comeIn}
            </button>
          </div>
        </details>
      )}
    </form>
  )
}

function Useless({ lang, text }: { lang: Language; text: LinkPageText }) {
  return (
    <div className="narrow stack">
      <title>{text.uselessTitle}</title>
      <h1>{text.uselessTitle}</h1>
      <p className="lead">{signInErrorText({ code: 'link.useless' })[lang]}</p>
      <p>
        <a className="button" href={addressOf.signInPart(lang, 'forgot')}>
          {text.askAgain}
        </a>
      </p>
    </div>
  )
}
