import { test } from '@playwright/test'
import { expectSoundMarkup } from './support/html-check.ts'
import { PAGES } from './support/pages.ts'

test('every page, the error page and the HTML download pass the W3C checker with nothing to say', async ({
  request,
}) => {
  const addresses = [
    ...PAGES.map((page) => page.path),
    '/nowhere',
    '/en/nowhere',
    '/reports/2567/files/report-2567.html',
  ]
  const pages = []
  for (const address of addresses) pages.push({ address, html: await (await request.get(address)).text() })
  expectSoundMarkup(pages)
})
