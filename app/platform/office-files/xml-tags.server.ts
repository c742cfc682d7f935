/** A tag of an XML text. `name` is without its prefix; `text` is what stands between the angle brackets. */
export type XmlTag = Readonly<{ kind: 'open' | 'close' | 'empty'; name: string; text: string }>

const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const ASKS = 0x3f
const QUOTES: ReadonlySet<number | undefined> = new Set([0x22, 0x27])
// What begins so is no tag, and ends so. A document type is passed over unless it declares entities.
const NO_TAGS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!DOCTYPE', '>'],
] as const
const DECLARES = '['
const NAME = /^\/?(?:[^\s:/]+:)?([^\s:/]+)/u
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu

/** What no office program writes: entities declared in a file, a tag that never ends or has another inside it. */
export class UnusualXml extends Error {}

/**
 * The tags of an XML text in order, found without building anything of them. Throws `UnusualXml` where two parsers could
 * disagree about what is a tag.
 */
export function* xmlTags(xml: Buffer): Generator<XmlTag> {
  for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at)) {
    const end = endOfNoTag(xml, at)
    if (end !== null) {
      at = end
      continue
    }
    const closes = endOfTag(xml, at)
    const text = xml.toString('latin1', at + 1, closes)
    const name = NAME.exec(text)?.[1]
    if (name === undefined) throw new UnusualXml()
    const kind = text.startsWith('/') ? 'close' : text.endsWith('/') ? 'empty' : 'open'
    yield { kind, name, text }
    at = closes + 1
  }
}

/** Where a comment and its like end; null at a tag. */
function endOfNoTag(xml: Buffer, at: number): number | null {
  const mark = xml[at + 1]
  if (mark !== BANG && mark !== ASKS) return null
  const [opens, closes] =
    NO_TAGS.find(([start]) => xml.toString('latin1', at, at + start.length) === start) ?? []
  const end = opens === undefined ? -1 : xml.indexOf(closes ?? '', at + opens.length)
  if (end < 0 || closes === undefined) throw new UnusualXml()
  if (closes === '>' && xml.toString('latin1', at, end).includes(DECLARES)) throw new UnusualXml()
  return end + closes.length
}

/** A closing tag has no attributes, so nothing in it is quoted. */
function endOfTag(xml: Buffer, start: number): number {
  const mayQuote = xml[start + 1] !== SLASH
  let quote: number | undefined
  for (let at = start + 1; at < xml.length; at += 1) {
    const byte = xml[at]
    if (byte === LESS) break
    if (quote !== undefined) quote = byte === quote ? undefined : quote
    else if (mayQuote && QUOTES.has(byte)) quote = byte
    else if (byte === GREATER) return at
  }
  throw new UnusualXml()
}

/** Value of an attribute as it is written; null without one. Twice the same attribute is no XML. */
export function attributeOf({ text }: XmlTag, name: string): string | null {
  const found = [...text.matchAll(ATTRIBUTE)].filter((match) => match[1] === name)
  if (found.length > 1) throw new UnusualXml()
  return found[0]?.[2] ?? found[0]?.[3] ?? null
}
