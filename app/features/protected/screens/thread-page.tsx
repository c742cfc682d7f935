import { data, redirect } from 'react-router'
import { cleanLine } from '../../../kernel/clean-text.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { addressOf } from '../../../web/addresses.ts'
import { answerConsent } from '../custody/usecases/answer-consent.server.ts'
import { ReceiptSheet } from '../parts/receipt-sheet.tsx'
import { addFaultText, ConsentForm, ThreadForms } from '../parts/thread-forms.tsx'
import { ThreadMessages } from '../parts/thread-messages.tsx'
import { takeAct } from '../reporting/add-sent.server.ts'
import { createFormSecrets } from '../reporting/form-secret.server.ts'
import { keysOf } from '../reporting/open-report.server.ts'
import { reissueCode } from '../reporting/reissue-code.server.ts'
import { LONGEST_IDENTITY } from '../reporting/report-form.domain.ts'
import { noReporterCookie, readReporterCookie, reporterCookie } from '../reporting/reporter-cookie.ts'
import { type ReporterVisit, reporterVisit } from '../reporting/reporter-visit.server.ts'
import { findThread } from '../reporting/thread.queries.server.ts'
import { giveIdentity } from '../reporting/usecases/give-identity.server.ts'
import { STAGES } from '../settings/channel-settings.domain.ts'
import { reportFormText, threadText } from '../text/reporting.ts'
import type { Route } from './+types/thread-page'

const SAID = ['add', 'identity', 'consent', 'fileBroken'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = await reporterVisit(context, request)
  const { lang, channel } = visit
  const found = await threadIn(visit, request)
  if (!visit.isSent && found === 'away') throw data(null, 503)
  if (!visit.isSent && found === null) throw redirect(`${addressOf.reporting(lang, 'return')}?said=over`, 303)
  const said = new URL(request.url).searchParams.get('said')
  const thread = found === 'away' ? null : found
  return {
    lang,
    thread,
    today: thaiDay(new Date()),
    said: SAID.find((one) => one === said) ?? null,
    formSecret: createFormSecrets(channel.pepper, () => new Date()).issue(),
    mostBytes: channel.mostBytes,
  }
}

const keysIn = ({ ctx, channel }: ReporterVisit, request: Request) =>
  ctx && keysOf(channel.sessions.reporters.find(readReporterCookie(request)), ctx.agency.id)

async function threadIn(visit: ReporterVisit, request: Request) {
  const { ctx, channel } = visit
  if (ctx === null) return 'away'
  const keys = keysIn(visit, request)
  if (keys === null) return null
  return findThread(ctx, keys).catch((error: NodeJS.ErrnoException) => {
    channel.log('thread-failed', { code: error.code ?? error.name })
    return 'away' as const
  })
}

const STATUS: Readonly<Record<string, number>> = {
  'too-large': 413,
  'too-many': 413,
  wait: 429,
  broken: 400,
  away: 503,
  storage: 503,
  busy: 503,
}

