import { hash, verify } from '@node-rs/argon2'
import { createLimits, type Limits } from '../../../platform/limits/limits.server.ts'
import type { Seal } from '../../../platform/secrets/seal.server.ts'
import { newToken } from '../../../platform/secrets/token.server.ts'
import { createOidcClient, type OidcClient } from './oidc-client.server.ts'
import { foldPassword } from './password.domain.ts'

/**
 * Tries that may be made. An address and an account are counted apart, and a browser in which the person signed in before
 * has counters of its own (OWASP, "device cookies"): whoever guesses elsewhere uses up their own tries, not the person's.
 */
const TRIES = {
  'network-password': { tries: 50, seconds: 900 },
  'account-password': { tries: 10, seconds: 900 },
  'browser-password': { tries: 10, seconds: 900 },
  'account-second-factor': { tries: 10, seconds: 900 },
  'browser-second-factor': { tries: 10, seconds: 900 },
  'account-reset': { tries: 3, seconds: 3600 },
  'network-reset': { tries: 30, seconds: 3600 },
  'network-link': { tries: 60, seconds: 900 },
  'network-calendar': { tries: 60, seconds: 900 },
  'network-copy': { tries: 120, seconds: 900 },
  'network-start': { tries: 120, seconds: 900 },
} as const
export type TryName = keyof typeof TRIES

/** What signing in needs beside the database. */
export type SignInTools = Readonly<{
  seal: Seal
  limits: Limits<TryName>
  oidc: OidcClient
  hashPassword: (password: string) => Promise<string>
  /** Takes as long for nobody's password (`null`) as for a wrong one. */
  isPassword: (password: string, stored: string | null) => Promise<boolean>
}>

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

type Needed = Readonly<{ pool: Parameters<typeof createLimits>[0]; seal: Seal }>

export function createSignInTools({ pool, seal }: Needed): SignInTools {
  const hashPassword = (password: string) => hash(foldPassword(password), ARGON2ID)
  let nobodys: Promise<string> | null = null
  return {
    seal,
    limits: createLimits(pool, TRIES),
    oidc: createOidcClient(),
    hashPassword,
    isPassword: async (password, stored) => {
      nobodys ??= hashPassword(newToken())
      const isRight = await verify(stored ?? (await nobodys), foldPassword(password))
      return isRight && stored !== null
    },
  }
}
