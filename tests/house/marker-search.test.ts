import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { needlesOf, searchBytes, searchFolder } from '../support/marker-search.ts'

describe('the search', () => {
  test.each(needlesOf('ทดสอบ zqxv').map(({ as, bytes }) => [as, bytes] as const))(
    'finds %s',
    async (as, bytes) => {
      const one = mkdtempSync(path.join(os.tmpdir(), 'prongsai-search-'))
      try {
        writeFileSync(
          path.join(one, 'file'),
          Buffer.concat([Buffer.alloc(70_000, 'x'), bytes, Buffer.from('yy')]),
        )
        expect((await searchFolder(one, needlesOf('ทดสอบ zqxv'))).map((found) => found.as)).toContain(as)
      } finally {
        rmSync(one, { recursive: true, force: true })
      }
    },
  )

  test('finds base64 whatever stands before and behind it', () => {
    for (const before of ['', 'a', 'ab', 'abc', 'ก'])
      for (const behind of ['', 'x', 'xy', 'ๆ'])
        expect(
          searchBytes(
            'text',
            Buffer.from(Buffer.from(`${before}ความลับ${behind}`).toString('base64')),
            needlesOf('ความลับ'),
          ),
          `${before}…${behind}`,
        ).not.toEqual([])
  })
})
