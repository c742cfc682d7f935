import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { aPdf } from '../support/uploading.ts'
import { keyboard, mouse } from './support/hands.ts'
import { expectSoundMarkup } from './support/html-check.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { type Colleague, type Colleagues, comeIn, seedColleagues } from './support/people-at-work.ts'

/** The example's year, worked on by five people in five browsers, until its report scores 100 and is public. */

const ISSUES = [
  { title: 'การปฏิบัติงานหรือการให้บริการ', words: 'บุคลากรเห็นว่าปฏิบัติตามขั้นตอน ', cites: 'i1-i6' },
  { title: 'การรับและจัดการเรื่องร้องเรียน', words: 'ผู้รับบริการไม่ทราบช่องทางร้องเรียน ', cites: 'o27' },
] as const
/** What the command line says of the published file: it knows nothing of the office. */
async function scoreOfPublished(page: Page, { origin }: OfficeSite): Promise<number> {
  const file = test.info().outputPath('cycle.json')
  const published = await page.context().request.get(`${origin}/reports/2567/files/report-2567.json`)
  writeFileSync(file, await published.body())
  const command = ['cli/main.ts', 'check', file, '--item', '2568:O28', '--json']
  return JSON.parse(spawnSync(process.execPath, command, { encoding: 'utf8' }).stdout).score
}

