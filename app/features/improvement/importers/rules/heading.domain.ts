import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { SourceBlock } from '../import.domain.ts'
import { unmarked, whollyStrong } from '../source-text.domain.ts'
import { HEADING_PATTERNS } from './import-words.th.ts'

export type HeadingKind = Exclude<keyof typeof HEADING_PATTERNS, 'bareIssue'>
/** `rest` is the text after the heading's own words: an issue's title, or a text begun on the heading's line. */
export type ReadHeading = Readonly<{ kind: HeadingKind; number?: number; rest?: string }>

type TextBlock = Exclude<SourceBlock, { kind: 'table' }>

const PATTERNS = Object.entries(HEADING_PATTERNS).map(
  ([kind, source]) => [kind as keyof typeof HEADING_PATTERNS, new RegExp(source, 'su')] as const,
)
// A title is a name, not a paragraph.
const LONGEST_TITLE = 250
// These words also open ordinary sentences, so only a heading or a wholly strong paragraph opens the part.
const NEEDS_EMPHASIS: ReadonlySet<string> = new Set(['measures', 'issueList', 'criteria', 'scoring', 'added'])

/**
 * What a block heads, by its words and not by its style: agencies mark headings with styles, with bold paragraphs, or
 * not at all. Null when it is text.
 */
export function headingOf(block: TextBlock): ReadHeading | null {
  if (block.kind === 'list-item') return null
  const plain = unmarked(block.text)
  const arabic = toArabicDigits(plain)
  const emphatic = block.kind === 'heading' || whollyStrong(block.text) !== null
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(arabic)
    if (!match) continue
    if (kind === 'bareIssue') return { kind: 'issue', number: Number(match[1]), rest: '' }
    if (NEEDS_EMPHASIS.has(kind) && !emphatic) return null
    if (kind === 'limitations' && !emphatic && !plain.includes(':')) return null
    if (kind === 'issue' && !emphatic && plain.length > LONGEST_TITLE) return null
    return read(kind, match, plain)
  }
  return null
}

function read(kind: HeadingKind, match: RegExpExecArray, plain: string): ReadHeading {
  // Digits are replaced one for one, so the rest has the same length in the text as written.
  const length = match.groups?.rest?.length ?? 0
  const rest = length > 0 ? plain.slice(plain.length - length).trim() : ''
  return kind === 'issue' ? { kind, number: Number(match[1]), rest } : { kind, rest }
}
