import type { ImportText } from '../text/index.ts'
import { bilingual, sameInBoth } from '../text/index.ts'
import type {
  ImportNote,
  ImportNoteCode,
  ImportRefusalCode,
  Refusal,
  SourceDocument,
} from './import.domain.ts'

const EXCERPT_LENGTH = 120
const CUT = new RegExp(`^.{0,${EXCERPT_LENGTH - 1}}(?![\\p{M}\\u0e30-\\u0e3a\\u0e45-\\u0e4e])`, 'su')

/** What the rules have to say while a cycle is assembled: notes in reading order, and reasons to refuse the file. */
export type Ledger = {
  readonly notes: ImportNote[]
  /** The first reason met; null while there is none. */
  refusal: Refusal | null
  readonly placeOf: SourceDocument['placeOf']
  /** What `writeNoteOnce` has said. */
  readonly said: Set<string>
}

export const newLedger = (placeOf: SourceDocument['placeOf']): Ledger => ({
  notes: [],
  refusal: null,
  placeOf,
  said: new Set(),
})

export type NoteParts = Readonly<{
  code: ImportNoteCode
  line: number | null
  text: string
  say: (text: ImportText) => string
}>

/** A note; its text is shortened to 120 characters. */
export const noteOf = ({ code, line, text, say }: NoteParts): ImportNote => ({
  code,
  line,
  excerpt: excerptOf(text),
  message: bilingual(say),
})

/** Writes a note into the ledger. */
export const writeNote = (ledger: Ledger, parts: NoteParts): void => {
  ledger.notes.push(noteOf(parts))
}

/** Says that a text belongs to no part and is left out. */
export const noteUnplaced = (
  ledger: Ledger,
  { line, text }: Readonly<{ line: number; text: string }>,
): void => writeNote(ledger, { code: 'not-placed', line, text, say: (words) => words.notes.notPlaced })

/** Says that a text without a heading is taken as a part by where it stands. */
export const noteAssumed = (
  ledger: Ledger,
  { line, text }: Readonly<{ line: number; text: string }>,
  part: 'takenAsBackground' | 'takenAsAnalysis',
): void => writeNote(ledger, { code: 'part-assumed', line, text, say: (words) => words.notes[part] })

/** Writes a note unless one with the same `key` was written so before; the key is its sentence when none is given. */
export function writeNoteOnce(ledger: Ledger, parts: NoteParts, key?: string): void {
  const note = noteOf(parts)
  const said = `${parts.code} ${key ?? note.message.th}`
  if (ledger.said.has(said)) return
  ledger.said.add(said)
  ledger.notes.push(note)
}

/** Refuses the file. The first reason is the one that people are told. */
export function refuse(ledger: Ledger, refusal: Refusal): void {
  ledger.refusal ??= refusal
}

/** Refuses the file for what stands in a line, and in a column of it. */
export function writeRefusal(
  ledger: Ledger,
  parts: Readonly<{
    code: ImportRefusalCode
    line: number
    column?: number
    detail: string | Refusal['detail']
  }>,
): void {
  const detail = typeof parts.detail === 'string' ? sameInBoth(parts.detail) : parts.detail
  refuse(ledger, { code: parts.code, place: ledger.placeOf(parts.line, parts.column), detail })
}

/** Cut where no vowel or tone mark follows, for it would lose its letter. */
function excerptOf(text: string): string {
  const folded = text
    .slice(0, 4 * EXCERPT_LENGTH)
    .replace(/\s+/gu, ' ')
    .trim()
  return folded.length <= EXCERPT_LENGTH ? folded : `${CUT.exec(folded)?.[0] ?? ''}…`
}
