import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { mouse as hand } from './support/hands.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { type Colleague, type Colleagues, comeIn, seedColleagues } from './support/people-at-work.ts'

/**
 * The example from its draft to the published report: its measures go through 2/2567, one is changed afterwards, publishing
 * is refused and the difference shown; the report goes through 3/2567 and 9/2567, is published, and a copy of it is checked.
 */

const GROUP = 'คณะทำงานส่งเสริมและพัฒนาการบริหารงานที่โปร่งใส'
const EXECUTIVES = 'ที่ประชุมฝ่ายบริหาร'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: OfficeSite
let links: Colleagues
const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-approvals-'))
test.beforeAll(async () => {
  site = await openOfficeSite(4161)
  links = seedColleagues(site)
  bringInDraft()
})
test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await site?.close()
})

/** The example before any meeting saw it: the text of the report speaks of no resolution. */
function bringInDraft() {
  const file = path.join(folder, 'cycle.json')
  prongsai('import', 'examples/dga-2567/report-2567.txt', '--out', file)
  const cycle = JSON.parse(readFileSync(file, 'utf8'))
  cycle.resolutions = []
  writeFileSync(file, JSON.stringify(cycle))
  expect(JSON.parse(prongsai('import', file, '--json')).saved.publication).toBeNull()
}

