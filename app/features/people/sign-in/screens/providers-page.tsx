import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Language } from '../../../../i18n/language.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../../web/context.server.ts'
import type { FormFaults } from '../../../../web/form.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { pageRefused, permissionRefused } from '../../permission-refused.server.ts'
import { keepSentForm } from '../kept-form.server.ts'
import { callbackAddress } from '../oidc-binding.server.ts'
import { listProvidersToChange, type ShownProvider } from '../other-ways.queries.server.ts'
import { ProviderForm } from '../parts/provider-form.tsx'
import type { SignInError } from '../sign-in.errors.ts'
import { signInContext } from '../sign-in-context.server.ts'
import { readForm, refusedForm, typedValues } from '../sign-in-form.server.ts'
import { providersPageText } from '../text/other-ways.ts'
import { removeProvider } from '../usecases/remove-provider.server.ts'
import { saveProvider } from '../usecases/save-provider.server.ts'
import type { Route } from './+types/providers-page'

const FORM = z.object({
  id: z.string().max(40).optional(),
  labelTh: z
    .string({ error: 'oidc.no-label' })
    .trim()
    .min(1, { error: 'oidc.no-label' })
    .max(80, { error: 'oidc.no-label' }),
  labelEn: z
    .string({ error: 'oidc.no-label' })
    .trim()
    .min(1, { error: 'oidc.no-label' })
    .max(80, { error: 'oidc.no-label' }),
  issuer: z.string({ error: 'oidc.bad-issuer' }).max(400, { error: 'oidc.bad-issuer' }),
  clientId: z
    .string({ error: 'oidc.no-client' })
    .trim()
    .min(1, { error: 'oidc.no-client' })
    .max(300, { error: 'oidc.no-client' }),
  clientSecret: z.string().max(1000).default(''),
  isPublic: z.string().optional(),
  scope: z.string().max(300).default(''),
  hasSecondFactor: z.string().optional(),
})
/** Which field a refusal of the use case is about. */
const FIELD: Readonly<Record<string, string>> = {
  'oidc.bad-issuer': 'issuer',
  'oidc.secret-again': 'clientSecret',
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(PEOPLE_POLICY, 'provider.change', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  return {
    lang: languageOf(url.pathname),
    done: url.searchParams.get('done'),
    providers: await listProvidersToChange(ctx),
    callback: callbackAddress(visitOf(context).origin),
    kept: Object.fromEntries(visitOf(context).kept ?? []),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const here = addressOf.office(lang, 'sign-in-providers')
  const sent = request.clone()
  const form = await request.formData()
  const id = String(form.get('id') ?? '')
  const refuse = async (error: SignInError) => {
    if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
    if (error.code === 'session.not-fresh') throw await signInAgain(ctx, lang, sent, signedIn.person.id)
    return refused(lang, form, { [FIELD[error.code] ?? '']: error.code })
  }
  if (form.get('act') === 'remove') {
    const removed = await removeProvider(ctx, { signedIn, id })
    if (removed.ok) throw redirect(`${here}?done=removed`, 303)
    return refuse(removed.error)
  }
  const read = readForm(form, FORM)
  if (!read.ok) return refused(lang, form, read.error.faults)
  const saved = await saveProvider(ctx, context.get(signInContext), {
    ...read.value,
    signedIn,
    id: read.value.id ?? null,
    isPublic: read.value.isPublic === 'on',
    hasSecondFactor: read.value.hasSecondFactor === 'on',
    origin: visitOf(context).origin,
  })
  if (saved.ok) throw redirect(`${here}?done=${saved.value.isReachable ? 'saved' : 'unreachable'}`, 303)
  return refuse(saved.error)
}

function refused(lang: Language, form: FormData, faults: FormFaults) {
  const shown = refusedForm(lang, typedValues([...form]), faults)
  return data({ id: String(form.get('id') ?? ''), form: shown }, 422)
}

/** What was typed waits until they have signed in again. */
async function signInAgain(ctx: Ctx, lang: Language, sent: Request, personId: string): Promise<Response> {
  const address = new URL(sent.url).pathname
  const kept = await keepSentForm(ctx, { personId, address, request: sent })
  return redirect(
    `${addressOf.signIn(lang, kept === null ? address : `${address}?kept=${kept}`)}&again=1`,
    303,
  )
}

export default function ProvidersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, done, providers, callback, kept } = loaderData
  const text = providersPageText(lang)
  const formOf = (id: string, otherwise: FormView) =>
    actionData?.id === id ? actionData.form : kept.id === id ? { values: kept, errors: {} } : otherwise
  const openId = actionData?.id ?? kept.id ?? null
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack wide">
        {notice !== null && (
          <div role={done === 'unreachable' ? 'status' : undefined}>
            <Notice kind={done === 'unreachable' ? 'warning' : 'done'}>{notice}</Notice>
          </div>
        )}
        {actionData && (
          <ErrorSummary
            form={actionData.form}
            title={text.errorTitle}
            idOfField={(name) => `${name}-${actionData.id}`}
          />
        )}
        <Callback lang={lang} address={callback} />
        <ProviderForms lang={lang} providers={providers} formOf={formOf} openId={openId} />
        <Hints lang={lang} />
      </div>
    </>
  )
}

function Callback({ lang, address }: { lang: Language; address: string }) {
  const text = providersPageText(lang)
  return (
    <section className="stack" aria-labelledby="callback-title">
      <h2 id="callback-title">{text.callbackTitle}</h2>
      <p>{text.callbackLead}</p>
      <p>
        <code>{address}</code>
      </p>
    </section>
  )
}

type ProviderFormsProps = Readonly<{
  lang: Language
  providers: readonly ShownProvider[]
  formOf: (id: string, otherwise: FormView) => FormView
  /** The provider whose form was sent; empty for a new one. */
  openId: string | null
}>

function ProviderForms({ lang, providers, formOf, openId }: ProviderFormsProps) {
  const text = providersPageText(lang)
  return (
    <>
      {providers.length === 0 && (
        <div className="empty">
          <h2>{text.none}</h2>
          <p>{text.noneLead}</p>
        </div>
      )}
      {providers.map((provider) => (
        <details key={provider.id} className="fold" open={openId === provider.id}>
          <summary>{text.changeTitle(lang === 'th' ? provider.labelTh : provider.labelEn)}</summary>
          <ProviderForm
            lang={lang}
            id={provider.id}
            form={formOf(provider.id, viewOf(provider))}
            hasSecret={provider.hasSecret}
          />
        </details>
      ))}
      <details className="fold" open={providers.length === 0 || openId === ''}>
        <summary>{text.addTitle}</summary>
        <ProviderForm lang={lang} id="" form={formOf('', NEW_PROVIDER)} hasSecret={false} />
      </details>
    </>
  )
}

const NEW_PROVIDER: FormView = { ...EMPTY_FORM, values: { scope: 'openid email profile' } }

const viewOf = (provider: ShownProvider): FormView => ({
  values: {
    labelTh: provider.labelTh,
    labelEn: provider.labelEn,
    issuer: provider.issuer,
    clientId: provider.clientId,
    isPublic: provider.hasSecret ? '' : 'on',
    scope: provider.scope,
    hasSecondFactor: provider.hasSecondFactor ? 'on' : '',
  },
  errors: {},
})

function Hints({ lang }: { lang: Language }) {
  const text = providersPageText(lang)
  return (
    <section className="stack" aria-labelledby="hints-title">
      <h2 id="hints-title">{text.hintsTitle}</h2>
      <ul>
        {[text.keycloak, text.entra, text.thaid].map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </section>
  )
}
