import { buddhistYear } from '../../../../kernel/thai-date.ts'
import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import { FACTS } from './import-words.th.ts'
import { partitionPoint } from './partition-point.domain.ts'

/** A line of text with the spans of it that are strong. */
export type MarkedText = Readonly<{
  text: string
  strong: readonly Readonly<{ start: number; end: number }>[]
}>

export type ScoreLead = Readonly<{
  /** The words that name what was measured; empty when nothing does. */
  label: string
  /** Where the label begins in the line. */
  start: number
  /** Year written before the value, in the Buddhist era. */
  year: number | null
  saysFrom: boolean
  saysPoints: boolean
}>

const FILLERS = FACTS.filler.map((source) => new RegExp(`(?:${source})$`, 'u'))
const JOINING = new RegExp(FACTS.joining, 'u')
const OF_POINTS = new RegExp(FACTS.ofPoints, 'u')
const HEAD = new RegExp(FACTS.labelHead, 'u')
const LEAD_IN = new RegExp(FACTS.leadIn, 'gu')
// A name is shorter than this; only so much of the text before a value is looked at.
const REACH = 400

/**
 * Reads backwards from a value: first the words that only connect ("จาก ปี 2566 ที่ระดับ"), then the name of what was
 * measured. An emphasised passage that ends there is the name; else the name begins after the last lead-in.
 */
export function labelBefore(marked: MarkedText, span: Readonly<{ from: number; to: number }>): ScoreLead {
  const from = Math.max(span.from, span.to - REACH)
  const stripped = stripFillers(marked.text.slice(from, span.to))
  const labelEnd = from + stripped.rest.length
  const nearest = marked.strong[partitionPoint(marked.strong, ({ end }) => end < labelEnd)]
  const emphasised = nearest && nearest.start >= from && nearest.start < labelEnd ? nearest : undefined
  const leadIn = [...stripped.rest.matchAll(LEAD_IN)].at(-1)
  const opens = emphasised ? emphasised.start : from + (leadIn ? leadIn.index + leadIn[0].length : 0)
  const start = opens + (JOINING.exec(marked.text.slice(opens, labelEnd))?.[0].length ?? 0)
  const named = marked.text.slice(start, labelEnd).trim()
  const label = named.replace(HEAD, '').trim()
  return {
    label: (label === '' ? named : label).replace(/\s+/gu, ' '),
    start,
    year: stripped.year,
    saysFrom: stripped.words.includes(FACTS.from),
    saysPoints: stripped.words.includes(FACTS.points) || OF_POINTS.test(named),
  }
}

function stripFillers(text: string): { rest: string; year: number | null; words: string } {
  let rest = text.trimEnd()
  let year: number | null = null
  for (let found = true; found; ) {
    found = false
    for (const filler of FILLERS) {
      const match = filler.exec(toArabicDigits(rest))
      if (!match || match[0] === '') continue
      year ??= match[1] ? buddhistYear(match[1]) : null
      rest = rest.slice(0, match.index).trimEnd()
      found = true
    }
  }
  return { rest, year, words: text.slice(rest.length) }
}
