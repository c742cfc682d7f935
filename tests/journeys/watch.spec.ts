import { spawnSync } from 'node:child_process'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { comeIn, seedColleagues } from './support/people-at-work.ts'

/**
 * The watch of the running program over its own public pages: a page that loses an element makes its item 0 at the next
 * check, who answers is told, and the next check after the mending ends it. Other sites are private addresses on this
 * machine, which the program rightly does not ask: watched-items.test.ts opens them.
 */

const SERVICE = '/services/check-a-copy'
const ITEM = 'disclosure/2568/O9'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let site: OfficeSite
let page: Page
let work: string
test.beforeAll(async ({ browser }: { browser: Browser }) => {
  test.setTimeout(180_000)
  site = await openOfficeSite(4171)
  const env = { ...process.env, ...site.env }
  const run = (...args: readonly string[]) => {
    const done = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
  }
  run('cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--json')
  const links = seedColleagues(site)
  run('scripts/demo-site.ts')
  run('scripts/demo-disclosure.ts')
  page = await comeIn(browser, site, links['ita-coordinator'])
})
test.afterAll(() => site?.close())

const goTo = (part: string) => page.goto(`${site.origin}/office/${part}`)
const said = (text: string) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()
async function check() {
  await goTo(`watch/address?address=${encodeURIComponent(site.origin + SERVICE)}`)
  await page.getByRole('button', { name: 'ตรวจตอนนี้' }).click()
  await said('ตรวจแล้ว')
}
async function saveTime(th: string, en: string) {
  await goTo(work)
  await page.locator('#timeTh').fill(th)
  await page.locator('#timeEn').fill(en)
  await page.getByRole('button', { name: 'บันทึก', exact: true }).first().click()
  await goTo(work)
  await page.getByRole('button', { name: 'เผยแพร่เนื้อหานี้', exact: true }).first().click()
  await said('เผยแพร่แล้ว')
}

test('a page of the site that shows every element passes, and its item is whole', async () => {
  await check()
  await expectSound(page)
  await goTo(ITEM)
  await expect(page.locator('.work-head')).toContainText('100 คะแนน')
})

test('an element that is taken out of the page makes the item 0 within one check, with its name, and rings once', async () => {
  await goTo('site')
  await page.getByRole('link', { name: 'ตรวจสอบสำเนารายงาน' }).first().click()
  work = new URL(page.url()).pathname.replace('/office/', '')
  await saveTime('', '')
  await check()
  await goTo(ITEM)
  await expect(page.locator('.work-head')).toContainText(/(^|[^0-9])0 คะแนน/)
  await expect(page.locator('main')).toContainText('แล้วไม่พบ “ระยะเวลาที่ใช้ในการให้บริการ')
  await expectSound(page)
  await goTo('watch?state=fails')
  await expect(page.locator('main')).toContainText(SERVICE)
  await check()
  await expect.poll(() => alarms().length).toBeGreaterThan(0)
  expect(new Set(alarms()).size, 'one letter to each who answers').toBe(alarms().length)
})

test('the next check of the mended page ends it', async () => {
  await saveTime('ทราบผลทันที', 'The result is shown at once.')
  await check()
  await goTo(ITEM)
  await expect(page.locator('.work-head')).toContainText('100 คะแนน')
  await goTo('watch?state=fails')
  // The log goes on naming what once was wrong.
  await expect(page.locator('main')).toContainText('ไม่มีที่อยู่ตามที่กรอง')
})

/** Who got letters about the page. */
const alarms = () =>
  site.mail.arrived.filter(({ text }) => text?.includes(SERVICE)).flatMap(({ recipients }) => recipients)
