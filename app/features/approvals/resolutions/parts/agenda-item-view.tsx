import type { Language } from '../../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../../kernel/thai-date.ts'
import { formatInstant } from '../../../../kernel/thai-day.ts'
import '../../../../ui/office-measure.css'
import '../../../../ui/office-resolutions.css'
import { DraftNotice } from '../../../../ui/draft-notice.tsx'
import { type Choice, ErrorSummary, type FormView } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { EvidencePanel } from '../../../evidence/index.parts.ts'
import type { EvidencePanelData } from '../../../evidence/index.server.ts'
import { roleText } from '../../../people/index.ts'
import { DecisionChip } from '../../parts/decision-chip.tsx'
import { approvalsTerms } from '../../text/index.ts'
import type { AgendaPage } from '../agenda-page.queries.server.ts'
import type { AgendaTodo } from '../agenda-todo.domain.ts'
import { agendaItemText } from '../text/index.ts'
import { AgendaMeeting } from './agenda-meeting.tsx'
import { MatterBox } from './matter-box.tsx'
import { ResolutionClash } from './resolution-clash.tsx'
import { ResolutionForm } from './resolution-form.tsx'

type Values = Readonly<Record<string, string>>

export type AgendaItemViewProps = Readonly<{
  lang: Language
  page: AgendaPage
  todo: AgendaTodo
  today: IsoDay
  nonce: string
  /** Path and query of the page. */
  here: string
  /** Code of what was just done. */
  done: string | null
  /** What was typed before a session ended. */
  kept: Values | null
  draft: Readonly<{ form: string; keptAt: Date; values: Values }> | null
  isDraftUsed: boolean
  mayRenew: boolean
  units: readonly Choice[]
  people: readonly Choice[]
  papers: EvidencePanelData
  refused: Readonly<{
    act: string
    values: Values
    code: string | null
    errors: FormView['errors']
    isDrafted: boolean
  }> | null
}>

/** One item of an agenda: what it puts before the meeting, what was resolved, or the form in which that is recorded. */
export function AgendaItemView(view: AgendaItemViewProps) {
  const { lang, page, nonce, refused, papers, done, kept, mayRenew } = view
  const text = agendaItemText(lang)
  const { item, resolution } = page
  const own = addressOf.office(lang, `agenda/${item.id}`)
  const title = text.title(item.number, item.title)
  const isPaper = refused?.act === 'attach' || refused?.act === 'detach'
  const isClash = refused?.code === 'resolution.already-there' && resolution !== null
  const words: Values = text.done
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        chip={resolution && <DecisionChip lang={lang} decision={resolution.decision} />}
        said={
          <>
            <a href={addressOf.office(lang, `meetings/${item.meeting.id}`)}>
              {approvalsTerms(lang).cited(item.meeting.form, item.meeting.bodyName, item.meeting.number)}
            </a>{' '}
            {text.heldOn(formatDay(item.meeting.heldOn, lang))}
          </>
        }
      />
      <div className="stack">
        {done !== null && refused === null && Object.hasOwn(words, done) && (
          <Notice kind="done">{words[done]}</Notice>
        )}
        {kept !== null && refused === null && view.todo === 'record' && <Notice>{text.kept}</Notice>}
        {view.draft !== null && refused === null && kept === null && (
          <DraftNotice
            lang={lang}
            form={view.draft.form}
            keptAt={view.draft.keptAt}
            isShown={view.isDraftUsed}
            here={view.here}
          />
        )}
        {refused !== null && !isPaper && !isClash && (
          <ErrorSummary form={{ values: {}, errors: refused.errors }} title={text.errorTitle} />
        )}
        {isClash && <ResolutionClash lang={lang} resolution={resolution} typed={refused.values} here={own} />}
        <div className="detail measure-detail">
          <div className="stack work">
            {!isClash && <Todo view={view} />}
            {item.details !== null && (
              <section aria-labelledby="details-title">
                <h2 id="details-title">{text.details}</h2>
                <p className="words">{item.details}</p>
              </section>
            )}
            <MatterBox lang={lang} page={page} here={own} mayRenew={mayRenew} />
            {view.todo === 'record' && <Form view={view} own={own} />}
            {resolution !== null && !isClash && <Resolved lang={lang} resolution={resolution} />}
            <EvidencePanel
              {...papers}
              lang={lang}
              here={own}
              nonce={nonce}
              titled={text.papers}
              refused={isPaper ? refused.code : null}
            />
          </div>
          <div className="beside">
            <AgendaMeeting lang={lang} page={page} />
            <Withdrawn lang={lang} withdrawn={page.withdrawn} />
          </div>
        </div>
      </div>
    </>
  )
}

