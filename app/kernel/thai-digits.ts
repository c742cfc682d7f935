const THAI_ZERO = 0x0e50

/** Thai digits to Arabic ones; everything else unchanged, one character for one. */
export const toArabicDigits = (text: string): string =>
  text.replace(/[\u0e50-\u0e59]/gu, (digit) => String(digit.charCodeAt(0) - THAI_ZERO))
