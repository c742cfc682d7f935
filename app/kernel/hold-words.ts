import { keepWords } from './keep-words.ts'

/** React's mark between two texts, for a script that these pages do not have. */
const REACT_JOINT = '<!-- -->'
const TAG = /(<[^>]+>)/
const THAI = /\p{Script=Thai}/u
/** Their text is no running text: nothing may be put into it. */
const LEFT_ALONE = new Set(['script', 'style', 'title', 'textarea', 'option', 'svg', 'pre', 'code'])
const NO_NAMES: readonly string[] = []
const HELD = '<span class="nowrap">'
const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b|\/>$/

/**
 * HTML in which Thai words that a browser's dictionary would break inside are held together; not a letter
 * changes. For HTML that this program rendered: its attributes hold no ">" that is not escaped. Held twice, it stays the
 * same.
 */
export function holdWords(html: string, properNames: readonly string[] = NO_NAMES): string {
  const alone: string[] = []
  let held = ''
  for (const part of html.replaceAll(REACT_JOINT, '').split(TAG)) {
    if (part.startsWith('<')) follow(part, alone)
    held += alone.length > 0 || part.startsWith('<') || !THAI.test(part) ? part : holdText(part, properNames)
  }
  return held
}

/** Counts the elements that are open within one whose text is left alone. */
function follow(tag: string, alone: string[]): void {
  const name = /^<\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase()
  if (name === undefined || VOID.test(tag)) return
  if (tag.startsWith('</')) {
    if (alone.at(-1) === name) alone.pop()
  } else if (alone.length > 0 || LEFT_ALONE.has(name) || tag === HELD) {
    alone.push(name)
  }
}

/** One element around the text, so that a flexible row sees one piece as before. */
function holdText(text: string, properNames: readonly string[]): string {
  const parts = keepWords(text, properNames)
  if (!parts.some((part) => part.keep)) return text
  return `<span>${parts.map((part) => (part.keep ? `${HELD}${part.text}</span>` : part.text)).join('')}</span>`
}
