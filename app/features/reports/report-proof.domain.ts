import type { IsoDay } from '../../kernel/thai-date.ts'

/** What the last page of a published document says so that a copy of it can be checked. */
export type ReportProof = Readonly<{
  /** Where the QR code leads, absolute: `<origin>/verify/<content hash>`. */
  address: string
  /** The first digits of the content hash in fours (`shortHash`). */
  shortHash: string
  version: number
  publishedOn: IsoDay
  /** By which resolutions it is public, a sentence each, in the order of the chain. */
  resolutions: readonly string[]
}>
