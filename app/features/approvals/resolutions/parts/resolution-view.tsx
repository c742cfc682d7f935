import type { Language } from '../../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../../kernel/thai-date.ts'
import { formatInstant, thaiDay } from '../../../../kernel/thai-day.ts'
import '../../../../ui/office-measure.css'
import '../../../../ui/office-people.css'
import '../../../../ui/office-resolutions.css'
import { Confirm } from '../../../../ui/confirm.tsx'
import { Facts } from '../../../../ui/facts.tsx'
import { ErrorSummary, type FormView, TextAreaField } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { DecisionChip } from '../../parts/decision-chip.tsx'
import { approvalsTerms } from '../../text/index.ts'
import type { ResolutionPage } from '../resolution-page.queries.server.ts'
import { daysLate } from '../task-list.domain.ts'
import { agendaItemText, resolutionText } from '../text/index.ts'
import { BoundContent } from './bound-content.tsx'
import { TaskList } from './task-list.tsx'

export type ResolutionViewProps = Readonly<{
  lang: Language
  page: ResolutionPage
  today: IsoDay
  done: string | null
  mayWithdraw: boolean
  /** Where the thing that it is about is worked on; null where nobody knows. */
  workedOn: string | null
  isKept: boolean
  /** The form of the withdrawal, where it was sent and refused, or kept. */
  form: FormView | null
}>

/** One resolution as it is read: the words, of which meeting, of which content, and what follows from it. */
export function ResolutionView(view: ResolutionViewProps) {
  const { lang, page, done, isKept, form } = view
  const text = resolutionText(lang)
  const { resolution, item } = page
  const title = text.title(approvalsTerms(lang).decisions[resolution.decision], item.title)
  const words: Readonly<Record<string, string>> = text.done
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        chip={
          <DecisionChip
            lang={lang}
            decision={resolution.decision}
            isWithdrawn={resolution.withdrawn !== null}
          />
        }
        said={
          <a href={addressOf.office(lang, `meetings/${item.meeting.id}`)}>
            {approvalsTerms(lang).cited(item.meeting.form, item.meeting.bodyName, item.meeting.number)}
          </a>
        }
      />
      <div className="stack">
        {done !== null && form === null && Object.hasOwn(words, done) && (
          <Notice kind="done">{words[done]}</Notice>
        )}
        {isKept && <Notice>{text.kept}</Notice>}
        {form !== null && <ErrorSummary form={form} title={text.errorTitle} />}
        <Gone lang={lang} page={page} />
        <div className="detail measure-detail">
          <div className="stack work">
            <section className="stack" aria-labelledby="wording-title">
              <h2 id="wording-title">{text.wording}</h2>
              <blockquote
                className={resolution.withdrawn ? 'resolution-words is-withdrawn' : 'resolution-words'}
                lang="th"
              >
                {resolution.wording}
              </blockquote>
            </section>
            <Tasks view={view} />
            <BoundContent lang={lang} page={page} workedOn={view.workedOn} />
          </div>
          <div className="beside">
            <About lang={lang} page={page} />
            <Files lang={lang} page={page} />
            <Publications lang={lang} page={page} />
          </div>
        </div>
        {view.mayWithdraw && resolution.withdrawn === null && <Withdraw view={view} />}
      </div>
    </>
  )
}

type Part = Readonly<{ lang: Language; page: ResolutionPage }>

function Gone({ lang, page: { resolution, item, replacedBy } }: Part) {
  const text = resolutionText(lang)
  const { withdrawn } = resolution
  return (
    <>
      {withdrawn !== null && (
        <Notice kind="late">
          <p>{text.isWithdrawn(formatInstant(withdrawn.at, lang), withdrawn.byName)}</p>
          <p className="words">{text.reason(withdrawn.reason)}</p>
          {replacedBy !== null && (
            <p>
              <a href={addressOf.office(lang, `resolutions/${replacedBy}`)}>{text.replacedBy}</a>
            </p>
          )}
        </Notice>
      )}
      {item.isRemoved && <Notice kind="warning">{text.removedItem}</Notice>}
    </>
  )
}

