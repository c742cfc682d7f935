import { spawnSync } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import type { RoleName } from '../../app/kernel/actor.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'

const YEAR = '/office/disclosure/2568'
const ITEM = `${YEAR}/O9`

test.describe.configure({ mode: 'serial' })

let site: OfficeSite
let page: Page
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  site = await openOfficeSite(4131)
  const env = { ...process.env, ...site.env }
  const run = (...args: readonly string[]): string => {
    const done = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
    return done.stdout
  }
  run('cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--json')
  const people: readonly { role: RoleName; link: string }[] = JSON.parse(run('scripts/demo-people.ts'))
  page = await (await browser.newContext()).newPage()
  await page.goto(people.find(({ role }) => role === 'ita-coordinator')?.link ?? '')
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click()
  await expect(page).toHaveURL(`${site.origin}/office`)
})
test.afterAll(() => site?.close())

const open = (address: string) => page.goto(site.origin + address)
const said = () => page.locator('.notice.done[role=status]').first()

test('the calendar of a year is typed in; a day that does not exist is refused and what was typed stays', async () => {
  await open(YEAR)
  const from = page.getByLabel('เริ่มรับที่อยู่')
  await from.fill('40/4/2568')
  await page.getByRole('button', { name: 'บันทึกปฏิทิน' }).click()
  await expect(page.locator('.error-summary')).toContainText('อ่านวันที่ไม่ได้')
  await expect(from).toHaveValue('40/4/2568')
  await from.fill('1/4/2568')
  await page.getByLabel('วันสุดท้ายที่รับที่อยู่').fill('30 เม.ย. 2568')
  await page.getByRole('button', { name: 'บันทึกปฏิทิน' }).click()
  await expect(said()).toContainText('บันทึกปฏิทินแล้ว')
  await expect(page.locator('main')).toContainText('30 เมษายน 2568')
})

test('an item is answered element by element until it is whole, and then published', async () => {
  await open(ITEM)
  await expect(page.locator('.work-head')).toContainText(/(^|[^0-9])0 คะแนน/)
  const elements = await page.locator('.work-element').evaluateAll((all) => all.map(({ id }) => id))
  const [first = '', ...others] = elements.map((id) => id.replace('element-', ''))
  await open(`${ITEM}?element=${first}&add=text`)
  await page.locator('.work-add').getByRole('button', { name: 'เพิ่ม', exact: true }).click()
  await expect(page.locator('.error-summary')).toContainText('โปรดระบุชื่อข้อมูลภาษาไทย')
  await expectSound(page)
  await page.getByLabel('ชื่อ', { exact: true }).fill('การขออนุญาตใช้ข้อมูล')
  await page.getByLabel('ข้อความ', { exact: true }).fill('ยื่นคำขอแล้วรอผล')
  await page.locator('.work-add').getByRole('button', { name: 'เพิ่ม', exact: true }).click()
  await expect(said()).toContainText('เพิ่มข้อมูลแล้ว')
  for (const element of others) {
    await open(`${ITEM}?element=${element}&add=none`)
    await page.getByLabel('เหตุผลที่ไม่มี').fill('ไม่มีในงานนี้')
    await page.getByRole('button', { name: 'บันทึกว่าไม่มี' }).click()
  }
  await expect(page.locator('.work-head')).toContainText('100 คะแนน')
  await page.getByRole('button', { name: 'เผยแพร่ข้อนี้' }).click()
  await expect(said()).toContainText('เผยแพร่แล้ว')
  await expectSound(page)
})

test('what is taken out of an element makes the item 0, and can be put back', async () => {
  await open(ITEM)
  await page.locator('button[value=drop]').click()
  await expect(page.locator('.work-head')).toContainText(/(^|[^0-9])0 คะแนน/)
  await page.getByRole('button', { name: 'นำกลับมา' }).click()
  await expect(page.locator('.work-head')).toContainText('100 คะแนน')
})

test('of two who change one fact the second sees what the first saved, and what they typed stays', async () => {
  await open(ITEM)
  await page.getByRole('link', { name: /^แก้ไข/ }).first().click()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByLabel('ชื่อ', { exact: true }).fill('ชื่อของคนแรก')
  await other.getByRole('button', { name: 'บันทึก', exact: true }).click()
  await expect(other.locator('h1')).toHaveText('ชื่อของคนแรก')
  await page.getByLabel('ชื่อ', { exact: true }).fill('ชื่อของคนที่สอง')
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click()
  await expect(page.locator('.notice.warning')).toContainText('ชื่อของคนแรก')
  await expect(page.getByLabel('ชื่อ', { exact: true })).toHaveValue('ชื่อของคนที่สอง')
  await expectSound(page)
  await page.getByRole('button', { name: 'บันทึก', exact: true }).click()
  await expect(page.locator('h1')).toHaveText('ชื่อของคนที่สอง')
  await other.close()
})

test('an item is withdrawn with a reason alone', async () => {
  await open(ITEM)
  await page.locator('summary', { hasText: 'ถอนการเผยแพร่' }).click()
  await page.locator('button[value=withdraw]').click()
  await expect(page.locator('.error-summary')).toContainText('โปรดระบุเหตุผลที่ถอน')
  await page.getByLabel('เหตุผลที่ถอน').fill('ข้อมูลไม่ถูกต้อง')
  await page.locator('button[value=withdraw]').click()
  await expect(said()).toContainText('ถอนการเผยแพร่แล้ว')
  await expect(page.locator('.work-versions')).toContainText('ข้อมูลไม่ถูกต้อง')
})
