import { contentHash } from '../../../platform/hash/content-hash.ts'

/** A report has a few thousand values. What has many more, or is nested deeper, is none, and would only hold up others. */
const MOST_VALUES = 60_000
const DEEPEST = 64

const [QUOTE, BACKSLASH, COMMA, COLON] = ['"', '\\', ',', ':'].map((sign) => sign.charCodeAt(0))
const OPENING = new Set(['{', '['].map((sign) => sign.charCodeAt(0)))
const CLOSING = new Set(['}', ']'].map((sign) => sign.charCodeAt(0)))

/**
 * The content hash of a JSON file however it is written: with other white space, its keys in another order, with or without
 * the note of its source, which is no part of the content. Null for what is no JSON object, has a key twice (who reads it
 * might take either), or is larger than any content.
 */
export function contentHashOfJson(bytes: Uint8Array): string | null {
  const outline = outlineOf(bytes)
  if (outline === null) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    if (countMembers(value) !== outline.members) return null
    const { source: _source, ...content } = value as Record<string, unknown>
    return contentHash(content)
  } catch {
    return null
  }
}

/** How many members its objects have as they are written; null where it is nested too deep or has too many values. */
function outlineOf(bytes: Uint8Array): Readonly<{ members: number }> | null {
  let [depth, values, members] = [0, 0, 0]
  let isText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number
    if (isText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) isText = false
      continue
    }
    if (byte === QUOTE) isText = true
    else if (byte === COLON) members += 1
    else if (byte === COMMA) values += 1
    else if (OPENING.has(byte)) {
      values += 1
      depth += 1
    } else if (CLOSING.has(byte)) depth -= 1
    if (depth > DEEPEST || values > MOST_VALUES) return null
  }
  return { members }
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value)
  return (
    (Array.isArray(value) ? 0 : inner.length) + inner.reduce<number>((sum, one) => sum + countMembers(one), 0)
  )
}
