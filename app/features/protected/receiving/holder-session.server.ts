import { parse, serialize } from 'hono/utils/cookie'
import type { SealedSessions } from '../channel/sealed-sessions.server.ts'
import { sealingPairOf, signingPairOf } from '../sealing/keys.server.ts'
import type { Vault } from '../sealing/vault.server.ts'

/**
 * Vaults that a person has open: in memory alone, encrypted under what the browser holds. Private keys in base64url, by the
 * identifier of the holder's key.
 */
export type HolderSession = Readonly<{
  agencyId: string
  personId: string
  /** The sign-in in which they were opened: another one of the same person opens nothing. */
  signInId: string
  vaults: Readonly<Record<string, Readonly<{ sealing: string; signing: string }>>>
}>

export type SessionOwner = Pick<HolderSession, 'agencyId' | 'personId' | 'signInId'>

const NAME = '__Host-vault'
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const
const VALUE = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/

type Sessions = SealedSessions<HolderSession>

/** The open vaults of whoever asks; empty where there are none, or they are another's. */
export function openVaultsOf(
  sessions: Sessions,
  { cookies, owner }: Readonly<{ cookies: string | null; owner: SessionOwner }>,
): ReadonlyMap<string, Vault> {
  const found = sessions.find(idIn(cookies, owner.agencyId))
  if (!found || !isOf(found, owner)) return new Map()
  return new Map(
    Object.entries(found.vaults).map(([keyId, { sealing, signing }]) => [
      keyId,
      {
        sealing: sealingPairOf(Buffer.from(sealing, 'base64url')),
        signing: signingPairOf(Buffer.from(signing, 'base64url')),
      },
    ]),
  )
}

/** Adds vaults that were just opened to those that are open. Gives the `Set-Cookie` header. */
export function keepOpen(
  sessions: Sessions,
  {
    cookies,
    owner,
    vaults,
  }: Readonly<{ cookies: string | null; owner: SessionOwner; vaults: ReadonlyMap<string, Vault> }>,
): string {
  const open = new Map([...openVaultsOf(sessions, { cookies, owner }), ...vaults])
  // A new identifier with every unlocking: none that was known before is worth more than it was.
  endVaultSession(sessions, { cookies, agencyId: owner.agencyId })
  const { agencyId, personId, signInId } = owner
  const id = sessions.begin(
    {
      agencyId,
      personId,
      signInId,
      vaults: Object.fromEntries(
        [...open].map(([keyId, { sealing, signing }]) => [
          keyId,
          { sealing: base64(sealing.secretKey), signing: base64(signing.seed) },
        ]),
      ),
    },
    ownerOf(owner),
  )
  return serialize(NAME, `${agencyId}.${id}`, ATTRIBUTES)
}

/** Takes the keys out of memory. Gives the `Set-Cookie` header that takes the cookie away. */
export function endVaultSession(
  sessions: Sessions,
  { cookies, agencyId }: Readonly<{ cookies: string | null; agencyId: string }>,
): string {
  const id = idIn(cookies, agencyId)
  if (id !== null) sessions.end(id)
  return serialize(NAME, '', { ...ATTRIBUTES, maxAge: 0 })
}

/** Takes the keys of a person out of memory, whatever browser opened them: their passphrase is another now. */
export const endEveryVaultOf = (sessions: Sessions, owner: SessionOwner): void =>
  sessions.endAllOf(ownerOf(owner))

const ownerOf = ({ agencyId, personId }: SessionOwner): string => `${agencyId} ${personId}`

function idIn(cookies: string | null, agencyId: string): string | null {
  const [, agency, id] = VALUE.exec((cookies && parse(cookies, NAME)[NAME]) || '') ?? []
  return agency === agencyId && id !== undefined ? id : null
}

const isOf = (found: HolderSession, owner: SessionOwner): boolean =>
  found.agencyId === owner.agencyId && found.personId === owner.personId && found.signInId === owner.signInId

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
