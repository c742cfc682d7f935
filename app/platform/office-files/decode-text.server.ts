import { err, ok, type Result } from '../../kernel/result.ts'
import { type FileFault, fileFault } from './file-fault.ts'

export type DecodedText = Readonly<{ text: string; encoding: 'UTF-8' | 'Windows-874' }>

// biome-ignore lint/suspicious/noControlCharactersInRegex: counted, to tell text from other bytes
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/gu
// Vowels and tone marks above or below, which only stand on a consonant or on one another.
const STRAY_MARK = /(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/gu
const THAI = /[\u0e01-\u0e5b]/gu
const NOT_ASCII = /[\u0080-\uffff]/gu
const MOST_CONTROLS = 0.001
const FEWEST_THAI = 0.9
const MOST_STRAY = 0.02
const FEWEST_WORDS = 2
const SAMPLE = 200_000

/**
 * UTF-8, strictly; else Windows-874 (TIS-620), when what comes out reads like Thai and holds at least two of `thaiWords`.
 * Anything else is refused rather than guessed: a wrong guess would be published.
 */
export function decodeText(bytes: Uint8Array, thaiWords: readonly string[]): Result<DecodedText, FileFault> {
  if (bytes.length === 0) return notText('empty')
  const utf16 = wideEncodingOf(bytes)
  if (utf16) return unknownEncoding(utf16)
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== null) return isMostlyText(utf8) ? ok({ text: utf8, encoding: 'UTF-8' }) : notText('binary')
  if (bytes.subarray(0, SAMPLE).includes(0)) return notText('binary')
  const thai = decode(bytes, 'windows-874')
  if (thai === null || !isPlausiblyThai(thai, thaiWords)) return unknownEncoding(null)
  return ok({ text: thai, encoding: 'Windows-874' })
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 and UTF-32 begin with a mark; without one, nearly every second byte of UTF-16 is the high half of a letter. */
function wideEncodingOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32'
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16'
  const sample = bytes.subarray(0, 4096)
  const highHalves = [0, 0]
  for (const [at, byte] of sample.entries())
    if (byte === 0 || byte === 0x0e) highHalves[at % 2] = (highHalves[at % 2] ?? 0) + 1
  const [fewer = 0, more = 0] = highHalves.toSorted((x, y) => x - y)
  return sample.length > 1 && more > sample.length * 0.4 && fewer < sample.length * 0.1 ? 'UTF-16' : null
}

const share = (text: string, pattern: RegExp, of: number) =>
  of === 0 ? 0 : (text.match(pattern)?.length ?? 0) / of

const isMostlyText = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  return share(sample, CONTROLS, sample.length) <= MOST_CONTROLS
}

function isPlausiblyThai(text: string, words: readonly string[]): boolean {
  const sample = text.slice(0, SAMPLE)
  const notAscii = sample.match(NOT_ASCII)?.length ?? 0
  const thai = sample.match(THAI)?.length ?? 0
  return (
    isMostlyText(sample) &&
    thai >= notAscii * FEWEST_THAI &&
    share(sample, STRAY_MARK, thai) <= MOST_STRAY &&
    words.filter((word) => sample.includes(word)).length >= FEWEST_WORDS
  )
}

const unknownEncoding = (name: string | null): Result<never, FileFault> =>
  err(fileFault('unknown-encoding', name === null ? null : { kind: 'named', text: name }))

const notText = (kind: 'empty' | 'binary'): Result<never, FileFault> =>
  err(fileFault('unknown-format', { kind }))
