/** Why a password cannot be used; the code is also the key of its sentence. */
export type PasswordFault =
  | 'password.too-short'
  | 'password.too-long'
  | 'password.common'
  | 'password.personal'

/** NIST SP 800-63B-4, 3.1.1: length counts, kinds of letters do not; nothing is asked to be changed after a time. */
const SHORTEST = 12
const LONGEST = 200

/** The one form in which a password is hashed: marks of a Thai vowel may be typed in either order. */
export const foldPassword = (password: string): string => password.normalize('NFKC')

/** Null when it may be used. `personal` are the words that others know: name, address, agency. */
export function faultOfPassword(password: string, personal: readonly string[]): PasswordFault | null {
  const folded = foldPassword(password)
  const letters = [...folded]
  if (letters.length < SHORTEST) return 'password.too-short'
  if (letters.length > LONGEST) return 'password.too-long'
  const plain = folded.toLowerCase().replace(/\s/gu, '')
  if (new Set(plain).size < 5 || isRun(plain) || isMostly(plain, COMMON)) return 'password.common'
  const known = personal
    .flatMap((text) =>
      foldPassword(text)
        .toLowerCase()
        .split(/[\s@.]+/u),
    )
    .filter((word) => word.length >= 4)
  return isMostly(plain, known) ? 'password.personal' : null
}

/** What is left of it without those words, digits and signs is no secret. Thai vowels above and below are letters too. */
function isMostly(password: string, words: readonly string[]): boolean {
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  const left = longestFirst.reduce((text, word) => text.replaceAll(word, ' '), password)
  return left !== password && left.replace(/[^\p{L}\p{M}]/gu, '').length < 5
}

/** "abcdefghijkl", "123456789012", "qwertyuiopas": neighbours on the keyboard or in the alphabet. */
function isRun(password: string): boolean {
  return RUNS.some((run) => run.includes(password.slice(0, 8)) && password.length < 16)
}

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
]
const COMMON = [
  'password',
  'p@ssw0rd',
  'qwerty',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'iloveyou',
  'prongsai',
  'thailand',
  'bangkok',
]
