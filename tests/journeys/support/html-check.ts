import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import vnu from 'vnu-jar'

/** The W3C checker finds no error in any of these pages. */
export function expectSoundMarkup(pages: readonly Readonly<{ address: string; html: string }>[]): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-html-'))
  const fileOf = (index: number) => `${String(index).padStart(3, '0')}.html`
  for (const [index, { html }] of pages.entries()) writeFileSync(path.join(folder, fileOf(index)), html)
  let said = ''
  try {
    execFileSync('java', ['-jar', vnu, '--errors-only', '--format', 'gnu', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } catch (error) {
    said = String((error as { stderr: Buffer }).stderr)
  }
  rmSync(folder, { recursive: true, force: true })
  const named = said.replace(/\S*?(\d{3})\.html"?/g, (_file, index) => pages[Number(index)]?.address ?? '')
  expect(named.split('\n').filter(Boolean)).toEqual([])
}
