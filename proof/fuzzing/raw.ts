import { connect } from 'node:net'

/** An answer as it came over the wire, its chunks put together; `status` 0 where the connection ended without one. */
export type RawAnswer = Readonly<{
  status: number
  headers: ReadonlyMap<string, string>
  body: Buffer
  ms: number
}>

/** Bytes that are sent as they are: clients of HTTP correct what they send. */
export type RawRequest = Readonly<{ head: string; body: Buffer }>

/** Sends bytes and waits until the other side closes, `longestMs` at most. Lone surrogates are sent as CESU-8 would have them. */
export function sendBytes(
  port: number,
  { head, body }: RawRequest,
  longestMs: number,
): Promise<RawAnswer | 'silence'> {
  const began = performance.now()
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let isOver = false
    const over = (answer: RawAnswer | 'silence') => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const whole = () => over(readAnswer(Buffer.concat(pieces), performance.now() - began))
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.from(head, 'utf8'))
      if (body.length > 0) socket.write(body)
    })
    const timer = setTimeout(() => (pieces.length > 0 ? whole() : over('silence')), longestMs)
    socket.on('data', (piece: Buffer) => pieces.push(piece))
    socket.on('end', whole)
    socket.on('close', whole)
    socket.on('error', whole)
  })
}

function readAnswer(bytes: Buffer, ms: number): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, Math.max(0, end)).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? 0)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).toLowerCase()
    const value = line.slice(at + 1).trim()
    headers.set(name, headers.has(name) ? `${headers.get(name)}\n${value}` : value)
  }
  const rest = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4)
  // What was to be read on: the answer to it comes behind.
  if (status >= 100 && status < 200) return readAnswer(rest, ms)
  return { status, headers, body: headers.get('transfer-encoding') === 'chunked' ? unchunk(rest) : rest, ms }
}

function unchunk(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  let at = 0
  for (;;) {
    const end = bytes.indexOf('\r\n', at)
    const size = end < 0 ? 0 : Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16)
    if (!(size > 0)) return Buffer.concat(pieces)
    pieces.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
