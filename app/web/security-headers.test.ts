import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { securityHeaders, type WebEnv } from './security-headers.server.ts'

const answerOf = async (origin: string, path: string) => {
  const web = new Hono<WebEnv>()
  web.use(securityHeaders(origin))
  web.get('*', (c) => c.html('', 200, { 'X-Nonce': c.get('nonce'), 'Cache-Control': 'public' }))
  return Object.fromEntries((await web.request(path)).headers)
}

/** Every header, whole: one that goes missing or grows is seen here. */
const OF_ALL = {
  'content-type': 'text/html; charset=UTF-8',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-nonce': expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
}
const policy = (scripts: string, types = "'none'") =>
  `default-src 'none'; ${scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; ` +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
  `trusted-types ${types}`
const devices = (passkeys: string) =>
  'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=(), ' +
  `publickey-credentials-create=(${passkeys}), publickey-credentials-get=(${passkeys})`

test('a page for everybody allows files of this site alone, and may be kept', async () => {
  for (const path of ['/', '/en/reports/2567', '/officer', '/sign-info'])
    expect(await answerOf('https://ita.example.go.th', path), path).toEqual({
      ...OF_ALL,
      'content-security-policy': policy("script-src 'self'"),
      'permissions-policy': devices(''),
      'cache-control': 'public',
    })
})

test('a page for one person allows scripts with the nonce of this one answer, and is kept nowhere', async () => {
  const nonces = new Set<unknown>()
  for (const path of ['/office', '/en/office/people', '/sign-in', '/en/sign-in/link/x', '/sign-out']) {
    const answer = await answerOf('https://ita.example.go.th', path)
    expect(answer, path).toEqual({
      ...OF_ALL,
      'content-security-policy': policy(`script-src 'nonce-${answer['x-nonce']}'`, 'ProseMirrorClipboard'),
      'permissions-policy': devices('self'),
      'cache-control': 'no-store',
    })
    nonces.add(answer['x-nonce'])
  }
  expect(nonces.size).toBe(5)
})

test('only a site with a certificate promises to keep one', async () => {
  expect(await answerOf('http://ita.example.go.th', '/')).not.toHaveProperty('strict-transport-security')
})

test('a page of reporters runs no script, calls nothing, and is never kept', async () => {
  for (const path of ['/whistleblow', '/en/whistleblow/report/send', '/whistleblow/thread/files/1'])
    expect(await answerOf('https://ita.example.go.th', path), path).toEqual({
      ...OF_ALL,
      'referrer-policy': 'strict-origin',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'permissions-policy': devices(''),
      'cache-control': 'no-store',
    })
})

test('no page of the protected channel tells its own address to whoever is asked for its style', async () => {
  for (const path of ['/whistleblow/people', '/office/protected', '/en/office/protected/cases/1'])
    expect(await answerOf('https://ita.example.go.th', path), path).toMatchObject({
      'referrer-policy': 'strict-origin',
    })
})
