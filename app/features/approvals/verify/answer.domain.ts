import type { MatterKind } from '../matter.domain.ts'
import type { NamedResolution, PublicationStatus } from '../publications/publication.domain.ts'

/** What stands in the place of a version that was replaced. */
export type CurrentVersion = Readonly<{ version: number; publishedAt: Date }>

/** What is known of a publication by a hash. */
export type FoundPublication = Readonly<{
  status: PublicationStatus
  kind: MatterKind
  key: string
  /** As it was put before the meetings; null where it was public before there were chains. */
  title: string | null
  version: number
  contentHash: string
  publishedAt: Date
  /** Which of its files the hash is of; null where it is the hash of its content. */
  file: Readonly<{ format: string; fileName: string }> | null
  resolutions: readonly NamedResolution[]
  /** Of one that was replaced or withdrawn: what is public now, if anything is. */
  current: CurrentVersion | null
  /** Who recorded it is nobody's but the agency's. */
  withdrawal: Readonly<{ at: Date; reason: string; resolution: NamedResolution }> | null
}>

/**
 * Whether something is what the agency published. `match` says by what: the content hash, the hash of a file, or the content
 * of a JSON file that was written anew, so that it is no published file.
 */
export type VerifyAnswer =
  | Readonly<{ status: 'unknown'; hash: string }>
  | (FoundPublication & Readonly<{ hash: string; match: 'content' | 'file' | 'same-content' }>)
