import type { RichText, Run } from '../../../../kernel/rich-text.ts'
import { buddhistYear } from '../../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import { type Catalogue, refsByLabel } from '../../../catalogue/index.ts'
import type { Measurement, OutcomeFact, ScoreFact } from '../../cycle.domain.ts'
import { type Ledger, writeNoteOnce } from '../ledger.domain.ts'
import { FACTS } from './import-words.th.ts'
import { partitionPoint } from './partition-point.domain.ts'
import { labelBefore, type MarkedText } from './score-label.domain.ts'

/** Values without a year of their own are of the fiscal year's results, the earlier of a pair of the year before. */
export type FactRules = Readonly<{
  catalogue: Catalogue
  resultsYear: number
  fiscalYear: number
  ledger: Ledger
}>

const GAP = '\\s{0,8}'
const VALUE = (name: string) =>
  `(?<${name}Percent>${FACTS.percent}${GAP})?(?<![\\d./])(?<${name}>\\d{1,3}(?:\\.\\d{1,4})?)(?![\\d/]|\\.\\d)${GAP}(?<${name}Unit>${FACTS.points}|%)?`
const PAIR = new RegExp(`${VALUE('before')}${GAP}(?:${FACTS.to})${GAP}${VALUE('after')}`, 'gu')
const BARE_PERCENT = `(?<!${FACTS.noResult}${GAP})(?=${FACTS.percent})`
const SINGLE = new RegExp(`(?:(?:${FACTS.got})${GAP}|${BARE_PERCENT})${VALUE('after')}`, 'gu')
const YEAR_AFTER = new RegExp(FACTS.yearAfter, 'u')
const ABSENCE = new RegExp(FACTS.absence, 'u')
const COMPLETION = new RegExp(FACTS.completion, 'u')
const CLAUSE = new RegExp(FACTS.clause, 'u')

// "จาก ปี 2566 ที่ระดับ" before the first value of a pair is not a single value.
const PAIR_BEGINS_WITHIN = 40
const YEAR_REACHES = 60

type Span = Readonly<{ start: number; end: number }>

/** What an outcome states, in reading order within each line. Nothing is concluded that is not written. */
export function factsIn(text: RichText, line: number, rules: FactRules): readonly OutcomeFact[] {
  return text
    .flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.items.map((item) => item.runs)))
    .flatMap((runs) => factsInLine(markedText(runs), line, rules))
}

function markedText(runs: readonly Run[]): MarkedText {
  const strong: Span[] = []
  let at = 0
  for (const run of runs) {
    const end = at + run.text.length
    const last = strong.at(-1)
    if (run.strong && last?.end === at) strong[strong.length - 1] = { start: last.start, end }
    else if (run.strong) strong.push({ start: at, end })
    at = end
  }
  return { text: runs.map((run) => run.text).join(''), strong }
}

type Found = Span & Readonly<{ fact: OutcomeFact }>

function factsInLine(marked: MarkedText, line: number, rules: FactRules): readonly OutcomeFact[] {
  const arabic = toArabicDigits(marked.text)
  const pairs = [...arabic.matchAll(PAIR)].map((match) => ({ match, single: false }))
  const isInPair = (at: number) => {
    const nearest = pairs[partitionPoint(pairs, ({ match }) => match.index + match[0].length <= at)]
    return nearest !== undefined && nearest.match.index - PAIR_BEGINS_WITHIN <= at
  }
  const singles = [...arabic.matchAll(SINGLE)]
    .filter((match) => !isInPair(match.index))
    .map((match) => ({ match, single: true }))

  const found: Found[] = []
  for (const { match, single } of [...pairs, ...singles].sort((a, b) => a.match.index - b.match.index)) {
    const from = found.at(-1)?.end ?? 0
    const fact = scoreOf({ match, single, marked, from, line, rules })
    if (fact) found.push(fact)
  }
  const statements = [statementIn(marked, ABSENCE, 'absence'), statementIn(marked, COMPLETION, 'completion')]
  return [...found, ...statements.filter((statement) => statement !== null)]
    .sort((a, b) => a.start - b.start)
    .map(({ fact }) => fact)
}

type ScoreMatch = Readonly<{
  match: RegExpExecArray
  single: boolean
  marked: MarkedText
  from: number
  line: number
  rules: FactRules
}>

function scoreOf({ match, single, marked, from, line, rules }: ScoreMatch): Found | null {
  const groups = match.groups ?? {}
  const isPercent = Boolean(
    groups.beforePercent || groups.afterPercent || groups.beforeUnit === '%' || groups.afterUnit === '%',
  )
  const lead = labelBefore(marked, { from, to: match.index })
  const hasUnit = isPercent || Boolean(groups.beforeUnit || groups.afterUnit) || (!single && lead.saysPoints)
  if (!hasUnit || (!single && !lead.saysFrom) || !groups.after) return null

  const end = match.index + match[0].trimEnd().length
  const { label } = lead
  const yearAfter = buddhistYear(
    YEAR_AFTER.exec(toArabicDigits(marked.text.slice(end, end + YEAR_REACHES)))?.[1] ?? '',
  )
  const measured = (value: string, year: number): Measurement => ({
    year,
    value,
    of: refOf({ label, year, line, isPercent, rules }),
  })
  const fact: ScoreFact = {
    kind: isPercent ? 'percentage' : 'score',
    label,
    before: groups.before ? measured(groups.before, lead.year ?? rules.resultsYear) : null,
    after: measured(groups.after, yearAfter ?? rules.fiscalYear),
    unit: isPercent ? FACTS.percent : FACTS.points,
    quote: marked.text.slice(lead.start, end).trim(),
  }
  if (yearAfter === null) noteYears({ line, quote: fact.quote }, rules)
  return { start: match.index, end, fact }
}

const noteYears = ({ line, quote }: Readonly<{ line: number; quote: string }>, rules: FactRules): void =>
  writeNoteOnce(rules.ledger, {
    code: 'citation-year-assumed',
    line,
    text: quote,
    say: (text) => text.notes.yearsOfScores(rules.resultsYear, rules.fiscalYear),
  })

function refOf({
  label,
  year,
  line,
  rules,
}: Readonly<{ label: string; year: number; line: number; isPercent: boolean; rules: FactRules }>) {
  if (label === '') return null
  const refs = refsByLabel(rules.catalogue, year, label)
  if (refs.length === 1) return refs[0] ?? null
  writeNoteOnce(rules.ledger, {
    code: 'label-not-matched',
    line,
    text: label,
    say: (text) => text.notes.labelNotMatched(label, year),
  })
  return null
}

/** A statement without a value: its clause, or the emphasised passage that makes it. */
function statementIn(marked: MarkedText, pattern: RegExp, kind: 'absence' | 'completion'): Found | null {
  const match = pattern.exec(marked.text)
  if (!match) return null
  const end = match.index + match[0].length
  const emphasised = marked.strong.find((span) => span.start <= match.index && end <= span.end)
  const before = marked.text.slice(0, match.index)
  const opens = Math.max(
    0,
    ...[...before.matchAll(new RegExp(CLAUSE, 'gu'))].map((word) => word.index + word[0].length),
  )
  const closes = kind === 'completion' ? 0 : marked.text.slice(end).search(CLAUSE)
  const span =
    emphasised && kind === 'absence'
      ? emphasised
      : {
          start: kind === 'absence' ? match.index : opens,
          end: closes < 0 ? marked.text.length : end + closes,
        }
  return { ...span, fact: { kind, quote: marked.text.slice(span.start, span.end).trim() } }
}
