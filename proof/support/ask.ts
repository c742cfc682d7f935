import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: Buffer; ms: number }>

export type Asking = Readonly<{
  port: number
  host: string
  /** As it goes over the wire: nothing is encoded any more. */
  path: string
  method?: string
  headers?: Readonly<Record<string, string | readonly string[]>>
  body?: Buffer | string | undefined
  longestMs?: number
}>

const LONGEST_MS = 30_000
const kept = new Agent({ keepAlive: true, maxSockets: 64 })

/**
 * One request as a browser on a page of the site sends it, unless `headers` say otherwise; with the time until the last
 * byte, in milliseconds. Rejects when nothing comes, or not all of it.
 */
export function ask(asking: Asking): Promise<Answer> {
  return once(asking, kept).catch((error: NodeJS.ErrnoException & Failed) => {
    // The other side had closed a connection that was kept for later: nothing was asked yet.
    if (error.isReused && error.code === 'ECONNRESET') return once(asking, false)
    throw error
  })
}

type Failed = { isReused?: boolean }

function once(asking: Asking, agent: Agent | false): Promise<Answer> {
  const { port, host, path, method = 'GET', headers = {}, body, longestMs = LONGEST_MS } = asking
  const began = performance.now()
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        agent,
        headers: { Host: host, 'Sec-Fetch-Site': 'same-origin', ...length, ...headers } as Record<
          string,
          string
        >,
      },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('error', reject)
        answer.on('aborted', () => reject(new Error('the answer was cut off')))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(pieces),
            ms: performance.now() - began,
          }),
        )
      },
    )
    asked.setTimeout(longestMs, () => asked.destroy(new Error(`no answer within ${longestMs} ms`)))
    asked.on('error', (error) => reject(Object.assign(error, { isReused: asked.reusedSocket })))
    asked.end(body)
  })
}

/** Leaves no connection open behind. */
export const hangUp = (): void => kept.destroy()
