import type { Reading } from '../reading/reading.domain.ts'
import type { WatchCode, WatchFacts, WatchFinding, WatchTarget, WatchWeight } from '../watch.domain.ts'
import { MENU_LINKS } from './menu-links.th.ts'
import { type Folded, folded, hasAny, hasYear, saysNone } from './words.domain.ts'

/** What came and what was read of it. */
export type Seen = Readonly<{
  address: string
  saidType: string | null
  /** Whether the answer says that it is to be kept as a file. */
  isAttachment: boolean
  size: number
  sha256: string
  /** Null where the bytes could not be read. */
  reading: Reading | null
}>
export type Detected = Readonly<{
  findings: readonly WatchFinding[]
  facts: Pick<WatchFacts, 'elements' | 'menuLinks' | 'pages' | 'excerpt'>
}>

const LONGEST_EXCERPT = 600
const DOCUMENT_NAME = /\.(pdf|docx?|xlsx?|pptx?|csv|odt|ods|odp|txt|rtf|zip|png|jpe?g|webp)$/i
const DOCUMENT_TYPE = /^(application\/(?!xhtml|octet-stream|xml)|image\/|text\/(csv|plain))/i

export const finding = (
  code: WatchCode,
  weight: WatchWeight,
  subject = '',
  detail: Readonly<Record<string, string>> = {},
): WatchFinding => ({ code, weight, subject, detail })

/** What an assessor would say of what came, by the marks that must be seen there. */
export function detect(target: WatchTarget, seen: Seen): Detected {
  const { reading } = seen
  const changed =
    target.sha256 !== null && target.sha256 !== seen.sha256 ? [finding('file.changed', 'fails')] : []
  const nothing = { elements: [], menuLinks: [], pages: null, excerpt: null }
  if (seen.size === 0) return { findings: [...changed, finding('content.empty', 'fails')], facts: nothing }
  if (!reading) return { findings: [...changed, finding('content.unreadable', 'fails')], facts: nothing }
  const isPage = reading.kind === 'html' && !isDocument(target, seen)
  const hidden = disguise(target, seen, reading)
  const text = folded([reading.title ?? '', reading.text ?? '', reading.columns.flat().join('\n')].join('\n'))
  const isReadable = reading.text !== null && reading.text !== ''
  const elements = isReadable ? target.marks.map((mark) => seenMark(mark, reading, text)) : []
  const menuLinks = target.hasMenu && isPage ? MENU_LINKS.map((link) => foundLink(link, reading)) : []
  return {
    findings: [
      ...changed,
      ...hidden,
      ...emptiness(reading),
      ...elements.flatMap(({ missing }) => missing),
      ...(isReadable && target.namesYear !== null && !hasYear(text, target.namesYear)
        ? [finding('year.missing', 'fails', '', { year: String(target.namesYear) })]
        : []),
      ...menuLinks.flatMap(({ missing }) => missing),
      ...(isPage && reading.title === null ? [finding('title.missing', 'warns')] : []),
    ],
    facts: {
      elements: elements.map(({ element, label, isSeen }) => ({ element, label, isSeen })),
      menuLinks: menuLinks.map(({ name, address }) => ({ name, address })),
      pages: reading.pages,
      excerpt: reading.text?.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_EXCERPT).toWellFormed() || null,
    },
  }
}

/** Whether an address gives a document to be kept, and no page to be read in the window. */
export const isDocument = (
  target: Pick<WatchTarget, 'sha256'>,
  { address, saidType, isAttachment }: Pick<Seen, 'address' | 'saidType' | 'isAttachment'>,
): boolean =>
  target.sha256 !== null ||
  isAttachment ||
  DOCUMENT_NAME.test(URL.canParse(address) ? new URL(address).pathname : '') ||
  DOCUMENT_TYPE.test(saidType ?? '')

