/**
 * Everything that XML 1.0 cannot carry: control characters, lone surrogates, U+FFFE and U+FFFF. A text from outside with
 * one of them would make the whole document unreadable.
 */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Marks that turn the reading direction around; in a chart's label they would move the figures beside it. */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/g

/** The text without what XML cannot carry. */
export const xmlSafe = (text: string): string => text.replace(NOT_XML, '')

/** Text for element content and attribute values, escaped. */
export const escapeXml = (text: string): string =>
  xmlSafe(text)
    .replace(DIRECTION_MARKS, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
