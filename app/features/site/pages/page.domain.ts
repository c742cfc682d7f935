import type { MaybeBilingual } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'

/** What staff write for the site. The names are contracts: they stand in the database. */
export const PAGE_KINDS = ['page', 'policy', 'news', 'question', 'service'] as const
export type PageKind = (typeof PAGE_KINDS)[number]
export const isPageKind = (kind: string): kind is PageKind => (PAGE_KINDS as readonly string[]).includes(kind)

/** Policies that a public site must have, by their slugs. */
export const POLICY_SLUGS = ['website', 'cyber-security', 'privacy', 'terms'] as const

/** A picture with what it shows: a file that anybody may have, of a page once it is published. */
export type PagePicture = Readonly<{
  sha256: string
  fileName: string
  mediaType: string
  alt: MaybeBilingual
  /** Of a page: the evidence that it was chosen from, which is opened to everybody when the page is published. */
  evidence?: Readonly<{ id: string; version: number }>
}>

/** A part of a service manual: a value, declared none ("ไม่มีค่าธรรมเนียม"), or missing (null). */
export type ServicePart = Readonly<{ state: 'value' | 'none'; text: MaybeBilingual }> | null
/** คู่มือการให้บริการ: what somebody must know who wants a service (2568:O9). */
export type ServiceFacts = Readonly<
  Record<'steps' | 'time' | 'channels' | 'fee' | 'documents' | 'laws', ServicePart>
>

/** Everything that a page shows: what is frozen when it is published. Bodies are Markdown without HTML. */
export type PageContent = Readonly<{
  schema: 'prongsai.page/1'
  kind: PageKind
  /** Its address: small letters, digits and hyphens. */
  slug: string
  /** Of a question: the question. */
  title: MaybeBilingual
  /** One or two sentences for lists and previews. */
  lead: MaybeBilingual | null
  body: MaybeBilingual
  pictures: readonly PagePicture[]
  /** The day of a piece of news; null for other kinds. */
  date: IsoDay | null
  service: ServiceFacts | null
}>
