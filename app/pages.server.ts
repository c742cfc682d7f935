import path from 'node:path'
// The build that Vite makes of the routes.
import * as build from 'virtual:react-router/server-build'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { createRequestHandler, type RouteObject, RouterContextProvider, type ServerBuild } from 'react-router'
import type { RunningApp } from './app.server.ts'
import { answeringAway } from './away-answers.server.ts'
import type * as Entry from './entry.server.tsx'
import { findMeetingNames, listApprovals } from './features/approvals/index.server.ts'
import { type FindUseNames, isUploads, uploadRefused } from './features/evidence/index.server.ts'
import { findWorkNames } from './features/improvement/index.server.ts'
import { recordForgery } from './features/people/index.server.ts'
import { endVaultSession, protectedWrongDoor } from './features/protected/index.server.ts'
import { admit, type Visitor } from './office-door.server.ts'
import { isDatabaseAway } from './platform/db/database-away.ts'
import { log } from './platform/log/log.server.ts'
import { projectRoot } from './platform/project-root.server.ts'
import type { AnsweredRequest } from './platform/telemetry/metrics.server.ts'
import { counted } from './platform/telemetry/under-way.ts'
import type { Readiness } from './readiness.server.ts'
import {
  isForMachines,
  isForPrograms,
  isPersonal,
  isReporters,
  isSealed,
  mayBeBehind,
  takesComplaints,
  takesCopies,
  takesFiles,
  takesJson,
  takesReports,
} from './web/addresses.ts'
import type { App, ServedAgency } from './web/app.server.ts'
import { readTarget } from './web/canonical-target.ts'
import type { createFileCache } from './web/file-cache.server.ts'
import { serveGuide } from './web/guide-files.server.ts'
import { type ScreenMatches, screenMatcher } from './web/match-screens.ts'
import type { createPageCache } from './web/page-cache.server.ts'
import { publicPageHeaders } from './web/published.ts'
import { readAway } from './web/read-away.ts'
import { faultProblem, refusalPage } from './web/refusal.server.ts'
import { isSameSite } from './web/same-site.ts'
import { securityHeaders, type WebEnv } from './web/security-headers.server.ts'
import { isTooMuch } from './web/sent-size.ts'
import { serveBuiltFiles } from './web/static-files.server.ts'
import { visitorNetwork } from './web/visitor-network.ts'
import { watchRequests } from './web/watch-requests.server.ts'

// The contexts must be those that the routes were built with, so they are handed out through the entry module.
const {
  apiPartsContext,
  appContext,
  deskContext,
  documentsContext,
  evidenceFilesContext,
  evidenceUsesContext,
  mattersContext,
  meetingDocumentsContext,
  networkContext,
  openDataContext,
  operationContext,
  posterContext,
  protectedContext,
  protectedVisitorContext,
  publicPagesContext,
  recordedResolutionsContext,
  requestIdContext,
  signInContext,
  visitContext,
  watchTargetsContext,
  watchToolsContext,
  wrongDoorContext,
  handleError,
} = build.entry.module as unknown as typeof Entry

type WebOptions = Readonly<{
  /** The public address of the site. */
  origin: string
  /** How many proxies of our own stand in front. */
  proxies: number
  /** Null in development: every page is rendered anew, and Vite hands out the files. */
  memory: Readonly<{
    pages: ReturnType<typeof createPageCache>
    files: ReturnType<typeof createFileCache>
  }> | null
  /** How the program itself is. */
  watch: Readonly<{
    readiness: () => Promise<Readiness>
    /** Whether it comes too late to everything to be of use. */
    isHopeless: () => boolean
    /** Counts a request; null where there are no metrics. */
    answered: ((request: AnsweredRequest) => void) | null
  }>
}>
/** What evidence is used for is known by the rooms that use it. */
const findUseNames: FindUseNames = async (ctx, uses, lang) =>
  new Map([...(await findWorkNames(ctx, uses, lang)), ...(await findMeetingNames(ctx, uses, lang))])

type Route = ServerBuild['routes'][string] & object

const RETRY_AFTER_SECONDS = '30'
const EMPTY_FORM = 'application/x-www-form-urlencoded'
const NO_STORE = { 'Cache-Control': 'no-store' }

