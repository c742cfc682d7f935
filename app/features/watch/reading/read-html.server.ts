import { openHtml } from './open-html.server.ts'
import { EMPTY_READING, MOST_TEXT, type PageLink, type Reading } from './reading.domain.ts'

const UNSEEN = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'SVG',
  'CANVAS',
])
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
)
const AROUND = 'header, nav, footer, [role=navigation], [role=banner], [role=contentinfo]'
const RUNS = 'script, iframe, object, embed, applet, foreignObject, form, meta[http-equiv=refresh i], base'
const MOST_LINKS = 2_000
const MOST_TABLES = 200
const MOST_COLUMNS = 200
const LONGEST_LABEL = 300

/** Reads a page as somebody sees it: what is hidden does not count. */
export function readHtml(bytes: Uint8Array, saidType: string | null, address: string): Reading {
  const dom = openHtml(bytes, saidType, address)
  const { document } = dom.window
  const reading: Reading = {
    ...EMPTY_READING,
    kind: 'html',
    mediaType: 'text/html',
    title: labelOf(document.title) || null,
    lang: document.documentElement.getAttribute('lang')?.trim() || null,
    text: contentText(document),
    columns: [...document.querySelectorAll('table')].slice(0, MOST_TABLES).map(columnsOf),
    links: linksOf(document, address),
    hasSearch: document.querySelector('[role=search], search, input[type=search]') !== null,
    pictures: document.querySelectorAll('img, svg, picture, canvas, video').length,
    active: activeParts(document),
  }
  dom.window.close()
  return reading
}

/** What could run in a document: names of elements and attributes. */
export function activeParts(document: Document): readonly string[] {
  const found = new Set([...document.querySelectorAll(RUNS)].map(({ localName }) => localName))
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes)
      if (/^on[a-z]/i.test(name)) found.add(name.toLowerCase())
      // Browsers read over white space and control characters in the name of a scheme.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers read over them
      else if (/^(javascript|vbscript|data:text\/html)/i.test(value.replace(/[\u0000-\u0020]/g, '')))
        found.add(`${name}=javascript`)
  return [...found].toSorted()
}

/** Of the main part where there is one: the menu and the foot name everything that a site has, whether this page has it or not. */
function contentText(document: Document): string {
  const [main, ...others] = document.querySelectorAll<HTMLElement>('main, [role=main]')
  return (main && others.length === 0 && visibleText(main)) || visibleText(document.body)
}

/** Iterative: pages may nest deeper than a stack is. */
function visibleText(body: HTMLElement | null): string {
  let text = ''
  const waiting: (Node | string)[] = body ? [body] : []
  while (waiting.length > 0 && text.length < MOST_TEXT) {
    const node = waiting.pop()
    if (typeof node === 'string') text += node
    else if (node?.nodeType === 3) text += node.textContent ?? ''
    else if (node?.nodeType === 1 && !isHidden(node as Element)) {
      const element = node as Element
      if (element.tagName === 'IMG') text += ` ${element.getAttribute('alt') ?? ''} `
      const isBlock = !INLINE.has(element.tagName)
      if (isBlock) waiting.push('\n')
      for (let child = element.lastChild; child !== null; child = child.previousSibling) waiting.push(child)
      if (isBlock) waiting.push('\n')
    }
  }
  return tidy(text)
}

const isHidden = (element: Element): boolean =>
  UNSEEN.has(element.tagName.toUpperCase()) ||
  element.hasAttribute('hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[\s]*/gu, '\n')
    .trim()
    .slice(0, MOST_TEXT)

const labelOf = (text: string | null): string =>
  (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_LABEL)

function columnsOf(table: HTMLTableElement): readonly string[] {
  const heads = [...table.querySelectorAll('th')]
  const cells = heads.length > 0 ? heads : [...(table.rows[0]?.cells ?? [])]
  return cells.slice(0, MOST_COLUMNS).map(({ textContent }) => labelOf(textContent))
}

function linksOf(document: Document, address: string): readonly PageLink[] {
  const found: PageLink[] = []
  const base = document.baseURI || address
  for (const link of document.querySelectorAll('a[href], area[href]')) {
    if (found.length === MOST_LINKS) break
    const href = link.getAttribute('href') ?? ''
    if (!URL.canParse(href, base)) continue
    const url = new URL(href, base)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') continue
    url.hash = ''
    const pictures = [...link.querySelectorAll('img[alt]')].map((picture) => picture.getAttribute('alt'))
    found.push({
      text: labelOf([link.textContent, link.getAttribute('aria-label'), ...pictures].join(' ')),
      address: url.href,
      isInContent: link.closest(AROUND) === null,
    })
  }
  return found
}
