import { data, redirect } from 'react-router'
import '../../../ui/office-people.css'
import '../../../ui/office-protected.css'
import { formatDay } from '../../../kernel/thai-date.ts'
import { Facts } from '../../../ui/facts.tsx'
import { EMPTY_FORM, ErrorSummary } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { CaseActs } from '../parts/case-acts.tsx'
import { CaseCustody } from '../parts/case-custody.tsx'
import { CaseState } from '../parts/case-list.tsx'
import { CaseReaders } from '../parts/case-readers.tsx'
import { CaseThread } from '../parts/case-thread.tsx'
import { LockButton, UnlockForm } from '../parts/unlock-form.tsx'
import { custodyActOf, doneInCustody } from '../receiving/case-custody-form.server.ts'
import { doneToCase } from '../receiving/case-form.server.ts'
import { caseMark } from '../receiving/case-mark.domain.ts'
import { deskOf } from '../receiving/desk-of.server.ts'
import { listCategories } from '../receiving/inbox.queries.server.ts'
import { readCase } from '../receiving/usecases/read-case.server.ts'
import { caseCustodyText, caseText, inboxText, receivingErrorText } from '../text/receiving.ts'
import type { Route } from './+types/case-page'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { lang, ctx, desk } = await deskOf(context, request)
  const { done } = Object.fromEntries(new URL(request.url).searchParams)
  // Whoever is not appointed, left out, or recused is told the same as of an address that never was.
  if (!desk.appointments.some(({ appointment }) => appointment.kind !== 'custodian')) throw data(null, 404)
  const { pathname: here } = new URL(request.url)
  if (desk.open.length === 0) return { lang, here, opened: null, category: '', done: null }
  const opened = await readCase(ctx, { reportId: params.caseId, open: desk.open })
  if (!opened.ok) throw data(null, 404)
  const { category } = opened.value.facts
  return {
    lang,
    here,
    opened: opened.value,
    category: (await listCategories(ctx)).find(({ key }) => key === category)?.[lang] ?? category,
    done: done ?? null,
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  'case.no-text': 'text',
  'case.no-reason': 'text',
  'case.too-long': 'text',
  'case.no-outcome': 'outcome',
  'case.bad-holder': 'keyId',
  'case.holds-already': 'keyId',
  'hold.no-reason': 'text',
  'release.no-reason': 'text',
  'release.days': 'days',
  'release.reader': 'keyId',
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { lang, ctx, desk } = await deskOf(context, request)
  if (!desk.appointments.some(({ appointment }) => appointment.kind !== 'custodian')) throw data(null, 404)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const refused = (code: string) =>
    data(
      {
        act,
        identity: null,
        typed: String(sent.get('text') ?? ''),
        form: refusedView(lang, {
          values: typedValues([...sent]),
          faults: { [FIELDS[code] ?? '']: code },
          sentence: receivingErrorText,
        }),
      },
      422,
    )
  if (desk.open.length === 0) return refused('vault.locked')
  const custody = custodyActOf(act)
  if (custody !== null) {
    const result = await doneInCustody(ctx, { reportId: params.caseId, open: desk.open, act: custody, sent })
    if (!result.ok && result.error.code === 'case.not-found') throw data(null, 404)
    if (!result.ok) return refused(result.error.code)
    const { identity, done } = result.value
    if (identity !== null) return data({ act, identity, typed: '', form: EMPTY_FORM })
    throw redirect(`${addressOf.office(lang, `protected/cases/${params.caseId}`)}?done=${done}`, 303)
  }
  const result = await doneToCase(ctx, { reportId: params.caseId, open: desk.open, sent })
  if (!result.ok) {
    if (result.error.code === 'case.unknown') throw data(null, 404)
    return refused(result.error.code)
  }
  const to =
    result.value === 'left'
      ? addressOf.office(lang, 'protected')
      : `${addressOf.office(lang, `protected/cases/${params.caseId}`)}?done=${result.value}`
  throw redirect(to, 303)
}

export default function CaseScreen({ loaderData, actionData, params }: Route.ComponentProps) {
  const { lang, here, opened, category, done } = loaderData
  const text = caseText(lang)
  const title = text.title(caseMark(params.caseId))
  const back = (
    <p className="not-printed">
      <a href={addressOf.office(lang, 'protected')}>{text.back}</a>
    </p>
  )
  if (opened === null)
    return (
      <>
        <title>{title}</title>
        <PageHead title={title} />
        <div className="stack">
          {back}
          <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
          <UnlockForm lang={lang} form={EMPTY_FORM} to={here} />
          {actionData?.typed && <p className="notice">{actionData.typed}</p>}
        </div>
      </>
    )
  const { facts, chain } = opened
  const refused = actionData ? { act: actionData.act, form: actionData.form } : null
  const acting = { lang, opened, here, refused }
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        chip={<CaseState lang={lang} status={facts.status} />}
        action={<LockButton lang={lang} />}
      />
      <div className="stack">
        {back}
        <p className="only-print">{text.printNote}</p>
        <Done lang={lang} done={done} />
        <ErrorSummary
          form={refused?.form ?? EMPTY_FORM}
          title={text.errorTitle}
          idOfField={(name) => idIn(name, refused?.act ?? '')}
        />
        {chain.whole ? (
          <Notice>{text.whole}</Notice>
        ) : (
          <Notice kind="late">{text.broken(chain.at + 1)}</Notice>
        )}
        {facts.status === 'junk' && <Notice kind="warning">{text.junked}</Notice>}
        <section className="card" aria-labelledby="facts-title">
          <h2 id="facts-title">{text.facts}</h2>
          <Facts rows={factRows(lang, { ...facts, category })} />
        </section>
        <CaseThread lang={lang} caseId={opened.id} items={opened.items} />
        <CaseActs {...acting} />
        <CaseReaders {...acting} />
        <CaseCustody {...acting} identity={actionData?.identity ?? null} />
      </div>
    </>
  )
}

function Done({ lang, done }: { lang: 'th' | 'en'; done: string | null }) {
  const said = { ...caseText(lang).done, ...caseCustodyText(lang).done }
  if (done === null || !Object.hasOwn(said, done)) return null
  return <Notice kind="done">{said[done as keyof typeof said]}</Notice>
}

/** Each act has a form of its own. */
const idIn = (name: string, act: string): string => {
  if (name === 'keyId' && act === 'ask-identity') return 'reader-key'
  if (name === 'keyId') return act === 'add-holder' ? 'add-key' : 'remove-key'
  return name === 'text' ? `${act}-text` : name
}

function factRows(
  lang: 'th' | 'en',
  facts: NonNullable<Route.ComponentProps['loaderData']['opened']>['facts'],
): readonly (readonly [string, string | null])[] {
  const inbox = inboxText(lang)
  const day = (done: string | null, due: string): string =>
    done === null ? inbox.by(formatDay(due, lang)) : formatDay(done, lang)
  return [
    [inbox.category, facts.category],
    [caseText(lang).channel, inbox.channels[facts.channel]],
    [inbox.received, formatDay(facts.receivedDay, lang)],
    [inbox.stages.acknowledge, day(facts.acknowledgedDay, facts.acknowledgeDue)],
    [inbox.stages.answer, day(facts.answeredDay, facts.answerDue)],
    [inbox.stages.close, day(facts.closedDay, facts.closeDue)],
    [inbox.held, facts.legalHold ? '✓' : null],
  ]
}
