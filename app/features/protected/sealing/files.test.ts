import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKeyOf, openFile, paddedLength, SealBroken, sealFile } from './files.server.ts'
import { randomBytesOf, randomKey } from './keys.server.ts'

const PIECE = 64 * 1024 + 17
const HEADER = 24

async function* inParts(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

async function sealed(plain: Uint8Array, key: Uint8Array, size = 10_000) {
  const parts: Uint8Array[] = []
  const facts = await sealFile(inParts(plain, size), key, (part) => void parts.push(Buffer.from(part)))
  return { facts, bytes: Buffer.concat(parts) }
}

async function opened(bytes: Uint8Array, key: Uint8Array, size = 7_000): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of openFile(inParts(bytes, size), key)) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

const key = randomKey()
const refused = (bytes: Uint8Array, other = key) => expect(opened(bytes, other)).rejects.toThrow(SealBroken)

describe('a sealed file', () => {
  it.each([0, 1, 1023, 1024, 65_535, 65_536, 65_537, 131_072, 700_001])(
    'of %i bytes comes back as it was, however it streams',
    async (size) => {
      const plain = randomBytesOf(size)
      const { facts, bytes } = await sealed(plain, key, 4_096)
      expect((await opened(bytes, key)).equals(plain)).toBe(true)
      expect((await opened(bytes, key, 1_000_000)).equals(plain)).toBe(true)
      expect(facts).toEqual({
        size,
        paddedSize: bytes.byteLength,
        sealedHash: createHash('sha256').update(bytes).digest('hex'),
      })
    },
  )

  it('comes back also when it ends like the padding', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(0, 0x80, 7), { maxLength: 40 }),
        fc.constantFrom(0, 900, 65_500, 131_060),
        fc.constantFrom(0, 70_000),
        async (tail, before, zeros) => {
          const plain = Buffer.concat([Buffer.alloc(before, 7), Buffer.from(tail), Buffer.alloc(zeros)])
          expect((await opened((await sealed(plain, key)).bytes, key)).equals(plain)).toBe(true)
        },
      ),
      { numRuns: 60 },
    ))

  it('hides its size', async () => {
    const [one, other] = [
      await sealed(Buffer.alloc(500_001, 1), key),
      await sealed(Buffer.alloc(507_000, 1), key),
    ]
    expect(one.bytes.byteLength).toBe(other.bytes.byteLength)
    expect(one.bytes.byteLength).toBeGreaterThanOrEqual(paddedLength(500_002))
  })

  it('does not open under another key, nor under the same key of another case or file', async () => {
    const { bytes } = await sealed(Buffer.from('x'), key)
    await refused(bytes, randomKey())
    const [fileKey, shredKey] = [randomKey(), randomKey()]
    const right = fileKeyOf(fileKey, shredKey, 'one')
    expect(fileKeyOf(fileKey, shredKey, 'one')).toEqual(right)
    expect(fileKeyOf(fileKey, shredKey, 'two')).not.toEqual(right)
    expect(fileKeyOf(fileKey, randomKey(), 'one')).not.toEqual(right)
  })

  it('that was cut anywhere is refused, at the end of a piece too', async () => {
    const { bytes } = await sealed(randomBytesOf(200_000), key)
    for (const at of [0, 5, HEADER, HEADER + PIECE, HEADER + 2 * PIECE, bytes.byteLength - 1])
      await refused(bytes.subarray(0, at))
  })

  it('that was changed, made longer, or put in another order is refused', async () => {
    const { bytes } = await sealed(randomBytesOf(200_000), key)
    for (const at of [0, HEADER, HEADER + 10, HEADER + PIECE + 3, bytes.byteLength - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = Number(changed[at]) ^ 1
      await refused(changed)
    }
    const piece = (n: number) => bytes.subarray(HEADER + n * PIECE, HEADER + (n + 1) * PIECE)
    const header = bytes.subarray(0, HEADER)
    const rest = bytes.subarray(HEADER + 2 * PIECE)
    await refused(Buffer.concat([header, piece(1), piece(0), rest]))
    await refused(Buffer.concat([header, piece(0), rest]))
    await refused(Buffer.concat([header, piece(0), piece(0), piece(1), rest]))
    await refused(Buffer.concat([bytes, Buffer.from('more')]))
    await refused(Buffer.concat([bytes, bytes.subarray(HEADER)]))
  })

  it('gives no byte of a piece that was changed', async () => {
    const plain = randomBytesOf(200_000)
    const { bytes } = await sealed(plain, key)
    const changed = Buffer.from(bytes)
    changed[HEADER + PIECE + 100] = Number(changed[HEADER + PIECE + 100]) ^ 1
    const seen: Uint8Array[] = []
    const reading = async () => {
      for await (const part of openFile(inParts(changed, 9_000), key)) seen.push(Buffer.from(part))
    }
    await expect(reading()).rejects.toThrow(SealBroken)
    expect(Buffer.concat(seen).equals(Buffer.from(plain.subarray(0, 64 * 1024)))).toBe(true)
  })
})
