import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, expect, type Page, type Response, test } from '@playwright/test'
import { eraseAt, type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { type Colleague, type Colleagues, comeIn, seedColleagues } from './support/people-at-work.ts'

/**
 * One report from the appointments to its erasure. Nothing of it needs a script; what the reporter sees runs none, asks nobody
 * else, and is small enough for a weak line.
 */

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const LARGEST_PAGE = 30 * 1024
const WHAT = 'หัวหน้างานเรียกเงินจากผู้ขาย ครั้งละ ๕๐,๐๐๐ บาท'
const NAME = 'นางสาวผู้แจ้ง ตัวอย่าง'
const CONTACT = '080-000-0000'
const FILE = { name: 'ใบเสร็จ ../ลับ.pdf', mimeType: 'application/pdf', buffer: randomBytes(150_000) }

let site: OfficeSite
let links: Colleagues
test.beforeAll(async () => {
  site = await openOfficeSite(4163)
  links = seedColleagues(site)
})
test.afterAll(() => site?.close())

const atWork = new Map<Colleague, Page>()
async function pageOf(browser: Browser, who: Colleague): Promise<Page> {
  const page = atWork.get(who) ?? (await comeIn(browser, site, links[who]))
  atWork.set(who, page)
  return page
}
const goTo = (page: Page, part: string) => page.goto(`${site.origin}/office/${part}`)
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .click()
const said = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()
const unfold = (page: Page, name: string) =>
  page
    .locator('summary')
    .filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
    .first()
    .click()

const HOLDERS = [
  { who: 'auditor', name: 'ผู้ตรวจสอบ ตัวอย่าง', kind: 'recipient', role: 'ผู้ตรวจสอบภายใน' },
  { who: 'approver', name: 'ผู้อนุมัติ ตัวอย่าง', kind: 'recipient', role: 'ฝ่ายวินัย' },
  { who: 'executive', name: 'ผู้บริหาร ตัวอย่าง', kind: 'custodian', role: 'ผู้รักษากุญแจคนที่หนึ่ง' },
  { who: 'meeting-secretary', name: 'เลขานุการ ตัวอย่าง', kind: 'custodian', role: 'ผู้รักษากุญแจคนที่สอง' },
] as const
const READER = HOLDERS[0].who
const OTHER = HOLDERS[1].who

test('the administrator appoints two who receive and two who keep identities', async ({ browser }) => {
  const page = await pageOf(browser, 'administrator')
  for (const [index, { name, kind, role }] of HOLDERS.entries()) {
    await goTo(page, 'protected/appointments?appoint=1')
    await page.locator('#personId').selectOption({ label: name })
    await page.locator('#kind').selectOption(kind)
    await page.locator('#roleTh').fill(role)
    await page.locator('#roleEn').fill(`Holder ${index + 1}`)
    await press(page, 'แต่งตั้ง')
    await said(page, 'แต่งตั้งแล้ว')
  }
  await expectSound(page)
  // Who appoints reads nothing: there is no case and no vault.
  await goTo(page, 'protected')
  await expect(page.locator('main')).toContainText('ท่านไม่ได้รับแต่งตั้งให้รับเรื่อง')
})

test('each makes a vault, whose recovery key is seen once', async ({ browser }) => {
  for (const { who } of HOLDERS) {
    const page = await pageOf(browser, who)
    await goTo(page, 'protected')
    await page.getByRole('link', { name: 'สร้างตู้กุญแจ' }).click()
    const fields = page.locator('input[type=password]')
    for (const field of [fields.nth(0), fields.nth(1)]) await field.fill(passphraseOf(who))
    await press(page, 'สร้างตู้กุญแจ')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('กุญแจสำรองส่วนตัว')
    await expect(page.locator('.recovery-key')).not.toBeEmpty()
    await expectSound(page)
    await goTo(page, 'protected/vault')
    await expect(page.locator('.recovery-key')).toHaveCount(0)
  }
})

const passphraseOf = (who: Colleague) => `ทะเล ช้าง ร่ม กล้วย ${who} 7`

test('the channel says that it is closed, until the administrator opens it', async ({ browser, page }) => {
  await page.goto(`${site.origin}/whistleblow/report`)
  await expect(page.locator('main')).toContainText('ยังไม่เปิดรับ')
  const administrator = await pageOf(browser, 'administrator')
  await goTo(administrator, 'protected/settings')
  await administrator.getByLabel('เปิดรับแจ้งเบาะแส').check()
  await press(administrator, 'บันทึกการตั้งค่า')
  await said(administrator, 'บันทึกการตั้งค่าแล้ว')
  await expectSound(administrator)
  await page.goto(`${site.origin}/whistleblow/report`)
  await expect(page.getByRole('button', { name: 'ตรวจทาน' })).toBeVisible()
})

/** Everything that a browser asked for while the reporter was at work, with its answers. */
type Watched = Readonly<{ page: Page; answers: Response[] }>
let reporter: Watched

async function watch(browser: Browser): Promise<Watched> {
  const page = await (await browser.newContext()).newPage()
  const answers: Response[] = []
  page.on('response', (answer) => answers.push(answer))
  return { page, answers }
}

const cookiesOf = async ({ page }: Watched) => (await page.context().cookies()).map(({ name }) => name)

/** What holds for every page that a reporter sees; `cookies` are those that there may be by now. */
async function expectQuiet(watched: Watched, cookies: readonly string[]) {
  const { page, answers } = watched
  await page.waitForLoadState()
  expect(await cookiesOf(watched), page.url()).toEqual(cookies)
  expect(
    answers.map((answer) => new URL(answer.url()).origin).filter((origin) => origin !== site.origin),
  ).toEqual([])
  expect(answers.map((answer) => answer.request().resourceType())).not.toContain('script')
  expect(await page.locator('script').count(), page.url()).toBe(0)
  const document = answers.findLast((answer) => answer.request().resourceType() === 'document')
  expect((await page.content()).length, page.url()).toBeLessThan(LARGEST_PAGE)
  // The one cookie comes with the answer to the digits, which leads to the page.
  expect(document?.headers()['set-cookie'], page.url()).toBeUndefined()
  let bytes = 0
  for (const answer of answers) bytes += (await answer.request().sizes()).responseBodySize
  expect(bytes, `${page.url()}, all that came over the line`).toBeLessThan(LARGEST_PAGE)
  answers.length = 0
  await expectSound(page)
}

let receipt = ''
let thaiReceipt = ''

test('somebody reads what will happen, and reports with files and their name', async ({ browser }) => {
  reporter = await watch(browser)
  const { page } = reporter
  await page.goto(`${site.origin}/whistleblow`)
  for (const { role } of HOLDERS) await expect(page.locator('main')).toContainText(role)
  await expectQuiet(reporter, [])
  await page.goto(`${site.origin}/whistleblow/report`)
  await expectQuiet(reporter, [])

  // Refused, with everything still there.
  await page.getByLabel('ใครเกี่ยวข้อง').fill('ฝ่ายพัสดุ')
  await page.locator('[name=what]').evaluate((field) => field.removeAttribute('required'))
  await press(page, 'ตรวจทาน')
  await expect(page.getByRole('alert')).toContainText('ยังส่งไม่ได้')
  await expect(page.getByLabel('ใครเกี่ยวข้อง')).toHaveValue('ฝ่ายพัสดุ')
  await expectQuiet(reporter, [])

  await page.locator('[name=category]').first().check()
  await page.getByLabel('เกิดอะไรขึ้น').fill(WHAT)
  await page.getByLabel('ท่านกังวลเรื่องใด').fill('ถูกโยกย้าย')
  await page.locator('#name').fill(NAME)
  await page.locator('#contact').fill(CONTACT)
  await press(page, 'ตรวจทาน')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ตรวจทานก่อนส่ง')
  await expect(page.locator('main')).toContainText(WHAT)
  await expectQuiet(reporter, [])

  await page
    .locator('input[type=file]')
    .setInputFiles([FILE, { ...FILE, name: 'ภาพ.jpg', mimeType: 'image/jpeg' }])
  await press(page, 'ส่งเรื่อง')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ได้รับเรื่องแล้ว')
  await expect(page.locator('main')).toContainText('เก็บข้อความและไฟล์ 2 ไฟล์ครบถ้วนแล้ว')
  receipt = (await page.locator('.receipt').innerText()).replace(/\D/g, '')
  expect(receipt).toMatch(/^\d{24}$/)
  thaiReceipt = (await page.locator('.receipt + p').innerText()).trim()
  expect(thaiReceipt).toMatch(/^([๐-๙]{4}\s?){6}$/)
  await expectQuiet(reporter, [])
})

/** Comes back with the digits, as somebody who has nothing else. */
async function comeBack(typed: string): Promise<Page> {
  const { page } = reporter
  await page.goto(`${site.origin}/whistleblow/return`)
  await page.locator('#receipt').fill(typed)
  await press(page, 'เปิดเรื่อง')
  return page
}

test('a wrong digit is told, and the right ones open the thread, in Thai digits too', async () => {
  const wrong = `${receipt.slice(0, 23)}${(Number(receipt.slice(23)) + 1) % 10}`
  const page = await comeBack(wrong)
  await expect(page.getByRole('alert')).toContainText('มีตัวเลขผิดหรือสลับที่')
  await expectQuiet(reporter, [])
  await comeBack(thaiReceipt)
  await expect(page).toHaveURL(`${site.origin}/whistleblow/thread`)
  await expect(page.locator('main')).toContainText(WHAT)
  await expect(page.locator('main')).toContainText('ไม่มีข้อความใดถูกแก้ไข สลับลำดับ หรือหายไป')
  await expectQuiet(reporter, ['__Host-report'])
  await page.locator('[name=text]').fill('ผู้ขายชื่อบริษัท ก')
  await page.locator('#files').setInputFiles([FILE])
  await press(page, 'ส่ง')
  await said(page, 'ส่งแล้ว')
  await expect(page.locator('main')).toContainText('ผู้ขายชื่อบริษัท ก')
  await expectQuiet(reporter, ['__Host-report'])
})

let caseAddress = ''

test('a recipient reads it with its files, acknowledges and answers', async ({ browser }) => {
  const page = await pageOf(browser, READER)
  await goTo(page, 'protected')
  await expectSound(page)
  await page.locator('main a[href*="/office/protected/cases/"]').first().click()
  caseAddress = new URL(page.url()).pathname.replace('/office/', '')
  await expect(page.locator('main')).toContainText(WHAT)
  await expect(page.locator('main')).toContainText('ผู้ขายชื่อบริษัท ก')
  await expect(page.locator('main')).not.toContainText(NAME)
  const file = page.locator('main a[href*="/files/"]').first()
  const download = await page.context().request.get(`${site.origin}${await file.getAttribute('href')}`)
  expect(download.status()).toBe(200)
  expect(Buffer.compare(await download.body(), FILE.buffer)).toBe(0)
  await press(page, 'แจ้งรับเรื่อง')
  await said(page, 'แจ้งรับเรื่องแล้ว')
  await page.locator('#reply-text').fill('ตรวจสอบใบเสร็จแล้ว กำลังเรียกเอกสารเพิ่ม')
  await page.getByLabel(/^เป็นคำตอบต่อเรื่องที่แจ้ง/).check()
  await press(page, 'ส่งถึงผู้แจ้ง')
  await said(page, 'ส่งถึงผู้แจ้งแล้ว')
  await expectSound(page)
})

test('the reporter reads the answer of a role, signed and whole', async () => {
  const page = await comeBack(receipt)
  await expect(page.locator('main')).toContainText('ตรวจสอบใบเสร็จแล้ว กำลังเรียกเอกสารเพิ่ม')
  await expect(page.locator('main')).toContainText(HOLDERS[0].role)
  await expect(page.locator('main')).not.toContainText(HOLDERS[0].name)
  await expectQuiet(reporter, ['__Host-report'])
})

test('the identity is read by the one who was named, once both keepers opened their part', async ({
  browser,
}) => {
  const page = await pageOf(browser, READER)
  await goTo(page, caseAddress)
  await unfold(page, 'ขอเปิดตัวตน')
  const form = page.locator('form').filter({ has: page.locator('#reader-key') })
  await form.locator('#reader-key').selectOption({ label: HOLDERS[0].role })
  await form.locator('textarea').fill('ต้องสอบถามพยานเพิ่มเติม')
  await form.getByRole('button').click()
  await said(page, 'ขอเปิดตัวตนแล้ว')
  await expect(page.getByRole('button', { name: 'อ่านตัวตน' })).toHaveCount(0)
  const keepers = await Promise.all(HOLDERS.slice(2).map(({ who }) => pageOf(browser, who)))
  for (const layer of ['เปิดชั้นนอก', 'เปิดชั้นในให้ผู้อ่าน']) {
    let opened = 0
    for (const keeper of keepers) {
      await goTo(keeper, 'protected/identity')
      await expect(keeper.locator('main')).toContainText('ต้องสอบถามพยานเพิ่มเติม')
      await expectSound(keeper)
      if (await keeper.getByRole('button', { name: layer, exact: true }).isVisible()) {
        await press(keeper, layer)
        await said(keeper, 'บันทึกแล้ว')
        opened += 1
      }
      for (const text of [WHAT, NAME]) await expect(keeper.locator('main')).not.toContainText(text)
    }
    // Each layer is the part of one of them.
    expect(opened, layer).toBe(1)
  }
  // The other recipient sees that it was opened, and cannot read it.
  const other = await pageOf(browser, OTHER)
  await goTo(other, caseAddress)
  await expect(other.locator('main')).toContainText(WHAT)
  await expect(other.getByRole('button', { name: 'อ่านตัวตน' })).toHaveCount(0)

  await goTo(page, caseAddress)
  await press(page, 'อ่านตัวตน')
  await expect(page.locator('main')).toContainText(NAME)
  await expect(page.locator('main')).toContainText(CONTACT)
  await expectSound(page)
  await goTo(page, caseAddress)
  await expect(page.locator('main')).not.toContainText(NAME)

  await goTo(page, 'protected/identity')
  await press(page, 'อ่านตัวตนของผู้แจ้ง')
  for (const told of [NAME, CONTACT]) await expect(page.getByText(told, { exact: true })).toBeVisible()
  await expectSound(page)

  const thread = await comeBack(receipt)
  await expect(thread.locator('main')).toContainText('มีการขอเปิดตัวตนของท่าน')
  await expect(thread.locator('main')).toContainText('มีการเปิดตัวตนของท่าน')
  await expectQuiet(reporter, ['__Host-report'])
})

test('the case is closed with its outcome, and held back from erasure', async ({ browser }) => {
  const page = await pageOf(browser, READER)
  await goTo(page, caseAddress)
  await unfold(page, 'ยุติเรื่อง')
  await page.locator('#outcome').selectOption('substantiated')
  await page.locator('#close-text').fill('ตั้งกรรมการสอบวินัยแล้ว')
  await page.locator('button[name=act][value=close]').click()
  await said(page, 'ยุติเรื่องแล้ว')
  await unfold(page, 'ระงับการลบ')
  await page.locator('#hold-text').fill('อยู่ระหว่างคดี')
  await page.locator('button[name=act][value=hold]').click()
  await said(page, 'ระงับการลบแล้ว')
  await expectSound(page)
  const thread = await comeBack(receipt)
  await expect(thread.locator('main')).toContainText('ปิดเรื่องแล้ว')
  await expect(thread.locator('main')).toContainText('ตั้งกรรมการสอบวินัยแล้ว')
})

const LONG_AFTER = '2037-01-11T03:00:00Z'
/** Files of the channel that are sealed, and the keys without which they are nothing. */
const left = () =>
  ['files', 'shred'].map((part) => {
    const folder = path.join(site.env.DATA_DIR ?? '', 'protected', part)
    const found = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
    return found.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).length
  })

test('a hold outlasts the day of erasure; once it is lifted, nothing is left but a number', async ({
  browser,
}) => {
  const before = left()
  expect(before[0]).toBe(3)
  expect(eraseAt(site, LONG_AFTER)).toBe(0)
  expect(left()).toEqual(before)
  const page = await pageOf(browser, READER)
  await goTo(page, caseAddress)
  await unfold(page, 'ยกเลิกการระงับการลบ')
  await page.locator('#free-text').fill('คดีสิ้นสุด')
  await page.locator('button[name=act][value=free]').click()
  await said(page, 'ยกเลิกการระงับการลบแล้ว')
  expect(eraseAt(site, LONG_AFTER)).toBe(1)

  expect(left()[0]).toBe(0)
  expect((await goTo(page, caseAddress))?.status()).toBe(404)
  await goTo(page, 'protected?show=closed')
  await expect(page.locator('main a[href*="/office/protected/cases/"]')).toHaveCount(0)
  const thread = await comeBack(receipt)
  await expect(thread.getByRole('alert')).toContainText('ไม่พบเรื่องของรหัสนี้')
})
