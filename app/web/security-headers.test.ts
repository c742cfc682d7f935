import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { securityHeaders, type WebEnv } from './security-headers.server.ts'

const answerOf = async (origin: string) => {
  const web = new Hono<WebEnv>()
  web.use(securityHeaders(origin))
  web.get('/', (c) => c.text(''))
  return Object.fromEntries((await web.request('/')).headers)
}

test('every answer stays with its site, and only a site with a certificate promises to keep one', async () => {
  const secure = await answerOf('https://ita.example.go.th')
  expect(secure).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
  })
  expect(await answerOf('http://ita.example.go.th')).not.toHaveProperty('strict-transport-security')
})
