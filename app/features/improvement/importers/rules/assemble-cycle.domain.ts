import { fieldValue } from '../../../../kernel/field.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import type { CycleContent } from '../../cycle.domain.ts'
import type { ImportNote, Reading, Refusal, SuspectedFault } from '../import.domain.ts'
import { type Ledger, newLedger } from '../ledger.domain.ts'
import { assembleIssues } from './assemble-issues.domain.ts'
import { type CitingRules, cite } from './citing.domain.ts'
import { readAgency, readCover, yearLines } from './cover.domain.ts'
import { readAnswers, readFiscalYear } from './fiscal-year.domain.ts'
import { issuesWithRows } from './issue-rows.domain.ts'
import { periodSpans } from './measures.domain.ts'
import { readNameLists } from './name-lists.domain.ts'
import { type Outline, outlineOf, type TextUnit } from './outline.domain.ts'
import { distinctUnits } from './owners.domain.ts'
import { resolutionsOf } from './resolutions.domain.ts'
import { textsOf, unitsText } from './source-units.domain.ts'
import { suspectedFaultsIn } from './suspected-faults.domain.ts'

export type Assembly = Readonly<{
  content: CycleContent
  notes: readonly ImportNote[]
  suspectedFaults: readonly SuspectedFault[]
}>

/**
 * Makes the cycle of one fiscal year of a source document, and says everything it did. Never corrects a word. Refused
 * with the first reason met: no report in it, a table of other columns, an unknown item, an unreadable fiscal year.
 */
export function assembleCycle({ document, notes }: Reading, catalogue: Catalogue): Result<Assembly, Refusal> {
  const ledger = newLedger(document.placeOf)
  for (const note of notes) ledger.notes.push(note)
  const outline = outlineOf(document, ledger)
  const issues = issuesWithRows(outline, ledger)
  const hasIssues = issues.some((issue) => issue.rows.length > 0 || issue.analysis.length > 0)
  if (ledger.refusal || !hasIssues) return refused(ledger)

  const texts = textsOf(document)
  const { cover, lines, below } = readCover(outline, ledger)
  const named = yearLines(outline, lines)
  const fiscalYear = readFiscalYear({ named, texts, periods: periodSpans(issues) }, ledger)
  const answers = fiscalYear === null ? null : readAnswers({ texts, fiscalYear, catalogue }, ledger)
  if (fiscalYear === null || answers === null) return refused(ledger)

  const rules: CitingRules = { catalogue, fiscalYear, resultsYear: fiscalYear - 1, ledger }
  const agency = readAgency(cover, texts, ledger)
  const content = contentOf({
    outline,
    above: [...below, ...outline.background],
    issues: assembleIssues(issues, outline, rules),
    agency,
    cover,
    answers,
    rules,
  })
  if (ledger.refusal) return refused(ledger)
  return ok({ content, notes: sortedNotes(ledger), suspectedFaults: suspectedFaultsIn(texts, content.units) })
}

type Parts = Readonly<{ outline: Outline; above: readonly TextUnit[]; rules: CitingRules }> &
  Pick<CycleContent, 'agency' | 'cover' | 'answers' | 'issues'>

function contentOf({ outline, above, rules, agency, cover, answers, issues }: Parts): CycleContent {
  const background = unitsText(above)
  const owners = issues.flatMap(({ measures }) =>
    measures.flatMap((measure) => fieldValue(measure.owners) ?? []),
  )
  return {
    schema: 'prongsai.cycle/1',
    fiscalYear: rules.fiscalYear,
    resultsYear: rules.resultsYear,
    answers,
    agency,
    cover,
    background: cite(background, { part: 'summary', line: above[0]?.line ?? 1 }, rules),
    criteria: criteriaOf(outline.criteria),
    issues,
    resolutions: resolutionsOf({ approvalLine: cover.approvalLine, background, issues }),
    units: distinctUnits(owners),
    nameLists: readNameLists(outline.nameLists, rules.ledger),
  }
}

const refused = ({ refusal }: Ledger): Result<never, Refusal> =>
  err(refusal ?? { code: 'import.not-a-report', place: null, detail: null })

function criteriaOf(draft: Outline['criteria']): CycleContent['criteria'] {
  if (!draft) return null
  const { heading, body, scoringHeading, scoring } = draft
  return { heading, body: unitsText(body), scoringHeading, scoring: unitsText(scoring) }
}

/** In the order of the source; what concerns the whole file first. */
const sortedNotes = ({ notes }: Ledger): readonly ImportNote[] =>
  notes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
