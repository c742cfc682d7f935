import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { claimKeyPairOf } from './claim-key.server.ts'

const cheap = { passes: 1, memory: 8192 }
const salt = randomBytes(16)

test('the same secret and salt give the same pair, every other one another', async () => {
  const pair = await claimKeyPairOf('123456789012', salt, cheap)
  expect(await claimKeyPairOf('123456789012', salt, cheap)).toEqual(pair)
  expect(pair.publicKey).toHaveLength(32)
  const others = [
    await claimKeyPairOf('123456789013', salt, cheap),
    await claimKeyPairOf('123456789012', randomBytes(16), cheap),
  ]
  for (const other of others) expect(other.publicKey).not.toEqual(pair.publicKey)
})

test('a salt of another length is a fault of the program', async () => {
  await expect(claimKeyPairOf('1', randomBytes(8), cheap)).rejects.toThrow('a salt has 16 bytes')
})
