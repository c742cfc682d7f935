/** A paper in the form of Thai official correspondence, as PDF and DOCX set it. Every text is plain and of one line. */
export type OfficialPaper = Readonly<{
  title: string
  agencyName: string
  /** Centred lines at the head, the name of the paper first. */
  head: readonly string[]
  rosters: readonly Roster[]
  opening: string | null
  items: readonly PaperItem[]
  closing: string | null
  signatures: readonly Signature[]
  /** What stands in the page foot beside the number of the page. */
  foot: string
  /** The date of the file: of its content, so that a file made again is the same file. */
  madeAt: Date
}>

/** People under a heading, numbered; `title` says what they are in the agency and in the meeting, and may be empty. */
export type Roster = Readonly<{
  heading: string
  people: readonly Readonly<{ name: string; title: string }>[]
}>

export type PaperItem = Readonly<{ heading: string; parts: readonly PaperPart[] }>
export type PaperPart =
  | Readonly<{ kind: 'text'; paragraphs: readonly string[] }>
  /** A bold word, and what it says in the same line. */
  | Readonly<{ kind: 'labelled'; label: string; text: string }>
  | Readonly<{ kind: 'hash'; label: string; short: string; full: string }>
  | Readonly<{ kind: 'list'; label: string; entries: readonly string[] }>
  | Readonly<{ kind: 'note'; text: string }>

/** A place for a name to be signed; `lines` are those below it. */
export type Signature = Readonly<{ label: string; name: string | null; fields: readonly string[] }>

/** A text that somebody typed, paragraph by paragraph. */
export const typedText = (text: string): PaperPart => ({
  kind: 'text',
  paragraphs: text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
})
