import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

/** What a program that runs says of itself through its inspector, without a line of code of its own for it. */
export type Inspector = Readonly<{
  /** Megabytes of live objects, after everything that is not reached was taken away. */
  heapMb: () => Promise<number>
  /** How late the event loop was since the last look, in milliseconds: the 99th of a hundred, and the worst. */
  lag: () => Promise<Readonly<{ p99: number; worst: number }>>
  /** Writes a heap snapshot, for comparing two in the tools of a browser. */
  snapshot: (file: string) => Promise<void>
  close: () => void
}>

type Said = Readonly<{
  id?: number
  method?: string
  params?: { chunk?: string }
  result?: { result?: { value?: unknown } }
  error?: { message: string }
}>

const LAG = `(() => {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
  globalThis.proofLag ??= Object.assign(monitorEventLoopDelay({ resolution: 10 }), {})
  globalThis.proofLag.enable()
  const said = { p99: globalThis.proofLag.percentile(99) / 1e6, worst: globalThis.proofLag.max / 1e6 }
  globalThis.proofLag.reset()
  return JSON.stringify(said)
})()`

/** Speaks the protocol of the inspector (Chrome DevTools Protocol) at the address that `node --inspect` printed. */
export async function openInspector(address: string): Promise<Inspector> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = () => reject(new Error(`no inspector at ${address}`))
  })
  const waiting = new Map<number, (said: Said) => void>()
  let hear: (chunk: string) => void = () => {}
  socket.onmessage = ({ data }) => {
    const said = JSON.parse(String(data)) as Said
    if (said.id !== undefined) waiting.get(said.id)?.(said)
    else if (said.method === 'HeapProfiler.addHeapSnapshotChunk') hear(said.params?.chunk ?? '')
  }
  let isClosed = false
  socket.onclose = () => {
    isClosed = true
    for (const [id, hear] of waiting) hear({ id, error: { message: 'the program has gone' } })
  }
  let last = 0
  const call = (method: string, params: object = {}): Promise<Said> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new Error(`${method}: the program has gone`))
      last += 1
      const id = last
      waiting.set(id, (said) => {
        waiting.delete(id)
        if (said.error) reject(new Error(`${method}: ${said.error.message}`))
        else resolve(said)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
  const evaluate = async (expression: string) =>
    (await call('Runtime.evaluate', { expression, returnByValue: true })).result?.result?.value
  return {
    heapMb: async () => {
      await call('HeapProfiler.collectGarbage')
      return Number(await evaluate('process.memoryUsage().heapUsed')) / 1024 / 1024
    },
    lag: async () => JSON.parse(String(await evaluate(LAG))),
    snapshot: async (file) => {
      const out = createWriteStream(file)
      hear = (chunk) => void out.write(chunk)
      await call('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
      out.end()
      await finished(out)
    },
    close: () => socket.close(),
  }
}
