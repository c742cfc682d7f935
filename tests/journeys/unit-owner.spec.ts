import { spawnSync } from 'node:child_process'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { aPdf } from '../support/uploading.ts'
import { mouse as hand } from './support/hands.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { type Colleagues, comeIn, seedColleagues } from './support/people-at-work.ts'

/** The whole part of a unit owner, from the link by which they come in until their measure is accepted. */

const OWNER = { name: 'ผู้รับผิดชอบ ตัวอย่าง', email: 'owner@dga.example', password: 'ต้นไม้ใหญ่ริมคลองเก่า' }
const FOUND_PIECE = 'ภาพหน้าเว็บรับเรื่องร้องเรียน'
const SUMMARY = 'เผยแพร่ช่องทางร้องเรียนแล้ว'
const REASON = 'โปรดระบุวันที่เผยแพร่'
const CORRECTION = ' เมื่อวันที่ 15 มกราคม 2568'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: OfficeSite
let links: Colleagues
let owner: Page
let coordinator: Page
/** Behind `/office/`: the first of the measures whose day has passed, as the first page shows them. */
let measure: string

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  site = await openOfficeSite(4128)
  run('cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--json')
  links = seedColleagues(site)
  run('scripts/demo-year.ts')
  owner = await comeIn(browser, site, links['unit-owner'])
  coordinator = await comeIn(browser, site, links['ita-coordinator'])
})
test.afterAll(() => site?.close())

function run(...args: readonly string[]): void {
  const done = spawnSync(process.execPath, [...args], {
    env: { ...process.env, ...site.env },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(done.stderr)
}

const hasScript = () => test.info().project.name !== 'script-off'
const goTo = (page: Page, part: string) => page.goto(`${site.origin}/office/${part}`)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const said = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()
/** As a finger does that rests on the button until the text has been kept: what is said of that moves no button from under it. */
async function pressSlowly(page: Page, name: string, kept: Promise<unknown> | null) {
  const button = page.getByRole('button', { name, exact: true }).first()
  await button.hover()
  await page.mouse.down()
  const before = await button.boundingBox()
  await kept
  await page.waitForTimeout(300)
  expect(await button.boundingBox()).toEqual(before)
  await page.mouse.up()
}
const unfold = (page: Page, text: string) => page.locator('summary', { hasText: text }).first().click()
const summaryOf = (page: Page) => page.getByRole('textbox', { name: 'ได้ทำอะไร และเกิดผลอย่างไร' })
const evidenceOf = (page: Page) => page.locator('#evidence')

test('the first page says what to do now, and leads to the measure', async () => {
  await goTo(owner, '')
  const todo = owner.getByRole('region', { name: 'สิ่งที่ควรดำเนินการ' })
  await expect(todo).toContainText('แก้ไขและส่งใหม่')
  await expect(todo).toContainText('ส่งงานที่เลยกำหนด')
  await expectSound(owner)
  await todo
    .getByRole('listitem')
    .filter({ hasText: 'ส่งงานที่เลยกำหนด' })
    .getByRole('link', { name: /^7\.2 / })
    .click()
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('มาตรการ 7.2')
  await expect(owner.locator('main')).toContainText('เริ่มดำเนินการตามมาตรการ แล้วบันทึกความคืบหน้าครั้งแรก')
  measure = new URL(owner.url()).pathname.replace('/office/', '')
  await expectSound(owner)
})

test('progress is recorded with the day as somebody writes it, and what was refused is not lost', async () => {
  await hand.write(owner.getByRole('textbox', { name: 'สิ่งที่ดำเนินการ' }), 'ประชุมส่วนงานที่เกี่ยวข้อง')
  await owner.getByLabel('วันที่ดำเนินการ').fill('วันพุธหน้า')
  await press(owner, 'บันทึกความคืบหน้า')
  await expect(owner.getByRole('alert')).toContainText('อ่านวันที่ไม่ได้')
  await expect(owner.getByLabel('วันที่ดำเนินการ')).toHaveValue('วันพุธหน้า')
  await expectSound(owner)
  await owner.getByLabel('วันที่ดำเนินการ').fill('๑๕ ม.ค. ๖๘')
  await press(owner, 'บันทึกความคืบหน้า')
  await said(owner, 'บันทึกความคืบหน้าแล้ว')
  const entry = owner.locator('#progress').getByRole('listitem')
  await expect(entry).toContainText('15 มกราคม 2568')
  await expect(entry).toContainText('ประชุมส่วนงานที่เกี่ยวข้อง')
  await expectSound(owner)
})

test('a file is brought in from the page of the measure, and becomes its evidence', async () => {
  await unfold(owner, 'ส่งไฟล์ใหม่')
  await evidenceOf(owner)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'บันทึกการประชุม.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(aPdf(test.info().project.name)),
    })
  if (!hasScript()) {
    await press(owner, 'ส่งไฟล์')
    await expect(evidenceOf(owner)).toContainText('เพิ่มเข้าคลังแล้ว ยังไม่ได้แนบ')
    await expectSound(owner)
    await press(owner, 'แนบรายการนี้')
  }
  await said(owner, 'แนบหลักฐานแล้ว')
  await expect(evidenceOf(owner).getByRole('link', { name: 'บันทึกการประชุม' })).toBeVisible()
  await expectSound(owner)
})

