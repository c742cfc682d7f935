import { beforeEach, expect, test } from 'vitest'
import { createSealedSessions, type SealedSessions } from '../channel/sealed-sessions.server.ts'
import { newSealingPair, newSigningPair } from '../sealing/keys.server.ts'
import {
  endEveryVaultOf,
  endVaultSession,
  type HolderSession,
  keepOpen,
  openVaultsOf,
} from './holder-session.server.ts'

const OWNER = { agencyId: '11111111-1111-4111-8111-111111111111', personId: 'p', signInId: 's' }
const MINUTE = 60_000

let at: number
let sessions: SealedSessions<HolderSession>
beforeEach(() => {
  at = 0
  sessions = createSealedSessions<HolderSession>(() => new Date(at))
})

const aVault = () => ({ sealing: newSealingPair(), signing: newSigningPair() })
const open = (keyId: string, cookies: string | null = null) =>
  keepOpen(sessions, { cookies, owner: OWNER, vaults: new Map([[keyId, aVault()]]) })
const cookieOf = (header: string) => header.split(';')[0] ?? ''
const seen = (cookies: string | null, owner = OWNER) => [...openVaultsOf(sessions, { cookies, owner }).keys()]

test('the cookie is for this host alone, hidden from scripts, sent by no other site, and ends with the browser', () => {
  const header = open('k')
  expect(header).toMatch(/^__Host-vault=/)
  expect(header).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  expect(header).not.toMatch(/Max-Age|Expires|Domain/)
})

test('vaults that were opened one after the other are open together, under a new identifier', () => {
  const first = cookieOf(open('k1'))
  const second = cookieOf(open('k2', first))
  expect(seen(second)).toEqual(['k1', 'k2'])
  expect(seen(first)).toEqual([])
})

test.each([
  ['another person', { ...OWNER, personId: 'q' }],
  ['another sign-in of the same person', { ...OWNER, signInId: 't' }],
  ['another agency', { ...OWNER, agencyId: '22222222-2222-4222-8222-222222222222' }],
])('of %s nothing is open', (_who, owner) => expect(seen(cookieOf(open('k')), owner)).toEqual([]))

test.each([null, '', '__Host-vault=x', `__Host-vault=${OWNER.agencyId}.${'a'.repeat(43)}`])(
  'with %j nothing is open',
  (cookies) => {
    open('k')
    expect(seen(cookies)).toEqual([])
  },
)

test('without use a vault locks after fifteen minutes, and with use after sixty', () => {
  const idle = cookieOf(open('k'))
  at = 15 * MINUTE
  expect(seen(idle)).toEqual(['k'])
  at = 30 * MINUTE + 1
  expect(seen(idle)).toEqual([])
  const used = cookieOf(open('k'))
  const begun = at
  for (let minute = 10; minute <= 60; minute += 10) {
    at = begun + minute * MINUTE
    expect(seen(used)).toEqual(['k'])
  }
  at = begun + 60 * MINUTE + 1
  expect(seen(used)).toEqual([])
})

test('who locks takes the keys out of memory and the cookie away', () => {
  const cookies = cookieOf(open('k'))
  expect(endVaultSession(sessions, { cookies, agencyId: OWNER.agencyId })).toMatch(
    /^__Host-vault=; Max-Age=0;/,
  )
  expect(seen(cookies)).toEqual([])
})

test('vaults are closed in every browser of a person once the passphrase is another', () => {
  const browsers = [cookieOf(open('a')), cookieOf(open('b'))]
  expect(browsers.map((cookies) => seen(cookies))).toEqual([['a'], ['b']])
  endEveryVaultOf(sessions, OWNER)
  expect(browsers.map((cookies) => seen(cookies))).toEqual([[], []])
})
