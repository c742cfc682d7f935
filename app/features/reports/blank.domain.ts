import { plainText, type RichText } from '../../kernel/rich-text.ts'

// A cell that holds only dashes, dots, bullets or white space (zero-width characters included) says nothing.
const NOTHING = /^[\s\u200b\u2060\ufeff\p{Pd}.…_*•]*$/u

/** True for text that looks filled in but says nothing: an empty cell never passes. */
export const isBlank = (text: RichText): boolean => isBlankText(plainText(text))
export const isBlankText = (text: string): boolean => NOTHING.test(text)
