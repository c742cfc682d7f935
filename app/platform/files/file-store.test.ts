import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkStored } from './check-stored.server.ts'
import { createDiskStore, removeUnfinished } from './disk-store.server.ts'
import type { FileStore } from './file-store.ts'
import { createS3Store, FileStoreRefusal } from './s3-store.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-store-'))
const disk = path.join(folder, 'files')
const s3 = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: path.join(folder, 's3'),
  configureBuckets: [{ name: 'evidence', configs: [] }],
})
const stores: Partial<Record<'disk' | 's3', FileStore>> = {}

beforeAll(async () => {
  const { port } = await s3.run()
  stores.disk = createDiskStore(disk)
  stores.s3 = createS3Store({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'evidence',
    region: 'us-east-1',
    keyId: 'S3RVER',
    secret: 'S3RVER',
  })
})
afterAll(async () => {
  await s3.close()
  rmSync(folder, { recursive: true, force: true })
})

function aFile(text: string | Buffer) {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const place = path.join(folder, `sent-${sha256}`)
  writeFileSync(place, bytes)
  return { agencyId: 'a1', sha256, path: place, size: bytes.length, mediaType: 'text/plain', bytes }
}

const readFrom = async (store: FileStore, ...asked: Parameters<FileStore['open']>) => {
  const bytes = await store.open(...asked)
  return bytes && (await buffer(bytes))
}

describe.each(['disk', 's3'] as const)('files kept in %s', (kind) => {
  const store = () => stores[kind] as FileStore

  test('come back whole and in parts, and the file that was sent stays where it is', async () => {
    const file = aFile(Buffer.concat([Buffer.from('หลักฐาน'), Buffer.alloc(3_000_000, 'x')]))
    await store().put(file)
    expect((await readFrom(store(), file))?.equals(file.bytes)).toBe(true)
    expect(await readFrom(store(), file, { first: 3, last: 7 })).toEqual(file.bytes.subarray(3, 8))
    expect(readFileSync(file.path).equals(file.bytes)).toBe(true)
  })

  test('that are kept again stay as they are', async () => {
    const file = aFile('สองครั้ง')
    await store().put(file)
    await store().put({ ...file, path: '/nowhere' })
    expect(await readFrom(store(), file)).toEqual(file.bytes)
  })

  test('are of one agency, and what was never kept is not there', async () => {
    const file = aFile('ของหน่วยงานหนึ่ง')
    await store().put(file)
    expect(await store().open({ ...file, agencyId: 'a2' })).toBeNull()
    expect(await store().open({ agencyId: 'a1', sha256: 'f'.repeat(64) })).toBeNull()
  })

  test('are listed by agency with size and time, and what was removed is listed no more', async () => {
    const [one, two] = [aFile('รายการหนึ่ง'), aFile('รายการสอง')]
    const since = Date.now() - 60_000
    for (const file of [one, two]) await store().put({ ...file, agencyId: 'a3' })
    const listed = async () => {
      const all = []
      for await (const file of store().list('a3')) all.push(file)
      return all
    }
    expect(new Set((await listed()).map(({ sha256, size }) => `${sha256} ${size}`))).toEqual(
      new Set([`${one.sha256} ${one.size}`, `${two.sha256} ${two.size}`]),
    )
    for (const { at } of await listed()) expect(at.getTime()).toBeGreaterThan(since)
    await store().remove({ ...one, agencyId: 'a3' })
    await store().remove({ ...one, agencyId: 'a3' })
    expect((await listed()).map(({ sha256 }) => sha256)).toEqual([two.sha256])
    expect(await checkStored(store(), { ...one, agencyId: 'a3' })).toBe('missing')
    expect(await checkStored(store(), { ...two, agencyId: 'a3' })).toBe('whole')
    for await (const file of store().list('nobody')) expect(file).toBeNull()
  })

  test('are removed as old only when nobody kept them since', async () => {
    const file = { ...aFile('เก่าหรือใหม่'), agencyId: 'a4' }
    await store().put(file)
    expect(await store().removeOlder(file, new Date(Date.now() - 60_000))).toBe(false)
    expect(await readFrom(store(), file)).toEqual(file.bytes)
    expect(await store().removeOlder(file, new Date(Date.now() + 60_000))).toBe(true)
    expect(await store().open(file)).toBeNull()
    expect(await store().removeOlder(file, new Date(Date.now() + 60_000))).toBe(false)
  })

  test('that many keep at once are there once', async () => {
    const file = aFile(Buffer.alloc(500_000, 'พร้อมกัน'))
    await Promise.all(Array.from({ length: 6 }, () => store().put(file)))
    expect((await readFrom(store(), file))?.equals(file.bytes)).toBe(true)
  })
})

describe('on the disk', () => {
  test('nothing but whole files is there, also where keeping failed', async () => {
    await expect(stores.disk?.put({ ...aFile('หายไป'), path: '/nowhere/file' })).rejects.toThrow('ENOENT')
    const names = readdirSync(disk, { recursive: true, encoding: 'utf8' }).map((name) => path.basename(name))
    expect(names.every((name) => /^(a1|[0-9a-f]{2}|[0-9a-f]{64})$/.test(name))).toBe(true)
  })

  test('a file that was broken off is written anew, and what a dead program left goes', async () => {
    const file = aFile('ครึ่งเดียว')
    await stores.disk?.put(file)
    const place = path.join(disk, 'a1', file.sha256.slice(0, 2), file.sha256)
    rmSync(place)
    writeFileSync(place, file.bytes.subarray(0, 4))
    await stores.disk?.put(file)
    expect(readFileSync(place).equals(file.bytes)).toBe(true)
    const left = `${place}.1.unfinished`
    writeFileSync(left, 'x')
    utimesSync(left, 0, 0)
    await removeUnfinished(disk, new Date(Date.now() - 60_000))
    expect(existsSync(left)).toBe(true)
    await removeUnfinished(disk, new Date(Date.now() + 60_000))
    expect([existsSync(left), existsSync(place)]).toEqual([false, true])
  })
})

describe('an S3 store', () => {
  /** A store that answers as it is told, and what it was asked. */
  async function storeThat(answers: readonly number[]) {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.method ?? '')
      request.resume()
      request.on('end', () => response.writeHead(answers[asked.length - 1] ?? 500).end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const store = createS3Store({
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'b',
      region: 'r',
      keyId: 'id',
      secret: 'hunter2',
    })
    return { store, asked, close: () => server.close() }
  }

  test('that is busy for a moment is asked again, each time with the whole file', async () => {
    const { store, asked, close } = await storeThat([404, 503, 200])
    await store.put(aFile('ยุ่ง'))
    expect(asked).toEqual(['HEAD', 'PUT', 'PUT'])
    close()
  })

  test('that refuses is told without its keys, and one that gives more than a part is not believed', async () => {
    const { store, close } = await storeThat([404, 403, 200])
    const refused = await store.put(aFile('ปฏิเสธ')).catch((error: Error) => error)
    expect(refused).toBeInstanceOf(FileStoreRefusal)
    expect(String(refused)).toMatch(/403/)
    expect(String(refused)).not.toMatch(/hunter2/)
    await expect(store.open(aFile('ปฏิเสธ'), { first: 1, last: 2 })).rejects.toThrow(FileStoreRefusal)
    close()
  })
})
