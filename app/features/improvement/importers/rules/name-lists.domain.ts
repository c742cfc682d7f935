import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { NamedPerson, NameList } from '../../cycle.domain.ts'
import { type Ledger, writeNote } from '../ledger.domain.ts'
import { unmarked } from '../source-text.domain.ts'
import { NAME_HEADERS } from './import-words.th.ts'
import type { NameListDraft } from './outline.domain.ts'

const HEADER = new RegExp(NAME_HEADERS, 'u')
const NUMBERED = /^(\d{1,3}[.)]?)(?:\s+|$)/u

/** Names with their numbers as printed, and positions: "1. name | position", or "1 | name | position". */
export function readNameLists(drafts: readonly NameListDraft[], ledger: Ledger): readonly NameList[] {
  return drafts.map(({ heading, line, rows }) => {
    const persons = rows.map((row) => personOf(row.cells)).filter((person) => person !== null)
    if (persons.length === 0)
      writeNote(ledger, { code: 'incomplete', line, text: heading, say: (text) => text.notes.namesAbsent })
    return { heading, persons }
  })
}

function personOf(row: readonly string[]): NamedPerson | null {
  const cells = row.map((cell) => unmarked(cell).replace(/\s+/gu, ' ')).filter((cell) => cell !== '')
  const [first, ...others] = cells
  if (first === undefined || cells.every((cell) => HEADER.test(cell))) return null
  const match = NUMBERED.exec(toArabicDigits(first))
  if (!match) return { number: null, name: first, position: others.join(' ') }
  const number = first.slice(0, match[1]?.length)
  const rest = first.slice(match[0].length).trim()
  const [name = '', ...position] = rest === '' ? others : [rest, ...others]
  return { number, name, position: position.join(' ') }
}
