import type { Context, MiddlewareHandler } from 'hono'
import { log } from '../platform/log/log.server.ts'
import type { AnsweredRequest } from '../platform/telemetry/metrics.server.ts'
import { traceRequest } from '../platform/telemetry/tracing.server.ts'
import { isPersonal } from './addresses.ts'
import { requestIdOf } from './request-id.ts'
import type { WebEnv } from './security-headers.server.ts'
import { isUntold } from './untold.ts'

type WatchOptions = Readonly<{
  /** How many proxies of our own stand in front. */
  proxies: number
  /** Code of the agency that answers under a `Host` header; null where none does. */
  agencyOf: (host: string | undefined) => string | null
  /** Counts a request for the metrics; null where there are none. */
  answered: ((request: AnsweredRequest) => void) | null
}>

/** Of what no screen answered: another spelling, a wrong address, a page that is being made for somebody else. */
const NO_ROUTE = 'none'

/**
 * Tells of each request once it was answered: one line in the log, one observation, one span. None of them holds more than the
 * pattern of the address; what is told to nobody passes by (see `isUntold`), and kept pages are answered before.
 */
export function watchRequests(options: WatchOptions): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const target = c.req.url.replace(/^[a-z]+:\/\/[^/?#]*/i, '')
    if (isUntold(target)) return next()
    const requestId = requestIdOf(c.req.header('x-request-id'), options.proxies)
    c.set('requestId', requestId)
    const started = performance.now()
    const parent = options.proxies > 0 ? (c.req.header('traceparent') ?? null) : null
    const method = c.req.method
    await traceRequest({ name: method, parent, facts: { 'http.request.method': method } }, async (span) => {
      await next()
      const { status } = c.res
      const route = c.get('route') ?? NO_ROUTE
      span.name(`${method} ${route}`)
      span.tell({ 'http.route': route, 'http.response.status_code': status })
      if (status >= 500) {
        span.fail()
        c.res.headers.set('X-Request-Id', requestId)
      }
      const ms = performance.now() - started
      options.answered?.({ method, route, status, seconds: ms / 1000 })
      tell(c, { route, requestId, ms, agencyOf: options.agencyOf })
    })
  }
}

type Told = Readonly<{ route: string; requestId: string; ms: number }> & Pick<WatchOptions, 'agencyOf'>

function tell(c: Context<WebEnv>, { route, requestId, ms, agencyOf }: Told): void {
  const { status } = c.res
  const level = levelOf(route, status)
  if (!log.isLevelEnabled(level)) return
  const agency = agencyOf(c.req.header('host'))
  const method = /^[A-Z]{3,7}$/.test(c.req.method) ? c.req.method : 'other'
  log[level]({ method, route, status, ms: Math.round(ms), request: requestId, agency }, 'request')
}

/** What people work with, and what programs ask, is told by itself; public pages only to who looks for a fault. */
function levelOf(route: string, status: number): 'debug' | 'info' | 'warn' {
  if (status >= 500) return 'warn'
  const plain = route.replace('/en?', '')
  return isPersonal(plain) || /^\/(api|open311)\//.test(plain) ? 'info' : 'debug'
}
