import { cleanLine, cleanText, withoutControls } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import type { ResolutionMention } from '../cycle.domain.ts'
import type { CyclesErrorCode } from './cycles.errors.ts'

type Values = Readonly<Record<string, string>>
/** Codes of what is wrong, by input. */
export type RowFaults = Readonly<{ faults: Readonly<Record<string, CyclesErrorCode>> }>

const ROW_FIELDS = ['body', 'number', 'day', 'wording', 'about', 'place'] as const
type RowField = (typeof ROW_FIELDS)[number]
type Row = Readonly<Record<RowField, string>>

export const ABOUTS = ['measures', 'report', 'other'] as const satisfies readonly ResolutionMention['about'][]

const MOST_RESOLUTIONS = 50
const LONGEST = { body: 300, number: 40, day: 60, wording: 2000 } as const

/** The input of a field of a row, from 0. */
export const rowInput = (index: number, field: RowField | 'remove'): string => `r${index}.${field}`

/** How many rows the form had. */
export const countRows = (values: Values): number =>
  Object.keys(values).filter((name) => /^r\d+\.body$/.test(name)).length

/** The resolutions that a report mentions as rows of a form, and an empty one after them. */
export const resolutionRows = (mentions: readonly ResolutionMention[]): Values =>
  Object.fromEntries(
    [...mentions.map(rowOf), EMPTY].flatMap((row, index) =>
      ROW_FIELDS.map((field) => [rowInput(index, field), row[field]]),
    ),
  )

const COVER: ResolutionMention['place'] = { part: 'cover', issue: null, measure: null }
const BACKGROUND: ResolutionMention['place'] = { part: 'background', issue: null, measure: null }

/** Places that can be chosen: the two that anybody may write at, and those at which texts of issues mention one. */
export const placesOf = (
  mentions: readonly ResolutionMention[],
): readonly Readonly<{ value: string; place: ResolutionMention['place'] }>[] => {
  const places = [COVER, BACKGROUND, ...mentions.map(({ place }) => place)]
  return [
    ...new Map(places.map((place) => [placeValue(place), { value: placeValue(place), place }])).values(),
  ]
}

const placeValue = ({ part, issue, measure }: ResolutionMention['place']): string =>
  [part, issue ?? '', measure ?? ''].join(':')

const rowOf = ({ body, meetingNumber, heldOn, wording, about, place }: ResolutionMention): Row => ({
  body,
  number: meetingNumber,
  day: heldOn.written,
  wording,
  about,
  place: placeValue(place),
})
const EMPTY: Row = {
  body: '',
  number: '',
  day: '',
  wording: '',
  about: 'measures',
  place: placeValue(BACKGROUND),
}

/**
 * The rows as they were sent. One that was not changed is the mention that it was, whatever its text; an empty one is none.
 * `known` are the mentions that were on the page.
 */
export function readResolutionRows(
  values: Values,
  known: readonly ResolutionMention[],
): Result<readonly ResolutionMention[], RowFaults> {
  const faults: Record<string, CyclesErrorCode> = {}
  const mentions = Array.from({ length: countRows(values) }, (_, index) => index).flatMap((index) => {
    const row = sentRow(values, index)
    if (values[rowInput(index, 'remove')] === 'on' || isEmpty(row)) return []
    const same = known.find((mention) => isSameRow(rowOf(mention), row))
    if (same) return [same]
    const read = readRow(row, known)
    if (!('faults' in read)) return [read]
    for (const [field, code] of Object.entries(read.faults)) faults[rowInput(index, field as RowField)] = code
    return []
  })
  if (mentions.length > MOST_RESOLUTIONS) faults[''] = 'resolution.too-many'
  return Object.keys(faults).length > 0 ? err({ faults }) : ok(mentions)
}

const sentRow = (values: Values, index: number): Row =>
  Object.fromEntries(
    ROW_FIELDS.map((field) => [field, withoutControls(values[rowInput(index, field)] ?? '')]),
  ) as Row

const isEmpty = ({ body, number, day, wording }: Row): boolean =>
  [body, number, day, wording].every((text) => text.trim() === '')

const isSameRow = (known: Row, sent: Row): boolean =>
  ROW_FIELDS.every((field) => withoutControls(known[field]) === sent[field])

function readRow(
  row: Row,
  known: readonly ResolutionMention[],
): ResolutionMention | Readonly<{ faults: Partial<Record<RowField, CyclesErrorCode>> }> {
  const body = cleanLine(row.body)
  const meetingNumber = toArabicDigits(cleanLine(row.number)).replace(/\s/gu, '')
  const written = cleanLine(row.day)
  const wording = cleanText(row.wording).trim()
  const day = known.find(({ heldOn }) => heldOn.written === row.day)?.heldOn.day ?? typedDay(written)
  const about = ABOUTS.find((one) => one === row.about) ?? 'other'
  const place = placesOf(known).find(({ value }) => value === row.place)?.place ?? BACKGROUND
  const faults: Partial<Record<RowField, CyclesErrorCode>> = {
    ...(body === '' && { body: 'resolution.no-body' }),
    ...(!/\d/.test(meetingNumber) && { number: 'resolution.no-number' }),
    ...(day === null && { day: 'resolution.bad-day' }),
    ...(wording === '' && { wording: 'resolution.no-wording' }),
    ...(body.length > LONGEST.body && { body: 'resolution.long-text' }),
    ...(meetingNumber.length > LONGEST.number && { number: 'resolution.long-text' }),
    ...(written.length > LONGEST.day && { day: 'resolution.long-text' }),
    ...(wording.length > LONGEST.wording && { wording: 'resolution.long-text' }),
  }
  if (day === null || Object.keys(faults).length > 0) return { faults }
  return { body, meetingNumber, heldOn: { written, day }, wording, about, place }
}
