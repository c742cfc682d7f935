import type { Actor } from '../../../kernel/actor.ts'
import type { Standing } from './session.domain.ts'

/** The session of who asks, as far as use cases about their own ways to sign in have to know it. */
export type OwnSession = Readonly<{
  sessionId: string
  person: Readonly<{ id: string; name: string; email: string | null }>
  actor: Extract<Actor, { kind: 'person' }>
  method: 'password' | 'passkey' | 'oidc' | 'link'
  standing: Standing
  authenticatedAt: Date
}>
