import { type Browser, expect, type Page, test } from '@playwright/test'
import { mouse as hand } from './support/hands.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { type Colleagues, comeIn, seedColleagues } from './support/people-at-work.ts'

/**
 * A complaint from the counter to the figures: somebody scans the code at a counter and writes, with a file; staff answer;
 * the person comes back by reference and number, says that it is not over, and rates it when it is.
 */

const BODY = 'รอคิวนานสองชั่วโมง และไม่มีที่นั่ง'
const ANSWER = 'เพิ่มเก้าอี้และเปิดช่องบริการเพิ่มแล้ว'
const STILL = 'เก้าอี้ยังไม่พอ'
const LAST = 'จัดเก้าอี้เพิ่มอีกยี่สิบตัวแล้ว'
const PICTURE = { name: 'คิว.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: OfficeSite
let links: Colleagues
let reference = ''
let followUp = ''
test.beforeAll(async () => {
  site = await openOfficeSite(4171)
  links = seedColleagues(site)
})
test.afterAll(() => site?.close())

let desk: Page | null = null
const deskOfficer = async (browser: Browser): Promise<Page> => {
  desk ??= await comeIn(browser, site, links['desk-officer'])
  return desk
}
const press = (page: Page, name: string) =>
  hand.press(page.getByRole('button', { name, exact: true }).first())
const numbers = (page: Page) => page.locator('.receipt dd').allTextContents()

async function comeBack(page: Page): Promise<void> {
  await page.goto(`${site.origin}/complaint/follow?reference=${reference}`)
  await page.locator('#followUpSecret').fill(followUp)
  await press(page, 'เปิดเรื่อง')
}

/** Where staff open the matter: from their list, as it came in. */
async function openAtDesk(browser: Browser): Promise<Page> {
  const page = await deskOfficer(browser)
  await page.goto(`${site.origin}/office/desk?text=${reference}&states=all`)
  await hand.press(page.getByRole('link', { name: new RegExp(reference) }).first())
  await expect(page.getByRole('heading', { level: 1 })).toContainText(reference)
  return page
}

test('staff print a poster for a counter, and its code leads to the form of that unit', async ({
  browser,
}) => {
  const page = await deskOfficer(browser)
  await page.goto(`${site.origin}/office/desk/posters`)
  await expectSound(page)
  const poster = page.getByRole('link', { name: /^ป้าย A5 \(PDF\)/ }).last()
  const answer = await page.request.get(new URL((await poster.getAttribute('href')) ?? '', site.origin).href)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await page
    .getByRole('link', { name: /^เปิดแบบฟอร์ม/ })
    .last()
    .click()
  await expect(page.locator('#unit')).not.toHaveValue('')
  await expect(page).toHaveURL(/from=counter/)
})

test('somebody at the counter writes; what is missing is said, and what was written stays', async ({
  page,
}) => {
  await page.goto(`${site.origin}/complaint`)
  await expectSound(page)
  await page.goto(`${site.origin}/complaint/new?from=counter`)
  await page.locator('#body').fill(BODY)
  await press(page, 'ส่งเรื่อง')
  await expect(page.getByRole('alert')).toContainText('โปรดเลือกประเภทของเรื่อง')
  await expect(page.locator('#body')).toHaveValue(BODY)
  await expectSound(page)

  await page.locator('#kind-complaint').check()
  await page.locator('#files').setInputFiles(PICTURE)
  await press(page, 'ส่งเรื่อง')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ได้รับเรื่องแล้ว')
  await expectSound(page)
  ;[reference = '', followUp = ''] = await numbers(page)
  expect(reference).toMatch(/^R-25\d\d-\d{7}$/)
  expect(await page.context().cookies(), 'no cookie').toEqual([])

  await press(page, 'เปิดเรื่องนี้')
  await expect(page.locator('.matter-thread')).toContainText(BODY)
  await expect(page.locator('.matter-thread')).toContainText('คิว.pdf')
  await expectSound(page)
})

test('staff find it, read it and answer', async ({ browser }) => {
  const page = await openAtDesk(browser)
  await expect(page.locator('main')).toContainText(BODY)
  await page.getByLabel('คำตอบ', { exact: true }).fill(ANSWER)
  await press(page, 'ส่งคำตอบ')
  await expect(page.getByRole('status').filter({ hasText: 'ส่งคำตอบแล้ว' }).first()).toBeVisible()
})

test('the person reads the answer and says that it is not over', async ({ page }) => {
  await comeBack(page)
  await expect(page.locator('.by-staff')).toContainText(ANSWER)
  await page.locator('#reopenText').fill(STILL)
  await press(page, 'ขอให้เปิดเรื่องอีกครั้ง')
  await expect(page.getByRole('status')).toContainText('ขอเปิดเรื่องอีกครั้งแล้ว')
  await expectSound(page)
})

test('staff answer for the last time, and the person rates it', async ({ browser, page }) => {
  const office = await openAtDesk(browser)
  await expect(office.locator('main')).toContainText(STILL)
  await office.getByLabel('คำตอบ', { exact: true }).fill(LAST)
  await office.getByLabel('คำตอบสุดท้าย และปิดเรื่อง').check()
  await press(office, 'ส่งคำตอบ')
  await expect(office.getByRole('status').filter({ hasText: 'ส่งคำตอบแล้ว' }).first()).toBeVisible()

  await comeBack(page)
  await page.getByLabel('5 พอใจมากที่สุด').check()
  await page.getByLabel('แก้ไขแล้ว', { exact: true }).check()
  await press(page, 'ส่งคะแนน')
  await expect(page.getByRole('status')).toContainText('ขอบคุณสำหรับคะแนน')
  await expect(page.locator('main')).toContainText('ท่านให้คะแนน 5 จาก 5')
  await expectSound(page)
})

test('the figures count it: received and done, in time, of nobody by name', async ({ page }) => {
  // A page of figures is kept for a minute; its forms for programs with a question mark are made anew.
  const year = Number(/R-(\d{4})/.exec(reference)?.[1])
  const years = await Promise.all(
    [year, year + 1].map((one) =>
      page.request.get(`${site.origin}/complaint/statistics/${one}/statistics.json?now`),
    ),
  )
  const totals = await Promise.all(
    years.filter((answer) => answer.ok()).map(async (answer) => (await answer.json()).statistics.month.total),
  )
  expect(totals).toContainEqual({
    received: 1,
    done: 1,
    inProgress: 0,
    answeredInTime: 1,
    answeredLate: 0,
    overdue: 0,
  })
  await page.goto(`${site.origin}/complaint/statistics`)
  await expect(page.locator('main')).not.toContainText(BODY)
  await expectSound(page)
})
