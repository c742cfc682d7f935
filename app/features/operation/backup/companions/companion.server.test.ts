import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TAR_BLOCK, tarHeader } from '../container/tar-header.ts'
import { readCompanion, writeCompanion } from './companion.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-companion-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const takenAt = new Date('2026-11-26T18:30:00Z')
const damaged = { code: 'backup.damaged' }

test('a companion comes back as it was, and one that was cut off within a key is damaged', async () => {
  const file = path.join(folder, 'a.keys')
  const key = Buffer.alloc(700, 'k')
  await writeCompanion(file, new Map([['secret.key', key]]), { recipient: null, takenAt })
  expect(await readCompanion(file, null)).toEqual({ takenAt, files: new Map([['secret.key', key]]) })
  // Behind the note with its header, and the header of the key.
  truncateSync(file, 3 * TAR_BLOCK + 100)
  await expect(readCompanion(file, null)).rejects.toMatchObject(damaged)
})

test('a companion that does not say when it was taken is not believed to be young', async () => {
  const file = path.join(folder, 'a.shred')
  const name = `protected/shred/ab/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.key`
  const end = Buffer.alloc(2 * TAR_BLOCK)
  writeFileSync(
    file,
    Buffer.concat([tarHeader({ name, size: TAR_BLOCK }, takenAt), Buffer.alloc(TAR_BLOCK, 'k'), end]),
  )
  await expect(readCompanion(file, null)).rejects.toMatchObject(damaged)
})
