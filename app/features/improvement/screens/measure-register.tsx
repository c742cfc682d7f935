import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import '../../../ui/office-measures.css'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import type { BulkFault } from '../measures/bulk/bulk.errors.ts'
import type { SentBulk } from '../measures/bulk/bulk-form.domain.ts'
import { type BulkPreview, previewBulk } from '../measures/bulk/bulk-preview.queries.server.ts'
import { readView, rowsOfView, writeView } from '../measures/bulk/register.domain.ts'
import { findRegister } from '../measures/bulk/register.queries.server.ts'
import { sentBulk } from '../measures/bulk/sent-bulk.server.ts'
import { bulkText } from '../measures/bulk/text/index.ts'
import { actOnMeasures } from '../measures/bulk/usecases/act-on-measures.server.ts'
import { BulkBar } from '../parts/measure-bulk-bar.tsx'
import { MeasureBulkPreview } from '../parts/measure-bulk-preview.tsx'
import { RegisterFilters } from '../parts/measure-register-filters.tsx'
import { RegisterTable } from '../parts/measure-register-table.tsx'
import selectScript from '../scripts/select-rows.script.ts?worker&url'
import type { Route } from './+types/measure-register'

const yearOf = (text: string): number => (/^2[56]\d\d$/.test(text) ? Number(text) : 0)

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const register = await findRegister(ctx, yearOf(params.year))
  if (!register) throw data(null, 404)
  return {
    lang,
    register,
    view: readView(searchParams),
    nonce: visitOf(context).nonce,
    done: searchParams.get('done'),
    count: searchParams.get('count') ?? '',
  }
}

/** What the page shows after an act that is not finished. Plain data. */
type Answer = Readonly<{
  sent: SentBulk
  preview: BulkPreview | null
  meanwhile: readonly string[]
  doneBefore: Readonly<{ byName: string; at: Date }> | null
  errors: Readonly<Record<string, string>>
}>

export async function action({ context, params, request }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const fiscalYear = yearOf(params.year)
  const form = await request.formData()
  const sent = sentBulk(form)
  if (sent === null) throw data(null, 400)
  const refused = (faults: readonly BulkFault[]): Answer => ({
    sent,
    preview: null,
    meanwhile: [],
    doneBefore: null,
    errors: Object.fromEntries(faults.map(({ field, code }) => [field, bulkText(lang).faults[code]])),
  })
  const step = form.get('step')
  if (step === 'back')
    return { sent, preview: null, meanwhile: [], doneBefore: null, errors: {} } satisfies Answer
  let meanwhile: readonly string[] = []
  let doneBefore: Answer['doneBefore'] = null
  if (step === 'confirm') {
    const done = await actOnMeasures(ctx, { fiscalYear, sent, origin: visitOf(context).origin })
    if (done.ok) {
      const view = writeView(readView(searchParams))
      const told = new URLSearchParams({ done: sent.act, count: String(done.value.measures) })
      const here = addressOf.office(lang, `cycles/${fiscalYear}/measures`)
      throw redirect(`${here}${view}${view === '' ? '?' : '&'}${told}`, 303)
    }
    const { error } = done
    if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
    if (error.code === 'bulk.faults') return data(refused(error.faults), 422)
    if (error.code === 'bulk.done-before') doneBefore = { byName: error.byName, at: error.at }
    else meanwhile = error.measureIds
  }
  const preview = await previewBulk(ctx, { fiscalYear, sent })
  if (!preview.ok) {
    const { error } = preview
    if ('code' in error) throw await permissionRefused(ctx, error)
    return data(refused(error), 422)
  }
  const answer: Answer = { sent, preview: preview.value, meanwhile, doneBefore, errors: {} }
  return data(answer, meanwhile.length > 0 || doneBefore !== null ? 409 : 200)
}

export default function MeasureRegister({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, register, view, nonce, done, count } = loaderData
  const text = bulkText(lang)
  const { fiscalYear, rows, self, may } = register
  const shown = rowsOfView(rows, view, self)
  const mayAct = may.change || may.remind
  const notice =
    done !== null && !actionData && Object.hasOwn(text.done, done)
      ? text.done[done as keyof typeof text.done](/^\d{1,4}$/.test(count) ? count : '')
      : null
  const here = addressOf.office(lang, `cycles/${fiscalYear}/measures`)
  const preview = actionData?.preview ?? null
  const errors = actionData?.errors ?? {}
  return (
    <>
      <title>{text.title(fiscalYear)}</title>
      <PageHead
        title={text.title(fiscalYear)}
        said={mayAct ? text.lead : text.leadRead}
        action={
          <>
            <a className="button" href={addressOf.office(lang, `cycles/${fiscalYear}`)}>
              {text.toYear}
            </a>
            <a className="button" href={addressOf.office(lang, `cycles/${fiscalYear}/sheet`)}>
              <Icon name="sheet" />
              {text.toSheet}
            </a>
          </>
        }
      />
      <div className="stack">
        {notice !== null && <Notice kind="done">{notice}</Notice>}
        <ErrorSummary
          form={{ values: {}, errors }}
          title={text.errorTitle}
          idOfField={(field) => (field === 'note' ? `note-${actionData?.sent.act}` : field)}
        />
        {rows.length === 0 && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.emptyBody}</p>
          </div>
        )}
        {preview !== null && actionData && (
          <MeasureBulkPreview
            lang={lang}
            sent={actionData.sent}
            preview={preview}
            meanwhile={actionData.meanwhile}
            doneBefore={actionData.doneBefore}
          />
        )}
        {preview === null && rows.length > 0 && (
          <>
            <RegisterFilters lang={lang} register={register} view={view} />
            <p className="muted">
              {text.shown(shown.length, rows.length)}
              {shown.length < rows.length && (
                <>
                  {' '}
                  <a href={here}>{text.clear}</a>
                </>
              )}
            </p>
            {shown.length === 0 && <p>{text.noneFound}</p>}
            {shown.length > 0 && (
              <form method="post" data-select-rows>
                <RegisterTable
                  lang={lang}
                  register={register}
                  rows={shown}
                  view={view}
                  chosen={mayAct ? (actionData?.sent.chosen.map(({ id }) => id) ?? []) : null}
                />
                {mayAct && (
                  <BulkBar lang={lang} register={register} sent={actionData?.sent ?? null} errors={errors} />
                )}
              </form>
            )}
            {mayAct && <script src={selectScript} nonce={nonce} defer />}
          </>
        )}
      </div>
    </>
  )
}
