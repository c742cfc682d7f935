import type { ColumnMapping } from '../reading/mapping.domain.ts'

/** A file that was sent and waits until somebody says what its columns are. */
export type ResultUpload = Readonly<{
  id: string
  purpose: UploadPurpose
  fileName: string
  sha256: string
  content: Uint8Array
  /** How it is to be read; null where nobody has said. */
  mapping: ColumnMapping | null
  sourceNote: string | null
  keptAt: Date
  /** Name of who sent it. */
  keptBy: string
}>

export const UPLOAD_PURPOSES = ['scores', 'peers'] as const
export type UploadPurpose = (typeof UPLOAD_PURPOSES)[number]

/** A waiting file goes after a day. */
const LIFETIME_MS = 24 * 60 * 60_000

/** Uploads kept before this instant are gone. */
export const oldestUpload = (now: Date): Date => new Date(now.getTime() - LIFETIME_MS)

/** The act of the policy that a purpose needs. */
export const actOf = (purpose: UploadPurpose): 'score.import' | 'peer.import' =>
  purpose === 'scores' ? 'score.import' : 'peer.import'
