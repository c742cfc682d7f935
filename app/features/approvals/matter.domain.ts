import type { Bilingual } from '../../i18n/language.ts'
import { cleanLine } from '../../kernel/clean-text.ts'
import { toArabicDigits } from '../../kernel/thai-digits.ts'

/** What may be put before a meeting. The names are contracts: they stand in the database. */
export const MATTER_KINDS = ['measures', 'report', 'document', 'page', 'disclosure', 'withdrawal'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]
/** Kinds that have a chain of approval of their own. That something is withdrawn is decided by who approved it. */
export const CHAIN_KINDS = [
  'measures',
  'report',
  'document',
  'page',
  'disclosure',
] as const satisfies readonly MatterKind[]
export type ChainKind = (typeof CHAIN_KINDS)[number]

/** Kinds of which the public is shown what was approved. */
export const PUBLISHED_KINDS: readonly MatterKind[] = ['report', 'page', 'disclosure']

/** Kinds of which who may publish does, as long as the agency has made no chain for them. */
export const FREE_KINDS: readonly MatterKind[] = ['page', 'disclosure']

export const isMatterKind = (kind: string): kind is MatterKind =>
  (MATTER_KINDS as readonly string[]).includes(kind)
export const isChainKind = (kind: string): kind is ChainKind =>
  (CHAIN_KINDS as readonly string[]).includes(kind)

/** เห็นชอบ, เห็นชอบโดยมีข้อแก้ไข, รับทราบ, ไม่เห็นชอบ, ให้นำกลับมาเสนอใหม่. Contracts of the database. */
export const DECISIONS = [
  'approved',
  'approved-with-changes',
  'acknowledged',
  'rejected',
  'returned',
] as const
export type Decision = (typeof DECISIONS)[number]
export const isDecision = (text: string): text is Decision => (DECISIONS as readonly string[]).includes(text)

/** 'circular': a written circular, where nobody met. */
export type MeetingForm = 'meeting' | 'circular'
export type MeetingState = 'planned' | 'held' | 'cancelled'

/** One thing of a kind: a fiscal year, a document. */
export type MatterKey = Readonly<{ kind: MatterKind; key: string }>

/** Exactly what was put before a meeting. */
export type Matter = MatterKey &
  Readonly<{
    id: string
    title: string
    /** SHA-256 of the canonical JSON of its content. */
    contentHash: string
    madeAt: Date
    madeBy: string
  }>

/**
 * One cell of a content: what changed is shown cell by cell. `id` stays the same where the same cell was only reworded
 * ("issue-1.measure-2.text"); `text` is what a reader sees, lines apart; `print` is everything that the cell holds, as
 * canonical JSON, so that no change is passed over that the text does not show (a citation, a strong word).
 */
export type MatterCell = Readonly<{ id: string; label: Bilingual; text: string; print: string }>

/** A meeting's number as it is kept: digits as 0–9, no white space at the ends nor around "/" and "-". */
export const meetingNumber = (typed: string): string =>
  cleanLine(toArabicDigits(typed)).replace(/ ?([/-]) ?/gu, '$1')

/** The first 16 digits of a hash in fours, as it stands on paper to be typed. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
