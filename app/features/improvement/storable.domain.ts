import { err, ok, type Result } from '../../kernel/result.ts'
import type { Cycle } from './cycle.domain.ts'
import type { RefusedCycle } from './improvement.errors.ts'

const FIRST_YEAR = 2500
const LAST_YEAR = 2699
// What a column `integer` holds.
const LARGEST_NUMBER = 2_147_483_647

/**
 * Whether a cycle can be kept in rows and hashed: years and days that exist, whole numbers that name one issue and one
 * measure each, and text that is well-formed Unicode without the zero character, which PostgreSQL cannot hold and RFC
 * 8785 does not write.
 */
export function storable(cycle: Cycle): Result<Cycle, RefusedCycle> {
  const refuse = (code: RefusedCycle['code'], place: string | null) =>
    err({ code, place, fiscalYear: cycle.fiscalYear })
  if (!isYear(cycle.fiscalYear) || !isYear(cycle.resultsYear)) return refuse('cycle.bad-year', null)
  const number = badNumber(cycle)
  if (number !== null) return refuse('cycle.bad-number', number)
  const day = cycle.resolutions.findIndex((mention) => !isDay(mention.heldOn.day))
  if (day >= 0) return refuse('cycle.bad-day', `resolutions.${day}`)
  const broken = brokenText(cycle, '')
  if (broken !== null) return refuse('cycle.unstorable-text', broken)
  return ok(cycle)
}

/** Whether a number is a Buddhist-era year that can be kept. */
export const isYear = (year: number): boolean =>
  Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR

/** Whether a day is written as YYYY-MM-DD and exists. */
export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().startsWith(day)

const isCount = (number: number | null): boolean =>
  number === null || (Number.isInteger(number) && number >= 0 && number <= LARGEST_NUMBER)

/** Place of the first number that is not whole, or that an earlier issue or measure has; null when there is none. */
function badNumber(cycle: Cycle): string | null {
  const issue = firstBad(cycle.issues.map((candidate) => candidate.number))
  if (issue >= 0) return `issues.${issue}`
  for (const [index, { measures, outcomes }] of cycle.issues.entries()) {
    const measure = firstBad(measures.map((candidate) => candidate.number))
    if (measure >= 0) return `issues.${index}.measures.${measure}`
    const outcome = outcomes.findIndex(({ covers }) => !covers.every(isCount))
    if (outcome >= 0) return `issues.${index}.outcomes.${outcome}`
  }
  const mention = cycle.resolutions.findIndex(({ place }) => !isCount(place.issue) || !isCount(place.measure))
  return mention >= 0 ? `resolutions.${mention}` : null
}

const firstBad = (numbers: readonly number[]): number =>
  numbers.findIndex((number, index) => !isCount(number) || numbers.indexOf(number) < index)

/** Place of the first text that cannot be kept, as a path of keys; null when all can. */
function brokenText(value: unknown, place: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? place : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = brokenText(inner, place === '' ? key : `${place}.${key}`)
    if (found !== null) return found
  }
  return null
}
