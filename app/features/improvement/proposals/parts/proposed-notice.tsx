import type { Language } from '../../../../i18n/language.ts'
import { codeOf } from '../../../../kernel/item-ref.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { ProposedIssue } from '../proposed-issue.server.ts'
import { proposedIssueText } from '../text/index.ts'

type ProposedNoticeProps = Readonly<{
  lang: Language
  proposed: ProposedIssue
  /** B.E.; of the results that the cycle reads. */
  resultsYear: number
}>

/** What the form of a new issue says of the draft in it, or why there is none. */
export function ProposedNotice({ lang, proposed, resultsYear }: ProposedNoticeProps) {
  const text = proposedIssueText(lang)
  const back = (
    <p>
      <a href={`${addressOf.office(lang, 'scores/contradictions')}?year=${resultsYear}`}>{text.back}</a>
    </p>
  )
  if (proposed.kind !== 'drafted')
    return (
      <Notice kind="warning">
        <p>{proposed.kind === 'other-year' ? text.otherYear(resultsYear) : text.nothing}</p>
        {back}
      </Notice>
    )
  return (
    <>
      {proposed.there !== null && (
        <Notice kind="warning">
          <p>
            {text.there} <a href={addressOf.office(lang, `issues/${proposed.there}`)}>{text.toIssue}</a>
          </p>
        </Notice>
      )}
      <Notice>
        <p>{text.drafted(resultsYear)}</p>
        {proposed.unverified.length > 0 && (
          <p>{text.unverified(proposed.unverified.map(codeOf).join(', '))}</p>
        )}
        {back}
      </Notice>
    </>
  )
}
