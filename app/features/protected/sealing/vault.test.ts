import { describe, expect, it } from 'vitest'
import { openDerivation } from './derivation.server.ts'
import { isSignedBy, newSealingPair, openSealed, randomKey, sealFor, signBytes } from './keys.server.ts'
import { printKey, readPrintedKey } from './printed-key.server.ts'
import { changePassphrase, closeVault, makeVault, openVault, openVaultByRecoveryKey } from './vault.server.ts'

const cheap = { passes: 1, memory: 8192 }
const derivation = openDerivation({
  pepper: randomKey(),
  atOnce: 2,
  waiting: 64,
  receiptCost: cheap,
  vaultCost: cheap,
})
const value = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error('refused')
  return result.value
}
const make = async (passphrase: string) => value(await makeVault(derivation, passphrase))
const wrong = { ok: false, error: { code: 'vault.wrong' } }

describe('a vault', () => {
  it('opens with its passphrase to the keys that were made', async () => {
    const { vault, stored } = await make('สี่คำ ที่จำได้ ง่ายดี 42')
    const opened = value(await openVault(derivation, stored, 'สี่คำ ที่จำได้ ง่ายดี 42'))
    expect(openSealed(opened.sealing, sealFor(vault.sealing.publicKey, Buffer.from('x')))).toEqual(
      Buffer.from('x'),
    )
    expect(
      isSignedBy(vault.signing.publicKey, Buffer.from('x'), signBytes(opened.signing, Buffer.from('x'))),
    ).toBe(true)
  })

  it('does not open with another passphrase, nor when it was changed', async () => {
    const { stored } = await make('right')
    expect(await openVault(derivation, stored, 'right ')).toEqual(wrong)
    expect(await openVault(derivation, stored, '')).toEqual(wrong)
    const wrapped = Uint8Array.from(stored.wrapped)
    wrapped[40] = Number(wrapped[40]) ^ 1
    expect(await openVault(derivation, { ...stored, wrapped }, 'right')).toEqual(wrong)
  })

  it('that asks for more memory than any was made with is not opened', async () => {
    const { stored } = await make('right')
    const cost = { passes: 1, memory: 64 * 1024 ** 3 }
    expect(await openVault(derivation, { ...stored, cost }, 'right')).toEqual(wrong)
  })

  it('is not opened by another vault of the same passphrase', async () => {
    const [mine, theirs] = [await make('same'), await make('same')]
    expect(await openVault(derivation, { ...mine.stored, wrapped: theirs.stored.wrapped }, 'same')).toEqual(
      wrong,
    )
  })

  it('opens with the printed recovery key, and with no other', async () => {
    const { vault, stored, recoveryKey } = await make('forgotten')
    const typed = printKey(recoveryKey).toLowerCase().replaceAll('-', ' ')
    const opened = value(openVaultByRecoveryKey(stored, value(readPrintedKey(typed))))
    expect(opened.sealing.publicKey).toEqual(vault.sealing.publicKey)
    expect(openVaultByRecoveryKey(stored, randomKey())).toEqual(wrong)
    expect(openVaultByRecoveryKey({ ...stored, wrappedRecovery: stored.wrapped }, recoveryKey)).toEqual(wrong)
  })

  it('opens with a new passphrase alone once it was changed, and still with the recovery key', async () => {
    const { vault, stored, recoveryKey } = await make('old')
    const changed = value(await changePassphrase(derivation, { vault, stored }, 'new'))
    expect(await openVault(derivation, changed, 'old')).toEqual(wrong)
    expect(value(await openVault(derivation, changed, 'new')).signing.publicKey).toEqual(
      vault.signing.publicKey,
    )
    expect(openVaultByRecoveryKey(changed, recoveryKey).ok).toBe(true)
  })

  it('says nothing of what it holds', async () => {
    const { vault, stored } = await make('x')
    const all = Buffer.concat([stored.wrapped, stored.wrappedRecovery])
    expect(all.includes(Buffer.from(vault.sealing.secretKey))).toBe(false)
    expect(all.includes(Buffer.from(vault.signing.seed))).toBe(false)
  })

  it('leaves no key in memory when it is closed', async () => {
    const { vault } = await make('x')
    const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0)
    expect(isZero(vault.sealing.secretKey)).toBe(false)
    closeVault(vault)
    expect([vault.sealing.secretKey, vault.signing.secretKey, vault.signing.seed].every(isZero)).toBe(true)
    expect(newSealingPair().secretKey.every((byte) => byte === 0)).toBe(false)
  })
})