/** A page or a drawing that could run something in the place of a document, and bytes that are not what they are said to be. */
function disguise(target: WatchTarget, seen: Seen, reading: Reading): readonly WatchFinding[] {
  const { kind, active, mediaType } = reading
  const said = (seen.saidType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const parts = { parts: active.join(', ') }
  if (kind === 'svg' && active.length > 0) return [finding('content.active', 'fails', '', parts)]
  if (kind === 'html' && isDocument(target, seen)) {
    if (active.length > 0) return [finding('content.active', 'fails', '', parts)]
    return [finding('type.mismatched', 'fails', '', { said: said || '?', seen: mediaType })]
  }
  if (kind === 'pdf' && active.length > 0) return [finding('content.active', 'warns', '', parts)]
  return said === '' || isSaid(said, reading)
    ? []
    : [finding('type.mismatched', 'warns', '', { said, seen: mediaType })]
}

/** Kinds that servers name loosely are believed. */
function isSaid(said: string, { kind, mediaType }: Reading): boolean {
  if (said === 'application/octet-stream' || said === 'binary/octet-stream' || said === mediaType) return true
  switch (kind) {
    case 'html':
      return said === 'application/xhtml+xml'
    case 'text':
    case 'csv':
      return said.startsWith('text/') || said.endsWith('json') || said.endsWith('xml') || said.endsWith('csv')
    case 'picture':
      return said.startsWith('image/')
    case 'pdf':
    case 'svg':
      return false
    case 'docx':
    case 'xlsx':
      return said === 'application/zip'
    case 'other':
      return !/^(text\/html|application\/pdf)$/.test(said)
  }
}

function emptiness({ kind, text, pages, pictures }: Reading): readonly WatchFinding[] {
  if (pages !== null && pages.withText === 0)
    return [finding('pdf.no-text', 'warns', '', { pages: String(pages.all) })]
  if (kind !== 'picture' && kind !== 'other' && text === '' && pictures === 0)
    return [finding('content.empty', 'fails')]
  return []
}

type Mark = WatchTarget['marks'][number]

function seenMark({ element, label, anyOf, columns }: Mark, reading: Reading, text: Folded) {
  const labels = { 'label.th': label.th, 'label.en': label.en }
  const isSaidNone = saysNone(text, [label.th, label.en, ...anyOf])
  const isNamed = anyOf.length === 0 || hasAny(text, anyOf) || isSaidNone
  const missing = isNamed ? [] : [finding('element.missing', 'fails', element, labels)]
  // Of what there is none, no table has to stand there.
  const lacking = isSaidNone ? [] : columns.filter((names) => !hasColumn(reading, names))
  return {
    element,
    label,
    isSeen: isNamed && lacking.length === 0,
    missing: [
      ...missing,
      ...lacking.map((names) =>
        finding('column.missing', 'fails', `${element} ${names[0] ?? ''}`.trim(), { label: names[0] ?? '' }),
      ),
    ],
  }
}

/** A text without tables, as of a PDF, shows a column by its words alone. */
function hasColumn({ columns, text }: Reading, names: readonly string[]): boolean {
  return columns.length === 0
    ? hasAny(folded(text ?? ''), names)
    : columns.some((heads) => heads.some((head) => hasAny(folded(head), names)))
}

function foundLink({ name, label, anyOf }: (typeof MENU_LINKS)[number], { links, hasSearch }: Reading) {
  const found = links.find(({ text }) => hasLabel(text, anyOf))
  const isThere = found !== undefined || (name === 'search' && hasSearch)
  return {
    name,
    address: found?.address ?? null,
    missing: isThere
      ? []
      : [finding('menu-link.missing', 'warns', name, { 'label.th': label.th, 'label.en': label.en })],
  }
}

/** Short names of Latin letters are words of their own: "digital" is no ITA. */
const hasLabel = (text: string, anyOf: readonly string[]): boolean =>
  anyOf.some((words) =>
    /^[A-Z]{2,4}$/.test(words)
      ? new RegExp(`(?<![A-Za-z])${words}(?![A-Za-z])`).test(text)
      : hasAny(folded(text), [words]),
  )
