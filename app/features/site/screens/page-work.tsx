import '../../../ui/office-site.css'
import { data, redirect } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { dropDraft, findDraft, pageRefused } from '../../people/index.server.ts'
import { addressOfPage } from '../pages/page-addresses.ts'
import { missingParts, pageValues } from '../pages/page-form.domain.ts'
import { findPageWork } from '../pages/page-work.queries.server.ts'
import { doneToPage, type WorkAnswer } from '../pages/page-work-answers.server.ts'
import { listUnitChoices } from '../pages/unit-choices.server.ts'
import { PageHistory, PagePictures, PagePublishing } from '../parts/page-beside.tsx'
import { PageClash } from '../parts/page-clash.tsx'
import { PageEditorScript, PageFields } from '../parts/page-fields.tsx'
import { PagePreview } from '../parts/page-preview.tsx'
import { STATE_CHIPS } from '../parts/page-state.ts'
import { listPictures } from '../pictures/public-picture.server.ts'
import { SITE_POLICY } from '../site.policy.ts'
import { pageWorkText } from '../text/page-work.ts'
import type { Route } from './+types/page-work'

const draftOf = (pageId: string): string => `/office/site/pages/${pageId} page`

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(SITE_POLICY, 'site.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { pageId } = params
  const work = await findPageWork(ctx, { pageId })
  if (!work) throw data(null, 404)
  const { kept: sentBefore, nonce } = visitOf(context)
  // A press of a button that was sent before a session ended is pressed again.
  const kept = sentBefore?.some(([name]) => name === 'titleTh') ? sentBefore : null
  const draft = await findDraft(ctx, draftOf(pageId))
  const isShown = draft !== null && kept === null && searchParams.get('draft') === 'use'
  const typed = kept ?? (isShown ? draft.fields : null)
  const seen = kept?.find(([name]) => name === 'seenVersion')?.[1] ?? (isShown ? draft.seenVersion : null)
  return {
    ...work,
    lang,
    nonce,
    here: pathname + search,
    values: typed === null ? pageValues(work.page) : typedValues(typed),
    seenVersion: Number(seen ?? work.page.version),
    isKept: kept !== null,
    draft: draft && { keptAt: draft.keptAt, isShown },
    units: await listUnitChoices(ctx, lang),
    offered: (await listPictures(ctx)).map(({ evidenceId, title }) => ({ value: evidenceId, label: title })),
    mayPublish: refusalOf(SITE_POLICY, 'page.publish', ctx.actor) === null,
    done: searchParams.get('done'),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const { pageId } = params
  const sent = await request.formData()
  const work = await findPageWork(ctx, { pageId })
  if (!work) throw data(null, 404)
  const answer = await doneToPage(ctx, { page: work.page, sent, lang })
  if (!('done' in answer)) return data(answer, answer.preview === null ? 422 : 200)
  if (answer.done === 'removed') throw redirect(`${addressOf.office(lang, 'site')}?done=removed`, 303)
  if (answer.done === 'saved' || answer.done === 'same') await dropDraft(ctx, draftOf(pageId))
  throw redirect(`${addressOf.office(lang, `site/pages/${pageId}`)}?done=${answer.done}`, 303)
}

export default function PageWork({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, nonce, page, versions, state, standing, here, values, seenVersion, draft, units } = loaderData
  const { isKept, offered, mayChange, mayPublish, done } = loaderData
  const text = pageWorkText(lang)
  const { content } = page
  const answer: WorkAnswer | null = actionData ?? null
  const formOf = (act: string): FormView | null => (answer?.act === act ? answer.form : null)
  const form = formOf('save') ?? formOf('preview') ?? { values, errors: {} }
  const seen = form.values.seenVersion ?? String(seenVersion)
  const missing = missingParts(content.service).map((name) => text.fields[name])
  const title = (lang === 'en' && content.title.en) || content.title.th
  const notice =
    done !== null && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        chip={<Chip {...STATE_CHIPS[state]}>{text.states[state]}</Chip>}
        said={`${text.kinds[content.kind]} · ${text.lastChanged(page.changedByName, formatInstant(page.changedAt, lang))}`}
        action={
          <>
            <a className="button" href={addressOf.office(lang, `site/pages/${page.id}/preview`)}>
              <Icon name="review" />
              {text.preview}
            </a>
            {(state === 'public' || state === 'changed') && versions[0] && (
              <a className="button" href={addressOfPage(lang, versions[0].content)}>
                {text.toPublic}
              </a>
            )}
          </>
        }
      />
      <div className="stack">
        {notice !== null && answer === null && <Notice kind="done">{notice}</Notice>}
        {isKept && <Notice>{text.kept}</Notice>}
        {draft !== null && answer === null && (
          <DraftNotice
            lang={lang}
            form={draftOf(page.id)}
            keptAt={draft.keptAt}
            isShown={draft.isShown}
            here={here}
          />
        )}
        {missing.length > 0 && <Notice kind="warning">{text.missingParts(missing.join(', '))}</Notice>}
        {answer?.clash && <PageClash lang={lang} kind={content.kind} {...clashOf(answer.clash)} />}
        {answer?.preview && (
          <section className="stack" aria-labelledby="preview">
            <h2 id="preview">{text.previewTitle}</h2>
            <Notice>{text.previewLead}</Notice>
            <PagePreview lang={lang} content={answer.preview} />
          </section>
        )}
        {answer && <ErrorSummary form={withoutWhole(answer)} title={text.errorTitle} />}
      </div>
      {/* Who chooses between two texts sees nothing else to press. */}
      {!answer?.clash && (
        <div className="detail page-detail">
          <div className="stack">
            {mayChange && (
              <form
                method="post"
                className="form long-fields"
                data-draft={draftOf(page.id)}
                data-seen-version={seen}
              >
                <input type="hidden" name="seenVersion" value={seen} />
                <PageFields
                  lang={lang}
                  kind={content.kind}
                  form={form}
                  units={units}
                  wasPublic={versions.length > 0}
                />
                <div className="actions">
                  <button type="submit" name="act" value="save" className="button primary">
                    <Icon name="yes" />
                    {text.save}
                  </button>
                  <button type="submit" name="act" value="preview" className="button">
                    <Icon name="review" />
                    {text.preview}
                  </button>
                </div>
              </form>
            )}
            {!mayChange && <PagePreview lang={lang} content={content} />}
          </div>
          <div className="beside">
            <PagePublishing
              lang={lang}
              page={page}
              state={state}
              standing={standing}
              mayPublish={mayPublish}
              formOf={formOf}
            />
            <PagePictures
              lang={lang}
              pictures={content.pictures}
              offered={offered}
              mayChange={mayChange}
              form={formOf('add-picture')}
            />
            <PageHistory lang={lang} versions={versions} />
            {mayChange && versions.length === 0 && (
              <section>
                <Confirm label={text.remove}>
                  <form method="post">
                    <p>{text.removeLead}</p>
                    <button type="submit" name="act" value="remove" className="button danger">
                      <Icon name="remove" />
                      {text.remove}
                    </button>
                  </form>
                </Confirm>
              </section>
            )}
          </div>
        </div>
      )}
      {mayChange && <PageEditorScript lang={lang} nonce={nonce} />}
    </>
  )
}

const clashOf = ({ theirs, typed, ...clash }: NonNullable<WorkAnswer['clash']>) => ({ clash, theirs, typed })

/** What is wrong with the whole of a press of a button stands at the button. */
const withoutWhole = ({ act, form }: WorkAnswer): FormView =>
  act === 'publish' || act === 'withdraw' ? { ...form, errors: omitWhole(form.errors) } : form

const omitWhole = ({ '': _, ...errors }: FormView['errors']): FormView['errors'] => errors
