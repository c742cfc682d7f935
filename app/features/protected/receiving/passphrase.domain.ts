/** Why a passphrase cannot lock a vault; also the key of its sentence. */
export type PassphraseFault =
  | 'passphrase.too-short'
  | 'passphrase.too-long'
  | 'passphrase.too-plain'
  | 'passphrase.personal'
  | 'passphrase.differs'

/**
 * Who steals the database tries passphrases for as long as they like, so length counts more than at a sign-in: about five
 * words. Kinds of letters are not asked for.
 */
const SHORTEST_PASSPHRASE = 20
const LONGEST = 200
const LEAST_DIFFERENT = 8
const SHORTEST_KNOWN = 4

/** The one form in which a passphrase is derived: marks of a Thai vowel may be typed in either order. */
export const foldPassphrase = (typed: string): string => typed.normalize('NFKC').trim()

/** Null when it may be used. `personal` are words that others know: name, address, agency. */
export function faultOfPassphrase(
  { passphrase, again }: Readonly<{ passphrase: string; again: string }>,
  personal: readonly string[],
): PassphraseFault | null {
  const folded = foldPassphrase(passphrase)
  const letters = [...folded]
  if (letters.length < SHORTEST_PASSPHRASE) return 'passphrase.too-short'
  if (letters.length > LONGEST) return 'passphrase.too-long'
  const plain = folded.toLowerCase().replace(/[\s-]/gu, '')
  if (new Set(plain).size < LEAST_DIFFERENT || isRepeated(plain) || isRun(plain))
    return 'passphrase.too-plain'
  const left = known(personal).reduce((text, word) => text.replaceAll(word, ''), plain)
  if (left !== plain && [...left].length < LEAST_DIFFERENT) return 'passphrase.personal'
  return foldPassphrase(again) === folded ? null : 'passphrase.differs'
}

const known = (personal: readonly string[]): readonly string[] =>
  personal
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[\s@.]+/u),
    )
    .filter((word) => word.length >= SHORTEST_KNOWN)
    .sort((one, other) => other.length - one.length)

/** One piece again and again. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length++)
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .startsWith(text)
    )
      return true
  return false
}

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz0123456789',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm1234567890',
]
const isRun = (text: string): boolean =>
  RUNS.some(
    (run) => run.includes(text.slice(0, 10)) || [...run].reverse().join('').includes(text.slice(0, 10)),
  )
