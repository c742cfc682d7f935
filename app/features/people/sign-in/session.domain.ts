import type { HeldRole, RoleName } from '../../../kernel/actor.ts'

/** By what somebody proved who they are. */
export type SignInMethod = 'password' | 'passkey' | 'oidc' | 'link'

/** How far a session has got: `full` may work; the others may only bring the second factor. */
export type Standing = 'full' | 'second-factor-asked' | 'second-factor-missing'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A session ends after a working day, and when nobody used it for two hours. */
const SESSION_LIFETIME_MS = 12 * HOUR_MS
export const SESSION_IDLE_MS = 2 * HOUR_MS
/** Ways to sign in are changed only by who signed in this short a time ago. */
const FRESH_MS = 30 * MINUTE_MS

/**
 * Roles that reach other people's data, decide, or read everything: a stolen password alone must not open them.
 */
const WITH_SECOND_FACTOR: readonly RoleName[] = [
  'administrator',
  'ita-coordinator',
  'approver',
  'auditor',
  'desk-officer',
]

export const needsSecondFactor = (roles: readonly HeldRole[]): boolean =>
  roles.some(({ role }) => WITH_SECOND_FACTOR.includes(role))

/** Whether a role asks its holders for a second factor. */
export const roleNeedsSecondFactor = (role: RoleName): boolean => WITH_SECOND_FACTOR.includes(role)

export function standingOf(session: {
  hasSecondFactor: boolean
  /** The person has an authenticator app. */
  hasTotp: boolean
  hasPasskey: boolean
  roles: readonly HeldRole[]
}): Standing {
  if (session.hasSecondFactor) return 'full'
  // Who set an app up is always asked for it; a passkey is asked for only by a role that needs more than a password.
  if (session.hasTotp) return 'second-factor-asked'
  if (!needsSecondFactor(session.roles)) return 'full'
  return session.hasPasskey ? 'second-factor-asked' : 'second-factor-missing'
}

export const isFresh = (authenticatedAt: Date, now: Date): boolean =>
  now.getTime() - authenticatedAt.getTime() <= FRESH_MS

export const expiryOf = (openedAt: Date): Date => new Date(openedAt.getTime() + SESSION_LIFETIME_MS)

/** Browser and system of a user agent in words, for a list of sessions: enough to know one's own, too little to track. */
export function browserInWords(userAgent: string): string {
  const named = (table: readonly (readonly [RegExp, string])[]) =>
    table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '?'
  return `${named(BROWSERS)} · ${named(SYSTEMS)}`
}

// The first that fits: most browsers also call themselves Chrome or Safari.
const BROWSERS = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Line\//, 'LINE'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrom(e|ium)|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const
const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS/, 'macOS'],
  [/Linux|X11/, 'Linux'],
] as const
