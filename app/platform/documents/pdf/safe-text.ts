/** Says whether the typeface can draw a code point. */
export type Covers = (codePoint: number) => boolean
/** Something that could not be printed as given; `characters` are what was replaced, each once. */
export type PrintNote = Readonly<{ code: 'pdf.characters-replaced'; characters: readonly string[] }>
export type Printable<T> = Readonly<{ content: T; notes: readonly PrintNote[] }>

/** Drawn for a character that the typeface lacks: a document with one strange sign is still a document. */
const STAND_IN = '\u25ca'
/** Controls, bidirectional overrides, zero-width and other invisible characters: they could only mislead a reader. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const SPACES = /[^\S\ufeff]+/gu
/** The typeface has the breaking hyphen only; words are never broken at hyphens here. */
const SAME_SIGN: ReadonlyMap<number, string> = new Map([[0x2011, '\u2010']])

const clusters = new Intl.Segmenter('th', { granularity: 'grapheme' })

/**
 * The same content with every text fit for print: white space folded, invisible characters gone, and characters that the
 * typeface cannot draw replaced by a stand-in and named in the notes. A PDF/A file may not hold an undrawable character.
 */
export function printable<T>(content: T, covers: Covers): Printable<T> {
  const replaced = new Set<string>()
  const clean = mapTexts(content, (text) => printableText(text, covers, replaced))
  const characters = [...replaced].sort()
  return {
    content: clean,
    notes: characters.length > 0 ? [{ code: 'pdf.characters-replaced', characters }] : [],
  }
}

function printableText(text: string, covers: Covers, replaced: Set<string>): string {
  const spaced = text.toWellFormed().replace(SPACES, ' ')
  const visible = visibleOnly(spaced)
  if (isCovered(visible, covers)) return oneSpaced(visible)
  // Over the joiners too, which make one picture of several characters.
  const drawn = [...clusters.segment(spaced)].map(({ segment }) =>
    drawable(visibleOnly(segment), covers, replaced),
  )
  return oneSpaced(drawn.join(''))
}

const visibleOnly = (text: string) => text.replace(INVISIBLE, '')
const oneSpaced = (text: string) => text.replace(/ {2,}/gu, ' ')

/** One letter with its marks: at most one stand-in, and a mark that cannot be drawn leaves its letter standing. */
function drawable(cluster: string, covers: Covers, replaced: Set<string>): string {
  if (isCovered(cluster, covers)) return cluster
  let drawn = ''
  for (const character of cluster) {
    const codePoint = character.codePointAt(0) ?? 0
    const same = SAME_SIGN.get(codePoint)
    if (covers(codePoint)) drawn += character
    else if (same !== undefined) drawn += same
    else {
      replaced.add(character)
      if (drawn === '') drawn = STAND_IN
    }
  }
  return drawn
}

function isCovered(text: string, covers: Covers): boolean {
  for (const character of text) if (!covers(character.codePointAt(0) ?? 0)) return false
  return true
}

/** The same value with every string passed through `change`. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)])) as T
}
