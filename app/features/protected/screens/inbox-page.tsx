import { data, redirect } from 'react-router'
import '../../../ui/office-people.css'
import '../../../ui/office-protected.css'
import { refusalOf } from '../../../kernel/permission.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, ownAddress } from '../../../web/addresses.ts'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { CaseList } from '../parts/case-list.tsx'
import { AboutChannel } from '../parts/responsible-list.tsx'
import { LockButton, UnlockForm } from '../parts/unlock-form.tsx'
import { PROTECTED_POLICY } from '../protected.policy.ts'
import { listResponsible } from '../receiving/appointments.queries.server.ts'
import { type Desk, deskOf } from '../receiving/desk-of.server.ts'
import { endVaultSession, keepOpen } from '../receiving/holder-session.server.ts'
import { inboxOrder, readInboxFilter } from '../receiving/inbox.domain.ts'
import { listInbox } from '../receiving/inbox.queries.server.ts'
import { actOnCase } from '../receiving/usecases/act-on-case.server.ts'
import { unlockVaults } from '../receiving/usecases/unlock-vaults.server.ts'
import { identityText } from '../text/identity.ts'
import { inboxText, receivingErrorText, vaultText } from '../text/receiving.ts'
import type { Route } from './+types/inbox-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { lang, ctx, desk } = await deskOf(context, request)
  const { searchParams } = new URL(request.url)
  const today = thaiDay(ctx.now())
  const { cases, categories } = await listInbox(ctx, desk.open)
  return {
    lang,
    today,
    filter: readInboxFilter(searchParams.get('show')),
    cases: [...cases].sort(inboxOrder(today)),
    categories,
    responsible: await listResponsible(ctx),
    isAppointed: desk.appointments.length > 0,
    hasVault: desk.appointments.some(({ holder }) => holder !== null),
    lacksVault: desk.appointments.some(({ holder }) => holder === null),
    isOpen: desk.open.length > 0,
    keeps: desk.open.some(({ holder }) => holder.kind === 'custodian'),
    reads: desk.open.some(({ holder }) => holder.kind !== 'custodian'),
    mayAppoint: refusalOf(PROTECTED_POLICY, 'appointment.change', ctx.actor) === null,
    done: searchParams.get('done'),
    count: Number(searchParams.get('n') ?? 0),
    isNotKept: searchParams.get('not-kept') === '1',
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const asked = await deskOf(context, request)
  const sent = await request.formData()
  const act = String(sent.get('act') ?? '')
  const { lang, ctx, session } = asked
  const here = addressOf.office(lang, 'protected')
  const { holders } = ctx.channel.sessions
  if (act === 'lock') {
    const { cookies, owner } = session
    const cookie = endVaultSession(holders, { cookies, agencyId: owner.agencyId })
    throw redirect(`${here}?done=locked`, { status: 303, headers: { 'Set-Cookie': cookie } })
  }
  if (act === 'junk') return junked(asked, sent)
  const opened = await unlockVaults(ctx, String(sent.get('vaultSecret') ?? ''))
  if (opened.ok) {
    const cookie = keepOpen(holders, { ...session, vaults: opened.value })
    const to = ownAddress(String(sent.get('to') ?? '')) ?? here
    throw redirect(to, { status: 303, headers: { 'Set-Cookie': cookie } })
  }
  const form = refusedView(lang, {
    values: {},
    faults: { vaultSecret: opened.error.code },
    sentence: receivingErrorText,
  })
  return data({ act: 'unlock', form }, 422)
}

/** Marks the chosen cases one by one; one that is no case of this person is passed over as if it were not there. */
async function junked({ lang, ctx, desk }: Desk, sent: FormData) {
  const here = addressOf.office(lang, 'protected')
  const chosen = [...sent.keys()].flatMap((name) => (name.startsWith('case-') ? [name.slice(5)] : []))
  const text = String(sent.get('reason') ?? '')
  const refused = (code: string) =>
    data(
      {
        act: 'junk',
        form: refusedView(lang, {
          values: typedValues([...sent]),
          faults: { [code === 'case.no-reason' || code === 'case.too-long' ? 'reason' : '']: code },
          sentence: receivingErrorText,
        }),
      },
      422,
    )
  if (desk.open.length === 0) return refused('vault.locked')
  if (chosen.length === 0) return refused('case.no-choice')
  let count = 0
  for (const reportId of chosen) {
    const done = await actOnCase(ctx, { reportId, open: desk.open, act: { act: 'junk', text } })
    if (done.ok) count += 1
    else if (done.error.code === 'case.no-reason' || done.error.code === 'case.too-long')
      return refused(done.error.code)
  }
  throw redirect(`${here}?show=junk&done=junked&n=${count}`, 303)
}

export default function InboxScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, isAppointed, hasVault, lacksVault, isOpen, reads, keeps, mayAppoint, responsible } =
    loaderData
  const text = inboxText(lang)
  const formOf = (act: string): FormView => (actionData?.act === act ? actionData.form : EMPTY_FORM)
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} action={isOpen && <LockButton lang={lang} />} />
      <div className="stack">
        <Said {...loaderData} />
        <ErrorSummary form={actionData?.form ?? EMPTY_FORM} title={text.errorTitle} />
        {!isAppointed && <p>{text.notAppointed}</p>}
        {lacksVault && (
          <div className="empty">
            <h2>{text.noVaultTitle}</h2>
            <p>{text.noVaultBody}</p>
            <p className="actions">
              <a className="button primary" href={addressOf.office(lang, 'protected/vault')}>
                <Icon name="key" />
                {vaultText(lang).make}
              </a>
            </p>
          </div>
        )}
        {hasVault && !isOpen && (
          <UnlockForm lang={lang} form={formOf('unlock')} to={addressOf.office(lang, 'protected')} />
        )}
        {reads && <CaseList {...loaderData} form={formOf('junk')} />}
        {keeps && (
          <p className="actions">
            <a className="button primary" href={addressOf.office(lang, 'protected/identity')}>
              <Icon name="fingerprint" />
              {identityText(lang).title}
            </a>
          </p>
        )}
        {isAppointed && (
          <p className="actions not-printed">
            <a className="button" href={addressOf.office(lang, 'protected/vault')}>
              <Icon name="key" />
              {text.vault}
            </a>
            <a className="button" href={addressOf.office(lang, 'protected/log')}>
              <Icon name="log" />
              {text.log}
            </a>
          </p>
        )}
        <AboutChannel lang={lang} responsible={responsible} mayAppoint={mayAppoint} />
      </div>
    </>
  )
}

function Said({
  lang,
  done,
  count,
  isNotKept,
}: Pick<Route.ComponentProps['loaderData'], 'lang' | 'done' | 'count' | 'isNotKept'>) {
  const text = inboxText(lang)
  const vault = vaultText(lang).done
  return (
    <>
      {isNotKept && <Notice kind="warning">{text.notKept}</Notice>}
      {done === 'junked' && <Notice kind="done">{text.done.junked(count)}</Notice>}
      {done !== null && Object.hasOwn(vault, done) && (
        <Notice kind="done">{vault[done as keyof typeof vault]}</Notice>
      )}
    </>
  )
}
