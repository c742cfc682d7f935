import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay, thaiTime } from '../../../../kernel/thai-day.ts'
import { addressOf } from '../../../../web/addresses.ts'
import type { ListedSession } from '../account.queries.server.ts'
import { accountPageText } from '../text/pages.ts'

type SessionListProps = Readonly<{ lang: Language; sessions: readonly ListedSession[]; ownId: string }>

/** Where a person is signed in, with a way to sign out each, all others, and everywhere. */
export function SessionList({ lang, sessions, ownId }: SessionListProps) {
  const text = accountPageText(lang)
  const action = addressOf.office(lang, 'account/sessions')
  const at = (instant: Date) => `${formatDay(thaiDay(instant), lang)} ${thaiTime(instant)}`
  return (
    <>
      <p>{text.sessionsLead}</p>
      <div className="table-box">
        <table className="as-cards">
          <thead>
            <tr>
              <th scope="col">{text.browser}</th>
              <th scope="col">{text.method}</th>
              <th scope="col">{text.since}</th>
              <th scope="col">{text.lastSeen}</th>
              <th scope="col">
                <span className="visually-hidden">{text.end}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <th scope="row" data-label={text.browser}>
                  {session.browser}
                </th>
                <td data-label={text.method}>{text.methods[session.method]}</td>
                <td data-label={text.since}>{at(session.createdAt)}</td>
                <td data-label={text.lastSeen}>{at(session.lastSeenAt)}</td>
                <td>
                  {session.id === ownId ? (
                    <span className="chip done">{text.thisOne}</span>
                  ) : (
                    <form method="post" action={action}>
                      <button type="submit" className="button" name="session" value={session.id}>
                        {text.end} <span className="visually-hidden">{session.browser}</span>
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form method="post" action={action} className="actions">
        {sessions.length > 1 && (
          <button type="submit" className="button" name="session" value="others">
            {text.endOthers}
          </button>
        )}
        <button type="submit" className="button danger" name="session" value="all">
          {text.endAll}
        </button>
      </form>
    </>
  )
}
