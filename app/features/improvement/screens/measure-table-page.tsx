import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import type { Result } from '../../../kernel/result.ts'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { dropDraft, findDraft, pageRefused, permissionRefused } from '../../people/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import type { MeasureError } from '../measures/facts/measure.errors.ts'
import { findMeasureTable } from '../measures/facts/measure-table.queries.server.ts'
import { sentRows } from '../measures/facts/sent-rows.server.ts'
import { type RefusedTable, refusedTable, tableDraft } from '../measures/facts/table-form.domain.ts'
import { measureFactsText, measureTableText } from '../measures/facts/text/index.ts'
import { removeMeasure } from '../measures/facts/usecases/remove-measure.server.ts'
import { reorderMeasure } from '../measures/facts/usecases/reorder-measure.server.ts'
import { restoreMeasure } from '../measures/facts/usecases/restore-measure.server.ts'
import { saveMeasureTable } from '../measures/facts/usecases/save-measure-table.server.ts'
import { MeasureOrder } from '../parts/measure-order.tsx'
import { MeasuresTable } from '../parts/measures-table.tsx'
import type { Route } from './+types/measure-table-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const table = await findMeasureTable(ctx, params.issueId)
  if (!table) throw data(null, 404)
  const { kept, nonce } = visitOf(context)
  const draft = await findDraft(ctx, tableDraft(table.issue.id))
  const isDraftShown = draft !== null && searchParams.get('draft') === 'use'
  const shown = kept ?? (isDraftShown ? draft.fields : null)
  return {
    lang,
    table,
    nonce,
    here: pathname + search,
    draft: draft && { keptAt: draft.keptAt, isShown: isDraftShown },
    isKept: kept !== null,
    typed:
      shown === null
        ? null
        : ({ values: typedValues(shown), errors: {}, clashes: {} } satisfies RefusedTable),
    done: searchParams.get('done'),
    removed: searchParams.get('removed'),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const { issueId } = params
  const here = addressOf.office(lang, `issues/${issueId}/measures`)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const measureId = String(sent.get('measureId') ?? '')
  if (act === 'up' || act === 'down')
    return answered(ctx, lang, await reorderMeasure(ctx, { measureId, to: act }), `${here}?done=moved`)
  if (act === 'remove')
    return answered(
      ctx,
      lang,
      await removeMeasure(ctx, { measureId }),
      `${here}?done=removed&removed=${encodeURIComponent(measureId)}`,
    )
  if (act === 'restore')
    return answered(ctx, lang, await restoreMeasure(ctx, { measureId }), `${here}?done=restored`)

  const saved = await saveMeasureTable(ctx, { issueId, rows: sentRows(sent) })
  if (saved.ok) {
    await dropDraft(ctx, tableDraft(issueId))
    const isChanged = saved.value.some(({ kind }) => kind === 'saved' || kind === 'added')
    throw redirect(`${here}?done=${isChanged ? 'saved' : 'same'}`, 303)
  }
  if (saved.error.code === 'permission.refused') throw await permissionRefused(ctx, saved.error)
  if (saved.error.code !== 'measure.table-not-saved') throw data(null, 404)
  const refused = refusedTable(lang, typedValues([...sent]), saved.error.rows)
  return data({ refused, problem: null }, 422)
}

/** An act on one measure: its page again, or the sentence that says why not. */
async function answered(
  ctx: Parameters<typeof permissionRefused>[0],
  lang: 'th' | 'en',
  result: Result<unknown, MeasureError>,
  to: string,
) {
  if (result.ok) throw redirect(to, 303)
  const { error } = result
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'edit.clash' || error.code === 'measure.faults') throw data(null, 422)
  return data({ refused: null, problem: measureFactsText(lang).refusals[error.code] }, 422)
}

export default function MeasureTablePage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, table, nonce, here, draft, isKept, typed, done, removed } = loaderData
  const text = measureTableText(lang)
  const { issue, rows, mayChange } = table
  const refused = actionData?.refused ?? typed
  const notice =
    done !== null && actionData === undefined && Object.hasOwn(text.done, done)
      ? text.done[done as keyof typeof text.done]
      : null
  const lead = mayChange
    ? text.lead
    : rows.some(({ mayReport }) => mayReport)
      ? text.leadReport
      : text.leadRead
  return (
    <div className="measures-page">
      <title>{text.title(issue.number)}</title>
      <PageHead
        title={text.title(issue.number)}
        said={
          <>
            {issue.title}
            <br />
            {lead}
          </>
        }
        action={
          <>
            <a className="button" href={addressOf.office(lang, `issues/${issue.id}`)}>
              {text.toIssue}
            </a>
            {mayChange && (
              <a className="button" href={addressOf.office(lang, `cycles/${table.fiscalYear}/sheet`)}>
                <Icon name="sheet" />
                {text.toSheet}
              </a>
            )}
          </>
        }
      />
      <div className="stack">
        {notice !== null && (
          <Notice kind="done">
            {notice}
            {done === 'removed' && removed !== null && mayChange && (
              <form method="post" className="actions">
                <input type="hidden" name="measureId" value={removed} />
                <button type="submit" className="button small" name="act" value="restore">
                  <Icon name="again" />
                  {text.undo}
                </button>
              </form>
            )}
          </Notice>
        )}
        {actionData?.problem && <Notice kind="late">{actionData.problem}</Notice>}
        {isKept && <Notice>{text.kept}</Notice>}
        {draft && !actionData && !isKept && (
          <DraftNotice
            lang={lang}
            form={tableDraft(issue.id)}
            keptAt={draft.keptAt}
            isShown={draft.isShown}
            here={here}
          />
        )}
        {rows.length === 0 && (
          <div className="empty">
            <h2>{text.emptyTitle}</h2>
            <p>{mayChange ? text.emptyBody : text.emptyRead}</p>
          </div>
        )}
        {(rows.length > 0 || mayChange) && (
          <MeasuresTable
            lang={lang}
            table={table}
            nonce={nonce}
            savedAddress={`${addressOf.office(lang, `issues/${issue.id}/measures`)}?done=saved`}
            refused={refused}
          />
        )}
        {mayChange && rows.length > 0 && <MeasureOrder lang={lang} table={table} />}
      </div>
    </div>
  )
}
