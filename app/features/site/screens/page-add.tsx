import '../../../ui/office-site.css'
import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { isPageKind, POLICY_SLUGS } from '../pages/page.domain.ts'
import { pageErrorText } from '../pages/page.errors.ts'
import { listUnitChoices } from '../pages/unit-choices.server.ts'
import { addPage } from '../pages/usecases/add-page.server.ts'
import { PageEditorScript, PageFields } from '../parts/page-fields.tsx'
import { SITE_POLICY } from '../site.policy.ts'
import { outlineOf } from '../text/outlines.ts'
import { pageWorkText } from '../text/page-work.ts'
import type { Route } from './+types/page-add'

const draftOf = (kind: string): string => `/office/site/add/${kind} page`

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const { kind } = params
  if (!isPageKind(kind)) throw data(null, 404)
  const { ctx } = await officeOf(context)
  const { actor } = ctx
  const ownUnits = actor.kind === 'person' ? actor.roles.flatMap(({ unitId }) => unitId ?? []) : []
  const refusal = refusalOf(SITE_POLICY, 'page.change', actor, { unitIds: ownUnits })
  if (refusal) throw await pageRefused(ctx, refusal)
  const { kept, nonce } = visitOf(context)
  const draft = await findDraft(ctx, draftOf(kind))
  const isShown = draft !== null && kept === null && searchParams.get('draft') === 'use'
  const typed = kept ?? (isShown ? draft.fields : null)
  const outline = POLICY_SLUGS.find((slug) => slug === searchParams.get('outline'))
  const lang = languageOf(pathname)
  return {
    lang,
    nonce,
    kind,
    here: pathname + search,
    units: await listUnitChoices(ctx, lang),
    isKept: kept !== null,
    draft: draft && { keptAt: draft.keptAt, isShown },
    values: typed === null ? beginning(kind === 'policy' ? outline : undefined) : typedValues(typed),
  }
}

/** What a new page begins with. */
function beginning(slug: (typeof POLICY_SLUGS)[number] | undefined): FormView['values'] {
  if (slug === undefined) return {}
  const { th, en } = outlineOf(slug)
  return { slug, titleTh: th.title, titleEn: en.title, bodyTh: th.body, bodyEn: en.body }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { kind } = params
  if (!isPageKind(kind)) throw data(null, 404)
  const { ctx } = await officeOf(context)
  const values = typedValues([...(await request.formData())])
  const added = await addPage(ctx, { kind, typed: values })
  if (added.ok) {
    await dropDraft(ctx, draftOf(kind))
    throw redirect(`${addressOf.office(lang, `site/pages/${added.value}`)}?done=added`, 303)
  }
  const { error } = added
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'page.unknown') throw data(null, 404)
  return data({ form: refusedView(lang, { values, faults: error.faults, sentence: pageErrorText }) }, 422)
}

export default function PageAdd({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, nonce, kind, here, units, isKept, draft, values } = loaderData
  const text = pageWorkText(lang)
  const form: FormView = actionData?.form ?? { values, errors: {} }
  return (
    <>
      <title>{text.add[kind]}</title>
      <PageHead title={text.add[kind]} said={text.emptyBody} />
      <div className="stack">
        {isKept && <Notice>{text.kept}</Notice>}
        {draft !== null && !actionData && (
          <DraftNotice
            lang={lang}
            form={draftOf(kind)}
            keptAt={draft.keptAt}
            isShown={draft.isShown}
            here={here}
          />
        )}
        <ErrorSummary form={form} title={text.errorTitle} />
        <form method="post" className="form long-fields" data-draft={draftOf(kind)}>
          <PageFields lang={lang} kind={kind} form={form} units={units} wasPublic={false} />
          <div className="actions">
            <button type="submit" className="button primary">
              <Icon name="add" />
              {text.create}
            </button>
          </div>
        </form>
      </div>
      <PageEditorScript lang={lang} nonce={nonce} />
    </>
  )
}
