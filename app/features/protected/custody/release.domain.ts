import type { IsoDay } from '../../../kernel/thai-date.ts'

export const RELEASE_STATES = ['asked', 'half-opened', 'released', 'refused', 'expired'] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]
export const CONSENTS = ['not-asked', 'asked', 'given', 'refused'] as const
export type Consent = (typeof CONSENTS)[number]

/** For how many days an identity may be read. */
export const RELEASE_DAYS = { least: 1, most: 90, usual: 14 } as const

/** An identity on its way to one named reader. */
export type Release = Readonly<{
  id: string
  reportId: string
  /** Keys: of who asked, and of who is to read. */
  askedBy: string
  reader: string
  /** Keys of the custodians who open the outer and the inner layer. */
  outer: string
  inner: string
  /** The item of the chain in which it was asked for, and why. */
  askedSeq: number
  askedDay: IsoDay
  state: ReleaseState
  consent: Consent
  days: number
  /** The last day on which it can be read; null until it is released. */
  expiresOn: IsoDay | null
}>

export type ReleaseFault =
  | 'release.no-identity'
  | 'release.no-reason'
  | 'release.days'
  | 'release.reader'
  | 'release.pending'
  | 'release.not-found'
  | 'release.not-yours'
  | 'release.wrong-state'
  | 'release.consent-refused'
  | 'release.expired'
  | 'release.broken'
  | 'release.one-person'

/** Refused by what the release is, or because the case is not there, or not whole. */
export type ReleaseRefusal = Readonly<{ code: ReleaseFault | 'case.not-found' | 'case.not-whole' }>

/** What a custodian may do with it now; null where nothing. Where the reporter was asked and has refused, nothing more goes on. */
export function custodianStep(release: Release, keyId: string): 'outer' | 'inner' | null {
  if (release.consent === 'refused' || release.consent === 'asked') return null
  if (release.state === 'asked' && release.outer === keyId) return 'outer'
  return release.state === 'half-opened' && release.inner === keyId ? 'inner' : null
}

/** Whether it can be read: by its one reader, until and with its last day. */
export const isReadable = ({ state, reader, expiresOn }: Release, keyId: string, today: IsoDay): boolean =>
  state === 'released' && reader === keyId && expiresOn !== null && today <= expiresOn

/** Whether it is still on its way, so that no other is asked for beside it for the same reader. */
export const isPending = ({ state }: Release): boolean => state === 'asked' || state === 'half-opened'
