import { aValue, type Field } from '../../../../kernel/field.ts'
import type { RichText } from '../../../../kernel/rich-text.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { Issue, Measure, Owners } from '../../cycle.domain.ts'
import { type Ledger, type NoteParts, writeNote } from '../ledger.domain.ts'
import { unmarked } from '../source-text.domain.ts'
import { type CitingRules, cite } from './citing.domain.ts'
import { ANNOUNCED_ISSUES } from './import-words.th.ts'
import type { IssueWithRows } from './issue-rows.domain.ts'
import { type MeasureDraft, measuresOf, textField } from './measures.domain.ts'
import { outcomesOf } from './outcomes.domain.ts'
import type { Outline, TextUnit } from './outline.domain.ts'
import { namedAlike, unitNames } from './owners.domain.ts'
import { unitsText } from './source-units.domain.ts'

/** The issues of a report in order of their numbers, each with everything that was done about it. */
export function assembleIssues(
  issues: readonly IssueWithRows[],
  outline: Outline,
  rules: CitingRules,
): readonly Issue[] {
  const drafts = issues
    .toSorted((a, b) => a.number - b.number)
    .map((issue) => ({ issue, measures: measuresOf(issue, rules.fiscalYear, rules.ledger) }))
  const mentions = drafts.flatMap(({ measures }) =>
    measures.flatMap(({ owners }) => (owners.state === 'value' ? owners.value.units : [])),
  )
  const names = unitNames(mentions)
  noteGaps(issues, outline, rules.ledger)
  for (const { measures } of drafts) noteLoneNumber(measures, rules.ledger)
  return drafts.map(({ issue, measures }) => ({
    number: issue.number,
    title: issue.title,
    listedTitle: listedTitleOf(issue, outline),
    analysis: unitsCited(issue.analysis, rules),
    limitations: limitationsOf(issue.limitations, rules),
    measures: measures.map((draft, index) => measureOf({ draft, number: index + 1, names, rules })),
    outcomes: outcomesOf({ number: issue.number, measures }, rules),
  }))
}

/** A list of one is not numbered: the rest of it may be missing. */
function noteLoneNumber(measures: readonly MeasureDraft[], ledger: Ledger): void {
  const [only, ...others] = measures
  if (!only || others.length > 0 || only.printedNumber === null) return
  writeNote(ledger, {
    code: 'incomplete',
    line: only.line,
    text: `${only.printedNumber} ${unmarked(only.text)}`,
    say: (text) => text.notes.loneNumber,
  })
}

function measureOf({
  draft,
  number,
  names,
  rules,
}: Readonly<{
  draft: MeasureDraft
  number: number
  names: ReadonlyMap<string, string>
  rules: CitingRules
}>): Measure {
  const read = (text: RichText) => cite(text, { part: 'summary', line: draft.line }, rules)
  return {
    number,
    printedNumber: draft.printedNumber,
    text: textField(draft.text, read),
    period: draft.period,
    owners: ownersNamed(draft, names, rules.ledger),
    summary: textField(draft.summary, read),
  }
}

function ownersNamed(draft: MeasureDraft, names: ReadonlyMap<string, string>, ledger: Ledger): Field<Owners> {
  if (draft.owners.state !== 'value') return draft.owners
  const { written, units } = draft.owners.value
  const named = units.map((unit) => {
    const alike = namedAlike(unit, names)
    if (alike.name !== unit.name)
      writeNote(ledger, {
        code: 'lines-joined',
        line: draft.line,
        text: unit.name,
        say: (text) => text.notes.unitNameJoined(unit.name, alike.name),
      })
    return alike
  })
  return aValue({ written, units: named })
}

function unitsCited(units: readonly TextUnit[], rules: CitingRules): RichText {
  return units.length === 0
    ? []
    : cite(unitsText(units), { part: 'analysis', line: units[0]?.line ?? 1 }, rules)
}

/** Numbered limitations are one each; a paragraph below a numbered one belongs to it. */
function limitationsOf(units: readonly TextUnit[], rules: CitingRules): readonly RichText[] {
  const groups: TextUnit[][] = []
  for (const unit of units) {
    const isNumbered = unit.marker !== null && /\d/u.test(unit.marker)
    const opened = groups.at(-1)
    const continues = opened?.some(({ marker }) => marker !== null && /\d/u.test(marker)) && !isNumbered
    if (opened && continues) opened.push(unit)
    else groups.push([unit])
  }
  return groups.map((group, index) => {
    const [first, ...others] = group
    // The number is the place in the list; a number that is not stays in the text.
    const isPlace = first?.marker
      ? Number.parseInt(toArabicDigits(first.marker).replace(/\D/gu, ''), 10) === index + 1
      : true
    const head = first && isPlace ? [{ ...first, level: 0, marker: null }] : group.slice(0, 1)
    return unitsCited([...head, ...others], rules)
  })
}

/** The title in the list of issues where it is printed differently; null where it is the same or not listed. */
function listedTitleOf(issue: IssueWithRows, { listedTitles }: Outline): string | null {
  const listed = listedTitles.find(({ number }) => number === issue.number)?.title
  return listed === undefined || listed === issue.title ? null : listed
}

/** What the report announces or the other issues have, and this file lacks. A text cut short shows here. */
function noteGaps(issues: readonly IssueWithRows[], outline: Outline, ledger: Ledger): void {
  const { listedTitles, issueListHeading } = outline
  const gap = (line: number, text: string, say: NoteParts['say']) =>
    writeNote(ledger, { code: 'incomplete', line, text, say })
  for (const { number, title, line } of listedTitles)
    if (!issues.some((issue) => issue.number === number))
      gap(line, title, (text) => text.notes.issueAbsent(number))

  const announced = new RegExp(ANNOUNCED_ISSUES, 'u').exec(toArabicDigits(issueListHeading?.text ?? ''))?.[1]
  if (issueListHeading && announced && Number(announced) !== issues.length)
    gap(issueListHeading.line, issueListHeading.text, (text) =>
      text.notes.issuesAnnounced(Number(announced), issues.length),
    )

  const hasAnalyses = issues.some((issue) => issue.analysis.length > 0)
  const hasLimitations = issues.some((issue) => issue.limitations.length > 0)
  for (const { number, title, line, rows, analysis, limitations } of issues) {
    if (rows.length === 0) gap(line, title, (text) => text.notes.issueWithoutMeasures(number))
    if (hasAnalyses && analysis.length === 0)
      gap(line, title, (text) => text.notes.issueWithoutAnalysis(number))
    if (hasLimitations && limitations.length === 0)
      gap(line, title, (text) => text.notes.issueWithoutLimitations(number))
  }
}
