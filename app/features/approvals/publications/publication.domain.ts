import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { MatterKind } from '../matter.domain.ts'

/** The resolution by which a step was passed, or something was withdrawn, as a reader of the public site is told. */
export type NamedResolution = Readonly<{
  id: string
  bodyName: string
  meetingNumber: string
  form: 'meeting' | 'circular'
  decidedOn: IsoDay
  decision: string
  wording: string
  recordedAt: Date
  /** It was withdrawn after something rested on it. */
  isWithdrawn: boolean
}>

/** One version that is public, or was until it was withdrawn. */
export type Publication = Readonly<{
  id: string
  kind: MatterKind
  key: string
  version: number
  contentHash: string
  /** Null where it was public before there were chains. */
  matterId: string | null
  publishedAt: Date
  publishedBy: string
  /** In the order of the chain; empty where it was public before there were chains. */
  steps: readonly NamedResolution[]
  withdrawal: Readonly<{ at: Date; by: string; reason: string; resolution: NamedResolution }> | null
}>

/** What a version is to somebody who holds a copy of it. */
export type PublicationStatus = 'published' | 'superseded' | 'withdrawn'

/** Of all versions of one thing, the newest that is not withdrawn; null where none is. */
export const newestOf = (versions: readonly Publication[]): Publication | null =>
  versions
    .filter(({ withdrawal }) => withdrawal === null)
    .reduce<Publication | null>(
      (newest, one) => (newest && newest.version > one.version ? newest : one),
      null,
    )

export function statusOf(publication: Publication, versions: readonly Publication[]): PublicationStatus {
  if (publication.withdrawal) return 'withdrawn'
  return newestOf(versions)?.id === publication.id ? 'published' : 'superseded'
}
