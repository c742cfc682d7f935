/**
 * Damm's quasigroup of order 10: a wrong digit, and two neighbours that change places, are found (H. M. Damm, 2004).
 * https://en.wikipedia.org/wiki/Damm_algorithm
 */
const DAMM: readonly string[] = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** The check digit of ASCII digits; of digits that end with the right one it is 0. */
export const dammOf = (digits: string): number =>
  [...digits].reduce((row, digit) => Number(DAMM[row]?.[Number(digit)]), 0)
