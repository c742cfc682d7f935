import type { ReactNode } from 'react'
import type { Language } from '../../../../i18n/language.ts'
import type { Clash } from '../../../../kernel/merge-edits.ts'
import type { RichText } from '../../../../kernel/rich-text.ts'
import type { ClashField } from '../../../../ui/clash-choice.tsx'
import { Facts } from '../../../../ui/facts.tsx'
import type { Cover, Criteria, NameList, ResolutionMention } from '../../cycle.domain.ts'
import { RichTextView } from '../../parts/rich-text-view.tsx'
import { type ReportDataPageText, reportDataPageText, reportPartsText } from '../text/index.ts'

type ClashFields = Readonly<{
  lang: Language
  clashes: readonly Clash[]
  /** What an item reference is called. */
  labelOf: (ref: string) => string
}>

/** What two people wrote into the data of a report, as it is shown side by side; of a cover the lines that differ. */
export function clashFields({ lang, clashes, labelOf }: ClashFields): readonly ClashField[] {
  const text = reportDataPageText(lang)
  const parts = reportPartsText(lang)
  const shown: Readonly<Record<string, Readonly<{ label: string; show: (value: unknown) => ReactNode }>>> = {
    background: {
      label: text.background,
      show: (value) => ((value as RichText).length === 0 ? null : <RichTextView text={value as RichText} />),
    },
    resultsYear: { label: text.resultsYear, show: String },
    answers: { label: text.answers, show: (value) => labelOf(String(value)) },
    resolutions: {
      label: parts.resolutions.title,
      show: (value) =>
        listed(
          (value as readonly ResolutionMention[]).map(
            ({ body, meetingNumber, heldOn, wording }) =>
              `${parts.resolutions.cited(body, meetingNumber, heldOn.written)} ${wording}`,
          ),
        ),
    },
    nameLists: {
      label: parts.lists.title,
      show: (value) =>
        listed(
          (value as readonly NameList[]).flatMap(({ heading, persons }) => [
            parts.lists.counted(heading, persons.length),
            ...persons.map(({ name, position }) => `${name} ${position}`.trim()),
          ]),
        ),
    },
    criteria: {
      label: parts.criteria.title,
      show: (value) => (value === null ? null : <CriteriaView criteria={value as Criteria} />),
    },
  }
  return clashes.flatMap(({ field, seen, theirs, mine }) => {
    if (field === 'cover') return [coverField(text, [seen, theirs, mine] as [Cover, Cover, Cover])]
    const known = shown[field]
    if (!known) return []
    const { label, show } = known
    return [{ name: field, label, seen: show(seen), theirs: show(theirs), mine: show(mine) }]
  })
}

function coverField(text: ReportDataPageText, [seen, theirs, mine]: [Cover, Cover, Cover]): ClashField {
  const labels: Readonly<Record<keyof Cover, string>> = {
    title: text.reportTitle,
    agencyLine: text.agencyLine,
    yearLine: text.yearLine,
    preparedByLine: text.preparedByLine,
    approvalLine: text.approvalLine,
    runningTitle: text.runningTitle,
    issuesHeading: text.issuesHeading,
  }
  const differing = (Object.keys(labels) as (keyof Cover)[]).filter(
    (line) => new Set([seen[line], theirs[line], mine[line]]).size > 1,
  )
  const show = (cover: Cover) => (
    <Facts rows={differing.map((line) => [labels[line], cover[line] ?? text.nothing] as const)} />
  )
  return { name: 'cover', label: text.cover, seen: show(seen), theirs: show(theirs), mine: show(mine) }
}

/** Null where there is nothing, so that the choice says so. */
const listed = (lines: readonly string[]): ReactNode =>
  lines.length === 0 ? null : (
    <ul lang="th">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read keeps its order
        <li key={index}>{line}</li>
      ))}
    </ul>
  )

const CriteriaView = ({ criteria }: Readonly<{ criteria: Criteria }>) => (
  <>
    <p>{criteria.heading}</p>
    <RichTextView text={criteria.body} />
    {criteria.scoringHeading !== null && <p>{criteria.scoringHeading}</p>}
    <RichTextView text={criteria.scoring} />
  </>
)
