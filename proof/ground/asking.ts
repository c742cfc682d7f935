import { type IncomingHttpHeaders, request } from 'node:http'

/** An answer that came whole. `ms`: from the first byte sent to the last one read. */
export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string; ms: number }>

export type Asking = Readonly<{
  port: number
  host: string
  address: string
  method?: 'GET' | 'HEAD' | 'POST' | 'PATCH'
  headers?: Readonly<Record<string, string>>
  body?: Uint8Array | string
}>

/** Nobody waits longer in front of a browser; what takes this long counts as no answer. */
const LONGEST_ANSWER_MS = 60_000

/**
 * Asks as a browser would. `broken`: the connection ended before there was a whole answer, so nobody knows what became of
 * it. `silent`: there was none within a minute.
 */
export function ask(asking: Asking): Promise<Answer | 'broken' | 'silent'> {
  const { port, host, address, method = 'GET', headers = {}, body = '' } = asking
  const bytes = Buffer.from(body as string)
  const began = performance.now()
  return new Promise((resolve) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: address,
        method,
        headers: {
          Host: host,
          'Sec-Fetch-Site': 'same-origin',
          ...(method !== 'HEAD' && method !== 'GET' && { 'Content-Length': String(bytes.length) }),
          ...headers,
        },
      },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('error', () => resolve('broken'))
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => {
          if (!answer.complete) return resolve('broken')
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(pieces).toString('utf8'),
            ms: performance.now() - began,
          })
        })
        answer.on('close', () => resolve('broken'))
      },
    )
    asked.setTimeout(LONGEST_ANSWER_MS, () => {
      resolve('silent')
      asked.destroy()
    })
    asked.on('error', () => resolve('broken'))
    asked.end(method === 'HEAD' || method === 'GET' ? undefined : bytes)
  })
}