test('a piece that somebody brought in before is found and attached, not brought in again', async () => {
  await goTo(coordinator, 'evidence/add')
  await coordinator.getByLabel('ลิงก์', { exact: true }).fill('https://agency.example/complaints')
  const form = coordinator.locator('form', { has: coordinator.locator('#link-link') })
  await form.locator('summary').click()
  await form.getByLabel('ชื่อหลักฐาน').fill(FOUND_PIECE)
  await press(coordinator, 'เพิ่มลิงก์')
  await expect(coordinator.getByRole('heading', { level: 1 })).toContainText(FOUND_PIECE)

  await goTo(owner, measure)
  await evidenceOf(owner).getByLabel('ค้นในคลังก่อน').fill('รับเรื่องร้องเรียน')
  await evidenceOf(owner).getByRole('button', { name: 'ค้นหา', exact: true }).click()
  await evidenceOf(owner).getByRole('checkbox', { name: FOUND_PIECE }).check()
  await expectSound(owner)
  await press(owner, 'แนบรายการที่เลือก')
  await said(owner, 'แนบหลักฐานแล้ว')
  await expect(evidenceOf(owner).getByRole('heading', { level: 2 })).toHaveText('หลักฐาน (2)')
})

test('what is typed when a session has ended is there after signing in again', async ({ browser }) => {
  await goTo(owner, 'account')
  await unfold(owner, 'ตั้งรหัสผ่าน')
  await owner.getByLabel('รหัสผ่านใหม่', { exact: true }).fill(OWNER.password)
  await owner.getByLabel('พิมพ์รหัสผ่านใหม่อีกครั้ง').fill(OWNER.password)
  await press(owner, 'ตั้งรหัสผ่าน')
  await expect(owner.getByRole('status').first()).toBeVisible()

  await goTo(owner, measure)
  await hand.write(summaryOf(owner), SUMMARY)
  await endSessionElsewhere(browser)
  await press(owner, 'บันทึกสรุปผล')
  await expect(owner.getByText('สิ่งที่ท่านพิมพ์ไว้ไม่หาย')).toBeVisible()
  await expectSound(owner)
  await signIn(owner)
  await expect(owner.getByText('ข้อความที่พิมพ์ไว้ก่อนเข้าสู่ระบบใหม่ยังอยู่')).toBeVisible()
  await expect(owner.locator('#summary')).toContainText(SUMMARY)
  await expectSound(owner)
  await press(owner, 'บันทึกสรุปผล')
  await said(owner, 'บันทึกสรุปผลแล้ว')
})

async function signIn(page: Page) {
  await page.getByLabel('อีเมล').fill(OWNER.email)
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill(OWNER.password)
  await press(page, 'เข้าสู่ระบบ')
}

/** As somebody does who left a machine open: from another one. */
async function endSessionElsewhere(browser: Browser) {
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(`${site.origin}/sign-in?to=/office/account`)
  await signIn(elsewhere)
  await press(elsewhere, 'ให้อุปกรณ์อื่นทั้งหมดออกจากระบบ')
  await said(elsewhere, 'ให้อุปกรณ์อื่นทั้งหมดออกจากระบบแล้ว')
  await elsewhere.context().close()
}