/** Every answer of the site, from the request as it came to the screen that answers it. */
export function createWeb(app: RunningApp, { origin, proxies, memory, watch }: WebOptions): Hono<WebEnv> {
  const web = new Hono<WebEnv>()
  web.onError((error, c) => {
    const request = c.get('requestId')
    // Of what is asked of the database before a screen is: who asks, how often.
    const isAway = isDatabaseAway(error)
    if (request !== undefined) log.error({ err: error, request }, isAway ? 'database-away' : 'request-failed')
    return isAway
      ? refusalPage(503, { 'Retry-After': RETRY_AFTER_SECONDS }, request)
      : refusalPage(500, {}, request)
  })
  web.use(watchRequests({ proxies, agencyOf: app.codeOf, answered: watch.answered }))
  // Outside of all others, so that a kept page has the headers that are added to it further in.
  if (memory) web.use(memory.pages.middleware, memory.files.middleware)
  web.use(securityHeaders(origin))
  web.use(canonicalOnly)
  // Alive: this process answers. Ready: it can also reach its data.
  web.get('/healthz', (c) => {
    c.set('route', '/healthz')
    const isHopeless = watch.isHopeless()
    return c.json({ status: isHopeless ? 'stuck' : 'alive' }, isHopeless ? 503 : 200, NO_STORE)
  })
  web.get('/readyz', async (c) => {
    c.set('route', '/readyz')
    const readiness = await watch.readiness()
    return c.json(readiness, readiness.status === 'ready' ? 200 : 503, NO_STORE)
  })
  if (memory) web.use(serveBuiltFiles(path.join(projectRoot, 'build', 'client')))
  web.use(serveGuide(path.join(projectRoot, 'build', 'guide')))
  web.all('*', notForEver(app, screens(app, proxies)))
  return web
}

/** A page has one address: other spellings lead to it, and what is no address is refused before it costs anything. */
const canonicalOnly: MiddlewareHandler = async (c, next) => {
  const [, pathname = '/', search = ''] = /^[a-z]+:\/\/[^/?]*([^?]*)(.*)$/s.exec(c.req.url) ?? []
  const target = readTarget(pathname, search)
  if (target.kind === 'unreadable') return refusalPage(400)
  if (target.kind === 'elsewhere') return c.redirect(target.address, isReading(c) ? 301 : 308)
  return next()
}

const readsItself = (pathname: string): boolean =>
  takesJson(pathname) ||
  takesFiles(pathname) ||
  takesCopies(pathname) ||
  takesReports(pathname) ||
  takesComplaints(pathname)

/** Whether an address has no screen but the one that says so. */
const isMissing = (screen: Route['module'] | undefined): boolean =>
  (screen as { handle?: { isMissing?: true } } | undefined)?.handle?.isMissing === true

const isReading = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD'

type Answering = (c: Context<WebEnv>) => Promise<Response>

/**
 * An answer that waits for a database that has fallen silent is given up, and is 503. Not where who reports is shown again what
 * they typed, however long it takes, nor where a file may be on its way for hours; whether the primary answers is nothing to
 * who reads from the replica.
 */
const notForEver =
  (app: RunningApp, answer: Answering): Answering =>
  (c) => {
    const { pathname } = new URL(c.req.url)
    const isPatient = isReporters(pathname) || isUploads(pathname) || replicaFor(app, c) !== null
    return isPatient ? answer(c) : app.whileAnswering(() => answer(c))
  }

/** The site as the replica has it, for those pages that may be a moment old; null where it may not be asked. */
function replicaFor(app: RunningApp, c: Context<WebEnv>): App | null {
  const { pathname } = new URL(c.req.url)
  const isBehindTaken = isReading(c) && mayBeBehind(pathname) && !c.req.header('cookie')
  return isBehindTaken ? app.atReplica(c.req.header('host')) : null
}

