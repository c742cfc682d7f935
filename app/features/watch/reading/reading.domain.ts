/** What the bytes are, whatever their name and header say. */
export type SeenKind = 'html' | 'svg' | 'pdf' | 'docx' | 'xlsx' | 'csv' | 'text' | 'picture' | 'other'

export type PageLink = Readonly<{
  text: string
  address: string
  /** Whether it stands in the content, not in the head, the menu or the foot of the page. */
  isInContent: boolean
}>

/** What was read of the bytes. Texts are as they are written, bounded in length. */
export type Reading = Readonly<{
  kind: SeenKind
  /** Media type as the bytes show it. */
  mediaType: string
  title: string | null
  lang: string | null
  /** Everything that can be read; null where a kind has no text to read, as a picture. */
  text: string | null
  /** Heads of the columns of every table, and texts of its first rows where it has no heads that are marked as such. */
  columns: readonly (readonly string[])[]
  links: readonly PageLink[]
  hasSearch: boolean
  pages: Readonly<{ all: number; withText: number }> | null
  /** Pictures that stand in the content. */
  pictures: number
  /** What could run in it: `script`, `onclick`… */
  active: readonly string[]
}>

/** `unreadable`: the bytes are not what they begin as, or are too complex. */
export type ReadOutcome =
  | Readonly<{ kind: 'read'; reading: Reading }>
  | Readonly<{ kind: 'unreadable'; mediaType: string }>

export type ReadJob =
  | Readonly<{ kind: 'read'; path: string; saidType: string | null; address: string }>
  | Readonly<{ kind: 'accessibility'; path: string; saidType: string | null; address: string }>
/** Broken rules by name with how often; null where a page is too large to be judged. */
export type BrokenRules = Readonly<Record<string, number>> | null
export type ReadMade = ReadOutcome | Readonly<{ kind: 'judged'; rules: BrokenRules }>

export const EMPTY_READING = {
  title: null,
  lang: null,
  text: null,
  columns: [],
  links: [],
  hasSearch: false,
  pages: null,
  pictures: 0,
  active: [],
} satisfies Omit<Reading, 'kind' | 'mediaType'>

/** Characters of text that are kept of one document. */
export const MOST_TEXT = 1_000_000
