// Characters without width that break or join words, and those that turn the direction of what stands after them.
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/**
 * A text without control characters but line ends and tabs, which nobody types and the database does not take. For forms that
 * send an imported text back, which stays as it was read.
 */
export const withoutControls = (typed: string): string =>
  typed.replace(/\r\n?/gu, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')

/** A text as it was typed or pasted, in NFC, without what nobody can see. */
export const cleanText = (typed: string): string =>
  withoutControls(typed).replace(UNSEEN, '').normalize('NFC')

/** The same on one line, with single spaces. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/gu, ' ').trim()
