import type { Language } from '../../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { CheckField, EMPTY_FORM, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { PlannedMeeting } from '../../approvals/index.server.ts'
import type { Standing } from '../../approvals/index.ts'
import { workingReportText } from '../text/working-report.ts'
import { ApprovalOfContent } from './approval-of-content.tsx'

type PublicationProps = Readonly<{
  lang: Language
  fiscalYear: number
  item: ItemRef
  /** Null where no rule is known. */
  score: 0 | 100 | null
  contentHash: string
  counts: Readonly<{ issues: number; measures: number }>
  /** The version that the public reads; null where none is published. */
  newest: number | null
  /** The publication of this very content; null where it is not published. */
  same: Readonly<{ id: string; version: number }> | null
  /** How far this content came on the chain of approval. */
  standing: Standing
  /** Before which the report may be put, by who may. */
  meetings: readonly PlannedMeeting[]
  mayPlace: boolean
  mayPublish: boolean
  /** What was sent and refused; null where nothing was. */
  form: FormView | null
}>

/**
 * What is published of the year, how far the approval of this content is, and, once it is complete, the question before
 * publishing: what becomes public, and whether it scores 100.
 */
export function Publication(props: PublicationProps) {
  const { lang, newest, same, standing, mayPublish } = props
  const text = workingReportText(lang)
  return (
    <section className="stack" aria-labelledby="publication">
      <h2 id="publication">{text.publication}</h2>
      {same && (
        <Notice kind={same.version === newest ? 'done' : 'warning'}>
          <p>
            {same.version === newest ? text.isSame(same.version) : text.isOlder(same.version, newest ?? 0)}
          </p>
          <p>
            <a href={addressOf.office(lang, `publications/${same.id}`)}>{text.toPublication(same.version)}</a>
          </p>
        </Notice>
      )}
      {!same && <p>{newest === null ? text.isNot : text.isDifferent(newest)}</p>}
      {!same && <ApprovalOfContent {...props} />}
      {mayPublish && !same && standing.isComplete && <Question {...props} />}
    </section>
  )
}

function Question({ lang, fiscalYear, item, score, contentHash, counts, newest, form }: PublicationProps) {
  const text = workingReportText(lang)
  const view = form ?? EMPTY_FORM
  const report = addressOf.report(lang, fiscalYear)
  const disclosed = addressOf.disclosureItem(lang, yearOf(item), codeOf(item))
  return (
    <Confirm
      isOpen={form !== null}
      label={
        <>
          <Icon name="page" />
          {text.publish}
        </>
      }
    >
      <p>{text.becomesPublic}</p>
      <ul>
        <li>{text.counts(counts.issues, counts.measures)}</li>
        <li>
          <code>{report}</code>
        </li>
        <li>
          <code>{disclosed}</code>
        </li>
      </ul>
      <p>{text.notPublic}</p>
      {newest !== null && <p>{text.beside(newest)}</p>}
      <p>
        <strong>{score === null ? text.willNotScore : text.willScore(score)}</strong>
      </p>
      <form method="post" className="form">
        <input type="hidden" name="seenHash" value={contentHash} />
        {score !== 100 && <CheckField form={view} name="allowsLess" label={text.allowsLess} />}
        <p className="small">
          {text.hash} <span className="hash">{contentHash}</span>
        </p>
        <button type="submit" className="button danger">
          <Icon name="page" />
          {text.confirm}
        </button>
      </form>
    </Confirm>
  )
}

type PublishedNoticeProps = Readonly<{
  lang: Language
  fiscalYear: number
  version: number
  contentHash: string
}>

/** What was just published, at which address for ever, and where a copy of it is checked. */
export function PublishedNotice({ lang, fiscalYear, version, contentHash }: PublishedNoticeProps) {
  const text = workingReportText(lang)
  const permanent = addressOf.reportVersion(lang, fiscalYear, version)
  return (
    <Notice kind="done">
      <p>{text.published}</p>
      <p>
        {text.permanent} <a href={permanent}>{permanent}</a>
      </p>
      <p className="actions">
        <a href={addressOf.report(lang, fiscalYear)}>{text.toPublic}</a>
        <a href={addressOf.verify(lang, contentHash)}>{text.toVerify}</a>
      </p>
    </Notice>
  )
}
