import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Value = Readonly<{ stringValue?: string; intValue?: number; boolValue?: boolean }>
type SentSpan = Readonly<{
  name: string
  kind: number
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes?: readonly Readonly<{ key: string; value: Value }>[]
}>
type Sent = Readonly<{ resourceSpans: readonly { scopeSpans: readonly { spans: readonly SentSpan[] }[] }[] }>

export type OtlpReceiver = Readonly<{
  endpoint: string
  /** Every span as it arrived, and everything that was sent as text. */
  spans: () => readonly SentSpan[]
  said: () => string
  close: () => Promise<void>
}>

/** A receiver of traces by OTLP over HTTP, in JSON. */
export async function openOtlpReceiver(): Promise<OtlpReceiver> {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    if (request.url === '/v1/traces') bodies.push(Buffer.concat(pieces).toString('utf8'))
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans: () =>
      bodies.flatMap((body) =>
        (JSON.parse(body) as Sent).resourceSpans.flatMap(({ scopeSpans }) =>
          scopeSpans.flatMap(({ spans }) => spans),
        ),
      ),
    said: () => bodies.join('\n'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
