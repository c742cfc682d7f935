import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Topic } from '../settings/desk-settings.domain.ts'
import { isWaiting, type TicketState } from '../tickets/ticket.domain.ts'

/** Open311 GeoReport v2 (https://wiki.open311.org/GeoReport_v2/): what its answers are made of. */
export type GeoService = Readonly<{
  service_code: string
  service_name: string
  description: string
  metadata: false
  type: 'realtime'
  keywords: string
  group: string
}>

/** A request as everybody may read it; a key that has no value is left out. */
export type GeoRequest = Readonly<{
  service_request_id: string
  status: 'open' | 'closed'
  service_name: string
  service_code: string
  /** What staff released of the words; else nothing. */
  description?: string
  agency_responsible?: string
  requested_datetime: string
  updated_datetime: string
  /** The end of the day due, in Thailand. */
  expected_datetime?: string
  /** Words of the person about the place, once staff released a description. */
  address?: string
  lat: number
  long: number
}>

export type GeoError = Readonly<{ code: number; description: string }>

export const serviceOf = ({ key, title }: Topic): GeoService => ({
  service_code: key,
  service_name: title.th,
  description: title.en,
  metadata: false,
  type: 'realtime',
  keywords: '',
  group: '',
})

export type PublicTicket = Readonly<{
  reference: string
  state: TicketState
  topic: string
  releasedText: string | null
  unitName: string | null
  receivedAt: Date
  changedAt: Date
  dueOn: IsoDay | null
  place: string | null
  latitude: number
  longitude: number
}>

const moment = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, 'Z')

export function requestOf(ticket: PublicTicket, topics: readonly Topic[]): GeoRequest {
  const { reference, state, topic, releasedText, unitName, dueOn, place } = ticket
  return {
    service_request_id: reference,
    status: isWaiting(state) ? 'open' : 'closed',
    service_name: topics.find(({ key }) => key === topic)?.title.th ?? topic,
    service_code: topic,
    ...(releasedText !== null && { description: releasedText }),
    ...(unitName !== null && { agency_responsible: unitName }),
    requested_datetime: moment(ticket.receivedAt),
    updated_datetime: moment(ticket.changedAt),
    ...(dueOn !== null && { expected_datetime: `${dueOn}T23:59:59+07:00` }),
    ...(releasedText !== null && place !== null && { address: place }),
    lat: ticket.latitude,
    long: ticket.longitude,
  }
}

/** Which requests are asked for. `ids` by themselves, else of the last 90 days unless days are given. */
export type GeoFilter = Readonly<{
  ids: readonly string[] | null
  codes: readonly string[] | null
  status: readonly ('open' | 'closed')[]
  start: Date
  end: Date
}>

const MOST_IDS = 100
const DAYS_BACK = 90
const DAY_MS = 86_400_000

/** Reads the arguments of GET requests; a moment that cannot be read is a fault. */
export function readGeoFilter(params: URLSearchParams, now: Date): GeoFilter | GeoError {
  const list = (name: string) => {
    const values = (params.get(name) ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
    return values.length > 0 ? values.slice(0, MOST_IDS) : null
  }
  const at = (name: string): Date | null | undefined => {
    const text = params.get(name)?.trim() ?? ''
    if (text === '') return null
    const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    const value = isMoment ? new Date(text) : undefined
    return value && !Number.isNaN(value.getTime()) ? value : undefined
  }
  const [start, end] = [at('start_date'), at('end_date')]
  if (start === undefined || end === undefined)
    return { code: 400, description: 'start_date and end_date are moments by ISO 8601 with an offset' }
  const statuses = list('status')
  const status = (['open', 'closed'] as const).filter((one) => statuses === null || statuses.includes(one))
  if (statuses !== null && status.length !== new Set(statuses).size)
    return { code: 400, description: 'status is open or closed' }
  const last = end ?? now
  return {
    ids: list('service_request_id'),
    codes: list('service_code'),
    status,
    start: start ?? new Date(last.getTime() - DAYS_BACK * DAY_MS),
    end: last,
  }
}
