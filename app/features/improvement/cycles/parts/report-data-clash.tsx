import type { ReactNode } from 'react'
import type { Language } from '../../../../i18n/language.ts'
import type { RichText } from '../../../../kernel/rich-text.ts'
import type { ClashField } from '../../../../ui/clash-choice.tsx'
import type { Cover } from '../../cycle.domain.ts'
import { RichTextView } from '../../parts/rich-text-view.tsx'
import type { Clash } from '../../working/merge-edits.domain.ts'
import { reportDataPageText } from '../text/index.ts'

type ClashFields = Readonly<{
  lang: Language
  clashes: readonly Clash[]
  /** What an item reference is called. */
  labelOf: (ref: string) => string
}>

/** What two people wrote into the data of a report, as it is shown side by side. */
export function clashFields({ lang, clashes, labelOf }: ClashFields): readonly ClashField[] {
  const text = reportDataPageText(lang)
  const shown: Readonly<Record<string, Readonly<{ label: string; show: (value: unknown) => ReactNode }>>> = {
    cover: { label: text.cover, show: (value) => <CoverLines cover={value as Cover} /> },
    background: {
      label: text.background,
      show: (value) => ((value as RichText).length === 0 ? null : <RichTextView text={value as RichText} />),
    },
    resultsYear: { label: text.resultsYear, show: String },
    answers: { label: text.answers, show: (value) => labelOf(String(value)) },
  }
  return clashes.flatMap(({ field, seen, theirs, mine }) => {
    const known = shown[field]
    if (!known) return []
    const { label, show } = known
    return [{ name: field, label, seen: show(seen), theirs: show(theirs), mine: show(mine) }]
  })
}

const CoverLines = ({ cover }: { cover: Cover }) => {
  const { title, agencyLine, yearLine, preparedByLine, approvalLine, runningTitle, issuesHeading } = cover
  const lines = Object.entries({
    title,
    agencyLine,
    yearLine,
    preparedByLine,
    approvalLine,
    runningTitle,
    issuesHeading,
  })
  return lines.map(([name, line]) => line !== null && <p key={name}>{line}</p>)
}
