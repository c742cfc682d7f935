import { expect, test } from 'vitest'
import { streamedResponse } from './file-response.server.ts'

const CONTENT = Buffer.from('0123456789'.repeat(20_000))
const file = { size: CONTENT.length, etag: '"abc"', headers: { 'Content-Type': 'application/pdf' } }
let opened = 0

const ask = async (headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => {
  const answer = await streamedResponse(
    new Request('http://localhost/report.pdf', { headers, method }),
    file,
    async ({ first, last }) => {
      opened += 1
      return new Blob([CONTENT.subarray(first, last + 1)]).stream()
    },
  )
  if (!answer) throw new Error('no answer')
  return answer
}

test('a file comes whole, with its type, length and tag', async () => {
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '200000',
    'accept-ranges': 'bytes',
    etag: '"abc"',
  })
  expect(Buffer.from(await answer.arrayBuffer()).equals(CONTENT)).toBe(true)
})

test('for a head and for a visitor who has it nothing is opened; bytes that are not there are no answer', async () => {
  opened = 0
  expect((await ask({}, 'HEAD')).headers.get('content-length')).toBe('200000')
  expect((await ask({ 'If-None-Match': '"abc"' })).status).toBe(304)
  expect(opened).toBe(0)
  expect(await streamedResponse(new Request('http://localhost/a'), file, async () => null)).toBeNull()
})

test.each([
  ['bytes=0-9', 'bytes 0-9/200000', '0123456789'],
  ['bytes=199995-', 'bytes 199995-199999/200000', '56789'],
  ['bytes=-3', 'bytes 199997-199999/200000', '789'],
  ['bytes=199999-900000', 'bytes 199999-199999/200000', '9'],
])('%s is answered by that part', async (range, told, content) => {
  const answer = await ask({ Range: range })
  expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([
    206,
    told,
    String(content.length),
  ])
  expect(await answer.text()).toBe(content)
})

test.each(['bytes=200000-', 'bytes=-0'])('%s is outside the file', async (range) => {
  const answer = await ask({ Range: range })
  expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
    416,
    'bytes */200000',
    '',
  ])
})

test.each(['bytes=0-1,3-4', 'bytes=9-1', 'lines=1-2', 'bytes=-'])('%s gives the whole file', async (range) =>
  expect((await ask({ Range: range })).status).toBe(200),
)

test('a part of an older file is not asked for', async () => {
  expect((await ask({ Range: 'bytes=0-1', 'If-Range': '"old"' })).status).toBe(200)
  expect((await ask({ Range: 'bytes=0-1', 'If-Range': '"abc"' })).status).toBe(206)
})

test.each(['"abc"', 'W/"abc"', '"x", W/"abc"', '*'])('If-None-Match %s: the visitor has it', async (tags) => {
  const answer = await ask({ 'If-None-Match': tags })
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, '"abc"', ''])
})
