import { err, ok, type Result } from '../../kernel/result.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import { daysAfter } from '../../kernel/thai-day.ts'

/** What a person says about a piece of evidence. */
export type EvidenceFacts = Readonly<{
  title: string
  note: string | null
  /** The day that it is about, apart from the day on which it was brought in. */
  evidenceDate: IsoDay | null
  /** The last day on which it holds. */
  expiresOn: IsoDay | null
  isConfidential: boolean
  /** Whose it is; null where it is of no unit. */
  unitId: string | null
}>

/** Where a picture was taken, in degrees, as its own data says. */
export type PictureLocation = Readonly<{ latitude: number; longitude: number }>

/** What a version holds: a file that is stored under its hash (lower-case hex), or a link. */
export type EvidenceSource =
  | Readonly<{ kind: 'file'; fileName: string; sha256: string; location: PictureLocation | null }>
  | Readonly<{ kind: 'link'; link: string }>

/** What the scanner said of a file; the names are contracts, as they stand in the database. */
export type ScanState = 'not-scanned' | 'clean' | 'infected'

/** A version as it is shown. `size` is in bytes; `mediaType` as the content says, not the name. */
export type VersionContent =
  | Readonly<{
      kind: 'file'
      fileName: string
      sha256: string
      size: number
      mediaType: string
      scan: ScanState
      /** What the scanner calls what it found. */
      scanFinding: string | null
      location: PictureLocation | null
    }>
  | Readonly<{ kind: 'link'; link: string }>

/** Something that evidence proves; the other rooms say what their identifiers mean. */
export type EvidenceObject = Readonly<{ kind: EvidenceObjectKind; id: string }>
export type EvidenceObjectKind = 'measure' | 'outcome' | 'issue' | 'agenda-item' | 'meeting'

/** Expired, or soon to be. */
export type ExpiryState = 'expired' | 'expiring'
export const EXPIRING_WITHIN_DAYS = 30

const LONGEST_TITLE = 300
const LONGEST_NOTE = 4000
const LONGEST_LINK = 2000

/** Evidence holds through its last day; from 30 days before, it is about to expire. Null while there is nothing to say. */
export function expiryOf(expiresOn: IsoDay | null, today: IsoDay): ExpiryState | null {
  if (expiresOn === null) return null
  if (expiresOn < today) return 'expired'
  return expiresOn <= daysAfter(today, EXPIRING_WITHIN_DAYS) ? 'expiring' : null
}

export type FactsFault =
  | 'evidence.no-title'
  | 'evidence.long-title'
  | 'evidence.long-note'
  | 'evidence.expiry-before-date'

// Characters that turn the direction of what stands after them: a title would not read as it stands.
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Facts as they are kept: blanks of the title folded, an empty text as none. */
export function cleanEvidence(typed: EvidenceFacts): Result<EvidenceFacts, FactsFault> {
  const title = typed.title
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const note = typed.note?.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim() || null
  if (title === '') return err('evidence.no-title')
  if (title.length > LONGEST_TITLE) return err('evidence.long-title')
  if ((note ?? '').length > LONGEST_NOTE) return err('evidence.long-note')
  if (typed.evidenceDate !== null && typed.expiresOn !== null && typed.expiresOn < typed.evidenceDate)
    return err('evidence.expiry-before-date')
  return ok({ ...typed, title, note })
}

export type FactName = keyof EvidenceFacts
const FACT_NAMES = [
  'title',
  'note',
  'evidenceDate',
  'expiresOn',
  'isConfidential',
  'unitId',
] as const satisfies readonly FactName[]

/** What becomes of facts that two people changed: see `mergeFacts`. */
export type MergedFacts = Readonly<{
  /** What is to be saved when there is no clash. */
  values: EvidenceFacts
  /** Facts in which `values` differs from the present. */
  changed: readonly FactName[]
  /** Facts that both changed, each to something else. */
  clashes: readonly FactName[]
  /** Facts that I left as they were on my page. */
  untouched: readonly FactName[]
}>

/**
 * Puts what somebody typed together with what stands there now, which another may have changed since `seen`. A fact that only
 * one of them changed is as that one wrote it; what is absent in `mine` stays.
 */
export function mergeFacts({
  seen,
  now,
  mine,
}: Readonly<{ seen: EvidenceFacts; now: EvidenceFacts; mine: Partial<EvidenceFacts> }>): MergedFacts {
  const touched = FACT_NAMES.filter((name) => mine[name] !== undefined && mine[name] !== seen[name])
  const changed = touched.filter((name) => mine[name] !== now[name])
  return {
    values: { ...now, ...Object.fromEntries(touched.map((name) => [name, mine[name]])) },
    changed,
    clashes: changed.filter((name) => now[name] !== seen[name]),
    untouched: FACT_NAMES.filter((name) => !touched.includes(name)),
  }
}

/**
 * A link as it is kept, so that one address is one text: http or https, without a name and password in it. What has no
 * scheme is taken as https.
 */
export function readLink(
  typed: string,
): Result<string, 'evidence.no-link' | 'evidence.bad-link' | 'evidence.long-link'> {
  const text = typed.trim()
  if (text === '') return err('evidence.no-link')
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d+(\/|$)/.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return err('evidence.bad-link')
  const url = new URL(whole)
  const isOfTheWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (!isOfTheWeb || url.username !== '' || url.password !== '' || !url.hostname.includes('.'))
    return err('evidence.bad-link')
  return url.href.length > LONGEST_LINK ? err('evidence.long-link') : ok(url.href)
}

/** Everything in a piece of evidence that a person may search for: title, note, names of its files, links. */
export const evidenceSearchText = (
  { title, note }: Pick<EvidenceFacts, 'title' | 'note'>,
  sources: readonly string[],
): string => [title, note ?? '', ...new Set(sources)].join('\n')

/** A title for a link that was given none: the link as it is read, without what every link begins with. */
export const titleOfLink = (link: string): string => {
  const { hostname, pathname } = new URL(link)
  const path = pathname === '/' ? '' : decoded(pathname)
  return `${hostname.replace(/^www\./, '')}${path}`.slice(0, LONGEST_TITLE)
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What a version is called where no better name is known: the name of its file, or its link. */
export const sourceName = (source: EvidenceSource): string =>
  source.kind === 'file' ? source.fileName : source.link

/** Kinds of evidence to choose from, by what the content is. */
export const EVIDENCE_KINDS = [
  'pdf',
  'picture',
  'document',
  'sheet',
  'slides',
  'media',
  'link',
  'other',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** Media types by kind; whatever is not among them is `other`. */
export const MEDIA_OF_KIND = {
  pdf: ['application/pdf'],
  picture: ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/heic', 'image/heif'],
  document: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
    'text/plain',
  ],
  sheet: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.spreadsheet',
    'text/csv',
  ],
  slides: [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.oasis.opendocument.presentation',
  ],
  media: ['video/mp4', 'video/quicktime', 'audio/mpeg', 'audio/mp4'],
} as const satisfies Partial<Record<EvidenceKind, readonly string[]>>

/** Which kind a version is of. */
export function kindOf(content: VersionContent): EvidenceKind {
  if (content.kind === 'link') return 'link'
  const found = Object.entries(MEDIA_OF_KIND).find(([, types]) =>
    (types as readonly string[]).includes(content.mediaType),
  )
  return found ? (found[0] as EvidenceKind) : 'other'
}
