import type { Language } from '../i18n/language.ts'
import type { Actor } from '../kernel/actor.ts'

/** A person at work in an agency, as the session of the request shows them. */
export type SignedIn = Readonly<{
  sessionId: string
  method: 'password' | 'passkey' | 'oidc' | 'link'
  person: Readonly<{ id: string; name: string; email: string | null; lang: Language }>
  /** The same person for use cases, with the roles that hold now. */
  actor: Extract<Actor, { kind: 'person' }>
  /** Only `full` may work; the others may bring the second factor. */
  standing: 'full' | 'second-factor-asked' | 'second-factor-missing'
  /** When they proved who they are. */
  authenticatedAt: Date
}>

/** Fields of a form as they were typed, in order. */
export type TypedFields = readonly (readonly [name: string, value: string])[]

/** Who asks, as far as a request shows it. Nothing of it is written down as it is here. */
export type Visit = Readonly<{
  /** Scheme, host and port under which the browser sees this agency. */
  origin: string
  /** Allows the scripts of this one answer. */
  nonce: string
  /** The visitor's network, for counting tries alone. */
  network: string
  /** Browser and system as the browser names them. */
  userAgent: string
  signedIn: SignedIn | null
  /** Tokens that the browser brought for this agency; null where it brought none. */
  tokens: Readonly<{ session: string | null; browser: string | null }>
  /** What was typed before the last session ended, if this page was asked to show it again. */
  kept: TypedFields | null
}>
