import { buddhistYear } from '../../kernel/thai-date.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from './evidence.domain.ts'

/** What a list of evidence may be narrowed to; one at a time. */
export const EVIDENCE_SHOWS = [
  'mine',
  'unused',
  'expiring',
  'expired',
  'confidential',
  'not-scanned',
  'infected',
  'removed',
] as const
export type EvidenceShow = (typeof EVIDENCE_SHOWS)[number]

export const EVIDENCE_ORDERS = ['added', 'title', 'date', 'size', 'uses'] as const
export type EvidenceOrder = (typeof EVIDENCE_ORDERS)[number]

/** What a list of evidence is narrowed by, as it stands in the address; null where it is not. */
export type EvidenceFilter = Readonly<{
  text: string
  show: EvidenceShow | null
  kind: EvidenceKind | null
  unitId: string | null
  /** Fiscal year (B.E.) of its own date. */
  year: number | null
  order: EvidenceOrder
  /** From 1. */
  page: number
}>

/** A filter from an address. What is not understood is left out: an address may be years old. */
export function readFilter(asked: URLSearchParams): EvidenceFilter {
  const unit = asked.get('unit') ?? ''
  const page = Math.trunc(Number(asked.get('page') ?? 1)) || 1
  return {
    text: (asked.get('text') ?? '').trim().slice(0, 200),
    show: EVIDENCE_SHOWS.find((show) => show === asked.get('show')) ?? null,
    kind: EVIDENCE_KINDS.find((kind) => kind === asked.get('kind')) ?? null,
    unitId: isUuid(unit) ? unit : null,
    year: buddhistYear(asked.get('year') ?? ''),
    order: EVIDENCE_ORDERS.find((order) => order === asked.get('order')) ?? 'added',
    page: Math.min(Math.max(1, page), 1_000_000),
  }
}

/** What stands behind `?` for a filter, without what is as usual; '' for the whole list. */
export function filterSearch(filter: EvidenceFilter): string {
  const fields: readonly (readonly [string, string])[] = [
    ['text', filter.text],
    ['show', filter.show ?? ''],
    ['kind', filter.kind ?? ''],
    ['unit', filter.unitId ?? ''],
    ['year', filter.year === null ? '' : String(filter.year)],
    ['order', filter.order === 'added' ? '' : filter.order],
    ['page', filter.page === 1 ? '' : String(filter.page)],
  ]
  const asked = new URLSearchParams(fields.filter(([, value]) => value !== '').map((field) => [...field]))
  return asked.size === 0 ? '' : `?${asked}`
}
