import { createServer } from 'node:http'
import { log } from '../log/log.server.ts'
import type { Metrics } from './metrics.server.ts'

const ONLY_HERE = '127.0.0.1'

/**
 * Answers metrics at `/metrics`, to this machine alone and on a port of their own. Rejects with the system's error when the
 * port cannot be had.
 */
export async function openMetricsPort(
  port: number,
  metrics: Pick<Metrics, 'registry' | 'text'>,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.url?.split('?', 1)[0] !== '/metrics') return void response.writeHead(404).end()
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.registry.contentType }).end(text),
      (error) => {
        log.error({ err: error }, 'metrics-failed')
        response.writeHead(500).end()
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, ONLY_HERE, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}
