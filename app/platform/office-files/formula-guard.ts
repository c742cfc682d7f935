/**
 * What a spreadsheet program takes for the beginning of a formula or of a command: these signs, also in full width and
 * behind blanks, and the characters that end a cell.
 */
const FORMULA_START = /^\s*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u
const GUARDED = /^'(?=\s*[=+\-@|\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u

/** A text for a cell of CSV: what would be taken for a formula has an apostrophe before it. */
export const guardedText = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text)

/** The text as it was before `guardedText`. */
export const unguardedText = (text: string): string => text.replace(GUARDED, '')
