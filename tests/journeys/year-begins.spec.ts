import { spawnSync } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { mouse as hand } from './support/hands.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { comeIn, seedColleagues } from './support/people-at-work.ts'

/** A year from nothing: each page leads to the next, and what is attached to an issue and an outcome is counted. */

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: OfficeSite
let page: Page
/** Address of the issue. */
let issue: string

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  site = await openOfficeSite(4129)
  page = await comeIn(browser, site, seedColleagues(site)['ita-coordinator'])
})
test.afterAll(() => site?.close())

const hasScript = () => test.info().project.name !== 'script-off'
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
const said = (text: string) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()

/** Brings a link in from the panel of evidence, and attaches it. */
async function attachLink(link: string) {
  const evidence = page.locator('#evidence')
  await evidence.locator('summary', { hasText: 'เพิ่มลิงก์' }).click()
  await evidence.getByLabel('ลิงก์', { exact: true }).fill(`https://${link}`)
  await evidence.getByRole('button', { name: 'เพิ่มลิงก์', exact: true }).click()
  await expectSound(page)
  await press('แนบรายการนี้')
  await said('แนบหลักฐานแล้ว')
  await expect(evidence.getByRole('link', { name: link })).toBeVisible()
}

test('a year that is opened leads to its overview, which says what comes next', async () => {
  await page.goto(`${site.origin}/office/cycles?open=1`)
  await page.getByLabel('ปีงบประมาณ พ.ศ.', { exact: true }).fill('๒๕๖๘')
  await press('เปิดรอบปี')
  await expect(page).toHaveURL(/\/office\/cycles\/2568\?done=opened$/)
  await said('เปิดรอบปี พ.ศ. 2568 แล้ว')
  await said('ขั้นต่อไป เพิ่มประเด็นแรก หรือคัดลอกจากปีอื่น')
  await expectSound(page)
  await page.getByRole('link', { name: 'เพิ่มประเด็น', exact: true }).click()
  await page.getByRole('textbox', { name: 'ชื่อประเด็น', exact: true }).fill('การสื่อสารกับผู้รับบริการ')
  await press('เพิ่มประเด็น')
  await said('เพิ่มประเด็นแล้ว')
  issue = page.url().replace(/\?.*$/, '')
})

test('a table that got new rows says that it was saved, where it is, each time', async () => {
  for (const text of ['ทบทวนคู่มือ', 'เผยแพร่คู่มือ']) {
    await page.goto(issue)
    for (const again of hasScript() ? [text, `${text}ฉบับย่อ`] : [text]) {
      await page.getByRole('textbox', { name: 'มาตรการ มาตรการใหม่', exact: true }).fill(again)
      await press('บันทึกทั้งตาราง')
      await expect(page.getByRole('textbox', { name: /^มาตรการ มาตรการที่/ }).last()).toHaveValue(again)
      await said(hasScript() ? 'บันทึกตารางมาตรการแล้ว' : 'บันทึกตารางแล้ว')
    }
  }
  await expectSound(page)
})

test('evidence is attached to the issue and to its outcome, and counted', async () => {
  await page.goto(issue)
  await attachLink('agency.example/survey')
  await expectSound(page)
  await page.goto(`${issue}/outcomes/add?kind=text`)
  await page.getByRole('checkbox', { name: /^1\./ }).check()
  await hand.write(page.getByRole('textbox', { name: 'ข้อความในรายงาน' }), 'ผู้รับบริการพอใจมากขึ้น')
  await press('บันทึกผลลัพธ์')
  await page.getByRole('link', { name: 'หลักฐาน 0 รายการ' }).click()
  await attachLink('agency.example/report')
  await attachLink('agency.example/minutes')
  await expectSound(page)
  await page
    .locator('#evidence')
    .getByRole('button', { name: /^เลิกแนบ .*minutes/ })
    .click()
  await said('เลิกแนบหลักฐานแล้ว')
  await page.goto(issue)
  await expect(page.getByRole('link', { name: 'หลักฐาน 1 รายการ' })).toBeVisible()
  await page.goto(`${site.origin}/office/cycles/2568`)
  await expect(page.getByRole('article', { name: 'การสื่อสารกับผู้รับบริการ' })).toContainText('หลักฐาน 2 รายการ')
})

test('what a report mentions of meetings is taken out, offered from the records, and taken in again', async () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--json'],
    { env: { ...process.env, ...site.env }, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  await page.goto(`${site.origin}/office/cycles`)
  await press('นำมาทำงานต่อ รายงาน พ.ศ. 2567')
  await page.goto(`${site.origin}/office/cycles/2567/report-data`)
  const rows = page.getByRole('group', { name: /^มติที่ \d/ })
  await expect(rows).toHaveCount(4)
  const ofMeasures = page.getByRole('checkbox', { name: /^ที่ประชุมฝ่ายบริหาร ครั้งที่ 2\/2567/ })
  await expect(ofMeasures).toHaveCount(0)
  await rows
    .filter({ hasText: 'มาตรการในปี 2567' })
    .getByRole('checkbox', { name: 'นำมตินี้ออกจากรายงาน' })
    .check()
  await press('บันทึกมติที่กล่าวถึง')
  await said('บันทึกข้อมูลรายงานแล้ว')
  await expect(rows).toHaveCount(3)
  await expectSound(page)
  await ofMeasures.check()
  await press('เพิ่มมติที่เลือก')
  await said('บันทึกข้อมูลรายงานแล้ว')
  await expect(rows).toHaveCount(4)
  await expect(ofMeasures).toHaveCount(0)
})

test('a row that says too little is refused at its fields, and stays as it was typed', async () => {
  await page.locator('summary', { hasText: 'เพิ่มมติ' }).click()
  const added = page.getByRole('group', { name: 'เพิ่มมติ' })
  await added.getByLabel('ที่ประชุม', { exact: true }).fill('คณะกรรมการบริหาร')
  await added.getByLabel('วันที่ประชุม').fill('32 ม.ค. 67')
  await press('บันทึกมติที่กล่าวถึง')
  await expect(page.getByRole('link', { name: 'วันที่นี้อ่านไม่ได้ โปรดใส่ เช่น 7 พ.ย. 2567' })).toBeVisible()
  await expect(added.getByLabel('ที่ประชุม', { exact: true })).toHaveValue('คณะกรรมการบริหาร')
  await expectSound(page)
})

test('a content that is not the approved one says so in the draft, and leads to what differs', async () => {
  await page.goto(`${site.origin}/office/cycles/2567/report`)
  await page.locator('summary', { hasText: 'ข้อสังเกต' }).click()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'มติของการประชุมครั้งที่ 9/2567' }).getByRole('link'),
  ).toHaveAttribute('href', '/office/approvals/report/2567/difference')
})
