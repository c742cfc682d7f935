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

function excerptOf(text: string): string {
  const folded = text.replace(/\s+/gu, ' ').trim()
  const characters = [...folded]
  return characters.length <= EXCERPT_LENGTH ? folded : `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`
}
