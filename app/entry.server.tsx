import { renderToString } from 'react-dom/server'
import { type EntryContext, ServerRouter } from 'react-router'

export { documentsContext } from './features/reports/index.server.ts'
export { appContext } from './web/context.server.ts'

/** Public pages are complete HTML: rendered whole, no streaming, no script. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
) {
  const html = renderToString(<ServerRouter context={entry} url={request.url} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${html}`, { status, headers })
}
