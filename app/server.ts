import { createServer, type Server } from 'node:http'
import path from 'node:path'
// The build that Vite makes of the routes.
import * as build from 'virtual:react-router/server-build'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { openApp, type RunningApp } from './app.server.ts'
import type * as Entry from './entry.server.tsx'
import type { Config } from './platform/config/config.server.ts'
import { projectRoot } from './platform/project-root.server.ts'
import { createPageCache } from './web/page-cache.server.ts'
import { securityHeaders } from './web/security-headers.server.ts'

const PAGE_LIFETIME_MS = 60_000
const CLIENT_FILES = path.join(projectRoot, 'build', 'client')
const ONE_YEAR = 'public, max-age=31536000, immutable'
const ONE_DAY = 'public, max-age=86400'

// The contexts must be those that the routes were built with, so they are handed out through the entry module.
const { appContext, documentsContext } = build.entry.module as unknown as typeof Entry

type PageCache = ReturnType<typeof createPageCache>
export type RunningServer = Readonly<{ address: string; stop: () => Promise<void> }>

/** Opens the database, answers on the configured port, and stops gently: requests end, then the database is left. */
export async function startServer(config: Config): Promise<RunningServer> {
  const cache = createPageCache({ lifetimeMs: PAGE_LIFETIME_MS })
  const app = await openApp(config, { onPublished: cache.clear })
  const listener = getRequestListener(createWeb(app, cache).fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => {
    if (!cache.serve(request, response)) void listener(request, response)
  })
  await listen(server, config).catch(async (error) => {
    await app.close()
    throw error
  })
  app.warmUp()
  const { port } = server.address() as { port: number }
  return {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      await app.close()
    },
  }
}

/** For `npm run dev`: the same addresses without a cache. */
export async function developmentApp(): Promise<Hono> {
  developing ??= (async () => {
    const { readConfig } = await import('./platform/config/config.server.ts')
    const config = readConfig()
    if (!config.ok)
      throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
    return createWeb(await openApp(config.value, { onPublished: () => {} }), null)
  })()
  return developing
}
let developing: Promise<Hono> | undefined

function createWeb(app: RunningApp, cache: PageCache | null): Hono {
  const web = new Hono()
  const handle = createRequestHandler(build as unknown as ServerBuild, import.meta.env.MODE)
  web.use(securityHeaders)
  // Alive: this process answers. Ready: it can also reach its data.
  web.get('/healthz', (c) => c.json({ status: 'alive' }, 200, { 'Cache-Control': 'no-store' }))
  web.get('/readyz', async (c) => {
    const isReady = await app.isReady()
    return c.json({ status: isReady ? 'ready' : 'not-ready' }, isReady ? 200 : 503, {
      'Cache-Control': 'no-store',
    })
  })
  web.use('/assets/*', files(ONE_YEAR))
  web.use('/display.js', files(ONE_DAY))
  web.use('/mark.svg', files(ONE_DAY))
  web.get('*', async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    if (pathname.length > 1 && pathname.endsWith('/'))
      return c.redirect(pathname.replace(/\/+$/, '') + search || '/', 301)
    return next()
  })
  if (cache) web.use(cache.middleware)
  web.all('*', (c) => {
    const context = new RouterContextProvider()
    context.set(appContext, app)
    context.set(documentsContext, app.documents)
    return handle(c.req.raw, context)
  })
  return web
}

const files = (cacheControl: string) =>
  serveStatic({ root: CLIENT_FILES, onFound: (_path, c) => c.header('Cache-Control', cacheControl) })

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