/** What there is to do now, first on the page. */
function Todo({ view: { lang, page, todo } }: { view: AgendaItemViewProps }) {
  const text = agendaItemText(lang)
  const { meeting } = page.item
  return (
    <section className={todo === 'resolved' ? 'task done' : 'task'} aria-labelledby="task-title">
      <h2 id="task-title">{text.task}</h2>
      <p className="what">{text.todo[todo]}</p>
      {todo === 'notYours' && (
        <p>{text.recordedBy(page.recorders.map((role) => roleText(lang).names[role]).join(', '))}</p>
      )}
      {(todo === 'planned' || todo === 'future') && (
        <p className="actions">
          <a className="button" href={addressOf.office(lang, `meetings/${meeting.id}`)}>
            <Icon name="calendar" />
            {text.toMeeting}
          </a>
        </p>
      )}
      {todo === 'record' && (
        <p className="actions">
          <a className="button primary" href="#record">
            <Icon name="seal" />
            {text.form.title}
          </a>
        </p>
      )}
      {todo === 'resolved' && page.resolution !== null && (
        <p className="actions">
          <a className="button" href={addressOf.office(lang, `resolutions/${page.resolution.id}`)}>
            {text.resolution.open}
          </a>
        </p>
      )}
    </section>
  )
}

function Form({ view, own }: { view: AgendaItemViewProps; own: string }) {
  const { lang, page, refused, kept, draft, isDraftUsed, units, people, today, nonce } = view
  const typed = refused?.values ?? kept ?? (isDraftUsed ? (draft?.values ?? null) : null)
  // A form that was typed about another content says so: it is sent with the one that is shown now.
  const isContentChanged =
    typed !== null && 'decision' in typed
      ? (typed.seenHash ?? '') !== (page.matter?.contentHash ?? '')
      : refused?.code === 'resolution.content-changed'
  return (
    <ResolutionForm
      lang={lang}
      page={page}
      // Their word was about that other content.
      form={{
        values: { ...typed, ...(isContentChanged && { confirmed: '' }) },
        errors: refused?.errors ?? {},
      }}
      units={units}
      people={people}
      here={own}
      today={today}
      draft={`/office/agenda/${page.item.id} resolution`}
      nonce={nonce}
      isContentChanged={isContentChanged}
      isDrafted={refused?.isDrafted ?? false}
    />
  )
}

type ResolvedProps = Readonly<{ lang: Language; resolution: NonNullable<AgendaPage['resolution']> }>

function Resolved({ lang, resolution }: ResolvedProps) {
  const text = agendaItemText(lang).resolution
  return (
    <section className="stack" aria-labelledby="resolution-title">
      <h2 id="resolution-title">{text.title}</h2>
      <blockquote className="resolution-words words" lang="th">
        {resolution.wording}
      </blockquote>
      <p className="small muted">
        {text.decided} {formatDay(resolution.decidedOn, lang)} · {text.entered}{' '}
        {text.enteredBy(formatInstant(resolution.recordedAt, lang), resolution.recordedBy)}
      </p>
    </section>
  )
}

type WithdrawnProps = Readonly<{ lang: Language; withdrawn: AgendaPage['withdrawn'] }>

function Withdrawn({ lang, withdrawn }: WithdrawnProps) {
  const text = agendaItemText(lang).resolution
  if (withdrawn.length === 0) return null
  return (
    <section aria-labelledby="withdrawn-title">
      <h2 id="withdrawn-title">{text.earlier}</h2>
      <ul className="plain-list">
        {withdrawn.map((one) => (
          <li key={one.id}>
            <a href={addressOf.office(lang, `resolutions/${one.id}`)}>
              {text.withdrawn(
                approvalsTerms(lang).decisions[one.decision],
                one.withdrawn ? formatInstant(one.withdrawn.at, lang) : '',
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
