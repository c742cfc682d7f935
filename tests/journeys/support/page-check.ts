import { expect, type Page, test } from '@playwright/test'
import axe from 'axe-core'
import { brokenWords } from './broken-words.ts'
import { foreignText } from './foreign-text.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** axe needs script in the page; where the browser has none, the same markup was checked with script on. */
export async function expectAccessible(page: Page) {
  if (test.info().project.name === 'script-off') return
  expect(page.frames(), 'a page without frames').toHaveLength(1)
  expect(await accessibilityFaults(page)).toEqual([])
}

/** What axe finds in the page, by every rule of the standards. */
export const accessibilityFaults = (page: Page): Promise<readonly string[]> =>
  faultsOf(page, { type: 'tag', values: STANDARDS })

/** What of it has to do with colours alone: all else is the same in every theme. */
export const colourFaults = (page: Page): Promise<readonly string[]> =>
  faultsOf(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] })

async function faultsOf(
  page: Page,
  runOnly: Readonly<{ type: 'tag' | 'rule'; values: string[] }>,
): Promise<readonly string[]> {
  // No page has frames, so the rules run in the page itself, which is given them once: a theme costs a few colours then.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (rules) => {
    const { axe: runner } = window as unknown as { axe: typeof axe }
    const { violations } = await runner.run(document, { runOnly: rules, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, runOnly)
}

/** What holds for every page as it stands now: nothing is wider than the window, no Thai word is cut, no language unnamed. */
export async function expectSound(page: Page) {
  // Its scripts, which make more of its forms, have run then.
  await page.waitForLoadState()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, page.url()).toBe(0)
  expect(await brokenWords(page), page.url()).toEqual([])
  expect(await foreignText(page), page.url()).toEqual([])
  await expectAccessible(page)
}
