import { fieldValue } from '../../../kernel/field.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { CycleContent } from '../cycle.domain.ts'
import { assembleIssues } from './assemble-issues.domain.ts'
import { type CitingRules, cite } from './citing.domain.ts'
import { readAgency, readCover, yearLines } from './cover.domain.ts'
import { readAnswers, readFiscalYear } from './fiscal-year.domain.ts'
import type { ImportNote, Reading, Refusal, SuspectedFault } from './import.domain.ts'
import { issuesWithRows } from './issue-rows.domain.ts'
import { type Ledger, newLedger } from './ledger.domain.ts'
import { periodSpans } from './measures.domain.ts'
import { readNameLists } from './name-lists.domain.ts'
import { type Outline, outlineOf } from './outline.domain.ts'
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
  ledger.notes.push(...notes)
  const outline = outlineOf(document, ledger)
  const issues = issuesWithRows(outline, ledger)
  const [early] = ledger.refusals
  if (early) return err(early)
  if (!issues.some((issue) => issue.rows.length > 0 || issue.analysis.length > 0))
    return err({ code: 'import.not-a-report', place: null, detail: null })

  const texts = textsOf(document)
  const { cover, lines } = readCover(outline, ledger)
  const fiscalYear = readFiscalYear(
    { named: yearLines(outline, lines), texts, periods: periodSpans(issues) },
    ledger,
  )
  if (fiscalYear === null) return refused(ledger)
  const answers = readAnswers({ texts, fiscalYear, catalogue }, ledger)
  if (answers === null) return refused(ledger)

  const rules: CitingRules = { catalogue, fiscalYear, resultsYear: fiscalYear - 1, ledger }
  const assembled = assembleIssues(issues, outline, rules)
  const background = unitsText(outline.background)
  const content: CycleContent = {
    schema: 'prongsai.cycle/1',
    fiscalYear,
    resultsYear: fiscalYear - 1,
    answers,
    agency: readAgency(
      cover,
      texts.map(({ text }) => text),
      ledger,
    ),
    cover,
    background: cite(background, { part: 'summary', line: outline.background[0]?.line ?? 1 }, rules),
    criteria: criteriaOf(outline.criteria),
    issues: assembled,
    resolutions: resolutionsOf({ approvalLine: cover.approvalLine, background, issues: assembled }),
    units: distinctUnits(
      assembled.flatMap((issue) => issue.measures.flatMap(({ owners }) => fieldValue(owners) ?? [])),
    ),
    nameLists: readNameLists(outline.nameLists, ledger),
  }
  const [refusal] = ledger.refusals
  if (refusal) return err(refusal)
  return ok({ content, notes: sortedNotes(ledger), suspectedFaults: suspectedFaultsIn(texts, content.units) })
}

function refused(ledger: Ledger): Result<never, Refusal> {
  const [refusal] = ledger.refusals
  return err(refusal ?? { code: 'import.not-a-report', place: null, detail: null })
}

function criteriaOf(draft: Outline['criteria']): CycleContent['criteria'] {
  if (!draft) return null
  const { heading, body, scoringHeading, scoring } = draft
  return { heading, body: unitsText(body), scoringHeading, scoring: unitsText(scoring) }
}

/** In the order of the source; what concerns the whole file first. */
const sortedNotes = ({ notes }: Ledger): readonly ImportNote[] =>
  notes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