test('what is typed while somebody signs out in another window waits as a draft', {
  tag: '@with-script',
}, async () => {
  await goTo(owner, measure)
  await hand.write(summaryOf(owner), ' และสื่อสารแล้ว')
  await expect(owner.locator('#summary .draft-state')).toContainText('เก็บฉบับร่างแล้ว')
  const another = await owner.context().newPage()
  await goTo(another, '')
  await another.locator('header summary', { hasText: OWNER.name }).click()
  await press(another, 'ออกจากระบบ')
  await expect(another.getByText('ออกจากระบบแล้ว', { exact: true })).toBeVisible()
  await another.close()

  await press(owner, 'บันทึกสรุปผล')
  await expect(owner).toHaveURL(/\/sign-in\?to=/)
  await signIn(owner)
  await owner.getByRole('link', { name: 'แสดงฉบับร่าง' }).click()
  await expect(owner.locator('#summary')).toContainText(`${SUMMARY} และสื่อสารแล้ว`)
  await press(owner, 'บันทึกสรุปผล')
  await said(owner, 'บันทึกสรุปผลแล้ว')
})

test('the measure is handed in, and comes back with a reason that stays until it is answered', async () => {
  await goTo(owner, measure)
  await press(owner, 'ส่งตรวจ')
  await said(owner, 'ส่งตรวจแล้ว')
  await expect(owner.locator('main')).toContainText('รอผู้ประสานงาน ITA ตรวจ')
  await expectSound(owner)

  await goTo(coordinator, '')
  const todo = coordinator.getByRole('listitem').filter({ hasText: 'ตรวจงานที่ส่งมา' })
  await todo.getByRole('link', { name: /^7\.2 / }).click()
  await expect(coordinator.getByRole('heading', { level: 1 })).toHaveText('มาตรการ 7.2')
  await expectSound(coordinator)
  await unfold(coordinator, 'ขอแก้ไข')
  await coordinator.getByLabel('ต้องแก้ไขอะไร').fill(REASON)
  await press(coordinator, 'ส่งกลับให้แก้ไข')
  await said(coordinator, 'ส่งกลับให้แก้ไขแล้ว')
  await expectSound(coordinator)

  await goTo(owner, 'notices')
  await expect(owner.locator('main')).toContainText(REASON)
  await expectSound(owner)
  const returned = owner.getByRole('region', { name: 'สิ่งที่ขอแก้ไข' })
  await goTo(owner, measure)
  await expect(returned).toContainText(REASON)
  await expectSound(owner)
  await hand.write(summaryOf(owner), CORRECTION)
  await press(owner, 'บันทึกสรุปผล')
  await said(owner, 'บันทึกสรุปผลแล้ว')
  await expect(returned).toContainText(REASON)
})

test('corrected and answered it is handed in again, and accepted', async () => {
  const kept = hasScript() ? owner.waitForResponse(/\/drafts\/keep$/) : null
  const answer = owner.getByLabel('แก้ไขอย่างไรแล้ว')
  await answer.fill('ระบุวันที่แล้ว')
  const [field, bar] = [await answer.boundingBox(), await owner.locator('#summary .save-bar').boundingBox()]
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  await pressSlowly(owner, 'ส่งตรวจ', kept)
  await said(owner, 'ส่งตรวจแล้ว')
  await expect(owner.getByRole('region', { name: 'สิ่งที่ขอแก้ไข' })).toHaveCount(0)

  await goTo(coordinator, measure)
  await expect(coordinator.locator('main')).toContainText('ระบุวันที่แล้ว')
  await expect(coordinator.locator('#summary')).toContainText(CORRECTION.trim())
  await press(coordinator, 'รับผล')
  await said(coordinator, 'รับผลแล้ว')

  await goTo(owner, measure)
  await expect(owner.locator('main')).toContainText('ตรวจรับแล้ว ไม่มีสิ่งที่ต้องทำ')
  await expect(summaryOf(owner)).toHaveCount(0)
  await expect(owner.getByRole('link', { name: 'บันทึกการประชุม' })).toBeVisible()
  await expectSound(owner)
})
