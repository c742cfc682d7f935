import type * as oidc from 'openid-client'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import { log } from '../../../platform/log/log.server.ts'
import { isLoopback } from '../../../web/public-origin.ts'

/** A provider with its secret open: never leaves the server. */
export type OidcProvider = Readonly<{
  issuer: string
  clientId: string
  /** Null for a public client. */
  clientSecret: string | null
  scope: string
}>

/** What one sign-in is bound to. */
export type OidcBinding = Readonly<{ redirectUri: string; state: string; nonce: string; verifier: string }>

/** Who somebody is at the provider. `isEmailVerified` only where the provider says `true` itself. */
export type OidcIdentity = Readonly<{
  issuer: string
  subject: string
  email: string | null
  isEmailVerified: boolean
  /** Methods by which the provider let them in (`amr`); empty where it does not say. */
  methods: readonly string[]
}>

/** `reason` is for the audit log: a code, never a text of the provider. */
export type OidcFault = Readonly<{ code: 'oidc.unreachable' | 'oidc.refused'; reason: string }>

export type OidcClient = Readonly<{
  /** The address at the provider to which the browser is led. */
  begin: (provider: OidcProvider, binding: OidcBinding) => Promise<Result<string, OidcFault>>
  /**
   * Takes the answer that came with `search` and fetches who it is. An account that `isKnown` is not asked for its e-mail
   * address; for another one it is looked for in the ID token, then in the user info.
   */
  finish: (
    provider: OidcProvider,
    answer: OidcBinding &
      Readonly<{ search: string; isKnown: (issuer: string, subject: string) => Promise<boolean> }>,
  ) => Promise<Result<OidcIdentity, OidcFault>>
}>

/** Loaded when somebody first signs in with a provider. */
const library = () => import('openid-client')

const HOUR_MS = 3_600_000
const LONGEST_WAIT_SECONDS = 8
const MOST_KEPT = 500
const DISCOVERY = /\/\.well-known\/openid-configuration$/

/**
 * The issuer in what an administrator typed, the address of its discovery document too. Null where it cannot be one: only
 * https, but for a provider on this very machine, and nothing behind the path.
 */
export function readIssuer(typed: string): string | null {
  const issuer = typed.trim().replace(DISCOVERY, '')
  if (!URL.canParse(issuer)) return null
  const url = new URL(issuer)
  const isPlain = url.username === '' && url.password === '' && !/[?#\s]/.test(issuer)
  return isPlain && issuer.length <= 300 && mayBeAsked(url) ? issuer : null
}

const mayBeAsked = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))

/**
 * Speaks OpenID Connect (authorization code, PKCE with S256, state and nonce always). What a provider publishes about
 * itself is read when somebody first signs in with it and kept for an hour; that it could not be read is not kept.
 */
export function createOidcClient(now: () => number = Date.now): OidcClient {
  const kept = new Map<string, { readAt: number; reading: Promise<oidc.Configuration> }>()
  const configurationOf = (provider: OidcProvider): Promise<oidc.Configuration> => {
    const key = sha256Hex(JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret]))
    const there = kept.get(key)
    if (there && now() - there.readAt < HOUR_MS) return there.reading
    const reading = discover(provider)
    // Read at every sign-in by nobody any more: the oldest makes place.
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string)
    kept.set(key, { readAt: now(), reading })
    reading.catch(() => {
      if (kept.get(key)?.reading === reading) kept.delete(key)
    })
    return reading
  }
  return {
    begin: (provider, binding) =>
      told(provider, async () => addressFor(await configurationOf(provider), provider, binding)),
    finish: (provider, answer) =>
      told(provider, async () => identityFrom(await configurationOf(provider), answer)),
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcProvider): Promise<oidc.Configuration> {
  const url = new URL(issuer)
  const { discovery, None, allowInsecureRequests, enableNonRepudiationChecks } = await library()
  const config = await discovery(
    url,
    clientId,
    undefined,
    clientSecret === null ? None() : await withSecret(clientSecret),
    {
      timeout: LONGEST_WAIT_SECONDS,
      execute: url.protocol === 'http:' && isLoopback(url.hostname) ? [allowInsecureRequests] : [],
    },
  )
  // TLS has vouched for the ID token already (OpenID Connect Core, 3.1.3.7): its signature is checked where keys are told.
  if (config.serverMetadata().jwks_uri !== undefined) enableNonRepudiationChecks(config)
  return config
}

/** In the header, as every provider must take it unless it says otherwise (OpenID Connect Core, 9); else in the body. */
async function withSecret(secret: string): Promise<oidc.ClientAuth> {
  const { ClientSecretBasic, ClientSecretPost } = await library()
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, ...request) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? inHeader : inBody)(server, ...request)
  }
}

async function addressFor(
  config: oidc.Configuration,
  { scope }: OidcProvider,
  { redirectUri, state, nonce, verifier }: OidcBinding,
): Promise<string> {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library()
  const address = buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  if (!mayBeAsked(address)) throw new TypeError('the provider names no https address to sign in at')
  return address.href
}

type Answer = Parameters<OidcClient['finish']>[1]

async function identityFrom(config: oidc.Configuration, answer: Answer): Promise<OidcIdentity> {
  const { authorizationCodeGrant, fetchUserInfo } = await library()
  const tokens = await authorizationCodeGrant(config, new URL(answer.redirectUri + answer.search), {
    pkceCodeVerifier: answer.verifier,
    expectedState: answer.state,
    expectedNonce: answer.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims() as oidc.IDToken
  const { iss: issuer, sub: subject } = claims
  const asks =
    typeof claims.email !== 'string' &&
    config.serverMetadata().userinfo_endpoint !== undefined &&
    !(await answer.isKnown(issuer, subject))
  const said = asks ? await fetchUserInfo(config, tokens.access_token, subject) : claims
  const methods = Array.isArray(claims.amr) ? claims.amr.filter((method) => typeof method === 'string') : []
  return {
    issuer,
    subject,
    email: typeof said.email === 'string' ? said.email : null,
    isEmailVerified: said.email_verified === true,
    methods,
  }
}

async function told<T>(provider: OidcProvider, ask: () => Promise<T>): Promise<Result<T, OidcFault>> {
  try {
    return ok(await ask())
  } catch (error) {
    const fault = await faultOf(error)
    if (fault === null) throw error
    log.warn({ issuer: provider.issuer, ...fault, err: error }, 'identity-provider')
    return err(fault)
  }
}

/** Codes with which the library says that no sensible answer came at all. */
const NO_ANSWER = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]

/** Null for what is no fault of a provider. */
async function faultOf(error: unknown): Promise<OidcFault | null> {
  const { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } =
    await library()
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    // An outage is said in the same form as a refusal (RFC 6749, 4.1.2.1).
    const isAway = ['server_error', 'temporarily_unavailable'].includes(error.error)
    return { code: isAway ? 'oidc.unreachable' : 'oidc.refused', reason: codeIn(error.error) }
  }
  if (error instanceof WWWAuthenticateChallengeError)
    return { code: 'oidc.refused', reason: 'user-info-refused' }
  if (error instanceof ClientError) {
    const code = error.code ?? ''
    return {
      code: NO_ANSWER.includes(code) ? 'oidc.unreachable' : 'oidc.refused',
      reason: codeIn(code.toLowerCase()),
    }
  }
  // `fetch` knows one error for every way in which nobody answered.
  return error instanceof TypeError ? { code: 'oidc.unreachable', reason: 'no-answer' } : null
}

const codeIn = (text: string): string => (/^[a-z_]{1,60}$/.test(text) ? text.replaceAll('_', '-') : 'other')
