import type { ItemRef } from '../../../../kernel/item-ref.ts'
import type { Block, RichText, Run } from '../../../../kernel/rich-text.ts'
import { buddhistYear } from '../../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import { type Catalogue, type Citation, findCitations, resolveCitation } from '../../../catalogue/index.ts'
import { type Ledger, type NoteParts, writeNote, writeNoteOnce, writeRefusal } from '../ledger.domain.ts'
import { CITATION_LEAD, NAMED_FRAMEWORK } from './import-words.th.ts'

/**
 * Where a text stands decides the framework year of its item numbers: an analysis reads the results of the year before
 * the fiscal year, a summary reports disclosure items of the fiscal year itself. A text that names a framework ("ITA
 * 2568") right before the number means that one.
 */
export type CitingRules = Readonly<{
  catalogue: Catalogue
  resultsYear: number
  fiscalYear: number
  ledger: Ledger
}>
export type CitingPart = 'analysis' | 'summary'

type Cited = Readonly<{ start: number; end: number; refs: readonly ItemRef[] }>

const LEAD = new RegExp(CITATION_LEAD, 'u')
const FRAMEWORK = new RegExp(NAMED_FRAMEWORK, 'gu')
const FRAMEWORK_REACHES = 80
const LEAD_REACHES = 12

/** The same text with its citations as runs of their own. Joined, the runs read exactly as before. */
export function cite(
  text: RichText,
  place: Readonly<{ part: CitingPart; line: number }>,
  rules: CitingRules,
): RichText {
  const inRuns = (runs: readonly Run[]) => citeRuns(runs, place, rules)
  return text.map(
    (block): Block =>
      block.kind === 'paragraph'
        ? { ...block, runs: inRuns(block.runs) }
        : { ...block, items: block.items.map((item) => ({ ...item, runs: inRuns(item.runs) })) },
  )
}

function citeRuns(
  runs: readonly Run[],
  place: Readonly<{ part: CitingPart; line: number }>,
  rules: CitingRules,
): readonly Run[] {
  const text = runs.map((run) => run.text).join('')
  const cited = findCitations(text)
    .filter((citation) => isMarked(text, citation))
    .map((citation) => resolve(text, citation, { place, rules }))
    .filter((citation) => citation !== null)
  return cited.length === 0 ? runs : splitRuns(runs, cited)
}

/** In parentheses, after a word that introduces item numbers, or joined to another citation: "Core i7" is none of these. */
function isMarked(text: string, { index }: Citation): boolean {
  const before = text.slice(Math.max(0, index - LEAD_REACHES), index)
  return LEAD.test(before) || before.trimEnd().endsWith('(')
}

function resolve(
  text: string,
  { written, index, codes, irregular }: Citation,
  { place, rules }: Readonly<{ place: Readonly<{ part: CitingPart; line: number }>; rules: CitingRules }>,
): Cited | null {
  if (irregular) noteIrregular({ written, line: place.line, irregular }, rules.ledger)
  if (codes.length === 0) return null
  const named = frameworkNamed(text, index)
  const year = named ?? (place.part === 'analysis' ? rules.resultsYear : rules.fiscalYear)
  const result = resolveCitation({ catalogue: rules.catalogue, year, codes })
  if (!result.ok) {
    const detail = `${result.error.unknown.join(', ')} (${year})`
    writeRefusal(rules.ledger, { code: 'import.unknown-item', line: place.line, detail })
    return null
  }
  if (named === null) noteAssumption({ written, line: place.line, part: place.part }, rules)
  return { start: index, end: index + written.length, refs: result.value }
}

const noteIrregular = (
  {
    written,
    line,
    irregular,
  }: Readonly<{ written: string; line: number }> & Required<Pick<Citation, 'irregular'>>,
  ledger: Ledger,
): void =>
  writeNote(ledger, {
    code: irregular === 'reversed' ? 'range-turned' : 'not-placed',
    line,
    text: written,
    say: (text) =>
      (irregular === 'reversed' ? text.notes.rangeReversed : text.notes.rangeOfTwoLetters)(written),
  })

function frameworkNamed(text: string, index: number): number | null {
  const before = toArabicDigits(text.slice(Math.max(0, index - FRAMEWORK_REACHES), index))
  const year = [...before.matchAll(FRAMEWORK)].at(-1)?.[1]
  return year === undefined ? null : buddhistYear(year)
}

/** Said once for the analyses and once for the summaries. */
function noteAssumption(
  { written, line, part }: Readonly<{ written: string; line: number; part: CitingPart }>,
  { ledger, resultsYear, fiscalYear }: CitingRules,
): void {
  const say: NoteParts['say'] = (text) =>
    part === 'analysis' ? text.notes.yearInAnalyses(resultsYear) : text.notes.yearInSummaries(fiscalYear)
  writeNoteOnce(ledger, { code: 'citation-year-assumed', line, text: written, say })
}

/** Both are in reading order, so one pass takes each of them once. */
function splitRuns(runs: readonly Run[], cited: readonly Cited[]): readonly Run[] {
  const out: Run[] = []
  let offset = 0
  let next = 0
  for (const run of runs) {
    const end = offset + run.text.length
    let from = offset
    while (from < end) {
      while ((cited[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next += 1
      const citation = cited[next]
      const isInside = citation !== undefined && citation.start <= from
      const to = Math.min(end, (isInside ? citation.end : citation?.start) ?? end)
      const piece = { ...run, text: run.text.slice(from - offset, to - offset) }
      // A citation that runs over two runs is cited by both.
      out.push(isInside ? { ...piece, cites: citation.refs } : piece)
      from = to
    }
    if (run.text === '') out.push(run)
    offset = end
  }
  return out
}
