import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { Cover, Cycle } from '../../cycle.domain.ts'
import { type Ledger, noteAssumed, noteUnplaced, writeNote } from '../ledger.domain.ts'
import { joinBroken, unmarked } from '../source-text.domain.ts'
import { AGENCY_PREFIX, AGENCY_SHORT, COVER_PATTERNS, ONE_LINE_COVER, RESOLUTION } from './import-words.th.ts'
import type { Outline, TextUnit } from './outline.domain.ts'

type LineKind = keyof typeof COVER_PATTERNS
export type CoverLine = Readonly<{ line: number; text: string }>
export type ReadCover = Readonly<{
  cover: Cover
  lines: Readonly<Partial<Record<LineKind, CoverLine>>>
  /** What stands below the cover and is no line of it. */
  below: readonly TextUnit[]
}>

const PATTERNS = Object.entries(COVER_PATTERNS).map(
  ([kind, source]) => [kind as LineKind, new RegExp(source, 'u')] as const,
)
const ONE_LINE = {
  title: new RegExp(ONE_LINE_COVER.title, 'u'),
  agency: new RegExp(ONE_LINE_COVER.agency, 'u'),
  year: new RegExp(ONE_LINE_COVER.year, 'u'),
}
const MEETING = new RegExp(RESOLUTION.meeting, 'u')
// A title that goes on for longer is no title.
const LONGEST_TITLE = 400

/**
 * The lines of the cover by what they say. A title over several lines is joined. Other lines are notes, and what stands
 * below the last line of the cover is background: there agencies say who approved what.
 */
export function readCover(outline: Outline, ledger: Ledger): ReadCover {
  const lines: Partial<Record<LineKind, CoverLine>> = {}
  let below: TextUnit[] = []
  const leaveOut = (units: readonly TextUnit[]) => {
    for (const { line, text } of units) noteUnplaced(ledger, { line, text: unmarked(text) })
  }
  for (const unit of outline.cover) {
    const pieces = splitLine(unit)
    const unknown = pieces.filter((piece) => !isOfCover(lines, piece))
    if (unknown.length < pieces.length) {
      leaveOut(below)
      below = []
      for (const piece of unknown) noteUnplaced(ledger, piece)
    } else below.push(unit)
  }
  for (const { line, text } of below) noteAssumed(ledger, { line, text: unmarked(text) }, 'takenAsBackground')
  return {
    lines,
    below,
    cover: {
      title: lines.title?.text ?? '',
      agencyLine: lines.agency?.text ?? '',
      yearLine: lines.year?.text ?? '',
      preparedByLine: lines.preparedBy?.text ?? null,
      approvalLine: lines.approval?.text ?? null,
      runningTitle: outline.runningTitle,
      issuesHeading: outline.issueListHeading?.text ?? null,
    },
  }
}

/** Puts a piece of the cover where it belongs, if it belongs to it. A meeting is no part of a title. */
function isOfCover(lines: Partial<Record<LineKind, CoverLine>>, piece: CoverLine): boolean {
  const arabic = toArabicDigits(piece.text)
  const kind = PATTERNS.find(([name, pattern]) => !lines[name] && pattern.test(arabic))?.[0]
  if (kind) lines[kind] = piece
  else if (
    lines.title &&
    !lines.agency &&
    !lines.year &&
    lines.title.text.length < LONGEST_TITLE &&
    !MEETING.test(arabic)
  )
    lines.title = { ...lines.title, text: joinBroken([lines.title.text, piece.text]) }
  else return false
  return true
}

/** A cover of one line ("report … of … of the fiscal year …") is read as its three lines. */
function splitLine(unit: TextUnit): readonly CoverLine[] {
  const text = unmarked(unit.text).replace(/\n/g, ' ')
  const yearAt = text.search(ONE_LINE.year)
  if (yearAt < 0 || !ONE_LINE.title.test(text)) return [{ line: unit.line, text }]
  const agency = text.slice(0, yearAt).search(ONE_LINE.agency)
  const agencyAt = agency < 0 ? yearAt : agency
  return [text.slice(0, agencyAt), text.slice(agencyAt, yearAt), text.slice(yearAt)]
    .map((part) => ({ line: unit.line, text: part.trim() }))
    .filter((part) => part.text !== '')
}

/** Lines that may name the fiscal year, the surest first. */
export const yearLines = (outline: Outline, lines: ReadCover['lines']): readonly CoverLine[] =>
  [
    lines.year,
    lines.title,
    lines.agency,
    outline.runningTitle === null ? undefined : { line: 1, text: outline.runningTitle },
  ].filter((line) => line !== undefined)

/** The agency's name from its line on the cover; its short form is the one that the report calls it by most often. */
export function readAgency(cover: Cover, texts: readonly CoverLine[], ledger: Ledger): Cycle['agency'] {
  const name = cover.agencyLine.replace(new RegExp(AGENCY_PREFIX, 'u'), '').trim()
  if (name === '')
    writeNote(ledger, { code: 'incomplete', line: null, text: '', say: (text) => text.notes.agencyUnknown })
  const shorts = texts.flatMap(({ text }) =>
    [...text.matchAll(new RegExp(AGENCY_SHORT, 'gu'))].map((match) => match[1] ?? ''),
  )
  const [best] = [...Map.groupBy(shorts, (short) => short)].sort(([, a], [, b]) => b.length - a.length)
  return { name, shortName: best && best[1].length > 1 ? best[0] : null }
}
