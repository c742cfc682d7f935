import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openShredStore } from './shred.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-shred-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const filesIn = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

describe('the keys outside the database', () => {
  it('are found again, also by another program, for their owner alone', async () => {
    const id = randomUUID()
    const key = await openShredStore(folder).make(id)
    expect(key).toHaveLength(32)
    expect(await openShredStore(folder).find(id)).toEqual(key)
    expect(filesIn()).toHaveLength(1)
    for (const file of filesIn()) {
      const { mode, mtimeMs } = statSync(path.join(file.parentPath, file.name))
      expect(mode & 0o777).toBe(0o600)
      expect(mtimeMs).toBe(0)
    }
  })

  it('are gone for good when they are destroyed, with everything remembered of the case', async () => {
    const store = openShredStore(folder)
    const [gone, stays] = [randomUUID(), randomUUID()]
    await store.make(gone)
    await store.keepEnds(gone, ['1 aa'])
    const kept = await store.make(stays)
    await store.destroy(gone)
    await store.destroy(gone)
    expect(await store.find(gone)).toBeNull()
    expect(await store.endsOf(gone)).toEqual([])
    expect(await store.find(stays)).toEqual(kept)
    expect(filesIn()).toHaveLength(1)
  })

  it('remember how far a case went', async () => {
    const store = openShredStore(folder)
    const id = randomUUID()
    expect(await store.endsOf(id)).toEqual([])
    await store.keepEnds(id, ['1 aa', '2 bb'])
    await store.keepEnds(id, ['2 bb', '3 cc'])
    expect(await store.endsOf(id)).toEqual(['2 bb', '3 cc'])
  })

  it('take no name that leads out of the folder', async () => {
    await expect(openShredStore(folder).make('../../outside')).rejects.toThrow(/no such identifier/)
  })

  it('are none where the folder is not there yet', async () => {
    expect(await openShredStore(path.join(folder, 'later')).find(randomUUID())).toBeNull()
  })
})
