import { cleanLine, cleanText } from '../../../kernel/clean-text.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { DeskErrorCode, DeskFaults } from '../desk.errors.ts'
import type { Topic } from '../settings/desk-settings.domain.ts'
import { type Place, TICKET_KINDS, type TicketWords } from './ticket.domain.ts'

/** A form, field by field as it is typed. */
export type Typed = Readonly<Record<string, string>>

const MOST = { body: 8000, name: 200, place: 500, telephone: 40 } as const

/** Reads what a person wrote; every wrong field has its own fault. Nothing but kind and words is asked for. */
export function readTicketForm(
  typed: Typed,
  { topics, isMailAddress }: Readonly<{ topics: readonly Topic[]; isMailAddress: (text: string) => boolean }>,
): Readonly<{ words: TicketWords | null; faults: DeskFaults }> {
  const faults: Record<string, DeskErrorCode> = {}
  const at = (field: string) => typed[field] ?? ''
  const line = (field: string, most: number): string | null => {
    const text = cleanLine(at(field))
    if (text.length > most) faults[field] = 'ticket.too-long'
    return text || null
  }
  const kind = TICKET_KINDS.find((one) => one === at('kind'))
  if (!kind) faults.kind = 'ticket.no-kind'
  const body = cleanText(at('body')).trim()
  if (body === '') faults.body = 'ticket.no-body'
  else if (body.length > MOST.body) faults.body = 'ticket.too-long'
  const email = cleanLine(at('email')) || null
  if (email !== null && !isMailAddress(email)) faults.email = 'ticket.bad-email'
  const telephone = telephoneOf(at('telephone'))
  if (telephone === undefined) faults.telephone = 'ticket.bad-telephone'
  const topicKey = at('topic').trim() || null
  const topic = topics.find(({ key }) => key === topicKey) ?? null
  if (topicKey !== null && topic === null) faults.topic = 'ticket.unknown-topic'
  const aboutUnitId = at('unit').trim() || null
  if (aboutUnitId !== null && !isUuid(aboutUnitId)) faults.unit = 'ticket.unknown-unit'
  const point = pointOf(at('latitude'), at('longitude'))
  if (point === undefined) faults.latitude = 'ticket.bad-point'
  const place = line('place', MOST.place)
  if (topic?.hasPlace && place === null && point === null) faults.place = 'ticket.no-place'
  const serviceSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(at('service')) ? at('service').slice(0, 80) : null
  const name = line('name', MOST.name)
  if (Object.keys(faults).length > 0 || !kind || telephone === undefined || point === undefined)
    return { words: null, faults }
  return {
    words: {
      kind,
      body,
      name,
      email,
      telephone,
      place,
      point,
      serviceSlug,
      topic: topic?.key ?? null,
      aboutUnitId,
    },
    faults,
  }
}

/** Undefined for what is no number; null where none was typed. */
function telephoneOf(typed: string): string | null | undefined {
  const text = toArabicDigits(cleanLine(typed).normalize('NFKC'))
  if (text === '') return null
  return text.length <= MOST.telephone &&
    /^\+?[\d\s().\-–#,]*$/u.test(text) &&
    /\d{3}/.test(text.replace(/\D/g, ''))
    ? text
    : undefined
}

/** Undefined for what is no place; null where none was typed. Coordinates in WGS 84, in degrees. */
function pointOf(latitude: string, longitude: string): Place | null | undefined {
  const [lat, long] = [degrees(latitude), degrees(longitude)]
  if (lat === null && long === null) return null
  if (lat === null || long === null) return undefined
  if (!(Math.abs(lat) <= 90 && Math.abs(long) <= 180)) return undefined
  return { latitude: lat, longitude: long }
}

function degrees(typed: string): number | null {
  const text = toArabicDigits(typed.trim())
  if (text === '') return null
  return /^-?\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN
}
