import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { Cover, Cycle } from '../../cycle.domain.ts'
import { type Ledger, writeNote } from '../ledger.domain.ts'
import { joinBroken, unmarked } from '../source-text.domain.ts'
import { AGENCY_PREFIX, AGENCY_SHORT, COVER_PATTERNS, ONE_LINE_COVER } from './import-words.th.ts'
import type { Outline, TextUnit } from './outline.domain.ts'

type LineKind = keyof typeof COVER_PATTERNS
export type CoverLine = Readonly<{ line: number; text: string }>
export type ReadCover = Readonly<{ cover: Cover; lines: Readonly<Partial<Record<LineKind, CoverLine>>> }>

const PATTERNS = Object.entries(COVER_PATTERNS).map(
  ([kind, source]) => [kind as LineKind, new RegExp(source, 'u')] as const,
)
const ONE_LINE = {
  title: new RegExp(ONE_LINE_COVER.title, 'u'),
  agency: new RegExp(ONE_LINE_COVER.agency, 'u'),
  year: new RegExp(ONE_LINE_COVER.year, 'u'),
}
// A title that goes on for longer is no title.
const LONGEST_TITLE = 400

/** The lines of the cover by what they say. A title over several lines is joined; other lines are notes. */
export function readCover(outline: Outline, ledger: Ledger): ReadCover {
  const lines: Partial<Record<LineKind, CoverLine>> = {}
  for (const unit of outline.cover.flatMap(splitLine)) {
    const arabic = toArabicDigits(unit.text)
    const kind = PATTERNS.find(([name, pattern]) => !lines[name] && pattern.test(arabic))?.[0]
    if (kind) lines[kind] = unit
    else if (lines.title && !lines.agency && !lines.year && lines.title.text.length < LONGEST_TITLE)
      lines.title = { ...lines.title, text: joinBroken([lines.title.text, unit.text]) }
    else
      writeNote(ledger, {
        code: 'not-placed',
        line: unit.line,
        text: unit.text,
        say: (text) => text.notes.notPlaced,
      })
  }
  return {
    lines,
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
