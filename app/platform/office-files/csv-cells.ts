import { unguardedText } from './formula-guard.ts'

/** A cell as text. A formula is no content: nothing is calculated. */
export type SheetCell = Readonly<{ text: string; isFormula: boolean }>

const DELIMITERS = [',', ';', '\t'] as const
/** Excel's own first line that names the delimiter. */
export const SEPARATOR_LINE = /^sep=.\r?\n/iu
const CSV_FORMULA = /^\s*[=+@\uff1d\uff0b\uff20-]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a cell
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]/gu

/** The separator that stands most often in a line of heads. */
export function csvDelimiter(line: string): string {
  const [most = ','] = DELIMITERS.toSorted((a, b) => line.split(b).length - line.split(a).length)
  return most
}

/** A cell of CSV as it is meant: the apostrophe that guards a text is taken off, a dash is an empty cell. */
export function csvCell(written: string, keepsBlanks = false): SheetCell {
  const text = cleanedCell(unguardedText(written), keepsBlanks)
  return { text, isFormula: CSV_FORMULA.test(written) && !isDash(text) }
}

/** A text without what has no place in a cell; empty where it only says that there is nothing. */
export function cleanedCell(text: string, keepsBlanks: boolean): string {
  const whole = text.replace(CONTROLS, '').replace(/\r\n?/gu, '\n').normalize('NFC')
  const plain = keepsBlanks ? whole.trim() : whole.replace(/[ \t\u00a0]+/gu, ' ').trim()
  return isDash(plain) ? '' : plain
}

/** How people write that there is nothing. */
const isDash = (text: string): boolean => /^[-–—]?$/u.test(text)
