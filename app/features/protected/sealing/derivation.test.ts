import { describe, expect, it } from 'vitest'
import { isSame } from './bytes.server.ts'
import { openDerivation, RECEIPT_COST, VAULT_COST } from './derivation.server.ts'
import { randomKey } from './keys.server.ts'
import { receiptOf } from './receipt.domain.ts'

const cheap = { passes: 1, memory: 8192 }
const open = (pepper = randomKey(), atOnce = 2, waiting = 64) =>
  openDerivation({ pepper, atOnce, waiting, receiptCost: cheap, vaultCost: cheap })
const value = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error('refused')
  return result.value
}

describe('the derivation of keys', () => {
  it('costs what the design says', () => {
    expect(RECEIPT_COST).toEqual({ passes: 3, memory: 64 * 1024 * 1024 })
    expect(VAULT_COST).toEqual({ passes: 4, memory: 256 * 1024 * 1024 })
  })

  it('gives three different keys of a receipt, the same each time', async () => {
    const [derivation, receipt] = [open(), receiptOf(randomKey())]
    const keys = value(await derivation.deriveReceipt(receipt))
    expect(value(await derivation.deriveReceipt(receipt))).toEqual(keys)
    expect([keys.lookup, keys.wrap, keys.signSeed].map((key) => key.byteLength)).toEqual([16, 32, 32])
    expect(isSame(keys.wrap, keys.signSeed)).toBe(false)
  })

  it('gives other keys with another pepper: a stolen database alone tries no receipt', async () => {
    const receipt = receiptOf(randomKey())
    const [one, other] = [
      value(await open().deriveReceipt(receipt)),
      value(await open().deriveReceipt(receipt)),
    ]
    expect(isSame(one.lookup, other.lookup)).toBe(false)
    expect(isSame(one.wrap, other.wrap)).toBe(false)
  })

  it('gives the same receipt for the same form, another for another form or pepper', () => {
    const [pepper, secret] = [randomKey(), randomKey()]
    expect(open(pepper).receiptOfForm(secret)).toBe(open(pepper).receiptOfForm(secret))
    expect(open(pepper).receiptOfForm(secret)).not.toBe(open(pepper).receiptOfForm(randomKey()))
    expect(open(pepper).receiptOfForm(secret)).not.toBe(open().receiptOfForm(secret))
  })

  it('takes a passphrase as the same one however its letters were composed', async () => {
    const derivation = open()
    const salt = randomKey().slice(0, 16)
    const typed = 'caf\u00e9 ที่ทำงาน'
    const composed = value(await derivation.deriveVault(typed, salt))
    expect(value(await derivation.deriveVault(typed.normalize('NFD'), salt))).toEqual(composed)
  })

  it('serves all who wait, refuses who comes after them, and serves again later', async () => {
    const derivation = open(randomKey(), 2, 3)
    const receipts = Array.from({ length: 8 }, () => receiptOf(randomKey()))
    const answers = await Promise.all(receipts.map((receipt) => derivation.deriveReceipt(receipt)))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false, false, false])
    expect(answers.at(-1)).toEqual({ ok: false, error: { code: 'channel.busy' } })
    expect((await derivation.deriveReceipt(receiptOf(randomKey()))).ok).toBe(true)
  })

  it('lets vaults open while the queue of receipts is full', async () => {
    const derivation = open(randomKey(), 1, 1)
    const flood = Array.from({ length: 5 }, () => derivation.deriveReceipt(receiptOf(randomKey())))
    const vault = await derivation.deriveVault('passphrase', randomKey().slice(0, 16))
    expect(vault.ok).toBe(true)
    expect((await Promise.all(flood)).filter(({ ok }) => ok)).toHaveLength(2)
  })
})
