import { describe, expect, test } from 'vitest'
import { readAway } from './read-away.ts'

const PART = new Uint8Array(1000)

/** A body of so many parts; endless where none says how many. */
function body(parts: number, { everyMs = 0 } = {}) {
  const state = { given: 0, isCancelled: false }
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (state.given >= parts) return controller.close()
      if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs))
      state.given += 1
      controller.enqueue(PART)
    },
    cancel() {
      state.isCancelled = true
    },
  })
  return { stream, state }
}

describe('what is read away', () => {
  test('is read to its end', async () => {
    const { stream, state } = body(50)
    await readAway(stream)
    expect(state).toEqual({ given: 50, isCancelled: false })
    await readAway(null)
  })
  test('is cut off where it has no end', async () => {
    const { stream, state } = body(Number.POSITIVE_INFINITY)
    await readAway(stream, { mostBytes: 20_000 })
    expect(state.isCancelled).toBe(true)
    expect(state.given).toBeLessThan(30)
  })
  test('is cut off where it takes too long', async () => {
    const { stream, state } = body(Number.POSITIVE_INFINITY, { everyMs: 5 })
    await readAway(stream, { longestMs: 60 })
    expect(state.isCancelled).toBe(true)
  })
  test('is left where its sender went away', async () => {
    const gone = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('aborted')),
    })
    await expect(readAway(gone)).resolves.toBeUndefined()
  })
})
