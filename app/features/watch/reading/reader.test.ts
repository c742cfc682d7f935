import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createReader, READER_LIMITS } from './reader.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'reader-test-'))
const reader = createReader(READER_LIMITS)
afterAll(() => {
  reader.close()
  rmSync(folder, { recursive: true })
})
let files = 0
function given(content: string | Uint8Array, saidType = 'text/html') {
  files += 1
  const file = path.join(folder, String(files))
  writeFileSync(file, content)
  return { path: file, saidType, address: 'https://a.example/oit/' }
}

test('what takes more memory than it may is unreadable, and the next file is read', async () => {
  const tight = createReader({ timeLimitMs: 60_000, memoryLimitBytes: 1 })
  expect(await tight.read(given('<p>ก</p>'))).toEqual({
    kind: 'unreadable',
    mediaType: 'application/octet-stream',
  })
  tight.close()
  expect(await reader.read(given('<p>ก</p>'))).toMatchObject({ kind: 'read', reading: { text: 'ก' } })
})

test('a page runs nothing of its own, and what is hidden is not read', async () => {
  const page = `<title>ก</title><script>document.title = 'ran'</script><p hidden>ลับ</p><p style="display: none">ซ่อน</p>
    <p>เห<b>็น</b></p><table><tr><th>ลำดับ<th>ผู้ชนะ</table><a href="a.pdf#x">ไฟล์</a><nav><a href="/">แรก</a></nav>`
  expect(await reader.read(given(page))).toMatchObject({
    reading: {
      title: 'ก',
      text: 'เห็น\nลำดับ\nผู้ชนะ\nไฟล์\nแรก',
      columns: [['ลำดับ', 'ผู้ชนะ']],
      links: [
        { text: 'ไฟล์', address: 'https://a.example/oit/a.pdf', isInContent: true },
        { text: 'แรก', address: 'https://a.example/', isInContent: false },
      ],
      active: ['script'],
    },
  })
})

test('what takes longer than it may is unreadable, and the next file is read', async () => {
  const hasty = createReader({ ...READER_LIMITS, timeLimitMs: 1_500 })
  expect(await hasty.read(given(`${'<div>'.repeat(60_000)}ก`))).toMatchObject({ kind: 'unreadable' })
  hasty.close()
  expect(await reader.read(given('<p>ข</p>'))).toMatchObject({ reading: { text: 'ข' } })
})

test('text of another kind is what its bytes are', async () => {
  expect(await reader.read(given('ลำดับ,จำนวน\n1,2', 'text/csv'))).toMatchObject({
    reading: { kind: 'csv', text: 'ลำดับ จำนวน\n1 2\n' },
  })
  expect(
    await reader.read(given(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'text/html')),
  ).toMatchObject({
    reading: { kind: 'picture', mediaType: 'image/png' },
  })
})

test('of a page with a main part its words alone are read: a menu names what the page does not have', async () => {
  const around = (main: string) =>
    `<header>โครงสร้าง</header><main>${main}</main><footer>โทร. 1 ปี 2568</footer>`
  expect(await reader.read(given(around('<p>ผู้บริหาร</p>')))).toMatchObject({ reading: { text: 'ผู้บริหาร' } })
  expect(await reader.read(given(around('')))).toMatchObject({
    reading: { text: expect.stringContaining('โครงสร้าง') },
  })
})
