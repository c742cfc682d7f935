const THAI = /[\u0e01-\u0e5b]/u

/** The language to declare of words that somebody typed: reports are in Thai, on an English page too. */
export const spokenIn = (words: string): 'th' | undefined => (THAI.test(words) ? 'th' : undefined)

/** Words that somebody typed, in the language in which they are to be spoken. */
export const Worded = ({ children }: { children: string }) => (
  <span lang={spokenIn(children)}>{children}</span>
)
