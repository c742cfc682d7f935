import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endSlowRequest } from './slow-requests.server.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINUTE = 60_000

/** A request that is coming in; `bytes` says how much of its connection has come. */
function aRequest(method = 'POST') {
  const request = Object.assign(new EventEmitter(), {
    method,
    complete: false,
    socket: { bytesRead: 0 },
    isEnded: false,
    destroy: () => {
      request.isEnded = true
      request.emit('close')
    },
  })
  return request
}
const watch = (request: ReturnType<typeof aRequest>, isFile: boolean) =>
  endSlowRequest(request as unknown as IncomingMessage, isFile)

test('a form that has not come whole after five minutes is ended, however much of it comes', () => {
  const request = aRequest()
  watch(request, false)
  request.socket.bytesRead = 10
  vi.advanceTimersByTime(5 * MINUTE - 1)
  expect(request.isEnded).toBe(false)
  vi.advanceTimersByTime(1)
  expect(request.isEnded).toBe(true)
})

test('a file may take hours while something of it comes, and is ended when nothing does', () => {
  const request = aRequest()
  watch(request, true)
  for (let minute = 0; minute < 300; minute += 1) {
    request.socket.bytesRead += 1
    vi.advanceTimersByTime(MINUTE)
  }
  expect(request.isEnded).toBe(false)
  vi.advanceTimersByTime(MINUTE)
  expect(request.isEnded).toBe(true)
})

test('a file that came whole is waited for while it is kept, and what brings nothing is never ended', () => {
  const whole = aRequest()
  watch(whole, true)
  whole.complete = true
  const reading = aRequest('GET')
  watch(reading, false)
  vi.advanceTimersByTime(60 * MINUTE)
  expect([whole.isEnded, reading.isEnded]).toEqual([false, false])
})
