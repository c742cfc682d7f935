import { refusalEn } from './text/refusal.en.ts'
import { refusalTh } from './text/refusal.th.ts'
import { shellEn } from './text/shell.en.ts'
import { shellTh } from './text/shell.th.ts'

/**
 * A small page in both languages for requests that reach no screen. It quotes nothing of the request and asks nothing of
 * the database.
 */
export function refusalPage(status: keyof typeof refusalTh, headers: Record<string, string> = {}): Response {
  const [th, en] = [refusalTh[status], refusalEn[status]]
  const html = `<!doctype html>
<html lang="th">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${th.title}</title></head>
<body>
<main>
<h1>${th.title}</h1>
<p>${th.body}</p>
<div lang="en"><h2>${en.title}</h2><p>${en.body}</p></div>
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
