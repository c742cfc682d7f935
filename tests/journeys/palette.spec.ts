import { spawnSync } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { comeIn, seedColleagues } from './support/people-at-work.ts'

/** The palette and the keys of one letter; without script there are neither, and the search page stands in their place. */

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: OfficeSite
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  site = await openOfficeSite(4130)
  const env = { ...process.env, ...site.env }
  const run = (...args: readonly string[]) => {
    const done = spawnSync(process.execPath, [...args], { env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
  }
  run('cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--json')
  const links = seedColleagues(site)
  run('scripts/demo-year.ts')
  page = await comeIn(browser, site, links['unit-owner'])
})
test.afterAll(() => site?.close())

const goTo = (part: string) => page.goto(`${site.origin}/office/${part}`)
const palette = () => page.locator('#palette')
const palettesField = () => palette().getByRole('combobox')

test('without script there is no button for it, and the search page finds the same', {
  tag: '@without-script',
}, async () => {
  await goTo('')
  await expect(page.locator('[data-opens="palette"]').first()).toBeHidden()
  await goTo(`search?q=${encodeURIComponent('ช่องทางการร้องเรียนเจ้าหน้าที่')}`)
  await page
    .locator('main')
    .getByRole('link', { name: /เผยแพร่ช่องทางการร้องเรียน/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^มาตรการ /)
})

test.describe('with script', { tag: '@with-script' }, () => {
  test('Ctrl+K opens it, typing finds a measure, and Enter goes there', async () => {
    await goTo('cycles')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palettesField()).toBeFocused()
    await page.keyboard.type('ช่องทางการร้องเรียนเจ้าหน้าที่')
    const option = palette().getByRole('option', { selected: true })
    await expect(option).toContainText('เผยแพร่ช่องทางการร้องเรียน')
    await expectSound(page)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/office\/measures\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^มาตรการ /)
  })

  test('Esc closes it, and the focus is where it was', async () => {
    await goTo('cycles')
    const link = page.locator('main').getByRole('link').first()
    await link.focus()
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palettesField()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(palette()).toBeHidden()
    await expect(link).toBeFocused()
  })

  test('keys of one letter lead where the help sheet says', async () => {
    await goTo('evidence')
    await page.keyboard.press('?')
    await expect(page.locator('#shortcut-sheet')).toBeVisible()
    await expectSound(page)
    await page.keyboard.press('Escape')
    await expect(page.locator('#shortcut-sheet')).toBeHidden()
    await page.keyboard.press('g')
    await page.keyboard.press('y')
    await expect(page).toHaveURL(/\/office\/cycles(\/\d{4})?$/)
    await goTo('evidence')
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await expect(page).toHaveURL(/\/office\/notices$/)
  })

  test('the slash goes to the search, where keys are letters and nothing else', {
    tag: '@wide',
  }, async () => {
    await goTo('evidence')
    await page.keyboard.press('/')
    await expect(page.locator('#office-search')).toBeFocused()
    await page.keyboard.type('gy?')
    await expect(page.locator('#office-search')).toHaveValue('gy?')
    await expect(page.locator('#shortcut-sheet')).toBeHidden()
    await expect(page).toHaveURL(/\/office\/evidence$/)
  })

  test('who turned the letters off has only the palette', async () => {
    await goTo('account/reminders')
    await page.getByLabel('ใช้แป้นลัดที่เป็นอักษรตัวเดียว').uncheck()
    await page
      .locator('form', { has: page.getByLabel('ใช้แป้นลัดที่เป็นอักษรตัวเดียว') })
      .getByRole('button')
      .last()
      .click()
    await expect(page.getByRole('status').first()).toBeVisible()
    await goTo('evidence')
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await page.keyboard.press('?')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palettesField()).toBeFocused()
    await expect(page.locator('#shortcut-sheet')).toBeHidden()
    await expect(page).toHaveURL(/\/office\/evidence$/)
  })
})