function screens(app: RunningApp, proxies: number): Answering {
  const answering = answeringAway(build as unknown as ServerBuild, handleError)
  const handle = createRequestHandler(answering, import.meta.env.MODE)
  const routes = Object.values(build.routes).filter((route) => route !== undefined) as Route[]
  const match = screenMatcher(treeOf(routes))
  const wrongDoor = protectedWrongDoor(app.protectedChannel)
  return async (c) => {
    const { pathname, origin } = new URL(c.req.url)
    const host = c.req.header('host')
    if (app.isNobodys(host)) return refusalPage(404)
    const matches = match(pathname)
    const matched = matches?.at(-1)?.route.id
    c.set('route', isUploads(pathname) ? UPLOADS_PATTERN : patternOf(matches))
    const requestId = c.get('requestId')
    const screen = routes.find((route) => route.id === matched)?.module
    const replica = replicaFor(app, c)
    const site = replica ?? app.at(host)
    if (isUploads(pathname)) return counted('uploads', () => uploadAnswer(app, site, c, proxies))
    if (!isReading(c) && isMissing(screen)) return refusalPage(404)
    if (!isReading(c) && screen && !screen.action) return refusalPage(405, { Allow: 'GET, HEAD' })
    // No page of ours sends another; of TRACE not even a request can be made for a screen.
    if (!isReading(c) && c.req.method !== 'POST') return refusalPage(405, { Allow: 'GET, HEAD, POST' })
    const bringsCopy = !isReading(c) && takesCopies(pathname)
    const isAsked = !bringsCopy && !isForPrograms(pathname)
    if (!isReading(c) && screen && isAsked && !isSameSite(c.req.raw.headers)) {
      await recordForgedPost(site, pathname)
      return refusalPage(403)
    }
    if (
      !isReading(c) &&
      isTooMuch(c.req.raw.headers, pathname, { mostOfFiles: app.evidence.files.mostBytes })
    ) {
      await readAway(c.req.raw.body)
      return refusalPage(413, { Connection: 'close' })
    }
    const wait = bringsCopy ? await waitForCopy(c, app, proxies) : 0
    if (wait === 'away') return refusalPage(503, { 'Retry-After': RETRY_AFTER_SECONDS }, requestId)
    if (wait > 0) {
      await readAway(c.req.raw.body)
      return refusalPage(429, { 'Retry-After': String(wait), Connection: 'close' })
    }
    if (!isReading(c) && screen && !readsItself(pathname) && !(await isForm(c.req.raw)))
      return refusalPage(400)

    const context = new RouterContextProvider()
    context.set(requestIdContext, requestId ?? null)
    context.set(appContext, site)
    context.set(deskContext, app.desk)
    context.set(documentsContext, app.documents)
    context.set(mattersContext, app.matters)
    context.set(meetingDocumentsContext, app.meetingDocuments)
    context.set(evidenceFilesContext, app.evidence.files)
    context.set(evidenceUsesContext, findUseNames)
    context.set(recordedResolutionsContext, listApprovals)
    context.set(signInContext, app.signIn)
    context.set(networkContext, visitorNetwork(remoteAddress(c), c.req.header('x-forwarded-for'), proxies))
    context.set(openDataContext, app.openData)
    context.set(operationContext, app.operation)
    context.set(apiPartsContext, app.apiParts)
    context.set(posterContext, app.posters)
    context.set(publicPagesContext, app.publicPages)
    context.set(watchTargetsContext, app.watchTargets)
    context.set(watchToolsContext, app.watchTools)
    context.set(wrongDoorContext, wrongDoor)
    if (isSealed(pathname)) {
      context.set(protectedContext, app.protectedChannel)
      context.set(protectedVisitorContext, networkOf(c, proxies))
    }
    if (isPersonal(pathname)) {
      const agency = await personalAgency(site, requestId)
      if (agency instanceof Response) return agency
      const admission = await admit(agency.ctx, c.req.raw, visitorOf(c, site, proxies))
      if (admission.kind === 'is-led-elsewhere') return admission.answer
      context.set(visitContext, admission.visit)
      if (!isReading(c) && isSigningOut(pathname)) forgetVaults(app, agency.ctx.agency.id, c.req.raw.headers)
    }
    const readsPathAlone = !isPersonal(pathname) && (!screen || screen.headers === publicPageHeaders)
    const ask = () =>
      handle(readsPathAlone ? new Request(origin + pathname) : withoutOrigin(c.req.raw), context)
    let answer = await ask()
    if (replica && answer.status >= 500) {
      context.set(appContext, app.at(host))
      answer = await ask()
      if (answer.status < 500) app.distrustReplica()
    }
    if (answer.status === 500 && isForMachines(pathname)) return faultProblem(requestId)
    const headers = new Headers(answer.headers)
    if (answer.status === 503) headers.set('Retry-After', RETRY_AFTER_SECONDS)
    if (answer.status >= 400) headers.set('Cache-Control', 'no-store')
    return new Response(answer.body, { status: answer.status, headers })
  }
}

