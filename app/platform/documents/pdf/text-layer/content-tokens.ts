/**
 * A token of a content stream. Only numbers are read at once: a report has a million tokens and the text layer needs the
 * value of few, so names, strings and operators stay where they are in the bytes.
 */
export type Token = Readonly<{ kind: TokenKind; start: number; end: number; number: number }>
export type TokenKind = 'string' | 'number' | 'name' | 'bracket'
/** Is told of every operator with its operands (ISO 32000-1, 7.8.2); `operands` and what is in it are reused after the call. */
export type OnOperator = (
  operator: string,
  place: Readonly<{ start: number; end: number }>,
  operands: readonly Token[],
) => void

const BACKSLASH = 0x5c
const OPEN_STRING = 0x28
const CLOSE_STRING = 0x29
const ANGLE = 0x3c
const CLOSE_ANGLE = 0x3e
const SOLIDUS = 0x2f
const COMMENT = 0x25
const POINT = 0x2e
const MINUS = 0x2d
const LINE_FEED = 10
const RETURN = 13

/** Of every byte: 0 ordinary, 1 white space, 2 delimiter. */
const CLASS = new Uint8Array(256)
for (const byte of [0, 9, LINE_FEED, 12, RETURN, 32]) CLASS[byte] = 1
for (const character of '()<>[]{}/%') CLASS[character.charCodeAt(0)] = 2

/** Reads a decoded content stream from end to end. Comments are left out. */
export function readOperators(bytes: Buffer, onOperator: OnOperator): void {
  const pool = new TokenPool()
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (CLASS[byte] === 1) at += 1
    else if (byte === COMMENT) at = endOfLine(bytes, at)
    else if (CLASS[byte] === 2) {
      const end = endOfDelimited(bytes, at, byte)
      pool.add(kindOf(bytes, at, byte), at, end, 0)
      at = end
    } else {
      const end = endOfWord(bytes, at)
      if (startsNumber(byte)) pool.add('number', at, end, numberAt(bytes, at, end))
      else {
        onOperator(wordAt(bytes, at, end), { start: at, end }, pool.operands)
        pool.operands.length = 0
      }
      at = end
    }
  }
}

/** The operands of one operator after the other in the same few objects. */
class TokenPool {
  readonly operands: Token[] = []
  readonly #tokens: { kind: TokenKind; start: number; end: number; number: number }[] = []

  add(kind: TokenKind, start: number, end: number, number: number): void {
    const count = this.operands.length
    let token = this.#tokens[count]
    if (token) {
      token.kind = kind
      token.start = start
      token.end = end
      token.number = number
    } else {
      token = { kind, start, end, number }
      this.#tokens.push(token)
    }
    this.operands.push(token)
  }
}

/** The name without its solidus. */
export const nameOf = (bytes: Buffer, { start, end }: Token): string =>
  bytes.toString('latin1', start + 1, end)

/** The two-byte glyph numbers of a string, whichever way it is written. */
export function glyphsOf(bytes: Buffer, token: Token): readonly number[] {
  const values = bytes[token.start] === ANGLE ? hexBytes(bytes, token) : literalBytes(bytes, token)
  const glyphs: number[] = []
  for (let at = 0; at + 1 < values.length; at += 2)
    glyphs.push(((values[at] ?? 0) << 8) | (values[at + 1] ?? 0))
  return glyphs
}

const startsNumber = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || byte === MINUS || byte === POINT || byte === 0x2b

function numberAt(bytes: Buffer, start: number, end: number): number {
  let digits = 0
  let scale = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte === POINT) scale = 1
    else if (byte >= 0x30 && byte <= 0x39) {
      digits = digits * 10 + byte - 0x30
      scale *= 10
    }
  }
  const size = scale > 1 ? digits / scale : digits
  return bytes[start] === MINUS ? -size : size
}

const words = new Map<number, string>()

/** Operators are at most three letters: each is made once. */
function wordAt(bytes: Buffer, start: number, end: number): string {
  if (end - start > 3) return bytes.toString('latin1', start, end)
  let key = 0
  for (let at = start; at < end; at++) key = (key << 8) | (bytes[at] ?? 0)
  const known = words.get(key)
  if (known !== undefined) return known
  const word = bytes.toString('latin1', start, end)
  words.set(key, word)
  return word
}

function kindOf(bytes: Buffer, start: number, byte: number): TokenKind {
  if (byte === OPEN_STRING) return 'string'
  if (byte === SOLIDUS) return 'name'
  return byte === ANGLE && bytes[start + 1] !== ANGLE ? 'string' : 'bracket'
}

function endOfDelimited(bytes: Buffer, start: number, byte: number): number {
  const isDouble = bytes[start + 1] === byte
  if (byte === OPEN_STRING) return endOfLiteral(bytes, start + 1)
  if (byte === SOLIDUS) return endOfWord(bytes, start + 1)
  if (byte === ANGLE && !isDouble) {
    const close = bytes.indexOf(CLOSE_ANGLE, start)
    return close < 0 ? bytes.length : close + 1
  }
  return start + ((byte === ANGLE || byte === CLOSE_ANGLE) && isDouble ? 2 : 1)
}

function endOfWord(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && CLASS[bytes[at] ?? 0] === 0) at += 1
  return at
}

function endOfLine(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at += 1
  return at
}

function endOfLiteral(bytes: Buffer, from: number): number {
  let depth = 1
  let at = from
  for (; at < bytes.length && depth > 0; at++) {
    const byte = bytes[at]
    if (byte === BACKSLASH) at += 1
    else if (byte === OPEN_STRING) depth += 1
    else if (byte === CLOSE_STRING) depth -= 1
  }
  return at
}

function hexBytes(bytes: Buffer, { start, end }: Token): Uint8Array {
  return Buffer.from(bytes.toString('latin1', start + 1, end - 1).replace(/\s/g, ''), 'hex')
}

const ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x6e, LINE_FEED],
  [0x72, RETURN],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
])

function literalBytes(bytes: Buffer, { start, end }: Token): readonly number[] {
  const values: number[] = []
  let at = start + 1
  while (at < end - 1) {
    const byte = bytes[at] ?? 0
    at += 1
    if (byte !== BACKSLASH) {
      values.push(byte)
      continue
    }
    const escaped = escapeAt(bytes, at)
    if (escaped.byte !== null) values.push(escaped.byte)
    at = escaped.end
  }
  return values
}

/** What follows a backslash: up to three octal digits, a named control, an escaped end of line, or the byte itself. */
function escapeAt(bytes: Buffer, at: number): { byte: number | null; end: number } {
  const byte = bytes[at] ?? 0
  if (isOctal(byte)) {
    let value = 0
    let end = at
    while (end < at + 3 && isOctal(bytes[end] ?? 0)) value = value * 8 + (bytes[end++] ?? 0) - 0x30
    return { byte: value & 0xff, end }
  }
  if (byte === RETURN) return { byte: null, end: at + (bytes[at + 1] === LINE_FEED ? 2 : 1) }
  if (byte === LINE_FEED) return { byte: null, end: at + 1 }
  return { byte: ESCAPES.get(byte) ?? byte, end: at + 1 }
}

const isOctal = (byte: number) => byte >= 0x30 && byte <= 0x37
