import { expect, test } from 'vitest'
import { zipOf } from './testing/zip-archive.ts'
import { inspectArchive } from './zip-guard.server.ts'

const nothing = () => undefined

test('an honest archive is answered with the names of its entries', () => {
  const bytes = zipOf([
    { name: 'word/document.xml', data: Buffer.from('<a/>') },
    { name: 'ภาพ.png', data: Buffer.alloc(1000) },
  ])
  expect(inspectArchive(bytes, nothing)).toEqual({ ok: true, value: ['word/document.xml', 'ภาพ.png'] })
})

test('the budget of bytes holds for all entries together', () => {
  const bytes = zipOf(['a', 'b', 'c'].map((name) => ({ name, data: Buffer.alloc(500, name) })))
  expect(inspectArchive(bytes, nothing, { entries: 10, inflatedBytes: 1500, ratio: 200 }).ok).toBe(true)
  const refused = inspectArchive(bytes, nothing, { entries: 10, inflatedBytes: 1499, ratio: 200 })
  expect(refused).toMatchObject({ ok: false, error: { code: 'archive-bomb' } })
})

test('an archive that promises more bytes than it holds is damaged', () => {
  const bytes = zipOf([{ name: 'a', data: Buffer.from('abc'), declaredSize: 4 }])
  expect(inspectArchive(bytes, nothing)).toMatchObject({ ok: false, error: { code: 'damaged-file' } })
})
