import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import '../../../ui/office-approvals.css'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { type ApprovalsError, type ApprovalsErrorCode, approvalsErrorText } from '../approvals.errors.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { findChainEffect } from '../chains/chain-effect.queries.server.ts'
import { readChainForm } from '../chains/chain-form.domain.ts'
import { findChainsPage } from '../chains/chains-page.queries.server.ts'
import { Bodies } from '../chains/parts/bodies.tsx'
import { ChainOfKind } from '../chains/parts/chain-form.tsx'
import { chainsPageText } from '../chains/text/index.ts'
import { addBody } from '../chains/usecases/add-body.server.ts'
import { changeBody } from '../chains/usecases/change-body.server.ts'
import { endBody } from '../chains/usecases/end-body.server.ts'
import { saveChain } from '../chains/usecases/save-chain.server.ts'
import { isChainKind } from '../matter.domain.ts'
import { mattersContext } from '../matter-source.server.ts'
import type { Route } from './+types/chains-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(APPROVALS_POLICY, 'meeting.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept } = visitOf(context)
  return {
    lang,
    page: await findChainsPage(ctx),
    done: searchParams.get('done'),
    mayChange: refusalOf(APPROVALS_POLICY, 'chain.change', ctx.actor) === null,
    kept: kept === null ? null : typedValues(kept),
  }
}

type Values = Readonly<Record<string, string>>

export async function action({ context, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const values = typedValues([...(await request.formData())])
  const { act, kind = '' } = values
  if (act === 'look-chain' && isChainKind(kind)) {
    const refusal = refusalOf(APPROVALS_POLICY, 'chain.change', ctx.actor)
    if (refusal) throw await permissionRefused(ctx, refusal)
    const steps = readChainForm(values)
    const effect = await findChainEffect(ctx, { kind, steps, sources: context.get(mattersContext) })
    if (effect.ok) return data({ values, errors: {}, effect: effect.value })
    return refused(lang, values, { '': effect.error.code })
  }
  const answer = await doneTo(ctx, values)
  if (answer.ok) throw redirect(`${addressOf.office(lang, 'approval-chains')}?done=${answer.value}`, 303)
  const { error } = answer
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'act.unknown') throw data(null, 400)
  const field = error.code.startsWith('body.') && !values.kind ? 'name' : ''
  return refused(lang, values, { [field]: error.code })
}

const refused = (lang: Language, values: Values, codes: Readonly<Record<string, ApprovalsErrorCode>>) => {
  const errors: Record<string, string> = {}
  for (const [field, code] of Object.entries(codes)) errors[field] = approvalsErrorText(code)[lang]
  return data({ values, errors, effect: null }, 422)
}

type Done = 'body-added' | 'body-changed' | 'body-ended' | 'chain-saved'
type Answer = Result<Done, ApprovalsError | Readonly<{ code: 'act.unknown' }>>

async function doneTo(ctx: Ctx, values: Values): Promise<Answer> {
  const said = <T,>(result: Result<T, ApprovalsError>, done: Done): Answer =>
    result.ok ? { ok: true, value: done } : result
  const { act = '', bodyId = '', name = '', shortName = '', seenVersion = '', kind = '' } = values
  switch (act) {
    case 'add-body':
      return said(await addBody(ctx, { name, shortName }), 'body-added')
    case 'change-body':
      return said(
        await changeBody(ctx, { bodyId, name, shortName, seenVersion: Number(seenVersion) }),
        'body-changed',
      )
    case 'end-body':
      return said(await endBody(ctx, { bodyId }), 'body-ended')
    case 'save-chain': {
      if (!isChainKind(kind)) return err({ code: 'act.unknown' })
      const steps = readChainForm(values)
      const seen = seenVersion === '' ? null : Number(seenVersion)
      return said(await saveChain(ctx, { kind, steps, seenVersion: seen }), 'chain-saved')
    }
    default:
      return err({ code: 'act.unknown' })
  }
}

export default function ChainsScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, page, done, mayChange, kept } = loaderData
  const text = chainsPageText(lang)
  const form = actionData ?? (kept === null ? null : { values: kept, errors: {} })
  const isOfBody = form !== null && form.values.kind === undefined
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack wide">
        {form && (
          <ErrorSummary
            form={form}
            title={text.errorTitle}
            idOfField={(name) => `${name}-${form.values.bodyId ?? 'new'}`}
          />
        )}
        {!form && done !== null && isDone(done) && <Notice kind="done">{text.done[done]}</Notice>}
        <section className="stack" aria-labelledby="chains">
          <h2 id="chains">{text.chains}</h2>
          {page.chains.map(({ kind, chain, versions }) => (
            <ChainOfKind
              key={kind}
              lang={lang}
              kind={kind}
              chain={chain}
              versions={versions}
              bodies={page.bodies}
              mayChange={mayChange}
              sent={form !== null && form.values.kind === kind ? form : null}
              effect={actionData?.effect?.kind === kind ? actionData.effect : null}
            />
          ))}
        </section>
        <Bodies
          lang={lang}
          bodies={page.bodies}
          mayChange={mayChange}
          refused={isOfBody ? { bodyId: form.values.bodyId ?? null, form } : null}
        />
      </div>
    </>
  )
}

const isDone = (code: string): code is Done =>
  ['body-added', 'body-changed', 'body-ended', 'chain-saved'].includes(code)
