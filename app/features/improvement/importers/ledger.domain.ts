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
export type Ledger = Readonly<{
  notes: ImportNote[]
  refusals: Refusal[]
  placeOf: SourceDocument['placeOf']
}>

export const newLedger = (placeOf: SourceDocument['placeOf']): Ledger => ({
  notes: [],
  refusals: [],
  placeOf,
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

/** Writes a note unless the same sentence is in the ledger already. */
export function writeNoteOnce(ledger: Ledger, parts: NoteParts): void {
  const before = ledger.notes.length
  writeNote(ledger, parts)
  const added = ledger.notes.at(-1)
  const said = ledger.notes
    .slice(0, before)
    .some((note) => note.code === added?.code && note.message.th === added.message.th)
  if (said) ledger.notes.pop()
}

/** Writes a reason to refuse the file. The first one written is the one that people are told. */
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
  ledger.refusals.push({ code: parts.code, place: ledger.placeOf(parts.line, parts.column), detail })
}

/** Cut where no vowel or tone mark follows, for it would lose its letter. */
function excerptOf(text: string): string {
  const folded = text
    .slice(0, 4 * EXCERPT_LENGTH)
    .replace(/\s+/gu, ' ')
    .trim()
  return folded.length <= EXCERPT_LENGTH ? folded : `${CUT.exec(folded)?.[0] ?? ''}…`
}
