import type { Language } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { NamedIssue } from '../issues/issue-page.queries.server.ts'
import { issuePageText } from '../issues/text/index.ts'
import { Worded } from './worded.tsx'

type IssueFootProps = Readonly<{
  lang: Language
  issueId: string
  origin: NamedIssue | null
  mayChange: boolean
}>

/** Where an issue comes from, what was changed of it, and its place in the year. */
export function IssueFoot({ lang, issueId, origin, mayChange }: IssueFootProps) {
  const text = issuePageText(lang)
  return (
    <>
      <section aria-labelledby="origin-title">
        <h2 id="origin-title">{text.history}</h2>
        <p>
          {origin === null ? (
            text.written
          ) : (
            <>
              {text.copied(origin.fiscalYear)}{' '}
              <a href={addressOf.office(lang, `issues/${origin.id}`)}>
                <Worded>{origin.title}</Worded>
              </a>
            </>
          )}
        </p>
        <p>
          <a className="button small" href={addressOf.office(lang, `issues/${issueId}/history`)}>
            <Icon name="history" />
            {text.toHistory}
          </a>
        </p>
      </section>
      {mayChange && (
        <section className="no-print" aria-labelledby="arrange-title">
          <h2 id="arrange-title">{text.arrange}</h2>
          <div className="actions">
            <form method="post" className="actions">
              <button type="submit" className="button small" name="act" value="up">
                <Icon name="up" />
                {text.up}
              </button>
              <button type="submit" className="button small" name="act" value="down">
                <Icon name="downward" />
                {text.down}
              </button>
            </form>
            <Confirm label={text.remove}>
              <p>{text.removeSure}</p>
              <form method="post">
                <button type="submit" className="button danger" name="act" value="remove">
                  <Icon name="remove" />
                  {text.remove}
                </button>
              </form>
            </Confirm>
          </div>
        </section>
      )}
    </>
  )
}
