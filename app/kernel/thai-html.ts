import { keepWords } from './keep-words.ts'

type ThaiHtml = Readonly<{
  /** The language that the page declares. */
  lang: 'th' | 'en'
  /** Names of persons and places, held together like words. */
  properNames: readonly string[]
}>

/** React's mark between two texts, for a script that these pages do not have. */
const REACT_JOINT = '<!-- -->'
const TAG = /(<[^>]+>)/
const THAI = /\p{Script=Thai}/u
/** From the first Thai letter of a text to its last, with the digits and signs of official writing between them. */
const THAI_STRETCH = /(\p{Script=Thai}+(?:[\d\s.,/()–-]*\p{Script=Thai}+)*)/u
/** Their text is no running text: nothing may be put into it. */
const LEFT_ALONE = new Set(['script', 'style', 'title', 'textarea', 'option', 'svg', 'pre', 'code'])
const HELD = '<span class="nowrap">'
const IN_THAI = '<span lang="th">'
const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b|\/>$/

/**
 * HTML with what Thai text needs, not a letter changed: words that a browser's dictionary would break inside are held
 * together, and in a page of another language every Thai stretch says that it is Thai (WCAG 3.1.2), so that a screen
 * reader speaks it rightly. For HTML that this program rendered: its attributes hold no ">" that is not escaped. What
 * went through once goes through again unchanged.
 */
export function thaiHtml(html: string, options: ThaiHtml): string {
  const alone: string[] = []
  const declared: string[] = []
  const inThai = { ...options, lang: 'th' } as const
  let made = ''
  for (const part of html.replaceAll(REACT_JOINT, '').split(TAG)) {
    if (part.startsWith('<')) {
      follow(part, alone, (name) => LEFT_ALONE.has(name) || part === HELD)
      follow(part, declared, () => part === IN_THAI)
    }
    made +=
      alone.length > 0 || part.startsWith('<') || !THAI.test(part)
        ? part
        : withThai(part, declared.length > 0 ? inThai : options)
  }
  return made
}

/** Counts the elements that are open within one of a kind: whose text is left alone, or that says already that it is Thai. */
function follow(tag: string, open: string[], isOfKind: (name: string) => boolean): void {
  const name = /^<\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase()
  if (name === undefined || VOID.test(tag)) return
  if (tag.startsWith('</')) {
    if (open.at(-1) === name) open.pop()
  } else if (open.length > 0 || isOfKind(name)) {
    open.push(name)
  }
}

/** One element around the text, so that a flexible row sees one piece as before. */
function withThai(text: string, { lang, properNames }: ThaiHtml): string {
  if (lang === 'th') {
    const held = holdWords(text, properNames)
    return held === text ? text : `<span>${held}</span>`
  }
  const parts = text.split(THAI_STRETCH).map((part) => {
    const held = holdWords(part, properNames)
    return THAI.test(part) ? `${IN_THAI}${held}</span>` : held
  })
  return `<span>${parts.join('')}</span>`
}

const holdWords = (text: string, properNames: readonly string[]): string =>
  keepWords(text, properNames)
    .map((part) => (part.keep ? `${HELD}${part.text}</span>` : part.text))
    .join('')
