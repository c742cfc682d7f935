import {
  buddhistYear,
  calendarYearSpan,
  type DaySpan,
  type IsoDay,
  parseThaiPeriod,
} from '../../kernel/thai-date.ts'
import { typedDay } from '../../kernel/typed-day.ts'

/** Fields of the form, as they stand in the address. */
const AUDIT_FIELDS = ['who', 'action', 'kind', 'object', 'from', 'to', 'text'] as const
export type AuditField = (typeof AUDIT_FIELDS)[number]
export type AuditTyped = Readonly<Record<AuditField, string>>

export type AuditFault = 'day.unreadable' | 'day.order'

/** What an address asks of the audit log; `before` is the number of the last entry of the page before. */
export type AuditAsked = Readonly<{
  typed: AuditTyped
  /** What was understood; a day that was not is left out. */
  filter: Readonly<{
    actor: string
    action: string
    objectKind: string
    objectId: string
    from: IsoDay | undefined
    to: IsoDay | undefined
    text: string
  }>
  faults: Readonly<Partial<Record<AuditField, AuditFault>>>
  before: number | undefined
}>

const LONGEST = 200
// Beyond this no entry can be numbered; the database would refuse to compare.
const HIGHEST = Number.MAX_SAFE_INTEGER

/** Reads the address. A day may be typed as a day, a month or a year: "from" begins with its first day, "to" ends with its last. */
export function readAuditAddress(params: URLSearchParams): AuditAsked {
  const typed = Object.fromEntries(
    AUDIT_FIELDS.map((field) => [field, cleaned(params.get(field) ?? '')]),
  ) as AuditTyped
  const from = typedSpan(typed.from)?.start
  const to = typedSpan(typed.to)?.end
  const faults: Partial<Record<AuditField, AuditFault>> = {}
  if (typed.from !== '' && from === undefined) faults.from = 'day.unreadable'
  if (typed.to !== '' && to === undefined) faults.to = 'day.unreadable'
  if (from !== undefined && to !== undefined && to < from) faults.to = 'day.order'
  const before = Number(params.get('before'))
  return {
    typed,
    filter: {
      actor: typed.who,
      action: typed.action,
      objectKind: typed.kind,
      objectId: typed.object,
      from,
      to,
      text: typed.text,
    },
    faults,
    before: Number.isInteger(before) && before > 0 && before <= HIGHEST ? before : undefined,
  }
}

/** The address of the same questions, with some of them put otherwise; empty ones are left out. */
export function auditQuery(typed: AuditTyped, changed: Readonly<Record<string, string>> = {}): string {
  const all = { ...typed, ...changed }
  const asked = Object.entries(all).filter(([, value]) => value !== '')
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`
}

export const isAsking = (typed: AuditTyped): boolean => AUDIT_FIELDS.some((field) => typed[field] !== '')

// The database keeps no zero character, and nobody means one.
const cleaned = (text: string): string => text.replaceAll('\u0000', '').trim().slice(0, LONGEST)

function typedSpan(text: string): DaySpan | null {
  if (text === '') return null
  const day = typedDay(text)
  if (day !== null) return { start: day, end: day }
  const year = buddhistYear(text)
  return year === null ? parseThaiPeriod(text) : calendarYearSpan(year)
}
