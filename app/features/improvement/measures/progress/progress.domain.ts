import type { RichText } from '../../../../kernel/rich-text.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'

/** What was done for a measure on a day, as somebody wrote it. */
export type ProgressEntry = Readonly<{
  id: string
  personId: string | null
  byName: string
  happenedOn: IsoDay
  text: RichText
  writtenAt: Date
  withdrawnAt: Date | null
}>
