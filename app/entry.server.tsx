import { renderToString } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { protectedContext } from './features/protected/index.server.ts'
import { thaiHtml } from './kernel/thai-html.ts'
import { log } from './platform/log/log.server.ts'
import { isSealed, languageOf } from './web/addresses.ts'
import { requestIdContext } from './web/context.server.ts'
import { isLeaving } from './web/leaving.ts'
import { RequestNumber } from './web/request-number.tsx'

export { mattersContext, meetingDocumentsContext } from './features/approvals/index.server.ts'
export { deskContext, wrongDoorContext } from './features/desk/index.server.ts'
export { evidenceFilesContext, evidenceUsesContext } from './features/evidence/index.server.ts'
export { recordedResolutionsContext } from './features/improvement/index.server.ts'
export { apiPartsContext, openDataContext } from './features/opendata/index.server.ts'
export { operationContext } from './features/operation/index.server.ts'
export { signInContext } from './features/people/index.server.ts'
export { protectedContext, protectedVisitorContext } from './features/protected/index.server.ts'
export { documentsContext } from './features/reports/index.server.ts'
export { posterContext } from './features/site/index.server.ts'
export { watchTargetsContext, watchToolsContext } from './features/watch/index.server.ts'
export { appContext, networkContext, requestIdContext, visitContext } from './web/context.server.ts'
export { publicPagesContext } from './web/public-page.ts'

/** Public pages are complete HTML: rendered whole, no streaming, no script, no Thai word broken inside
 * or spoken as English. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
) {
  const html = renderToString(
    <RequestNumber value={context.get(requestIdContext)}>
      <ServerRouter context={entry} url={request.url} />
    </RequestNumber>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const lang = languageOf(new URL(request.url).pathname)
  return new Response(`<!doctype html>${thaiHtml(html, { lang, properNames: [] })}`, { status, headers })
}

/**
 * Writes our own faults into the log; an address that is not there and a visitor who left are none, and a database that is
 * away was told of where that was seen. Those of the protected channel go into its own log, which holds no address, no words
 * and no time finer than an hour.
 */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (isLeaving(error, request.signal) || (isRouteErrorResponse(error) && error.status !== 500)) return
  const { pathname } = new URL(request.url)
  const known = context as Readonly<RouterContextProvider>
  if (isSealed(pathname)) {
    const name = error instanceof Error ? error.name : 'Error'
    known.get(protectedContext).log('page-failed', { code: codeOf(error) ?? name })
  } else log.error({ err: error, request: known.get(requestIdContext) }, 'page-failed')
}

const codeOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
