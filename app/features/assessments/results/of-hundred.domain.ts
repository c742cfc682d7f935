import { meanOf, type WorkingNumber, workingNumber } from '../scoring/working-number.domain.ts'
import type { PrintedTotal } from './result.domain.ts'

/** A printed score of 100 whatever it is printed out of: "25.04" of 30 is 83.4666…; null for a level, or out of nothing. */
export function ofHundred({ value, outOf }: Pick<PrintedTotal, 'value' | 'outOf'>): WorkingNumber | null {
  const most = Number(outOf ?? Number.NaN)
  if (!Number.isInteger(most) || most <= 0) return null
  return most === 100 ? workingNumber(value) : meanOf(workingNumber(value) * 100, most)
}
