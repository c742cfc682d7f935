import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, expect, test } from 'vitest'
import { AgeBroken, AgeWrongKey, openWithAge, sealWithAge } from './age-stream.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-age-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const identity = await generateX25519Identity()
const recipient = await identityToRecipient(identity)
const keyFile = path.join(folder, 'key')
writeFileSync(keyFile, `${identity}\n`)

const all = async (bytes: AsyncIterable<Uint8Array>) => {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}
const seal = (plain: Buffer) => all(sealWithAge(Readable.from([plain]), recipient))
const open = (sealed: Buffer, by = identity) => all(openWithAge(Readable.from([sealed]), by))

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])(
  '%i bytes that are sealed here open with the program age, and the other way round',
  async (size) => {
    const plain = randomBytes(size)
    const sealed = path.join(folder, 'sealed')
    writeFileSync(sealed, await seal(plain))
    expect(execFileSync('age', ['-d', '-i', keyFile, sealed]).equals(plain)).toBe(true)
    const theirs = execFileSync('age', ['-r', recipient], { input: plain })
    expect((await open(theirs)).equals(plain)).toBe(true)
  },
)

test('what was changed anywhere or cut off anywhere does not open', async () => {
  const sealed = await seal(randomBytes(70_000))
  for (const at of [10, 150, 250, 300, 40_000, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] as number) ^ 1
    await expect(open(changed), `byte ${at}`).rejects.toThrow()
    await expect(open(sealed.subarray(0, at)), `${at} bytes`).rejects.toThrow(AgeBroken)
  }
})

test('another key is told from damage', async () => {
  await expect(open(await seal(Buffer.from('x')), await generateX25519Identity())).rejects.toThrow(
    AgeWrongKey,
  )
})
