import type { Language } from '../../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { CheckField, EMPTY_FORM, type FormView } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { workingReportText } from '../text/working-report.ts'

type PublicationProps = Readonly<{
  lang: Language
  fiscalYear: number
  item: ItemRef
  /** Null where no rule is known. */
  score: 0 | 100 | null
  contentHash: string
  counts: Readonly<{ issues: number; measures: number }>
  /** What stands now; null where nothing does. */
  published: Readonly<{ version: number; isSame: boolean }> | null
  mayPublish: boolean
  /** What was sent and refused; null where nothing was. */
  form: FormView | null
}>

/** What is published of the year, and the question before publishing: what becomes public, and whether it scores 100. */
export function Publication(props: PublicationProps) {
  const { lang, published, mayPublish } = props
  const text = workingReportText(lang)
  return (
    <section className="stack" aria-labelledby="publication">
      <h2 id="publication">{text.publication}</h2>
      {published?.isSame ? (
        <Notice kind="done">{text.isSame(published.version)}</Notice>
      ) : (
        <p>{published ? text.isDifferent(published.version) : text.isNot}</p>
      )}
      {mayPublish && !published?.isSame && <Question {...props} />}
    </section>
  )
}

function Question({ lang, fiscalYear, item, score, contentHash, counts, published, form }: PublicationProps) {
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
      <p>
        <strong>{score === null ? text.willNotScore : text.willScore(score)}</strong>
      </p>
      <form method="post" className="form">
        <input type="hidden" name="seenHash" value={contentHash} />
        {score !== 100 && <CheckField form={view} name="allowsLess" label={text.allowsLess} />}
        {published && <CheckField form={view} name="replace" label={text.replace(published.version)} />}
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
