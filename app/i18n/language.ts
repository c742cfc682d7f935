/** Thai is the source language; English is complete beside it. */
export type Language = 'th' | 'en'
export const LANGUAGES = ['th', 'en'] as const satisfies readonly Language[]

/** One sentence in both languages. */
export type Bilingual = Readonly<{ th: string; en: string }>

/** Words in Thai, and in English where somebody wrote them. */
export type MaybeBilingual = Readonly<{ th: string; en: string | null }>

/**
 * The shape of a dictionary, from its Thai source: the same keys, sentences with parameters as functions of the same
 * parameters. A missing or extra English line does not compile.
 */
export type TextOf<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : TextOf<T[K]>
}
