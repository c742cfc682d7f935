import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * The one way to write a JSON value: keys sorted, no white space (RFC 8785). Throws on what JSON cannot hold and on text
 * that is not well-formed Unicode.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hexadecimal. */
export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')

/** The hash by which content is known, printed and verified: SHA-256 of its canonical JSON. */
export const contentHash = (value: unknown): string => sha256Hex(canonicalJson(value))
