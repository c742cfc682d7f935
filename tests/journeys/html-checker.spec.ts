import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import vnu from 'vnu-jar'
import { PAGES } from './support/pages.ts'

test('every page, the error page and the HTML download pass the W3C checker with nothing to say', async ({
  request,
}) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-html-'))
  const paths = [
    ...PAGES.map((page) => page.path),
    '/nowhere',
    '/en/nowhere',
    '/reports/2567/files/report-2567.html',
  ]
  for (const [index, address] of paths.entries()) {
    const html = await (await request.get(address)).text()
    writeFileSync(path.join(folder, `${String(index).padStart(2, '0')}.html`), html)
  }
  let said = ''
  try {
    execFileSync('java', ['-jar', vnu, '--format', 'gnu', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } catch (error) {
    said = String((error as { stderr: Buffer }).stderr)
  }
  rmSync(folder, { recursive: true, force: true })
  expect(said.split('\n').filter(Boolean)).toEqual([])
})