/** How it goes through meetings by hand is a journey of its own. */
function letMeetingApprove({ env }: OfficeSite, ...what: readonly string[]): void {
  const done = spawnSync(process.execPath, ['tests/journeys/support/approve-report.ts', ...what], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(done.stderr)
}

/** The label of the first choice that matches. */
const labelOf = async (page: Page, pattern: RegExp): Promise<string> => {
  await expect(page.getByLabel('ผลของปีหลัง')).toBeVisible()
  const labels = await page.getByLabel('ผลของปีหลัง').locator('option').allTextContents()
  return labels.find((label) => pattern.test(label)) ?? ''
}

for (const [hand, port] of [
  [mouse, 4126],
  [keyboard, 4127],
] as const)
  test.describe(`by ${hand.name}`, () => {
    test.describe.configure({ mode: 'serial', timeout: 120_000 })

    let site: OfficeSite
    let links: Colleagues
    test.beforeAll(async () => {
      site = await openOfficeSite(port)
      links = seedColleagues(site)
    })
    test.afterAll(() => site?.close())

    const atWork = new Map<Colleague, Page>()
    async function pageOf(browser: Browser, who: Colleague): Promise<Page> {
      const there = atWork.get(who)
      if (there) return there
      const page = await comeIn(browser, site, links[who])
      atWork.set(who, page)
      return page
    }
    const goTo = (page: Page, part: string) => page.goto(`${site.origin}/office/${part}`)
    const press = (page: Page, name: string) =>
      hand.press(page.getByRole('button', { name, exact: true }).first())
    const said = (page: Page, text: string) =>
      expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()

    /** Addresses of the issues and measures, as they come to be. */
    const issues: string[] = []
    const measures: string[] = []
    const partOf = (page: Page) => new URL(page.url()).pathname.replace('/office/', '')

    test('the coordinator brings in the scores and opens the year', async ({ browser }) => {
      const page = await pageOf(browser, 'ita-coordinator')
      await goTo(page, 'scores/import')
      await page.getByLabel(/^ไฟล์ผลการประเมิน/).setInputFiles('examples/dga-2567/scores.csv')
      await press(page, 'อ่านไฟล์')
      await press(page, 'ยืนยันการนำเข้า')
      await said(page, 'เพิ่ม 21 ค่า')

      await goTo(page, 'cycles?open=1')
      await hand.fill(page.getByLabel('ปีงบประมาณ พ.ศ.', { exact: true }), '๒๕๖๗')
      await press(page, 'เปิดรอบปี')
      await expect(page).toHaveURL(/done=/)
      await goTo(page, 'cycles/2567')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('2567')
      await expectSound(page)
    })

    test('two issues, their analyses citing items as marks', async ({ browser }) => {
      const page = await pageOf(browser, 'ita-coordinator')
      for (const { title, words, cites } of ISSUES) {
        await goTo(page, 'cycles/2567/issues/add')
        await hand.fill(page.getByRole('textbox', { name: 'ชื่อประเด็น', exact: true }), title)
        await hand.write(page.getByRole('textbox', { name: 'ผลการวิเคราะห์' }), words + cites)
        await expect(page.getByRole('option').first()).toBeVisible()
        await page.keyboard.press('Enter')
        await press(page, 'เพิ่มประเด็น')
        await said(page, 'เพิ่มประเด็นแล้ว')
        await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
        await expect(page.locator('main')).toContainText(cites)
        await expectSound(page)
        issues.push(partOf(page))
      }
    })

    test('three measures, typed into the tables', async ({ browser }) => {
      const page = await pageOf(browser, 'ita-coordinator')
      const [first = '', second = ''] = issues
      for (const [issue, text, from, to, owners] of [
        [first, 'ทบทวนคู่มือการให้บริการ', 'ม.ค. 67', 'มี.ค. 67', 'DCM'],
        [first, 'สื่อสารขั้นตอนแก่ผู้รับบริการ', 'ม.ค. – มี.ค. ๖๗', '', 'DCM'],
        [second, 'แยกช่องทางร้องเรียนการทุจริต', 'ต.ค. 66', 'ก.ย. 67', 'CSR'],
      ] as const) {
        await goTo(page, issue)
        const cell = (name: string) => page.getByRole('textbox', { name: `${name} มาตรการใหม่`, exact: true })
        await hand.fill(cell('มาตรการ'), text)
        await hand.fill(cell('เริ่ม'), from)
        await hand.fill(cell('สิ้นสุด'), to)
        await hand.fill(cell('ผู้รับผิดชอบ'), owners)
        await press(page, 'บันทึกทั้งตาราง')
        await expect(cell('มาตรการ')).toHaveValue('')
        await expect(page.getByRole('textbox', { name: /^มาตรการ มาตรการที่/ }).last()).toHaveValue(text)
      }
      for (const issue of issues) {
        await goTo(page, issue)
        for (const link of await page.getByRole('rowheader').getByRole('link').all())
          measures.push(((await link.getAttribute('href')) ?? '').replace('/office/', ''))
      }
      expect(new Set(measures).size).toBe(3)
    })

    /** What an owner does with a measure: progress, a file as evidence, the summary, and handing it in. */
    async function workOn(page: Page, measure: string, summary: string) {
      await goTo(page, measure)
      const writing = page.getByRole('textbox', { name: 'สิ่งที่ดำเนินการ' })
      if (!(await writing.isVisible()))
        await hand.press(page.locator('summary', { hasText: 'บันทึกความคืบหน้าเพิ่ม' }))
      await hand.write(writing, 'จัดประชุมส่วนงานที่เกี่ยวข้องแล้ว')
      await press(page, 'บันทึกความคืบหน้า')
      await said(page, 'บันทึกความคืบหน้าแล้ว')

      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({
          name: 'บันทึกการประชุม.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from(aPdf(measure)),
        })
      await said(page, 'แนบหลักฐานแล้ว')
      await expect(page.locator('main')).toContainText('บันทึกการประชุม')

      await hand.write(page.getByRole('textbox', { name: 'ได้ทำอะไร และเกิดผลอย่างไร' }), summary)
      await press(page, 'ส่งตรวจ')
      await said(page, 'ส่งตรวจแล้ว')
      await expectSound(page)
    }

    test('two owners work and hand in, with evidence', async ({ browser }) => {
      const owner = await pageOf(browser, 'unit-owner')
      await goTo(owner, '')
      await expect(owner.locator('main')).toContainText('ทบทวนคู่มือการให้บริการ')
      await workOn(owner, measures[0] ?? '', 'ทบทวนคู่มือแล้วทุกบริการ')
      await workOn(owner, measures[1] ?? '', 'สื่อสารแล้ว')
      await workOn(await pageOf(browser, 'second-owner'), measures[2] ?? '', 'แยกช่องทางและประกาศแล้ว')
    })

    test('one is returned with a reason, answered and accepted; the others are accepted', async ({
      browser,
    }) => {
      const coordinator = await pageOf(browser, 'ita-coordinator')
      const owner = await pageOf(browser, 'unit-owner')
      await goTo(coordinator, '')
      await expect(coordinator.locator('main')).toContainText('สื่อสารขั้นตอนแก่ผู้รับบริการ')
      await goTo(coordinator, measures[1] ?? '')
      const reason = coordinator.getByLabel('ต้องแก้ไขอะไร')
      if (!(await reason.isVisible()))
        await hand.press(coordinator.locator('summary', { hasText: 'ขอแก้ไข' }).first())
      await hand.fill(reason, 'โปรดระบุช่องทางที่สื่อสาร')
      await press(coordinator, 'ส่งกลับให้แก้ไข')
      await said(coordinator, 'ส่งกลับให้แก้ไขแล้ว')

      await goTo(owner, measures[1] ?? '')
      await expect(owner.locator('main')).toContainText('โปรดระบุช่องทางที่สื่อสาร')
      const summary = owner.getByRole('textbox', { name: 'ได้ทำอะไร และเกิดผลอย่างไร' })
      await hand.write(summary, ' ทางเว็บไซต์และจดหมายข่าว')
      await hand.fill(owner.getByLabel('แก้ไขอย่างไรแล้ว'), 'เพิ่มช่องทางแล้ว')
      await press(owner, 'ส่งตรวจ')
      await said(owner, 'ส่งตรวจแล้ว')

      for (const measure of measures) {
        await goTo(coordinator, measure)
        await press(coordinator, 'รับผล')
        await said(coordinator, 'รับผลแล้ว')
      }
    })

    test('two coordinators change one measure at once; the second sees both and chooses', async ({
      browser,
    }) => {
      const first = await pageOf(browser, 'ita-coordinator')
      const second = await pageOf(browser, 'second-coordinator')
      const edit = `${measures[0]}/edit`
      await goTo(first, edit)
      await goTo(second, edit)
      const expected = (page: Page) => page.getByLabel('หลักฐานที่คาดว่าจะมี')
      await hand.fill(expected(first), 'คู่มือฉบับใหม่')
      await hand.press(first.getByRole('button', { name: /^บันทึก/ }).first())
      await said(first, 'บันทึกมาตรการแล้ว')

      await hand.fill(expected(second), 'คู่มือฉบับใหม่และภาพหน้าเว็บ')
      await hand.press(second.getByRole('button', { name: /^บันทึก/ }).first())
      await expect(second.locator('main')).toContainText('คู่มือฉบับใหม่และภาพหน้าเว็บ')
      await expect(second.locator('main')).toContainText('ผู้ประสาน ตัวอย่าง')
      await expectSound(second)
      await hand.check(second.getByRole('radio', { name: /ของฉัน/ }).first())
      await hand.press(second.getByRole('button', { name: /บันทึก/ }).first())
      await said(second, 'บันทึกมาตรการแล้ว')
      await goTo(first, edit)
      await expect(expected(first)).toHaveValue('คู่มือฉบับใหม่และภาพหน้าเว็บ')
    })

    test('outcomes: a pair picked from the scores, and an absence', async ({ browser }) => {
      const page = await pageOf(browser, 'ita-coordinator')
      await goTo(page, `${issues[0]}/outcomes/add`)
      await hand.press(page.getByRole('link', { name: /คะแนน ITA จากผลที่นำเข้า/ }))
      await hand.choose(page.getByLabel('ผลของปีหลัง'), await labelOf(page, /e1 /))
      await press(page, 'หาผลของปีก่อน')
      await expect(page.locator('main')).toContainText('77.33')
      for (const box of await page.getByRole('checkbox', { name: /^\d+\./ }).all()) await hand.check(box)
      await press(page, 'ร่างประโยคจากตัวเลข')
      await press(page, 'บันทึกผลลัพธ์')
      await expect(page.locator('main')).toContainText('89.10')

      await goTo(page, `${issues[1]}/outcomes/add`)
      await hand.press(page.getByRole('link', { name: /ไม่มีเรื่องร้องเรียน/ }))
      for (const box of await page.getByRole('checkbox', { name: /^\d+\./ }).all()) await hand.check(box)
      const wording = page.getByRole('textbox', { name: 'ข้อความในรายงาน' })
      await hand.write(wording, 'ในปีงบประมาณ พ.ศ. 2567 ไม่มีเรื่องร้องเรียนการทุจริต')
      await press(page, 'บันทึกผลลัพธ์')
      await expect(page.locator('main')).toContainText('ไม่มีเรื่องร้องเรียนการทุจริต')
    })

    test('the report comes out with 100, is approved, published, and everybody can read it', async ({
      browser,
    }) => {
      const page = await pageOf(browser, 'ita-coordinator')
      await goTo(page, 'cycles/2567/report')
      await expect(page.locator('main')).toContainText('ได้ 100 คะแนน')
      await expect(page.locator('main')).toContainText('ยังเผยแพร่ไม่ได้')
      await expect(page.getByRole('button', { name: 'ยืนยันเผยแพร่' })).toHaveCount(0)
      await expectSound(page)
      letMeetingApprove(site, '2567')
      await goTo(page, 'cycles/2567/report')
      await hand.press(page.locator('summary', { hasText: 'เผยแพร่รายงาน' }))
      await press(page, 'ยืนยันเผยแพร่')
      await said(page, 'เผยแพร่รายงานแล้ว')

      const executive = await pageOf(browser, 'executive')
      await goTo(executive, 'cycles/2567')
      await expect(executive.locator('main')).toContainText('100')
      await expectSound(executive)
      await executive.goto(`${site.origin}/reports/2567`)
      await expect(executive.locator('main')).toContainText('แยกช่องทางร้องเรียนการทุจริต')
      expect(await scoreOfPublished(executive, site)).toBe(100)
    })

    test('it is withdrawn by a resolution: its pages say so to everybody, and its files are gone', async ({
      browser,
    }) => {
      const page = await pageOf(browser, 'ita-coordinator')
      await goTo(page, 'approvals/report/2567')
      await hand.press(page.locator('main a[href*="/office/publications/"]').first())
      await expect(page).toHaveURL(/\/office\/publications\//)
      const publication = partOf(page)
      await expect(page.locator('main')).toContainText('ถอนการเผยแพร่')
      await expect(page.getByLabel('เหตุผล')).toHaveCount(0)
      await expectSound(page)
      letMeetingApprove(site, '2567', 'withdrawal')
      await goTo(page, publication)
      await hand.press(page.locator('summary', { hasText: 'ถอนการเผยแพร่ฉบับนี้' }))
      await hand.fill(page.getByLabel(/^เหตุผล/), 'พบตัวเลขผิดในประเด็นที่ 1')
      await press(page, 'ยืนยันถอนการเผยแพร่')
      await said(page, 'ถอนการเผยแพร่แล้ว')
      await expectSound(page)

      const reader = await (await browser.newContext()).newPage()
      const pages = []
      for (const address of ['/reports/2567', '/reports/2567/versions/1', '/en/reports/2567/versions/1']) {
        const answer = await reader.goto(`${site.origin}${address}`)
        expect(answer?.status(), address).toBe(410)
        await expect(reader.locator('main')).toContainText('พบตัวเลขผิดในประเด็นที่ 1')
        await expect(reader.locator('main')).not.toContainText('แยกช่องทางร้องเรียนการทุจริต')
        await expectSound(reader)
        pages.push({ address, html: (await answer?.text()) ?? '' })
      }
      expectSoundMarkup(pages)
      const file = await reader.request.get(`${site.origin}/reports/2567/files/report-2567.pdf`)
      expect(file.status()).toBeGreaterThanOrEqual(404)
    })
  })
