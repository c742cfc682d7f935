import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { mouse as hand } from './support/hands.ts'
import { expectSoundMarkup } from './support/html-check.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { comeIn, seedColleagues } from './support/people-at-work.ts'

/** From an agency without any result, by the files as they come, to an issue that its results propose. */

const ANSWERS = 'examples/imagined-agency/answers-2567.csv'
const sheet = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
})
/** The head of the total is one that nobody uses. */
const announced = (eit: string) =>
  sheet('announced.csv', [
    'ปี,IIT,EIT,OIT,ผลสุดท้าย',
    '2566,86.50,94.03,89.48,89.95',
    `2567,88.10,${eit},95.00,89.15`,
  ])
/** Instruments weighted by 30, 30 and 40. */
const peers = sheet('peers.csv', [
  'หน่วยงาน,ประเภท,กระทรวง,ปี,IIT,EIT,OIT,คะแนนรวม',
  'กรมสมมติ 1,กรม,กระทรวงสมมติ ก,2567,27.00,27.00,38.00,92.00',
  'กรมสมมติ 2,กรม,กระทรวงสมมติ ก,2567,27.00,25.00,36.00,88.00',
  'เทศบาลสมมติ 1,เทศบาล,กระทรวงสมมติ ข,2567,26.00,26.00,35.00,87.00',
  'เทศบาลสมมติ 2,เทศบาล,กระทรวงสมมติ ข,2567,24.00,24.00,32.00,80.00',
])

test.describe.configure({ mode: 'serial' })

let site: OfficeSite
let page: Page
/** Pages behind a file that waits. */
const waiting: { address: string; html: string }[] = []
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  site = await openOfficeSite(4151)
  page = await comeIn(browser, site, seedColleagues(site)['ita-coordinator'])
})
test.afterAll(() => site?.close())

const main = () => page.locator('main')
const goTo = (part: string) => page.goto(`${site.origin}/office/${part}`)
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
const said = (text: string) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()
const rowOf = (name: string | RegExp) => page.getByRole('row').filter({ hasText: name })

async function keepWaiting() {
  const asked = await page.context().request.get(page.url())
  waiting.push({ address: page.url(), html: await asked.text() })
}
async function sendResults(file: string | ReturnType<typeof sheet>) {
  await page.getByLabel(/^ไฟล์ผลการประเมิน/).setInputFiles(file)
  await press('อ่านไฟล์')
}
async function download(name: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name, exact: true }).click()
  return readFileSync(await (await downloading).path())
}

test('a file is refused by its cell; a column is named, and what it would do is seen before it is done', {
  tag: '@wide',
}, async () => {
  await goTo('scores/import')
  await sendResults(announced('แปดสิบ'))
  await expect(main()).toContainText('ช่อง C3')
  await expect(main()).toContainText('“แปดสิบ” ไม่ใช่ตัวเลข')
  await expect(page.getByRole('button', { name: 'ยืนยันการนำเข้า' })).toHaveCount(0)
  await expectSound(page)
  await press('ยกเลิกไฟล์นี้')
  await said('ไม่มีผลใดถูกบันทึก')

  await sendResults(announced('82.40'))
  await expect(main()).toContainText('เพิ่ม 6 ค่า')
  const means = page.getByLabel('คอลัมน์ “ผลสุดท้าย” คือ')
  await expect(means.locator('option:checked')).toHaveText('ไม่ใช้')
  await means.selectOption({ label: 'คะแนนรวม' })
  await press('อ่านใหม่ตามนี้')
  await expect(main()).toContainText('เพิ่ม 8 ค่า')
  const recomputed = page.getByRole('region', { name: 'คำนวณซ้ำ ปี พ.ศ. 2567' })
  await expect(recomputed.getByRole('row').filter({ hasText: 'คะแนนรวม' })).toContainText('ตรงกัน')
  await expectSound(page)
  await keepWaiting()
  await press('ยืนยันการนำเข้า')
  await said('เพิ่ม 8 ค่า')

  await page.getByRole('link', { name: 'ดูผลรายปี' }).click()
  const level = page.getByRole('region', { name: 'ระดับผลการประเมิน พ.ศ. 2567' })
  await expect(level).toContainText('89.15')
  await expect(level).toContainText('ตามเกณฑ์ของปีนี้:')
  await expect(level).toContainText('ระยะถึงระดับถัดไป')
  await expect(level).toContainText('EIT ขาด 2.60 คะแนน')
  await expectSound(page)
})

test('published results of others come in by the same page, and the agency is seen among them', {
  tag: '@wide',
}, async () => {
  await goTo('scores/peers')
  await page.getByRole('link', { name: 'นำเข้าผลของหน่วยงานอื่น' }).click()
  await expect(page.getByLabel('ไฟล์นี้เป็นผลของ').locator('option:checked')).toContainText('หน่วยงานอื่น')
  await sendResults(peers)
  await expect(main()).toContainText('เพิ่มผลของหน่วยงาน 4 รายการ')
  await expectSound(page)
  await press('ยืนยันการนำเข้า')
  await said('นำเข้าผลของหน่วยงานอื่นแล้ว เพิ่ม 4 รายการ')
  await expect(main()).toContainText('ไม่พบหน่วยงานนี้ในไฟล์ จึงใช้ผลของหน่วยงานที่นำเข้าไว้เอง')
  const standing = page.getByRole('region', { name: 'ลำดับของหน่วยงานนี้ทีละคะแนน' })
  await standing.locator('summary').click()
  const total = standing.getByRole('row').filter({ hasText: 'คะแนนรวม' })
  await expect(total).toContainText('89.15')
  await expect(total).toContainText('ลำดับที่ 2 จาก 5')
  await expectSound(page)
})

