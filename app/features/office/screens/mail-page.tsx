import { data, redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { letterName, mailFaultSentence } from '../../../platform/mail/mail-words.ts'
import type { OutboxRow } from '../../../platform/mail/outbox.queries.server.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { appOf, officeOf } from '../../../web/context.server.ts'
import { pageRefused, permissionRefused } from '../../people/index.server.ts'
import { findMail } from '../mail-page.queries.server.ts'
import { type OfficeErrorCode, officeErrorStatus } from '../office.errors.ts'
import { OFFICE_POLICY } from '../office.policy.ts'
import { MailOff } from '../parts/mail-off.tsx'
import { MailStateChip } from '../parts/mail-state.tsx'
import { mailPageText } from '../text/pages.ts'
import { openMail } from '../usecases/open-mail.server.ts'
import { retryMail } from '../usecases/retry-mail.server.ts'
import type { Route } from './+types/mail-page'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(OFFICE_POLICY, 'outbox.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const mail = await findMail(ctx, params.mailId)
  if (!mail) throw data(null, 404)
  return {
    lang: languageOf(url.pathname),
    isMailOn: appOf(context).isMailOn,
    isRetried: url.searchParams.get('done') === 'retried',
    mail,
  }
}

type Shown = Readonly<{ text: string; link: string | null }>
type Answer = Readonly<{ shown: Shown | null; refused: OfficeErrorCode | null }>

export async function action({ context, params, request }: Route.ActionArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await officeOf(context)
  const form = await request.formData()
  const id = params.mailId
  const isRetry = form.get('act') === 'retry'
  const done = isRetry ? await retryMail(ctx, { id }) : await openMail(ctx, { id })
  if (!done.ok) {
    const { error } = done
    if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
    return data<Answer>({ shown: null, refused: error.code }, officeErrorStatus[error.code])
  }
  if (done.value === null) throw redirect(`${addressOf.office(lang, `mail/${id}`)}?done=retried`, 303)
  return data<Answer>({ shown: shownOf(done.value.textBody), refused: null })
}

/** The link is shown by itself too, so that it can be copied whole. */
const shownOf = (text: string): Shown => ({ text, link: /^https?:\/\/\S+$/m.exec(text)?.[0] ?? null })

export default function MailPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, isMailOn, isRetried, mail } = loaderData
  const text = mailPageText(lang)
  const refused = actionData?.refused ?? null
  return (
    <>
      <title>{mail.subject}</title>
      <PageHead title={mail.subject} chip={<MailStateChip lang={lang} state={mail.state} />} />
      <div className="stack">
        {isRetried && <Notice kind="done">{text.done.retried}</Notice>}
        {refused !== null && (
          <div className="error-summary" role="alert">
            <p>{text.refusals[refused]}</p>
          </div>
        )}
        {!isMailOn && mail.isReadable && <MailOff lang={lang} />}
        <MailFacts lang={lang} mail={mail} />
        {mail.state === 'failed' && (
          <form method="post">
            <button type="submit" className="button" name="act" value="retry">
              <Icon name="again" />
              {text.retry}
            </button>
          </form>
        )}
        <Contents lang={lang} isReadable={mail.isReadable} shown={actionData?.shown ?? null} />
        <p>
          <a href={addressOf.office(lang, 'mail')}>{text.back}</a>
        </p>
      </div>
    </>
  )
}

function MailFacts({ lang, mail }: { lang: Language; mail: OutboxRow }) {
  const { facts: text } = mailPageText(lang)
  const at = (instant: Date | null) => (instant === null ? null : formatInstant(instant, lang))
  const fault = mail.lastFault
  const rows = [
    [text.letter, letterName(mail.kind, lang)],
    [text.to, [mail.to.name, `<${mail.to.address}>`].filter((part) => part !== null).join(' ')],
    [text.created, at(mail.createdAt)],
    [text.sent, at(mail.sentAt)],
    [text.attempts, String(mail.attempts)],
    [text.next, mail.state === 'queued' ? at(mail.nextAttemptAt) : null],
    [text.expires, at(mail.expiresAt)],
    [
      text.fault,
      fault &&
        [mailFaultSentence(fault.code, lang), fault.numbers && `(${text.answer(fault.numbers)})`]
          .filter(Boolean)
          .join(' '),
    ],
  ] as const
  return <Facts rows={rows} />
}

type ContentsProps = Readonly<{ lang: Language; isReadable: boolean; shown: Shown | null }>

function Contents({ lang, isReadable, shown }: ContentsProps) {
  const text = mailPageText(lang)
  return (
    <section className="stack" aria-labelledby="contents-title">
      <h2 id="contents-title">{text.contents}</h2>
      {!isReadable && <p>{text.gone}</p>}
      {isReadable && shown === null && (
        <form method="post" className="form">
          <Notice kind="warning">{text.openWarning}</Notice>
          <button type="submit" className="button" name="act" value="open">
            <Icon name="opened" />
            {text.openText}
          </button>
        </form>
      )}
      {shown !== null && (
        <>
          <Notice kind="done">{text.opened}</Notice>
          {shown.link !== null && (
            <div className="field wide">
              <label htmlFor="link">{text.link}</label>
              <span className="hint" id="link-hint">
                {text.linkHint}
              </span>
              <input id="link" type="text" readOnly value={shown.link} aria-describedby="link-hint" />
            </div>
          )}
          <div className="letter">{shown.text}</div>
        </>
      )}
    </section>
  )
}
