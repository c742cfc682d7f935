import { expect, test } from '@playwright/test'
import { expectSoundMarkup } from './support/html-check.ts'
import { PAGES } from './support/pages.ts'

test('every page, the error page and the HTML download pass the W3C checker with nothing to say', async ({
  request,
}) => {
  // The file of the content hashes to what the report is known by.
  const content = await request.get('/reports/2567/files/report-2567.json')
  const hash = content.headers()['x-content-sha256'] ?? ''
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const addresses = [
    ...PAGES.map((page) => page.path),
    `/verify/${hash}`,
    `/en/verify/${hash}`,
    `/verify/${'0'.repeat(64)}`,
    '/reports/2567/versions/1/why',
    '/nowhere',
    '/en/nowhere',
    '/reports/2567/files/report-2567.html',
    '/reports/2567/versions/1/files/report-2567-v1.html',
  ]
  const pages = []
  for (const address of addresses) pages.push({ address, html: await (await request.get(address)).text() })
  expectSoundMarkup(pages)
})
