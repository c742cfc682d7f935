import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { openApp, type RunningApp } from './app.server.ts'
import { isUploads } from './features/evidence/index.server.ts'
import { ensureAgency, ensureFirstAdministrator } from './features/people/index.server.ts'
import { linkAddress } from './features/people/index.ts'
import { createWeb } from './pages.server.ts'
import type { Config } from './platform/config/config.server.ts'
import { withoutAgency } from './platform/db/tenant.server.ts'
import { log } from './platform/log/log.server.ts'
import { openTelemetry } from './telemetry.server.ts'
import { takesCopies, takesFiles, takesReports } from './web/addresses.ts'
import { createFileCache } from './web/file-cache.server.ts'
import { createPageCache } from './web/page-cache.server.ts'
import { isMetByEveryName, publicOrigin } from './web/public-origin.ts'
import type { WebEnv } from './web/security-headers.server.ts'
import { endSlowRequest } from './web/slow-requests.server.ts'

const PAGE_LIFETIME_MS = 60_000
const LONGEST_FAREWELL_MS = 5_000

export type RunningServer = Readonly<{
  address: string
  /** Where the first administrator comes in, once; null when somebody administers the default agency already. */
  firstLink: string | null
  stop: () => Promise<void>
  /** The same after something was thrown that nobody caught: nobody knows what state the program is in. */
  stopFailed: (error: unknown, event: 'uncaught-exception' | 'unhandled-rejection') => Promise<void>
}>

/**
 * Opens the database, answers on the configured port, and stops gently: requests end, for five seconds at most, then the
 * database is left. Rejects with DatabaseRefusal, or with the system's error when the port cannot be had.
 */
export async function startServer(config: Config): Promise<RunningServer> {
  log.level = config.logLevel
  let app: RunningApp | null = null
  const namesHost = isMetByEveryName(config.origin)
  const cache = createPageCache({
    lifetimeMs: PAGE_LIFETIME_MS,
    siteOf: (host) => (app?.siteOf(host) ?? '') + (namesHost ? ` ${host} ` : ''),
  })
  const files = createFileCache({
    lifetimeMs: PAGE_LIFETIME_MS,
    siteOf: (host) => app?.siteOf(host) ?? '',
    open: async (host, sha256, span) =>
      (await app?.evidence.files.store.open({ agencyId: app.siteOf(host), sha256 }, span)) ?? null,
  })
  const opened = await openApp(config, {
    onPublished: () => {
      cache.clear()
      files.clear()
    },
  })
  app = opened
  const closing: (() => Promise<void>)[] = [opened.close]
  const leave = async (error: unknown): Promise<never> => {
    for (const close of closing) await close()
    throw error
  }
  const telemetry = await openTelemetry(config, opened, {
    pages: () => ({ ...cache.size(), ...cache.counts }),
    files: () => ({ ...files.size(), ...files.counts }),
  }).catch(leave)
  closing.unshift(telemetry.close)
  const web = createWeb(opened, {
    origin: config.origin,
    proxies: config.trustedProxies,
    memory: { pages: cache, files },
    watch: telemetry,
  })
  const listener = getRequestListener(web.fetch, { overrideGlobalObjects: false })
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    endSlowRequest(request, bringsFiles((request.url ?? '').split('?', 1)[0] ?? ''))
    if (!cache.serve(request, response) && !files.serve(request, response)) void listener(request, response)
  })
  const stop = async () => {
    telemetry.announceStop()
    await endConnections(server)
    await opened.close()
    // Last: what ends is traced too.
    await telemetry.close()
  }
  // Before anybody is answered: the default agency is there from the first request on.
  await foundDefaultAgency(opened, config).catch(leave)
  await listen(server, config).catch(leave)
  // Only who answers gives a link: it takes the force of the one that another copy has printed.
  const token = await firstAdministratorToken(opened, config).catch((error: Error) => {
    log.error({ err: error }, 'no-first-link')
    return null
  })
  opened.warmUp()
  const { port } = server.address() as { port: number }
  const firstLink = token && firstLinkOf(token, config, `localhost:${port}`)
  return {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    firstLink,
    stop,
    stopFailed: async (error, event) => {
      log.fatal({ err: error }, event)
      await stop()
    },
  }
}

const bringsFiles = (pathname: string): boolean =>
  isUploads(pathname) || takesFiles(pathname) || takesCopies(pathname) || takesReports(pathname)

const NO_MEMORY = {
  pages: () => ({ hits: 0, misses: 0, pages: 0, bytes: 0 }),
  files: () => ({ hits: 0, bytes: 0 }),
}

/** For `npm run dev`: the same addresses without a cache. */
export async function developmentApp(): Promise<Hono<WebEnv>> {
  developing ??= (async () => {
    const { readConfig } = await import('./platform/config/config.server.ts')
    const config = readConfig()
    if (!config.ok)
      throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
    const app = await openApp(config.value, { onPublished: () => {} })
    await foundDefaultAgency(app, config.value)
    const token = await firstAdministratorToken(app, config.value)
    if (token !== null)
      process.stderr.write(
        `first administrator: ${firstLinkOf(token, config.value, `localhost:${config.value.port}`)}\n`,
      )
    return createWeb(app, {
      origin: config.value.origin,
      proxies: config.value.trustedProxies,
      memory: null,
      watch: await openTelemetry(config.value, app, NO_MEMORY),
    })
  })()
  return developing
}
let developing: Promise<Hono<WebEnv>> | undefined

async function foundDefaultAgency(app: RunningApp, { agencyCode }: Config): Promise<void> {
  await withoutAgency(app.ctx.db, (tx) => ensureAgency(tx, { code: agencyCode }))
  await app.refresh()
}

async function firstAdministratorToken(app: RunningApp, { agencyCode }: Config): Promise<string | null> {
  const ctx = { ...app.ctx, actor: { kind: 'system', name: 'first-start' } } as const
  const first = await ensureFirstAdministrator(ctx, { agencyCode })
  return first.ok ? (first.value?.token ?? null) : null
}

const firstLinkOf = (token: string, { origin }: Config, host: string): string =>
  linkAddress(publicOrigin({ origin, hostName: null, host }), 'th', token)

/** Answers that are being written are finished; who sends half a request or reads slowly is not waited for. */
async function endConnections(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL_MS)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(timer)
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