function prongsai(...args: readonly string[]): string {
  const done = spawnSync(process.execPath, ['cli/main.ts', ...args], {
    env: { ...process.env, ...site.env },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}

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
const said = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()

test('the administrator names the bodies and sets up the chains', async ({ browser }) => {
  const page = await pageOf(browser, 'administrator')
  await goTo(page, 'approval-chains')
  for (const name of [GROUP, EXECUTIVES]) {
    await page.locator('#name-new').fill(name)
    await press(page, 'เพิ่มที่ประชุม')
    await said(page, 'เพิ่มที่ประชุมแล้ว')
  }
  for (const [kind, bodies] of [
    ['measures', [EXECUTIVES]],
    ['report', [GROUP, EXECUTIVES]],
  ] as const) {
    const chain = page.locator(`section[aria-labelledby=chain-${kind}]`)
    await hand.press(chain.locator('summary').first())
    for (const [index, body] of bodies.entries())
      await chain.locator(`#${kind}-body-${index + 1}`).selectOption({ label: body })
    await hand.press(chain.getByRole('button', { name: 'บันทึกสายการเห็นชอบ' }))
    await said(page, 'บันทึกสายการเห็นชอบแล้ว')
  }
  await expect(page.locator('section[aria-labelledby=chain-report]')).toContainText(
    `${GROUP} แล้ว ${EXECUTIVES}`,
  )
  await expectSound(page)
})

test('the draft is taken up as the work of the year', async ({ browser }) => {
  const page = await pageOf(browser, 'ita-coordinator')
  await goTo(page, 'cycles')
  await hand.press(page.getByRole('button', { name: 'นำมาทำงานต่อ รายงาน พ.ศ. 2567' }))
  await said(page, 'นำรายงาน พ.ศ. 2567 มาทำงานต่อแล้ว')
  await goTo(page, 'cycles/2567/report')
  await expect(page.locator('main')).toContainText('ยังเผยแพร่ไม่ได้ เพราะยังไม่ผ่านสายการเห็นชอบครบทุกขั้น')
  expect((await page.goto(`${site.origin}/reports/2567`))?.status()).toBe(404)
})

type Meeting = Readonly<{ body: string; number: string; day: string; kind: 'measures' | 'report' }>

/** A meeting that was held: entered, with what it saw on its agenda, and what it resolved. */
async function hold(page: Page, { body, number, day, kind }: Meeting) {
  await goTo(page, 'meetings/add')
  await page.getByLabel('ที่ประชุม', { exact: true }).selectOption({ label: body })
  await page.getByLabel('ครั้งที่', { exact: true }).fill(number)
  await page.getByLabel('วันที่', { exact: true }).fill(day)
  await page.getByLabel('สถานะ').selectOption({ label: 'ประชุมแล้ว' })
  await page.getByLabel('ผู้มาประชุม').fill('ประธาน ตัวอย่าง | ประธานกรรมการ\nกรรมการ ตัวอย่าง | กรรมการ')
  await press(page, 'เพิ่มการประชุม')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number.replace('๒/๒๕๖๗', '2/2567'))
  await expectSound(page)

  await goTo(page, `${new URL(page.url()).pathname.replace('/office/', '')}/items/add?kind=${kind}&key=2567`)
  await press(page, 'เพิ่มระเบียบวาระ')
  await expect(page).toHaveURL(/\/office\/(agenda|meetings)\//)
  if (!page.url().includes('/agenda/'))
    await hand.press(page.locator('main a[href*="/office/agenda/"]').first())
  await expect(page.locator('main')).toContainText('บันทึกมติของระเบียบวาระนี้')
  await page.getByRole('radio', { name: 'เห็นชอบ', exact: true }).check()
  await page.getByLabel('ข้อความของมติ').fill(`ที่ประชุมพิจารณาแล้ว มีมติเห็นชอบตามที่เสนอ (${number})`)
  const confirm = page.getByLabel(/ยืนยันว่าเนื้อหานี้เป็นฉบับเดียวกับ/)
  await press(page, 'บันทึกมติ')
  // It is entered today, after the meeting: nobody but the secretary knows that the meeting saw this content.
  await expect(page.getByRole('alert')).toBeVisible()
  await confirm.check()
  await press(page, 'บันทึกมติ')
  await expect(page).toHaveURL(/\/office\/resolutions\//)
  await expectSound(page)
}

test('the measures go through 2/2567, typed with Thai digits and entered after the day', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'meeting-secretary')
  await hold(page, { body: EXECUTIVES, number: '๒/๒๕๖๗', day: '๑๓ มี.ค. ๖๗', kind: 'measures' })
  await goTo(page, 'approvals/measures/2567')
  await expect(page.locator('main')).toContainText(`${EXECUTIVES} ครั้งที่ 2/2567`)
  await expect(page.locator('main')).toContainText('13 มีนาคม 2567')
  await expect(page.locator('main')).toContainText('เห็นชอบครบทุกขั้น')
})

test('the same number is not given twice, whatever digits it is typed in', async ({ browser }) => {
  const page = await pageOf(browser, 'meeting-secretary')
  await goTo(page, 'meetings/add')
  await page.getByLabel('ที่ประชุม', { exact: true }).selectOption({ label: EXECUTIVES })
  await page.getByLabel('ครั้งที่', { exact: true }).fill('2 / 2567')
  await page.getByLabel('วันที่', { exact: true }).fill('1 พ.ค. 2567')
  await press(page, 'เพิ่มการประชุม')
  await expect(page.getByRole('alert')).toContainText('ใช้เลขที่การประชุมนี้ในปีปฏิทินเดียวกันแล้ว')
})

test('a measure is changed: the measures must return, and the difference is shown cell by cell', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ita-coordinator')
  await goTo(page, 'cycles/2567/measures')
  await hand.press(page.locator('main a[href*="/office/measures/"]').first())
  const measure = new URL(page.url()).pathname.replace('/office/', '')
  await goTo(page, `${measure}/edit`)
  await page.getByLabel('สิ้นสุด', { exact: true }).fill('30 เม.ย. 67')
  await hand.press(page.getByRole('button', { name: /^บันทึก/ }).first())
  await said(page, 'บันทึกมาตรการแล้ว')

  await goTo(page, 'approvals/measures/2567')
  await expect(page.locator('main')).toContainText('แก้ไขหลังเห็นชอบ')
  await hand.press(page.getByRole('link', { name: 'ดูความแตกต่างจากฉบับที่เห็นชอบ' }))
  await expect(page.locator('main')).toContainText('แตกต่าง 1 ช่อง')
  await expect(page.locator('.different-cells')).toContainText('ประเด็นที่ 1 มาตรการที่ 1 ระยะเวลา')
  await expect(page.locator('.different-cells del')).toContainText('31 มีนาคม')
  await expect(page.locator('.different-cells ins')).toContainText('30 เมษายน')
  await expectSound(page)
})

