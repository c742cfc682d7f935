import { mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readSentFiles } from './sent-files.server.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sent-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const HEAD = '--cut\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhello'
const NAMELESS = '--cut\r\nContent-Disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--cut--\r\n'

/** A form of which this much comes, and then its end, or a lost connection. */
const sent = (text: string, end: 'ends' | 'breaks') =>
  readSentFiles(
    new Request('http://localhost/office/evidence/files', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=cut' },
      body: new ReadableStream({
        async pull(controller) {
          if (text !== '') controller.enqueue(Buffer.from(text))
          // It breaks when the file has begun.
          else if (end === 'breaks') await vi.waitFor(() => expect(readdirSync(folder)).not.toEqual([]))
          if (text === '' && end === 'ends') controller.close()
          if (text === '' && end === 'breaks') controller.error(new Error('the connection was lost'))
          text = ''
        },
      }),
      duplex: 'half',
    } as RequestInit),
    { folder, mostBytes: 1000 },
  )

describe('a form with files that does not come whole', () => {
  it.each(['ends', 'breaks'] as const)(
    'leaves nothing behind where it %s in the middle of a file',
    async (end) => {
      expect(await sent(HEAD, end)).toBeNull()
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it('leaves nothing behind where no file was chosen', async () => {
    expect(await sent(NAMELESS, 'ends')).toEqual({ fields: {}, files: [], hasTooMany: false })
    expect(readdirSync(folder)).toEqual([])
  })
})
