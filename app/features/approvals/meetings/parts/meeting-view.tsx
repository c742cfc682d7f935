import type { Language } from '../../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../../kernel/thai-date.ts'
import '../../../../ui/office-measure.css'
import '../../../../ui/office-meetings.css'
import { Confirm } from '../../../../ui/confirm.tsx'
import { ErrorSummary, type FormView } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { EvidencePanel } from '../../../evidence/index.parts.ts'
import type { EvidencePanelData } from '../../../evidence/index.server.ts'
import { MeetingChip } from '../../parts/meeting-chip.tsx'
import { approvalsTerms } from '../../text/index.ts'
import type { MeetingPage } from '../meeting-page.queries.server.ts'
import { meetingPageText } from '../text/index.ts'
import { AgendaList } from './agenda-list.tsx'
import { Attendance, MeetingDownloads, MeetingFacts } from './meeting-facts.tsx'

export type MeetingViewProps = Readonly<{
  lang: Language
  page: MeetingPage
  today: IsoDay
  nonce: string
  mayChange: boolean
  mayPlace: boolean
  /** Code of what was just done. */
  done: string | null
  papers: EvidencePanelData
  /** A form that was refused, or that was typed before a session ended. */
  typed: Readonly<{ act: string; agendaItemId: string; code: string | null; form: FormView }> | null
}>

/** One meeting: what to do next, its agenda, its papers, and beside them its facts. */
export function MeetingView(view: MeetingViewProps) {
  const { lang, page, done, papers, typed } = view
  const text = meetingPageText(lang)
  const { meeting, items } = page
  const here = addressOf.office(lang, `meetings/${meeting.id}`)
  const title = approvalsTerms(lang).cited(meeting.facts.form, meeting.bodyName, meeting.facts.number)
  const isPaper = typed?.act === 'attach' || typed?.act === 'detach'
  const words: Readonly<Record<string, string>> = text.done
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        chip={<MeetingChip lang={lang} state={meeting.state} />}
        said={text.said(formatDay(meeting.facts.heldOn, lang))}
        action={
          view.mayChange && meeting.state !== 'cancelled' ? (
            <a className="button" href={`${here}/edit`}>
              <Icon name="edit" />
              {text.edit}
            </a>
          ) : undefined
        }
      />
      <div className="stack">
        {done !== null && typed === null && Object.hasOwn(words, done) && (
          <Notice kind="done">{words[done]}</Notice>
        )}
        {typed !== null && !isPaper && (
          <ErrorSummary
            form={typed.form}
            title={text.errorTitle}
            idOfField={(name) => `${name}-${typed.agendaItemId}`}
          />
        )}
        <div className="detail measure-detail">
          <div className="stack work">
            <NextStep view={view} here={here} />
            <Agenda view={view} here={here} />
            <MeetingDownloads
              lang={lang}
              meeting={meeting}
              hasResolution={items.some(({ hasResolution }) => hasResolution)}
            />
            <EvidencePanel
              {...papers}
              lang={lang}
              here={here}
              nonce={view.nonce}
              titled={text.minutes}
              refused={isPaper ? typed.code : null}
            />
          </div>
          <div className="beside">
            <MeetingFacts lang={lang} meeting={meeting} />
            <Attendance lang={lang} meeting={meeting} />
            <Cancel view={view} here={here} />
          </div>
        </div>
      </div>
    </>
  )
}

type PartProps = Readonly<{ view: MeetingViewProps; here: string }>

function Agenda({ view: { lang, page, mayChange, mayPlace, typed }, here }: PartProps) {
  const text = meetingPageText(lang)
  const takesItems = page.meeting.state !== 'cancelled'
  return (
    <section className="stack" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{text.agenda}</h2>
      {page.items.length === 0 && <p className="empty">{text.noItems}</p>}
      <AgendaList lang={lang} page={page} mayChange={mayChange && takesItems} here={here} typed={typed} />
      {mayPlace && takesItems && (
        <p className="actions">
          <a className={page.items.length === 0 ? 'button primary' : 'button'} href={`${here}/items/add`}>
            <Icon name="add" />
            {text.addItem}
          </a>
        </p>
      )}
    </section>
  )
}

/** A meeting that was planned is recorded as held, from its day on. */
function NextStep({ view: { lang, page, today, mayChange }, here }: PartProps) {
  const text = meetingPageText(lang)
  const { meeting } = page
  if (meeting.state !== 'planned' || !mayChange) return null
  return (
    <section className="task" aria-labelledby="todo-title">
      <h2 id="todo-title">{text.todo}</h2>
      {meeting.facts.heldOn > today ? (
        <p>{text.heldLater(formatDay(meeting.facts.heldOn, lang))}</p>
      ) : (
        <>
          <p>{text.heldHint[meeting.facts.form]}</p>
          <form method="post" action={here} className="actions">
            <input type="hidden" name="seenVersion" value={meeting.version} />
            <button type="submit" name="act" value="held" className="button primary">
              <Icon name="done" />
              {text.held[meeting.facts.form]}
            </button>
          </form>
        </>
      )}
    </section>
  )
}

function Cancel({ view: { lang, page, mayChange }, here }: PartProps) {
  const text = meetingPageText(lang)
  const { meeting, items } = page
  const isOver = meeting.state === 'cancelled' || items.some(({ hasResolution }) => hasResolution)
  if (!mayChange || isOver) return null
  return (
    <Confirm label={text.cancel}>
      <p>{text.cancelAsk}</p>
      <form method="post" action={here}>
        <input type="hidden" name="seenVersion" value={meeting.version} />
        <button type="submit" name="act" value="cancel" className="button danger">
          {text.cancelYes}
        </button>
      </form>
    </Confirm>
  )
}
