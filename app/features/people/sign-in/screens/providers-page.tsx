import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Language } from '../../../../i18n/language.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../../ui/form.tsx'
import { addressOf, languageOf } from '../../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../../web/context.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { pageRefused, permissionRefused } from '../../permission-refused.server.ts'
import { callbackAddress } from '../oidc-binding.server.ts'
import { listProvidersToChange, type ShownProvider } from '../other-ways.queries.server.ts'
import { ProviderForm } from '../parts/provider-form.tsx'
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
  const form = await request.formData()
  const id = String(form.get('id') ?? '')
  const values = Object.fromEntries(
    Object.entries(typedValues([...form])).filter(([name]) => name !== 'clientSecret'),
  )
  const refuse = async (error: { code: string }) => {
    if (error.code === 'session.not-fresh') throw redirect(`${addressOf.signIn(lang, here)}&again=1`, 303)
    return data({ id, form: refusedForm(lang, values, { [FIELD[error.code] ?? '']: error.code }) }, 422)
  }
  if (form.get('act') === 'remove') {
    const removed = await removeProvider(ctx, { signedIn, id })
    if (removed.ok) throw redirect(`${here}?done=removed`, 303)
    if (removed.error.code === 'permission.refused') throw await permissionRefused(ctx, removed.error)
    return refuse(removed.error)
  }
  const read = readForm(form, FORM)
  if (!read.ok) return data({ id, form: refusedForm(lang, values, read.error.faults) }, 422)
  const saved = await saveProvider(ctx, context.get(signInContext), {
    ...read.value,
    signedIn,
    id: read.value.id ?? null,
    isPublic: read.value.isPublic === 'on',
    hasSecondFactor: read.value.hasSecondFactor === 'on',
    origin: visitOf(context).origin,
  })
  if (saved.ok) throw redirect(`${here}?done=${saved.value.isReachable ? 'saved' : 'unreachable'}`, 303)
  if (saved.error.code === 'permission.refused') throw await permissionRefused(ctx, saved.error)
  return refuse(saved.error)
}

export default function ProvidersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, done, providers, callback, kept } = loaderData
  const text = providersPageText(lang)
  const formOf = (id: string, otherwise: FormView) =>
    actionData?.id === id ? actionData.form : kept.id === id ? { values: kept, errors: {} } : otherwise
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{text.title}</title>
      <div className="page-head">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
      </div>
      <div className="stack wide">
        {notice !== null && (
          <p className={done === 'unreachable' ? 'notice warning' : 'notice'} role="status">
            {notice}
          </p>
        )}
        {actionData && (
          <ErrorSummary
            form={actionData.form}
            title={text.errorTitle}
            idOfField={(name) => `${name}-${actionData.id}`}
          />
        )}
        <section className="stack" aria-labelledby="callback-title">
          <h2 id="callback-title">{text.callbackTitle}</h2>
          <p>{text.callbackLead}</p>
          <p>
            <code>{callback}</code>
          </p>
        </section>
        {providers.length === 0 && (
          <div className="empty">
            <h2>{text.none}</h2>
            <p>{text.noneLead}</p>
          </div>
        )}
        {providers.map((provider) => (
          <details key={provider.id} className="fold" open={actionData?.id === provider.id}>
            <summary>{text.changeTitle(lang === 'th' ? provider.labelTh : provider.labelEn)}</summary>
            <ProviderForm
              lang={lang}
              id={provider.id}
              form={formOf(provider.id, viewOf(provider))}
              hasSecret={provider.hasSecret}
            />
          </details>
        ))}
        <details className="fold" open={providers.length === 0 || actionData?.id === ''}>
          <summary>{text.addTitle}</summary>
          <ProviderForm lang={lang} id="" form={formOf('', NEW_PROVIDER)} hasSecret={false} />
        </details>
        <Hints lang={lang} />
      </div>
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
