/** Thai texts for fields, from what people write by mistake to what an attacker writes. */
export const HOSTILE_WORDS = {
  digits: '๑๒๓๔๕๖๗๘๙๐',
  days: ['๓๑ กุมภาพันธ์ ๒๕๖๘', '31/02/2568', '29/2/2567', '1/1/0001', '๙๙/๙๙/๙๙๙๙', '1/10/99999'],
  marks: `ก${'่้๊๋'.repeat(200)}`,
  /** A vowel without a consonant, sara am taken apart, and the sign that repeats. */
  broken: 'ำ์ิีํา ๆๆๆ ฺฺฺ',
  long: 'ก'.repeat(20_000),
} as const
