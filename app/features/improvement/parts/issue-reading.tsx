import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { issuePageText } from '../issues/text/index.ts'
import type { CitedItem } from '../notation/cited-item.domain.ts'
import { earlierYears } from '../notation/earlier-years.domain.ts'
import type { IssueFacts } from '../working/working-cycle.domain.ts'
import { CitedItems, citationAddress } from './citation-mark.tsx'
import { RichTextView } from './rich-text-view.tsx'

type IssueReadingProps = Readonly<{
  lang: Language
  facts: IssueFacts
  resultsYear: number
  items: readonly CitedItem[]
  /** Where it is edited; null for who may not. */
  editAddress: string | null
}>

/** Analysis and limitations of an issue, to read. */
export function IssueReading({ lang, facts, resultsYear, items, editAddress }: IssueReadingProps) {
  const text = issuePageText(lang)
  const earlier = earlierYears(facts.analysis, resultsYear)
  return (
    <>
      <section aria-labelledby="analysis-title">
        <h2 id="analysis-title">{text.analysis}</h2>
        {earlier.length > 0 && (
          <Notice kind="warning">
            <p>{text.earlier(earlier, resultsYear)}</p>
          </Notice>
        )}
        {facts.analysis.length > 0 ? (
          <RichTextView text={facts.analysis} marks={citationAddress} />
        ) : (
          <div className="empty">
            <h3>{text.noAnalysisTitle}</h3>
            <p>{text.noAnalysis(resultsYear)}</p>
            {editAddress !== null && (
              <a className="button" href={editAddress}>
                <Icon name="edit" />
                {text.write}
              </a>
            )}
          </div>
        )}
      </section>
      <section aria-labelledby="limitations-title">
        <h2 id="limitations-title">{text.limitations}</h2>
        {facts.limitations.length === 0 && <p className="muted">{text.noLimitations}</p>}
        {facts.limitations.length === 1 && (
          <RichTextView text={facts.limitations[0] ?? []} marks={citationAddress} />
        )}
        {facts.limitations.length > 1 && (
          <ol className="limitation-list">
            {facts.limitations.map((limitation, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: limitations have no name but their place
              <li key={at}>
                <RichTextView text={limitation} marks={citationAddress} />
              </li>
            ))}
          </ol>
        )}
        <CitedItems lang={lang} items={items} />
      </section>
    </>
  )
}
