import type { DecimalText } from '../../../kernel/decimal.ts'
import { exactText, meanOf, type WorkingNumber, workingNumber } from '../scoring/working-number.domain.ts'

/** Fewer than so many are no group to be parted into quarters. */
const SMALL_GROUP = 5

/** `small`: of a group that is too small. `spread`: equal scores lie in several quarters, so that it is in none of them. */
export type Quarter = 1 | 2 | 3 | 4 | 'small' | 'spread'
export type Rank = Readonly<{
  /** One more than have a higher score: equal scores share a rank, and the ranks after them are left out. */
  rank: number
  /** How many of the group have a score, this agency counted. */
  n: number
  /** How many have the very same score, this agency counted. */
  equal: number
  /** 1 is the highest quarter. */
  quarter: Quarter
}>

/** Where `own` stands among the others of a group; the others are without it. */
export function rankAmong(others: readonly DecimalText[], own: DecimalText): Rank {
  const mine = workingNumber(own)
  const values = others.map(workingNumber)
  const rank = values.filter((value) => value > mine).length + 1
  const n = values.length + 1
  const equal = values.filter((value) => value === mine).length + 1
  return { rank, n, equal, quarter: quarterOf(rank, { n, equal }) }
}

function quarterOf(rank: number, { n, equal }: Pick<Rank, 'n' | 'equal'>): Quarter {
  if (n < SMALL_GROUP) return 'small'
  const [first, last] = [Math.ceil((4 * rank) / n), Math.ceil((4 * (rank + equal - 1)) / n)]
  return first === last ? (first as Quarter) : 'spread'
}

/** The middle value, or the mean of the two in the middle; exact. Null of nothing. */
export function medianOf(values: readonly DecimalText[]): DecimalText | null {
  const sorted = values.map(workingNumber).sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : exactText(halfway(lower, upper))
}

const halfway = (lower: WorkingNumber, upper: WorkingNumber): WorkingNumber => meanOf(lower + upper, 2)
