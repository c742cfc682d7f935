import type { Bilingual } from '../../i18n/language.ts'

/** Something that must be seen at an address. `element` is the element's key; empty for the address as a whole. */
export type ElementMark = Readonly<{
  element: string
  label: Bilingual
  /** Words any of which shows it, as they are printed; white space and tone of case do not count. Empty: none are looked for. */
  anyOf: readonly string[]
  /** Heads of the columns that its table must have, each by the words any of which names it. */
  columns: readonly (readonly string[])[]
}>

/** An address that the agency answers for, and what an assessor must find there. */
export type WatchTarget = Readonly<{
  /** Absolute, http or https. */
  address: string
  /** What it is of: the item, the page. */
  title: Bilingual
  /** The unit that answers for it; null: the coordinators. */
  unitId: string | null
  /** Where it is worked on, behind `/office/`. */
  part: string
  marks: readonly ElementMark[]
  /** A year of the Buddhist era that must be named there; null where any may. */
  namesYear: number | null
  /** The file that was approved, by its hash; null where the content may change. */
  sha256: string | null
  /** Whether it is a page whose menu must hold the required links. */
  hasMenu: boolean
}>

/** What may be wrong. The codes are contracts: they stand in the database. Those that end the check come first. */
const WATCH_CODES = [
  'address.unreadable',
  'address.private',
  'address.not-allowed',
  'name.unknown',
  'connection.refused',
  'connection.broken',
  'certificate.broken',
  'answer.slow',
  'answer.too-large',
  'redirect.endless',
  'status.error',
  'file.changed',
  'content.active',
  'content.unreadable',
  'content.empty',
  'pdf.no-text',
  'element.missing',
  'column.missing',
  'year.missing',
  'menu-link.missing',
  'link.dead',
  'title.missing',
  'certificate.expiring',
  'type.mismatched',
  'accessibility.broken',
] as const
export type WatchCode = (typeof WATCH_CODES)[number]
/** What hinders at every page of a site alike. */
export const SITE_AWAY: readonly WatchCode[] = ['name.unknown', 'connection.refused', 'certificate.broken']

/** 'fails': an assessor would give 0. 'warns': worth mending. */
export type WatchWeight = 'fails' | 'warns'

/** One thing that is wrong at an address. */
export type WatchFinding = Readonly<{
  code: WatchCode
  weight: WatchWeight
  /** The element, column, link or rule that it is about; empty for the whole address. */
  subject: string
  /** What its words are made of: `label`, `count`, `status`, `host`… */
  detail: Readonly<Record<string, string>>
}>

export type WatchDrift = 'title' | 'content' | 'size' | 'elements' | 'certificate'

/** What was seen at an address at one time. */
export type WatchFacts = Readonly<{
  /** Addresses passed through, the asked one first. */
  redirects: readonly string[]
  certificate: Readonly<{ validTo: string; issuer: string; subject: string }> | null
  /** Every mark that was looked for, and whether it was seen. */
  elements: readonly Readonly<{ element: string; label: Bilingual; isSeen: boolean }>[]
  /** Required links of the menu by name, and where they lead. */
  menuLinks: readonly Readonly<{ name: string; address: string | null }>[]
  /** Pages of a PDF, and how many of them have text; null for other kinds. */
  pages: Readonly<{ all: number; withText: number }> | null
  /** Rules of accessibility that are broken, by name, with how often; null where nothing could be counted. */
  accessibility: Readonly<Record<string, number>> | null
  /** How the text was read: the first words of it. */
  excerpt: string | null
  /** What is not as it was when it was last looked at; empty at the first look. */
  drift: readonly WatchDrift[]
}>

export type WatchResult = Readonly<{
  address: string
  startedAt: Date
  durationMs: number
  status: number | null
  finalAddress: string | null
  mediaType: string | null
  /** Bytes. */
  size: number | null
  sha256: string | null
  lastModified: Date | null
  title: string | null
  facts: WatchFacts
  findings: readonly WatchFinding[]
  /** No finding that fails. */
  passes: boolean
}>

/** A finding that no later check saw mended. */
export type OpenFinding = WatchFinding & Readonly<{ address: string; raisedAt: Date; lastSeenAt: Date }>

/** Who had an address looked at. */
export type AskedBy = 'night' | 'person' | 'command'
/** A look that was kept. */
export type KeptCheck = WatchResult & Readonly<{ id: string; askedBy: AskedBy }>

export type CaptureReason = 'submission' | 'night' | 'person'
/** What was seen at an address at a time, kept as evidence: the bytes that came, and a dated record of them as PDF. */
export type Capture = Readonly<{
  id: string
  address: string
  checkId: string
  reason: CaptureReason
  capturedAt: Date
  capturedByName: string
  /** The bytes that came, in the store of files under their hash. Size in bytes. */
  mediaType: string
  fileName: string
  size: number
  sha256: string
  /** The record, in the same store. */
  recordSize: number
  recordSha256: string
}>
