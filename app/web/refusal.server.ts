import { refusalEn } from './text/refusal.en.ts'
import { refusalTh } from './text/refusal.th.ts'
import { shellEn } from './text/shell.en.ts'
import { shellTh } from './text/shell.th.ts'

/**
 * A small page in both languages for requests that reach no screen. It quotes nothing of the request and asks nothing of
 * the database. `requestId` is the number by which the log knows the request; shown where there is one.
 */
export function refusalPage(
  status: keyof typeof refusalTh & number,
  headers: Record<string, string> = {},
  requestId?: string,
): Response {
  const [th, en] = [refusalTh[status], refusalEn[status]]
  const number = (label: string) =>
    requestId === undefined ? '' : `<p>${label} <code>${requestId}</code></p>`
  const html = `<!doctype html>
<html lang="th">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${th.title}</title></head>
<body>
<main>
<h1>${th.title}</h1>
<p>${th.body}</p>${number(shellTh.tellNumber)}
<div lang="en"><h2>${en.title}</h2><p>${en.body}</p>${number(shellEn.tellNumber)}</div>
<p><a href="/">${shellTh.toHome}</a> · <a href="/en" lang="en" hreflang="en">${shellEn.toHome}</a></p>
</main>
</body>
</html>
`
  return new Response(html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  })
}

/** The same for programs, by RFC 9457: our own fault. */
export const faultProblem = (requestId: string | undefined): Response =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title: refusalEn[500].title,
      status: 500,
      detail: refusalEn[500].body,
      'detail-th': refusalTh[500].body,
      ...(requestId !== undefined && { 'request-id': requestId }),
    }),
    { status: 500, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } },
  )