test('publishing is refused: the page says why, and so does the server to who goes around the page', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ita-coordinator')
  await goTo(page, 'cycles/2567/report')
  await expect(page.getByRole('button', { name: 'ยืนยันเผยแพร่' })).toHaveCount(0)
  await expect(page.locator('main')).toContainText('ยังเผยแพร่ไม่ได้')
  await expectSound(page)
  const standing = await page.context().request.get(`${site.origin}/office/approvals/report/2567`)
  const seenHash = /class="hash">([0-9a-f]{64})</.exec(await standing.text())?.[1] ?? ''
  expect(seenHash).toHaveLength(64)
  const posted = await page.context().request.post(`${site.origin}/office/cycles/2567/report`, {
    form: { seenHash, allowsLess: 'on' },
    headers: { Origin: site.origin },
  })
  expect(posted.status()).toBe(422)
  // Words are kept whole by marks between them.
  expect((await posted.text()).replace(/<[^>]+>/g, '')).toContain('ยังไม่ผ่านสายการเห็นชอบครบทุกขั้น')
  expect((await page.context().request.get(`${site.origin}/reports/2567`)).status()).toBe(404)
})

test('the report goes through 3/2567 and 9/2567, each step in its order', async ({ browser }) => {
  const page = await pageOf(browser, 'meeting-secretary')
  await hold(page, { body: GROUP, number: '3/2567', day: '21 ต.ค. 67', kind: 'report' })
  await goTo(page, 'approvals/report/2567')
  await expect(page.locator('main')).toContainText('ผ่านบางขั้น')
  await hold(page, { body: EXECUTIVES, number: '9/2567', day: '7/11/2567', kind: 'report' })
  await goTo(page, 'approvals/report/2567')
  await expect(page.locator('main')).toContainText('เห็นชอบครบ เผยแพร่ได้')
  await expectSound(page)
})

let pdf: Buffer
/** A cell of the walk, as anybody reads it. */
type Cell = Readonly<{ id: string; answer: { th: string; en: string }; approvedBy: string[] }>

test('it is published with 100, at an address for ever, and says by which resolutions', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ita-coordinator')
  await goTo(page, 'cycles/2567/report')
  await hand.press(page.locator('summary', { hasText: 'เผยแพร่รายงาน' }))
  await press(page, 'ยืนยันเผยแพร่')
  await said(page, 'เผยแพร่รายงานแล้ว')
  await page.goto(`${site.origin}/reports/2567/versions/1`)
  await expect(page.locator('main')).toContainText('9/2567')
  await page.goto(`${site.origin}/reports/2567/why`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('100')
  await expect(page.locator('main')).toContainText('3/2567')
  const walk = await page.context().request.get(`${site.origin}/api/v1/reports/2567/walk`)
  const { schema, cells }: { schema: string; cells: Cell[] } = await walk.json()
  expect(schema).toBe('prongsai.walk/1')
  // Every cell that the example has: ten measures in four columns, and its issues, outcomes and other parts.
  const ids = cells.map(({ id }) => id)
  for (const part of ['text', 'period', 'owners', 'summary'])
    expect(ids.filter((id) => new RegExp(`^issue-\\d+\\.measure-\\d+\\.${part}$`).test(id))).toHaveLength(10)
  expect(ids.filter((id) => /^issue-\d+\.(title|analysis)$/.test(id))).toHaveLength(14)
  expect(cells.filter(({ answer }) => answer.th === '' || answer.en === '')).toEqual([])
  expect(cells.filter(({ approvedBy }) => !approvedBy.includes('report'))).toEqual([])
  const file = await page.context().request.get(`${site.origin}/reports/2567/files/report-2567.pdf`)
  expect(file.status()).toBe(200)
  pdf = await file.body()
})

async function check(page: Page, buffer: Buffer) {
  await page.goto(`${site.origin}/verify`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer })
  await press(page, 'ตรวจไฟล์นี้')
}

test('anybody checks the downloaded PDF, and one altered byte is told', async ({ page }) => {
  await check(page, pdf)
  await expect(page.locator('main')).toContainText('เป็นฉบับที่เผยแพร่อยู่ในปัจจุบัน')
  await expect(page.locator('main')).toContainText('9/2567')
  await expectSound(page)
  const altered = Buffer.from(pdf)
  altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1
  await check(page, altered)
  await expect(page.locator('main')).toContainText('ไม่ตรงกับเอกสารที่เผยแพร่')
  await expectSound(page)
})
