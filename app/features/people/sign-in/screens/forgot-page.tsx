import { setTimeout as sleep } from 'node:timers/promises'
import { data } from 'react-router'
import { EMPTY_FORM, ErrorSummary, type FormView, TextField } from '../../../../ui/form.tsx'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { agencyOf, appOf, visitOf } from '../../../../web/context.server.ts'
import { foldEmail } from '../link.domain.ts'
import { signInContext } from '../sign-in-context.server.ts'
import { refusedForm, typedValues } from '../sign-in-form.server.ts'
import { signInPageText } from '../text/pages.ts'
import { askForReset } from '../usecases/ask-for-reset.server.ts'
import type { Route } from './+types/forgot-page'

/** Writing a mail takes longer than writing none: every answer takes at least this long, so that none tells. */
const LEAST_ANSWER_MS = 400

export async function loader({ context, request }: Route.LoaderArgs) {
  await agencyOf(context)
  return { lang: languageOf(new URL(request.url).pathname), isMailOn: appOf(context).isMailOn }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { network, origin } = visitOf(context)
  const { ctx } = await agencyOf(context)
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  if (foldEmail(email) === null)
    return data(
      { sentTo: null, form: refusedForm(lang, typedValues([...form]), { email: 'person.bad-email' }) },
      422,
    )
  const enough = sleep(LEAST_ANSWER_MS)
  await askForReset(ctx, context.get(signInContext), { email, network, origin })
  await enough
  return data({ sentTo: email.trim(), form: EMPTY_FORM })
}

export default function ForgotPage({ loaderData: { lang, isMailOn }, actionData }: Route.ComponentProps) {
  const text = signInPageText(lang)
  const form: FormView = actionData?.form ?? EMPTY_FORM
  const sentTo = actionData?.sentTo ?? null
  return (
    <div className="narrow stack">
      <title>{text.forgotTitle}</title>
      <h1>{sentTo === null ? text.forgotTitle : text.sentTitle}</h1>
      {sentTo === null ? (
        <>
          <ErrorSummary form={form} title={text.errorTitle} />
          <form method="post" className="form card" action={addressOf.signInPart(lang, 'forgot')}>
            <p>{text.forgotLead}</p>
            <TextField
              form={form}
              name="email"
              type="email"
              label={text.email}
              autoComplete="username"
              spellCheck={false}
            />
            <button type="submit" className="button primary">
              {text.send}
            </button>
          </form>
        </>
      ) : (
        <p className="notice">{text.sent(sentTo)}</p>
      )}
      {!isMailOn && <p className="notice warning">{text.mailOff}</p>}
      <p>
        <a href={addressOf.signIn(lang)}>{text.backToSignIn}</a>
      </p>
    </div>
  )
}
