const LONGEST_HEADER_TEXT = 200
// Line breaks, other control characters, and marks that turn the direction of writing and so may disguise a name.
const UNWRITABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu
const NEVER_IN_TEXT = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** Text of one header line: what would break the line or disguise it becomes a space; at most 200 characters. */
export const headerText = (text: string): string =>
  [...text.replace(UNWRITABLE, ' ').replace(/\s+/g, ' ').trim()].slice(0, LONGEST_HEADER_TEXT).join('')

/** Text of the body: its lines, without control characters. */
export const bodyText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(NEVER_IN_TEXT, ' ')
    .trim()