/** Uploads pass by the screens, which would hold what is sent in memory; the door is the same. */
async function uploadAnswer(
  app: RunningApp,
  site: App,
  c: Context<WebEnv>,
  proxies: number,
): Promise<Response> {
  const { pathname } = new URL(c.req.url)
  if (!isReading(c) && !isSameSite(c.req.raw.headers)) {
    await recordForgedPost(site, pathname)
    return uploadRefused('upload.forged')
  }
  const agency = await personalAgency(site, c.get('requestId'))
  if (agency instanceof Response) return agency
  const admission = await app.whileAnswering(() => admit(agency.ctx, c.req.raw, visitorOf(c, site, proxies)))
  const signedIn = admission.kind === 'comes-in' ? admission.visit.signedIn : null
  if (!signedIn) return uploadRefused('upload.signed-out')
  return app.evidence.uploads.handle({ ...agency.ctx, actor: signedIn.actor }, c.req.raw)
}

/** How many seconds a network waits before it may send another copy to be checked; 'away' while nobody can count. */
async function waitForCopy(c: Context<WebEnv>, app: RunningApp, proxies: number): Promise<number | 'away'> {
  const key = `${app.siteOf(c.req.header('host'))} ${networkOf(c, proxies)}`
  return app.signIn.limits.take('network-copy', key).catch(() => 'away' as const)
}

const networkOf = (c: Context<WebEnv>, proxies: number): string =>
  visitorNetwork(remoteAddress(c), c.req.header('x-forwarded-for'), proxies)

const isSigningOut = (pathname: string): boolean => /^(\/en)?\/sign-out$/.test(pathname)

/** Who signs out takes the keys of their vaults out of memory; the cookie that is left opens nothing. */
function forgetVaults({ protectedChannel }: RunningApp, agencyId: string, headers: Headers): void {
  endVaultSession(protectedChannel.sessions.holders, { cookies: headers.get('cookie'), agencyId })
}

const visitorOf = (c: Context<WebEnv>, site: App, proxies: number): Visitor => ({
  network: networkOf(c, proxies),
  userAgent: c.req.header('user-agent') ?? '',
  origin: site.origin,
  nonce: c.get('nonce'),
})

/**
 * Whether what was sent is a form, whole, or nothing: a screen that takes a form apart must not fail on what anybody may
 * send. What comes this far is small: see `isTooMuch`.
 */
async function isForm(request: Request): Promise<boolean> {
  if (!request.headers.get('content-type')) return Number(request.headers.get('content-length') ?? 0) === 0
  return request
    .clone()
    .formData()
    .then(
      () => true,
      () => false,
    )
}

/** The agency of a page that is for one person, or the answer where there is none or the database is away. */
async function personalAgency(site: App, requestId: string | undefined): Promise<ServedAgency | Response> {
  const agency = await site.agency().catch(() => 'away' as const)
  if (agency === 'away') return refusalPage(503, { 'Retry-After': RETRY_AFTER_SECONDS }, requestId)
  return agency ?? refusalPage(404)
}

async function recordForgedPost(site: App, pathname: string): Promise<void> {
  const agency = await site.agency().catch(() => null)
  if (agency) await recordForgery(agency.ctx, pathname)
}

/**
 * Where a request comes from was judged before. The framework would judge again, by an address that behind a proxy is not
 * the one that the browser sees.
 */
function withoutOrigin(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('origin')
  const { url, method, signal } = request
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal })
  // Nothing that was sent as nothing is a form without fields: a screen that takes forms must not fail on it.
  const isNothing = !headers.get('content-type') && !readsItself(new URL(url).pathname)
  if (isNothing) headers.set('content-type', EMPTY_FORM)
  // What is sent is read on while it arrives; the types of this platform do not know that word of it yet.
  const sent = { method, headers, signal, body: request.body, duplex: 'half' }
  return new Request(url, sent as RequestInit)
}

/** Undefined where the answer is asked for without a connection, as tests do. */
function remoteAddress(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined
  }
}

const UPLOADS_PATTERN = '/office/uploads/:id?'

/** Every address that has the same screen, in one: `/en?/reports/:year`. */
const patternOf = (matches: ScreenMatches): string =>
  `/${(matches ?? []).flatMap(({ route }) => route.path?.replace(/^\/+/, '') || []).join('/')}`

function treeOf(routes: readonly Route[], parentId?: string): RouteObject[] {
  return routes
    .filter((route) => route.parentId === parentId)
    .map(({ id, path: at, index, caseSensitive }) => ({
      id,
      ...(at !== undefined && { path: at }),
      ...(caseSensitive && { caseSensitive }),
      ...(index ? { index } : { children: treeOf(routes, id) }),
    }))
}
