/**
 * A reference to an item or indicator of one framework year: `2566:o28`, `2567:O28`, `2568:O28`, `2567:ind6`, `2567:ind9.1`.
 * The year is the framework's, in the Buddhist era. The same bare code means different things in different years, so a
 * code without its year is not a reference and does not parse.
 */
export type ItemRef = string & { readonly __brand: 'ItemRef' }

const REF = /^(25\d{2}):((?:[ieoIEO][1-9]\d?(?:\.[1-9]\d?)?)|ind(?:[1-9]|10)(?:\.[1-9])?)$/

/** Parses `YEAR:CODE`; null for anything else, a bare code included. */
export function parseItemRef(text: string): ItemRef | null {
  return REF.test(text) ? (text as ItemRef) : null
}

/** Joins a Buddhist-era framework year and a code in the writing of that year's catalogue. Throws on a malformed code. */
export function itemRef(year: number, code: string): ItemRef {
  const ref = parseItemRef(`${year}:${code}`)
  if (ref === null) throw new Error(`not an item reference: ${year}:${code}`)
  return ref
}

export const yearOf = (ref: ItemRef): number => Number(ref.slice(0, 4))
export const codeOf = (ref: ItemRef): string => ref.slice(5)