function Tasks({ view: { lang, page, today } }: { view: ResolutionViewProps }) {
  const text = resolutionText(lang)
  return (
    <section className="stack" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{text.tasks}</h2>
      {page.tasks.length === 0 ? (
        <p className="muted">{text.noTasks}</p>
      ) : (
        <>
          <TaskList
            lang={lang}
            tasks={page.tasks}
            today={today}
            isEnded={page.resolution.withdrawn !== null}
          />
          {page.resolution.withdrawn === null && (
            <p className="no-print">
              <a href={addressOf.office(lang, 'resolution-tasks')}>{text.allTasks}</a>
            </p>
          )}
        </>
      )}
    </section>
  )
}

function About({ lang, page: { resolution, item } }: Part) {
  const text = resolutionText(lang)
  const after = daysLate(resolution.decidedOn, thaiDay(resolution.recordedAt))
  return (
    <section aria-labelledby="about-title">
      <h2 id="about-title">{text.facts}</h2>
      <Facts
        rows={[
          [
            text.meeting,
            <a key="meeting" href={addressOf.office(lang, `meetings/${item.meeting.id}`)}>
              {approvalsTerms(lang).cited(item.meeting.form, item.meeting.bodyName, item.meeting.number)}
            </a>,
          ],
          [
            text.agenda,
            item.isRemoved ? (
              item.title
            ) : (
              <a key="item" href={addressOf.office(lang, `agenda/${item.id}`)}>
                {agendaItemText(lang).title(item.number, item.title)}
              </a>
            ),
          ],
          [text.decided, formatDay(resolution.decidedOn, lang)],
          [
            text.entered,
            <>
              {text.enteredBy(formatInstant(resolution.recordedAt, lang), resolution.recordedBy)}
              {after > 0 && <span className="small muted"> ({text.backDated(after)})</span>}
            </>,
          ],
          [text.source, text.origins[resolution.origin]],
        ]}
      />
    </section>
  )
}

function Files({ lang, page: { item, resolution } }: Part) {
  const text = resolutionText(lang)
  if (resolution.withdrawn !== null || item.isRemoved) return null
  const at = addressOf.office(lang, `meetings/${item.meeting.id}/files/item-${item.id}`)
  return (
    <section className="no-print" aria-labelledby="files-title">
      <h2 id="files-title">{text.files}</h2>
      <p className="small muted">{text.filesSaid}</p>
      <p className="actions">
        <a className="button small" href={`${at}.pdf`}>
          <Icon name="document" />
          PDF
        </a>
        <a className="button small" href={`${at}.docx`}>
          <Icon name="word" />
          DOCX
        </a>
      </p>
    </section>
  )
}

function Publications({ lang, page: { publications } }: Part) {
  const text = resolutionText(lang)
  return (
    <section aria-labelledby="publications-title">
      <h2 id="publications-title">{text.publications}</h2>
      {publications.length === 0 ? (
        <p className="muted">{text.noPublications}</p>
      ) : (
        <ul>
          {publications.map(({ id, kind, key, version, isWithdrawn }) => (
            <li key={id}>
              <a href={addressOf.office(lang, `approvals/${kind}/${encodeURIComponent(key)}`)}>
                {text.publication(approvalsTerms(lang).kinds[kind], key, version)}
              </a>{' '}
              <span className="muted">
                {isWithdrawn ? text.publicationWithdrawn : text.publicationPublic}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Withdraw({ view: { lang, page, form } }: { view: ResolutionViewProps }) {
  const text = resolutionText(lang)
  const resting = page.publications.filter(({ isWithdrawn }) => !isWithdrawn)
  return (
    <div className="no-print">
      <Confirm label={text.withdraw.label} isOpen={form !== null}>
        <form method="post" className="form">
          <p>{text.withdraw.said}</p>
          {resting.length > 0 && (
            <div>
              <p>{text.withdraw.rests}</p>
              <ul>
                {resting.map(({ id, kind, key, version }) => (
                  <li key={id}>{text.publication(approvalsTerms(lang).kinds[kind], key, version)}</li>
                ))}
              </ul>
            </div>
          )}
          <TextAreaField
            form={form ?? { values: {}, errors: {} }}
            name="reason"
            label={text.withdraw.reason}
            rows={2}
            required
          />
          <div className="actions">
            <button type="submit" name="act" value="withdraw" className="button danger">
              <Icon name="returned" />
              {text.withdraw.save}
            </button>
          </div>
        </form>
      </Confirm>
    </div>
  )
}
