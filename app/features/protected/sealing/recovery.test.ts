import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomKey } from './keys.server.ts'
import { printKey, readPrintedKey } from './printed-key.server.ts'
import { joinKey, splitKey } from './recovery.server.ts'

const secret = randomKey()

describe('a key that is split', () => {
  it('is made again of any shares that are enough, and of no fewer', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom([3, 2] as const, [5, 3] as const, [2, 2] as const, [9, 5] as const),
        fc.infiniteStream(fc.nat()),
        async ([shares, threshold], order) => {
          const all = await splitKey(secret, { shares, threshold })
          const drawn = [...all].sort(() => (Number(order.next().value) % 2 ? 1 : -1))
          expect(await joinKey(drawn.slice(0, threshold))).toEqual({
            ok: true,
            value: Uint8Array.from(secret),
          })
          expect(await joinKey(drawn)).toEqual({ ok: true, value: Uint8Array.from(secret) })
          expect(await joinKey(drawn.slice(0, threshold - 1))).toEqual({
            ok: false,
            error: { code: 'recovery.too-few' },
          })
        },
      ),
      { numRuns: 30 },
    ))

  it('is not made of one share given several times', async () => {
    const [share] = await splitKey(secret, { shares: 3, threshold: 2 })
    const twice = [share as Uint8Array, share as Uint8Array]
    expect(await joinKey(twice)).toEqual({ ok: false, error: { code: 'recovery.too-few' } })
    expect(await joinKey([])).toEqual({ ok: false, error: { code: 'recovery.too-few' } })
  })

  it('is not made of shares of two sets, nor of one that was changed', async () => {
    const [mine, theirs] = [
      await splitKey(secret, { shares: 3, threshold: 2 }),
      await splitKey(secret, { shares: 3, threshold: 2 }),
    ]
    const mixed = { ok: false, error: { code: 'recovery.mixed' } }
    expect(await joinKey([mine[0] as Uint8Array, theirs[1] as Uint8Array])).toEqual(mixed)
    const changed = Uint8Array.from(mine[0] as Uint8Array)
    changed[10] = Number(changed[10]) ^ 1
    expect(await joinKey([changed, mine[1] as Uint8Array])).toEqual(mixed)
  })
})

describe('a key on paper', () => {
  it('is read as it was printed, also in small letters, with spaces and with O and I', () =>
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
        const printed = printKey(bytes)
        expect(printed).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{1,4})*$/)
        const typed = printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'i')
        expect(readPrintedKey(printed)).toEqual({ ok: true, value: Uint8Array.from(bytes) })
        expect(readPrintedKey(typed)).toEqual({ ok: true, value: Uint8Array.from(bytes) })
      }),
    ))

  it('with a sign that is wrong or missing is refused', () =>
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 31 }), (at, more) => {
        const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const printed = printKey(secret).replaceAll('-', '')
        const wrong = signs[(signs.indexOf(printed[at] as string) + more) % 32]
        expect(readPrintedKey(`${printed.slice(0, at)}${wrong}${printed.slice(at + 1)}`).ok).toBe(false)
        expect(readPrintedKey(`${printed.slice(0, at)}${printed.slice(at + 1)}`).ok).toBe(false)
      }),
    ))

  it('with a sign that is none is told so', () => {
    expect(readPrintedKey('ABCD-*')).toEqual({ ok: false, error: { code: 'printed.characters' } })
    expect(readPrintedKey('')).toEqual({ ok: false, error: { code: 'printed.check' } })
  })
})
