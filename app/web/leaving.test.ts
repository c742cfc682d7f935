import { expect, test } from 'vitest'
import { isLeaving } from './leaving.ts'

const left = AbortSignal.abort()
const staying = new AbortController().signal

test('a visitor who left is no fault of ours, and a fault of ours is none of theirs', () => {
  const cutOff = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  const unfinished = new Error('queryRoute() call aborted without an `AbortSignal.reason`: POST http://x/')
  for (const error of [left.reason, cutOff, unfinished, new DOMException('gone', 'AbortError')]) {
    expect(isLeaving(error, left)).toBe(true)
    expect(isLeaving(error, staying)).toBe(false)
  }
  expect(isLeaving(new TypeError('x is undefined'), left)).toBe(false)
  expect(isLeaving('thrown', left)).toBe(false)
})
