import '../../../ui/office-site.css'
import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { daysAfter, formatInstant, thaiDay } from '../../../kernel/thai-day.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary, type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf } from '../../../web/context.server.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { pageErrorText } from '../pages/page.errors.ts'
import { findPageWork } from '../pages/page-work.queries.server.ts'
import { DAYS_TO_READ, type Reader, readShare } from '../readings/reading.domain.ts'
import { findReaders } from '../readings/readings.queries.server.ts'
import { askToRead } from '../readings/usecases/ask-to-read.server.ts'
import { remindReaders } from '../readings/usecases/remind-readers.server.ts'
import { SITE_POLICY } from '../site.policy.ts'
import { readingsText } from '../text/readings.ts'
import type { Route } from './+types/readers-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(SITE_POLICY, 'reading.see', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const { pageId } = params
  const work = await findPageWork(ctx, { pageId })
  if (work?.page.content.kind !== 'policy') throw data(null, 404)
  const newest = work.versions[0] ?? null
  const isPublic = newest !== null && newest.ended === null
  const found = await findReaders(ctx, { pageId, lang })
  return {
    lang,
    pageId,
    title: work.page.content.title,
    isPublic,
    mayAsk:
      isPublic &&
      found?.round.version !== newest.version &&
      refusalOf(SITE_POLICY, 'reading.ask', ctx.actor) === null,
    mayRemind: isPublic && refusalOf(SITE_POLICY, 'reading.ask', ctx.actor) === null,
    found,
    proposed: dayAsTyped(daysAfter(thaiDay(ctx.now()), DAYS_TO_READ)),
    done: searchParams.get('done'),
    people: Number(searchParams.get('people') ?? 0) || 0,
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const values = typedValues([...(await request.formData())])
  const { pageId } = params
  const { origin } = appOf(context)
  const isReminder = values.act === 'remind'
  const told = isReminder
    ? await remindReaders(ctx, { pageId, origin })
    : await askToRead(ctx, { pageId, dueOn: values.dueOn ?? '', origin })
  if (told.ok)
    throw redirect(
      `${addressOf.office(lang, `site/pages/${pageId}/readers`)}?done=${isReminder ? 'reminded' : 'asked'}&people=${told.value}`,
      303,
    )
  const { error } = told
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  if (error.code === 'page.unknown') throw data(null, 404)
  return data(refusedView(lang, { values, faults: error.faults, sentence: pageErrorText }), 422)
}

export default function ReadersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, pageId, title, isPublic, mayAsk, mayRemind, found, proposed, done, people } = loaderData
  const text = readingsText(lang).readers
  const form: FormView = actionData ?? { values: { dueOn: proposed }, errors: {} }
  const share = found && readShare(found.readers)
  return (
    <>
      <title>{text.title}</title>
      <PageHead
        title={text.title}
        said={text.lead((lang === 'en' && title.en) || title.th)}
        action={
          <a className="button" href={addressOf.office(lang, `site/pages/${pageId}`)}>
            {text.toPage}
          </a>
        }
      />
      <div className="stack">
        {done === 'asked' && <Notice kind="done">{text.asked(people)}</Notice>}
        {done === 'reminded' && <Notice kind="done">{text.reminded(people)}</Notice>}
        {actionData && <ErrorSummary form={actionData} title={text.title} />}
        {!found && <p className="muted">{text.none}</p>}
        {mayAsk && (
          <section className="stack" aria-labelledby="ask">
            <h2 id="ask">{text.ask}</h2>
            {found && <Notice kind="warning">{text.askNew}</Notice>}
            <p>{text.askLead}</p>
            <form method="post" className="form">
              <TextField form={form} name="dueOn" label={text.dueOn} hint={text.dueHint} required />
              <div className="actions">
                <button type="submit" name="act" value="ask" className="button primary">
                  <Icon name="mail" />
                  {text.ask}
                </button>
              </div>
            </form>
          </section>
        )}
        {found && share && (
          <section className="stack" aria-labelledby="share">
            <h2 id="share">{text.share(share.read, share.asked, share.percent)}</h2>
            <p className="muted">
              {text.since(
                formatInstant(found.round.askedAt, lang),
                found.round.askedByName,
                formatDay(found.round.dueOn, lang),
              )}
            </p>
            {mayRemind && isPublic && share.read < share.asked && (
              <form method="post" className="actions">
                <button type="submit" name="act" value="remind" className="button">
                  <Icon name="bell" />
                  {text.remind}
                </button>
                <span className="muted small">{text.remindLead}</span>
              </form>
            )}
            <DataTable
              caption={text.title}
              columns={[{ label: text.name }, { label: text.unit }, { label: text.standing }]}
              rows={found.readers.map((reader) => ({
                key: reader.personId,
                cells: [
                  reader.name,
                  reader.unitName,
                  <Standing key="standing" lang={lang} reader={reader} />,
                ],
              }))}
            />
          </section>
        )}
      </div>
    </>
  )
}

function Standing({ lang, reader: { readAt, remindedAt, hasEmail } }: { lang: Language; reader: Reader }) {
  const words = readingsText(lang)
  const text = words.readers
  if (readAt !== null) return <Chip state="done">{words.readAt(formatInstant(readAt, lang))}</Chip>
  return (
    <>
      <Chip state="working">{text.waits}</Chip>
      {remindedAt !== null && (
        <span className="muted small"> {text.remindedAt(formatInstant(remindedAt, lang))}</span>
      )}
      {!hasEmail && <span className="muted small"> {text.noMail}</span>}
    </>
  )
}
