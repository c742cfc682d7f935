import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import type { Field } from '../../../kernel/field.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import '../../../ui/office-measure.css'
import '../../../ui/office-measures.css'
import { ClashChoice } from '../../../ui/clash-choice.tsx'
import { DraftNotice } from '../../../ui/draft-notice.tsx'
import { ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { EvidencePanel } from '../../evidence/index.parts.ts'
import type { EvidencePanelData } from '../../evidence/index.server.ts'
import type { CommentsPanel } from '../measures/comments/comments-panel.server.ts'
import type { MeasureForm } from '../measures/measure-form.domain.ts'
import type { MeasurePage } from '../measures/measure-page.queries.server.ts'
import { lastMoveOf, openReturns } from '../measures/steps/step.domain.ts'
import { commentsText, measurePageText } from '../measures/text/index.ts'
import { isOpen, type MeasureState } from '../working/measure-state.domain.ts'
import type { EditClash } from '../working/working.errors.ts'
import { Comments } from './comments.tsx'
import { fieldShown, MeasureFactsList } from './measure-facts-list.tsx'
import { type MayOfMeasure, MeasureTask } from './measure-head.tsx'
import { MeasurePeople } from './measure-people.tsx'
import { MeasureReturns } from './measure-returns.tsx'
import { ReopenForm, ReviewForms } from './measure-review.tsx'
import { MeasureStateChip } from './measure-state.tsx'
import { MeasureSteps } from './measure-steps.tsx'
import { SummaryForm, SummaryView } from './measure-summary.tsx'
import { ProgressForm } from './progress-form.tsx'
import { ProgressList } from './progress-list.tsx'
import { RichTextScript } from './rich-text-field.tsx'
import { RichTextView } from './rich-text-view.tsx'

type ShownForm = FormView & Readonly<{ isTyped: boolean }>

export type MeasureViewProps = Readonly<{
  lang: Language
  page: MeasurePage
  may: MayOfMeasure
  nonce: string
  /** Path and query of the page. */
  here: string
  today: IsoDay
  /** Code of what was just done. */
  done: string | null
  /** Whether what was typed before a session ended is shown. */
  isKept: boolean
  refused: Readonly<{
    form: MeasureForm | null
    fields: TypedFields
    errors: Readonly<Record<string, string>>
    clash: EditClash | null
    /** Whether progress was put into the summary; null where that was not asked. */
    filled: boolean | null
  }> | null
  drafts: readonly Readonly<{ name: 'summary' | 'progress' | 'comment'; form: string; keptAt: Date }>[]
  isDraftUsed: boolean
  evidence: EvidencePanelData
  comments: CommentsPanel
  progress: Parameters<typeof ProgressList>[0]['entries']
  formOf: (name: MeasureForm) => ShownForm
}>

/** One measure: what to do now, what it says, what was done for it; and beside that who, when, and what was said. */
export function MeasureView(view: MeasureViewProps) {
  const { lang, page, may, nonce, today, isKept, refused, evidence, comments, formOf } = view
  const text = measurePageText(lang)
  const { measure, issue, fiscalYear, steps } = page
  const own = addressOf.office(lang, `measures/${measure.id}`)
  const seenStep = lastMoveOf(steps)?.id ?? ''
  const title = text.title(`${issue.number}.${measure.number}`)
  const reviewForm = (name: 'return' | 'reopen') => (formOf(name).isTyped ? formOf(name) : null)
  return (
    <>
      <title>{title}</title>
      <PageHead
        title={title}
        chip={<MeasureStateChip lang={lang} state={measure.state} dueOn={measure.dueOn} today={today} />}
        said={
          <>
            <a href={addressOf.office(lang, `issues/${issue.id}`)}>{text.issue(issue.number, issue.title)}</a>{' '}
            <a href={addressOf.office(lang, `cycles/${fiscalYear}`)}>{text.year(fiscalYear)}</a>
          </>
        }
        action={
          may.change && (
            <a className="button" href={`${own}/edit`}>
              <Icon name="edit" />
              {text.edit}
            </a>
          )
        }
      />
      <div className="stack">
        <Told view={view} />
        {isKept && <Notice>{text.kept}</Notice>}
        {refused && (
          <ErrorSummary form={refusedForm(refused)} title={text.errorTitle} idOfField={idOfField} />
        )}
        {refused?.clash && (
          <ClashOfSummary lang={lang} own={own} clash={refused.clash} typed={refused.fields} />
        )}
        <div className="detail measure-detail">
          <div className="stack work">
            <MeasureTask lang={lang} page={page} may={may} evidence={evidence.items.length} today={today}>
              {may.review && measure.state === 'in-review' && (
                <ReviewForms
                  lang={lang}
                  here={own}
                  seenStep={seenStep}
                  version={measure.version}
                  form={reviewForm('return')}
                />
              )}
              {may.review && measure.state === 'done' && (
                <ReopenForm lang={lang} here={own} seenStep={seenStep} form={reviewForm('reopen')} />
              )}
            </MeasureTask>
            <MeasureReturns lang={lang} returns={openReturns(steps)} />
            <MeasureFactsList lang={lang} facts={measure.facts} />
            {isStillDone(measure.state) ? (
              <>
                <Progress view={view} own={own} />
                <Evidence view={view} own={own} />
                <Summary view={view} own={own} seenStep={seenStep} />
              </>
            ) : (
              <>
                <Summary view={view} own={own} seenStep={seenStep} />
                <Evidence view={view} own={own} />
                <Progress view={view} own={own} />
              </>
            )}
          </div>
          <div className="beside">
            <MeasurePeople lang={lang} page={page} today={today} />
            <MeasureSteps lang={lang} steps={steps} />
            <Comments
              {...comments}
              lang={lang}
              here={own}
              nonce={nonce}
              form={formOf('comment')}
              draft={draftOf(measure.id, 'comment')}
            />
            <p>
              <a href={`${own}/history`}>{text.history}</a>
            </p>
          </div>
        </div>
      </div>
      {may.report && <RichTextScript nonce={nonce} />}
    </>
  )
}

const draftOf = (measureId: string, form: string): string => `/office/measures/${measureId} ${form}`

/** While something is being done it is noted first and summed up last; what is read or corrected begins with the summary. */
const isStillDone = (state: MeasureState): boolean => state === 'not-started' || state === 'working'

/** Whether it is for this person to write now; others who may, write in their place. */
const isForMe = ({ may, page }: MeasureViewProps): boolean =>
  may.report && (may.isOwn || !may.review) && isOpen(page.measure.state)

/** What was just done, and drafts of what was typed and not saved. */
function Told({ view: { lang, done, refused, drafts, isDraftUsed, here } }: { view: MeasureViewProps }) {
  const text = measurePageText(lang)
  const words: Readonly<Record<string, string>> = { ...text.done, ...commentsText(lang).done }
  const names = {
    summary: text.summary.title,
    progress: text.progress.title,
    comment: commentsText(lang).title,
  }
  return (
    <>
      {done !== null && !refused && Object.hasOwn(words, done) && <Notice kind="done">{words[done]}</Notice>}
      {refused?.filled === true && <Notice kind="done">{text.summary.filled}</Notice>}
      {refused?.filled === false && <Notice>{text.summary.nothingToFill}</Notice>}
      {drafts.map(({ name, form, keptAt }) => (
        <DraftNotice
          key={form}
          lang={lang}
          form={form}
          name={names[name]}
          keptAt={keptAt}
          isShown={isDraftUsed}
          here={here}
        />
      ))}
    </>
  )
}

/** The evidence panel says itself what it refused; two who clash choose below. */
const refusedForm = ({ form, errors, clash }: NonNullable<MeasureViewProps['refused']>): FormView => ({
  values: {},
  errors: form === 'evidence' || clash ? {} : errors,
})

const idOfField = (name: string): string =>
  name === 'summary' || name === 'progress' ? `${name}-text` : name

const Evidence = ({ view, own }: { view: MeasureViewProps; own: string }) => (
  <EvidencePanel
    {...view.evidence}
    lang={view.lang}
    here={own}
    nonce={view.nonce}
    refused={view.refused?.form === 'evidence' ? (Object.values(view.refused.errors)[0] ?? null) : null}
  />
)

/** A form that is open for whom it is, and folded for who may write in their place. */
function ForMe({ view, form, label, children }: ForMeProps) {
  if (isForMe(view)) return children
  return (
    <details className="fold" open={form.isTyped}>
      <summary>{label}</summary>
      {children}
    </details>
  )
}
type ForMeProps = Readonly<{ view: MeasureViewProps; form: ShownForm; label: string; children: ReactNode }>

function Progress({ view, own }: { view: MeasureViewProps; own: string }) {
  const { lang, page, may, progress, formOf } = view
  const text = measurePageText(lang).progress
  return (
    <section className="stack" aria-labelledby="progress-title" id="progress">
      <h2 id="progress-title">{text.title}</h2>
      {may.report && page.measure.state !== 'done' && (
        <ForMe view={view} form={formOf('progress')} label={text.instead}>
          <ProgressForm
            lang={lang}
            here={own}
            form={formOf('progress')}
            fiscalYear={page.fiscalYear}
            draft={draftOf(page.measure.id, 'progress')}
          />
        </ForMe>
      )}
      {progress.length === 0 ? (
        <p className="muted">{isForMe(view) ? text.empty : text.emptyOther}</p>
      ) : (
        <ProgressList lang={lang} here={own} entries={progress} />
      )}
    </section>
  )
}

type SummaryProps = Readonly<{ view: MeasureViewProps; own: string; seenStep: string }>

function Summary({ view, own, seenStep }: SummaryProps) {
  const { lang, page, may, evidence, refused, formOf } = view
  const text = measurePageText(lang)
  const form = formOf('summary')
  const isDone = page.measure.state === 'done'
  return (
    <section className="stack" aria-labelledby="summary-title" id="summary">
      <h2 id="summary-title">{text.summary.title}</h2>
      {(!isForMe(view) || refused?.clash) && <SummaryView lang={lang} page={page} />}
      {may.report && !isDone && !refused?.clash && (
        <ForMe view={view} form={form} label={text.summary.instead}>
          <SummaryForm
            lang={lang}
            page={page}
            here={own}
            form={form}
            evidence={evidence.items.length}
            seenStep={seenStep}
            seenVersion={Number(form.values.seenVersion || page.measure.version)}
            draft={draftOf(page.measure.id, 'summary')}
          />
        </ForMe>
      )}
      {may.report && isDone && <p className="muted small">{text.summary.isDone}</p>}
    </section>
  )
}

type ClashOfSummaryProps = Readonly<{ lang: Language; own: string; clash: EditClash; typed: TypedFields }>

const ClashOfSummary = ({ lang, own, clash, typed }: ClashOfSummaryProps) => (
  <ClashChoice
    lang={lang}
    action={own}
    clash={clash}
    typed={typed}
    fields={clash.clashes.map(({ field, seen, theirs, mine }) => ({
      name: field,
      label: measurePageText(lang).summary.title,
      seen: summaryShown(lang, seen),
      theirs: summaryShown(lang, theirs),
      mine: summaryShown(lang, mine),
    }))}
  />
)

const summaryShown = (lang: Language, value: unknown) =>
  fieldShown(measurePageText(lang), lang, value as Field<RichText>, (text) => <RichTextView text={text} />)
