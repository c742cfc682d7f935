import { type Agent, type IncomingHttpHeaders, request } from 'node:http'

/** An answer that came whole. `ms`: from the first byte sent to the last one read. */
export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string; ms: number }>

export type Asking = Readonly<{
  port: number
  host: string
  /** As it goes over the wire: nothing is encoded any more. */
  address: string
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: Uint8Array | string | undefined
  /** How long nothing may come; for ever when not given. */
  longestMs?: number
  /** What keeps connections for later; Node's own when not given, and none where it is false. */
  agent?: Agent | false
}>

/**
 * There was no whole answer. `broken`: the connection ended before, so nobody knows what became of what was asked. `silent`:
 * nothing came in time.
 */
export class NoAnswer extends Error {
  readonly how: 'broken' | 'silent'
  /** The other side had closed a connection that was kept for later: nothing was asked yet. */
  readonly wasClosed: boolean

  constructor(how: 'broken' | 'silent', message: string, wasClosed = false) {
    super(message)
    this.how = how
    this.wasClosed = wasClosed
  }
}

/** One request as a browser on a page of the site sends it, unless `headers` say otherwise. Rejects with `NoAnswer`. */
export function ask(asking: Asking): Promise<Answer> {
  const { port, host, address, method = 'GET', headers = {}, body, longestMs, agent } = asking
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const cutOff = () => reject(new NoAnswer('broken', 'the answer was cut off'))
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: address,
        method,
        agent,
        headers: {
          Host: host,
          'Sec-Fetch-Site': 'same-origin',
          ...(bytes && { 'Content-Length': String(bytes.length) }),
          ...headers,
        },
      },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => {
          if (!answer.complete) return cutOff()
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(pieces).toString('utf8'),
            ms: performance.now() - began,
          })
        })
        answer.on('error', cutOff)
        answer.on('close', cutOff)
      },
    )
    if (longestMs !== undefined)
      asked.setTimeout(longestMs, () => {
        reject(new NoAnswer('silent', `no answer within ${longestMs} ms`))
        asked.destroy()
      })
    asked.on('error', (error: NodeJS.ErrnoException) =>
      reject(new NoAnswer('broken', error.message, asked.reusedSocket && error.code === 'ECONNRESET')),
    )
    asked.end(bytes)
  })
}

/** The same for those who reckon with it that there is none. */
export async function askOrNot(asking: Asking): Promise<Answer | 'broken' | 'silent'> {
  try {
    return await ask(asking)
  } catch (error) {
    if (error instanceof NoAnswer) return error.how
    throw error
  }
}