export async function action({ context, request }: Route.ActionArgs) {
  const visit = await reporterVisit(context, request)
  const { lang, channel, ctx } = visit
  const keys = keysIn(visit, request)
  const { act, fields, refusal } = await takeAct(visit, request, keys)
  const fieldOf = (name: string) => fields.findLast(([field]) => field === name)?.[1] ?? ''
  const typed = { text: fieldOf('text'), name: fieldOf('name'), contact: fieldOf('contact') }
  const done = (said: (typeof SAID)[number]) =>
    redirect(`${addressOf.reporting(lang, 'thread')}?said=${said}`, 303)
  const refused = (code: string, minutes = 0) =>
    data({ typed, fault: { act, code, minutes }, receipt: null }, STATUS[code] ?? 422)
  if (act === 'end') {
    channel.sessions.reporters.end(readReporterCookie(request) ?? '')
    throw redirect(`${addressOf.reporting(lang, 'return')}?said=ended`, {
      status: 303,
      headers: { 'Set-Cookie': noReporterCookie() },
    })
  }
  if (act === 'add') {
    if (refusal !== null) return refused(refusal.code, 'minutes' in refusal ? refusal.minutes : 0)
    throw done('add')
  }
  if (ctx === null) return refused('away')
  if (act === 'reissue') {
    const { network } = visit
    const given = await reissueCode(ctx, { keys, network, formSecret: fieldOf('formSecret') })
    if (!given.ok) return refused(given.error.code, 'minutes' in given.error ? given.error.minutes : 0)
    return data(
      { typed, fault: null, receipt: given.value.receipt },
      { headers: { 'Set-Cookie': reporterCookie(given.value.session) } },
    )
  }
  if (keys === null) return refused('over')
  if (act === 'consent') {
    const answered = await answerConsent(ctx, {
      keys,
      releaseId: fieldOf('releaseId'),
      isGiven: fieldOf('consent') === 'given',
    }).catch((error: NodeJS.ErrnoException) => {
      channel.log('consent-failed', { code: error.code ?? error.name })
      return null
    })
    if (answered === null) return refused('away')
    if (!answered.ok) return refused(answered.error.code === 'case.not-found' ? 'over' : 'answered')
    throw done('consent')
  }
  if (act !== 'identity') return refused('broken')
  const [name, contact] = [cleanLine(typed.name), cleanLine(typed.contact)]
  if (name === '' && contact === '') return refused('no-name')
  if (name.length > LONGEST_IDENTITY || contact.length > LONGEST_IDENTITY) return refused('too-long')
  const given = await giveIdentity(ctx, { keys, name, contact, day: thaiDay(ctx.now()) }).catch(
    (error: NodeJS.ErrnoException) => {
      channel.log('identity-failed', { code: error.code ?? error.name })
      return null
    },
  )
  if (given === null) return refused('away')
  if (!given.ok) return refused(given.error.code === 'custodians' ? 'custodians' : 'over')
  throw done('identity')
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders

export default function ThreadPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, thread, said } = loaderData
  const text = threadText(lang).thread
  const fault = actionData?.fault ?? null
  if (actionData?.receipt)
    return (
      <>
        <title>{text.reissue}</title>
        <h1>{text.reissue}</h1>
        <p className="lead">{text.reissueDone}</p>
        <ReceiptSheet lang={lang} receipt={actionData.receipt} />
        <p className="actions">
          <a className="button" href={addressOf.reporting(lang, 'thread')}>
            {text.title}
          </a>
        </p>
      </>
    )
  return (
    <>
      <title>{text.title}</title>
      <h1>{text.title}</h1>
      {said !== null && !fault && (
        <p className={said === 'fileBroken' ? 'notice bad' : 'notice good'} role="status">
          {said === 'fileBroken' ? text.fileBroken : text.sent[said]}
        </p>
      )}
      {fault && (
        <div className="error-summary" role="alert">
          <p>
            <strong>{reportFormText(lang).faults.title}</strong>
          </p>
          <p>{addFaultText(fault, loaderData.mostBytes, lang)}</p>
        </div>
      )}
      {thread === null ? (
        <Lost lang={lang} typed={actionData?.typed.text ?? ''} />
      ) : (
        <>
          <Chain lang={lang} chain={thread.chain} />
          <Standing lang={lang} thread={thread} today={loaderData.today} />
          <ConsentForm lang={lang} asked={thread.consentAsked} />
          <ThreadMessages lang={lang} items={thread.items} />
          <ThreadForms
            lang={lang}
            thread={thread}
            typed={actionData?.typed ?? { text: '', name: '', contact: '' }}
            formSecret={loaderData.formSecret}
            mostBytes={loaderData.mostBytes}
          />
        </>
      )}
    </>
  )
}

type Shown = NonNullable<Route.ComponentProps['loaderData']['thread']>
type InLanguage = Readonly<{ lang: 'th' | 'en' }>

/** The session is over, or the database away: what was typed is here to be copied. */
const Lost = ({ lang, typed }: InLanguage & { typed: string }) => (
  <>
    {typed !== '' && <textarea readOnly rows={10} aria-label={threadText(lang).thread.text} value={typed} />}
    <p className="actions">
      <a className="button" href={addressOf.reporting(lang, 'return')}>
        {threadText(lang).return.title}
      </a>
    </p>
  </>
)

function Chain({ lang, chain }: InLanguage & Pick<Shown, 'chain'>) {
  const text = threadText(lang).thread
  if (chain.whole) return <p className="notice good">{text.whole}</p>
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>{text.broken}</strong>
      </p>
      <p>
        {text.why[chain.why]} {text.at(chain.at + 1)}
      </p>
    </div>
  )
}

function Standing({ lang, thread, today }: InLanguage & { thread: Shown; today: string }) {
  const text = threadText(lang).thread
  return (
    <>
      <p>
        <strong>{text.status}:</strong> {text.statuses[thread.status]}
      </p>
      {thread.hasIdentity && <p>{text.identityGiven}</p>}
      <h2>{text.deadlines}</h2>
      <ul>
        {STAGES.map((stage) => {
          const done = thread.done[stage]
          return (
            <li key={stage}>
              {text.due[stage]} {formatDay(thread.due[stage], lang)}
              {done !== null && ` · ${text.done(formatDay(done, lang))}`}
              {done === null && thread.due[stage] < today && <strong> · {text.late}</strong>}
            </li>
          )
        })}
      </ul>
      {thread.eraseDue !== null && <p>{text.eraseDue(formatDay(thread.eraseDue, lang))}</p>}
    </>
  )
}
