import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSeal, secretKey } from './seal.server.ts'

const run = promisify(execFile)
const KEY = Buffer.alloc(32, 1)

describe('a seal', () => {
  const seal = createSeal(KEY)
  test.each(['JBSWY3DPEHPK3PXP', '', 'ความลับของไคลเอนต์'])('opens what it sealed: "%s"', (secret) =>
    expect(seal.open(seal.seal(secret, 'a person'), 'a person')).toBe(secret),
  )
  test('is another one each time, and shows nothing of the secret', () => {
    const [one, other] = [seal.seal('JBSWY3DPEHPK3PXP', 'x'), seal.seal('JBSWY3DPEHPK3PXP', 'x')]
    expect(one.equals(other)).toBe(false)
    expect(one.includes('JBSWY3DP')).toBe(false)
  })
  test('does not open about somebody else', () =>
    expect(() => seal.open(seal.seal('secret', 'a person'), 'another person')).toThrow())
  test('does not open under another key', () =>
    expect(() => createSeal(Buffer.alloc(32, 2)).open(seal.seal('secret', 'x'), 'x')).toThrow())
  test('does not open when any one byte was changed, or some are missing', () => {
    const sealed = seal.seal('secret', 'x')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] as number) ^ 1
      expect(() => seal.open(changed, 'x'), `byte ${at}`).toThrow()
      expect(() => seal.open(sealed.subarray(0, at), 'x'), `${at} bytes`).toThrow()
    }
  })
  test('derives the same key for one purpose and another for another', () => {
    expect(createSeal(KEY).derive('a').equals(seal.derive('a'))).toBe(true)
    expect(seal.derive('a').equals(seal.derive('b'))).toBe(false)
    expect(seal.derive('a').equals(KEY)).toBe(false)
    expect(seal.derive('a')).toHaveLength(32)
  })
})

describe('the key of the program', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-key-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
  const file = () => path.join(dataDir, 'secret.key')

  test('is made once, for its owner alone, and stays', () => {
    const made = secretKey({ secretKey: null, dataDir })
    expect(made).toHaveLength(32)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(secretKey({ secretKey: null, dataDir }).equals(made)).toBe(true)
    expect(readdirSync(dataDir)).toEqual(['secret.key'])
  })

  test('is the same for several processes that start at once', async () => {
    const program = `import { secretKey } from ${JSON.stringify(path.resolve('app/platform/secrets/seal.server.ts'))}
process.stdout.write(secretKey({ secretKey: null, dataDir: process.argv[1] }).toString('hex'))`
    const start = () => run(process.execPath, ['--input-type=module', '-e', program, dataDir])
    const keys = await Promise.all(Array.from({ length: 4 }, start))
    expect(new Set(keys.map(({ stdout }) => stdout)).size).toBe(1)
    expect(keys[0]?.stdout).toBe(Buffer.from(readFileSync(file(), 'utf8'), 'base64').toString('hex'))
    expect(readdirSync(dataDir)).toEqual(['secret.key'])
  })

  test('is the one of the settings where there is one: then no file is made', () => {
    expect(secretKey({ secretKey: KEY.toString('base64'), dataDir }).equals(KEY)).toBe(true)
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('is never replaced: a file that holds none is told', () => {
    writeFileSync(file(), 'too short')
    chmodSync(file(), 0o600)
    expect(() => secretKey({ secretKey: null, dataDir })).toThrow(/secret\.key holds no key of 32 bytes/)
    expect(readFileSync(file(), 'utf8')).toBe('too short')
  })
})