test('two years stand beside each other, breaks as breaks; they are kept, and taken along as files', {
  tag: '@wide',
}, async () => {
  await goTo('scores/import')
  await sendResults('examples/dga-2567/scores.csv')
  await press('ยืนยันการนำเข้า')
  await said('เพิ่ม 21 ค่า')

  await goTo('scores/compare?years=2566,2567')
  await expect(rowOf(/e1 ปี พ\.ศ\. 2566/).first()).toContainText('เพิ่มขึ้น')
  await expect(main()).toContainText('ปีหลังไม่ถามแล้ว')
  await expectSound(page)
  const svg = (await download('ภาพ SVG')).toString('utf8')
  expect(svg).toContain('<svg')
  expect(svg).toContain('77.33')
  expect((await download('ภาพ PNG')).subarray(1, 4).toString('latin1')).toBe('PNG')
  const csv = (await download('ตาราง CSV')).toString('utf8')
  expect(csv).toMatch(/e1.*77\.33.*89\.10/)
  const { sheets } = await readXlsx(await download('ตาราง XLSX'))
  expect(sheets[0]?.rows.length).toBe(csv.trimEnd().split('\r\n').length)

  await page.getByLabel('ชื่อชุด').fill('ก่อนยื่นทักท้วง')
  await press('เก็บชุดผลคะแนน')
  await said('เก็บชุดผลคะแนนแล้ว')
  await page.getByRole('link', { name: 'มีอะไรแก้หลังจากนั้น' }).click()
  await expect(main()).toContainText('ทุกค่าเหมือนเดิม')
  await expectSound(page)
})

test('answers of the surveys are counted, taken as results of the year, and withdrawn', {
  tag: '@wide',
}, async () => {
  await goTo('scores/answers?year=2567')
  await page.getByLabel(/^ไฟล์คำตอบ \(/).setInputFiles(ANSWERS)
  await page.getByRole('combobox', { name: 'ปีของกรอบการประเมิน' }).selectOption('2567')
  await press('ตรวจไฟล์')
  await expect(main()).toContainText('ไฟล์นี้มีคำตอบของหน่วยงานรหัส “imagined”')
  await expectSound(page)
  await keepWaiting()
  if (test.info().project.name === 'script-on') expectSoundMarkup(waiting)
  await press('ยืนยันการนำเข้า')
  await said('นำเข้าคำตอบแล้ว IIT 112 คน EIT 410 คน')
  await page.locator('summary', { hasText: 'รายข้อ EIT' }).click()
  await expect(page.getByRole('table', { name: 'รายข้อ EIT' })).toContainText('e1')
  await expectSound(page)

  await page.getByRole('link', { name: 'ดูค่าที่จะเปลี่ยน' }).click()
  await expect(main()).toContainText('แทนค่าที่ประกาศ')
  await press('ยืนยันใช้เป็นผลของปี')
  await said('ใช้เป็นผลของปีแล้ว')

  const eit = rowOf('answers-2567.csv').filter({ hasText: 'EIT' })
  await eit.locator('summary', { hasText: 'ถอนคำตอบ' }).click()
  await eit.getByRole('button', { name: 'ยืนยันการถอน' }).click()
  await said('ถอนคำตอบแล้ว')
  await expect(eit).toContainText('ถอนแล้ว')
  await expectSound(page)
  // What was taken as the year's results stays.
  await goTo('scores?year=2567')
  await expect(rowOf('answers-2567.csv').filter({ hasText: /^e1/ })).toHaveCount(1)
})

test('what the views disagree on is proposed as an issue, corrected, and stands in the year with its citations', {
  tag: '@wide',
}, async () => {
  await goTo('cycles?open=1')
  await page.getByLabel('ปีงบประมาณ พ.ศ.', { exact: true }).fill('2568')
  await press('เปิดรอบปี')
  await expect(page).toHaveURL(/done=/)

  await goTo('scores/contradictions?year=2567')
  await expectSound(page)
  await page
    .getByRole('link', { name: /^เสนอเป็นประเด็น/ })
    .first()
    .click()
  await expect(main()).toContainText('ร่างนี้ทำจากผลการประเมินปี พ.ศ. 2567')
  await expectSound(page)
  const title = await page.getByRole('textbox', { name: 'ชื่อประเด็น', exact: true }).inputValue()
  await hand.write(page.getByRole('textbox', { name: 'ผลการวิเคราะห์' }), ' ตรวจกับต้นฉบับแล้ว')
  await press('เพิ่มประเด็น')
  await said('เพิ่มประเด็นแล้ว')
  await expectSound(page)

  await goTo('cycles/2568')
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  const analysis = page.locator('.rich-text').filter({ hasText: 'ตรวจกับต้นฉบับแล้ว' }).first()
  await expect(analysis.locator('.citation-mark').first()).toBeVisible()
  await goTo('scores/contradictions?year=2567')
  await expect(main()).toContainText('มีประเด็นชื่อนี้ในปีงบประมาณ พ.ศ. 2568 แล้ว')
})
