import { type Browser, expect, type Page, test } from '@playwright/test'
import { mouse as hand } from './support/hands.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'
import { type Colleague, type Colleagues, comeIn, seedColleagues } from './support/people-at-work.ts'

/**
 * A page of the site from its draft to its withdrawal: written in Thai only, looked at, published, found, moved to another
 * address; then held back by the chain of pages until a meeting approved exactly its content, and taken down with a reason.
 */

const EXECUTIVES = 'ที่ประชุมฝ่ายบริหาร'
const TITLE = 'เปิดจุดรับขวดน้ำกลับมาใช้ใหม่'
const BODY = '## วิธีใช้\n\nนำขวดสะอาดมาที่ **จุดรับหน้าอาคาร** ทุกวันทำการ'
const CHANGED = `${BODY}\n\nเพิ่มจุดรับอีกแห่งที่โรงอาหาร`
const REASON = 'โครงการสิ้นสุดแล้ว'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let site: OfficeSite
let links: Colleagues
/** Where the page is worked on, as part of an address of the office. */
let work: string
test.beforeAll(async () => {
  site = await openOfficeSite(4163)
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
const said = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()
const field = (page: Page, name: string) => page.locator(`#${name}`)

test('a draft is written in Thai only, looked at before anybody sees it, and published', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ita-coordinator')
  await goTo(page, 'site/add/news')
  await press(page, 'สร้างฉบับร่าง')
  await expect(page.getByRole('alert')).toContainText('ยังไม่มีชื่อเรื่องภาษาไทย')
  await expectSound(page)
  await field(page, 'titleTh').fill(TITLE)
  await field(page, 'slug').fill('bottles')
  await field(page, 'date').fill('๒๐ พ.ย. ๒๕๖๙')
  await field(page, 'leadTh').fill('ลดขยะในสำนักงาน')
  await field(page, 'bodyTh').fill(BODY)
  await press(page, 'สร้างฉบับร่าง')
  await said(page, 'สร้างฉบับร่างแล้ว')
  work = new URL(page.url()).pathname.replace('/office/', '')
  expect((await page.request.get(`${site.origin}/news/bottles`)).status()).toBe(404)

  await field(page, 'bodyTh').fill(CHANGED)
  await press(page, 'ดูตัวอย่าง')
  await expect(page.locator('section[aria-labelledby=preview]')).toContainText('โรงอาหาร')
  await expect(page.locator('section[aria-labelledby=preview] strong')).toContainText('จุดรับหน้าอาคาร')
  await expectSound(page)
  // To look is not to save.
  await goTo(page, `${work}/preview`)
  await expect(page.locator('main')).toContainText('จุดรับหน้าอาคาร')
  await expect(page.locator('main')).not.toContainText('โรงอาหาร')
  await expectSound(page)

  await goTo(page, work)
  await press(page, 'เผยแพร่เนื้อหานี้')
  await said(page, 'เผยแพร่แล้ว')
})

test('everybody reads it; in English it says that it is in Thai; the feed and the search have it', async ({
  page,
}) => {
  expect((await page.goto(`${site.origin}/news/bottles`))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(TITLE)
  await expect(page.locator('main')).toContainText('20 พฤศจิกายน 2569')
  await expect(page.locator('main strong').first()).toContainText('จุดรับหน้าอาคาร')
  await expectSound(page)

  await page.goto(`${site.origin}/en/news/bottles`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('main')).toContainText('in Thai only')
  await expect(page.locator('main [lang=th]', { hasText: TITLE }).first()).toBeVisible()
  await expectSound(page)

  for (const feed of ['feed.atom', 'feed.rss'])
    expect(await (await page.request.get(`${site.origin}/news/${feed}`)).text(), feed).toContain(TITLE)
  await page.goto(`${site.origin}/search?q=${encodeURIComponent('จุดรับหน้าอาคาร')}`)
  await hand.press(page.locator('main').getByRole('link', { name: TITLE }))
  await expect(page).toHaveURL(`${site.origin}/news/bottles`)
})

test('it moves to another address, and the old one leads there for ever', async ({ browser }) => {
  const page = await pageOf(browser, 'ita-coordinator')
  await goTo(page, work)
  await field(page, 'slug').fill('bottle-return')
  await press(page, 'บันทึก')
  await said(page, 'บันทึกแล้ว')
  await press(page, 'เผยแพร่เนื้อหานี้')
  await said(page, 'เผยแพร่แล้ว')
  for (const prefix of ['', '/en']) {
    const old = await page.request.get(`${site.origin}${prefix}/news/bottles`, { maxRedirects: 0 })
    expect(old.status()).toBe(301)
    expect(old.headers().location).toBe(`${prefix}/news/bottle-return`)
  }
  await page.goto(`${site.origin}/news/bottles`)
  await expect(page).toHaveURL(`${site.origin}/news/bottle-return`)
})

test('with a chain for pages, publishing is refused and says which meeting is missing', async ({
  browser,
}) => {
  const admin = await pageOf(browser, 'administrator')
  await goTo(admin, 'approval-chains')
  await admin.locator('#name-new').fill(EXECUTIVES)
  await press(admin, 'เพิ่มที่ประชุม')
  await said(admin, 'เพิ่มที่ประชุมแล้ว')
  const chain = admin.locator('section[aria-labelledby=chain-page]')
  await hand.press(chain.locator('summary').first())
  await chain.locator('#page-body-1').selectOption({ label: EXECUTIVES })
  await hand.press(chain.getByRole('button', { name: 'บันทึกสายการเห็นชอบ' }))
  await said(admin, 'บันทึกสายการเห็นชอบแล้ว')

  const page = await pageOf(browser, 'ita-coordinator')
  await goTo(page, work)
  await field(page, 'bodyTh').fill(CHANGED)
  await press(page, 'บันทึก')
  await said(page, 'บันทึกแล้ว')
  const publishing = page.locator('section[aria-labelledby=publishing]')
  await expect(publishing).toContainText(EXECUTIVES)
  await expect(publishing).toContainText('ยังไม่มีมติ')
  await expect(page.getByRole('button', { name: 'เผยแพร่เนื้อหานี้' })).toHaveCount(0)
  await expectSound(page)

  // Who goes around the page is refused by the server; what was approved of nothing stays as it is.
  await goTo(page, `approvals/page/${work.split('/').at(-1)}`)
  const standing = await (await page.request.get(page.url())).text()
  const seenHash = /class="hash">([0-9a-f]{64})</.exec(standing)?.[1] ?? ''
  expect(seenHash).toHaveLength(64)
  const posted = await page.request.post(`${site.origin}/office/${work}`, {
    form: { act: 'publish', seenHash },
    headers: { Origin: site.origin },
  })
  expect(posted.status()).toBe(422)
  expect((await posted.text()).replace(/<[^>]+>/g, '')).toContain('ยังไม่ผ่านความเห็นชอบครบทุกขั้น')
  const seen = await page.request.get(`${site.origin}/news/bottle-return`)
  expect((await seen.text()).replace(/<[^>]+>/g, '')).not.toContain('โรงอาหาร')
})

test('a meeting approves exactly this content; one more word sends it back, and without it it is published', async ({
  browser,
}) => {
  const secretary = await pageOf(browser, 'meeting-secretary')
  await goTo(secretary, 'meetings/add')
  await secretary.getByLabel('ที่ประชุม', { exact: true }).selectOption({ label: EXECUTIVES })
  await secretary.getByLabel('ครั้งที่', { exact: true }).fill('1/2569')
  await secretary.getByLabel('วันที่', { exact: true }).fill('๒๓ พ.ย. ๖๙')
  await secretary.getByLabel('สถานะ').selectOption({ label: 'ประชุมแล้ว' })
  await secretary.getByLabel('ผู้มาประชุม').fill('ประธาน ตัวอย่าง | ประธานกรรมการ')
  await press(secretary, 'เพิ่มการประชุม')
  const meeting = new URL(secretary.url()).pathname.replace('/office/', '')
  await goTo(secretary, `${meeting}/items/add?kind=page&key=${work.split('/').at(-1)}`)
  await press(secretary, 'เพิ่มระเบียบวาระ')
  await expect(secretary).toHaveURL(/\/office\/(agenda|meetings)\//)
  if (!secretary.url().includes('/agenda/'))
    await hand.press(secretary.locator('main a[href*="/office/agenda/"]').first())
  await secretary.getByRole('radio', { name: 'เห็นชอบ', exact: true }).check()
  await secretary.getByLabel('ข้อความของมติ').fill('ที่ประชุมมีมติเห็นชอบตามที่เสนอ')
  const confirm = secretary.getByLabel(/ยืนยันว่าเนื้อหานี้เป็นฉบับเดียวกับ/)
  await press(secretary, 'บันทึกมติ')
  await expect(secretary.getByRole('alert')).toBeVisible()
  await confirm.check()
  await press(secretary, 'บันทึกมติ')
  await expect(secretary).toHaveURL(/\/office\/resolutions\//)
  await expectSound(secretary)

  const page = await pageOf(browser, 'ita-coordinator')
  const change = async (body: string) => {
    await goTo(page, work)
    await field(page, 'bodyTh').fill(body)
    await press(page, 'บันทึก')
    await said(page, 'บันทึกแล้ว')
  }
  await change(`${CHANGED} และที่ห้องสมุด`)
  await expect(page.getByRole('button', { name: 'เผยแพร่เนื้อหานี้' })).toHaveCount(0)
  await change(CHANGED)
  await press(page, 'เผยแพร่เนื้อหานี้')
  await said(page, 'เผยแพร่แล้ว')
  await page.goto(`${site.origin}/news/bottle-return`)
  await expect(page.locator('main')).toContainText('โรงอาหาร')
})

test('it is taken down with a reason: its address says that staff did so, when and why, and names nobody, and nothing finds it any more', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ita-coordinator')
  await goTo(page, work)
  await hand.press(page.locator('summary', { hasText: 'ถอนจากเว็บไซต์' }))
  await field(page, 'reason').fill(REASON)
  await press(page, 'ถอนจากเว็บไซต์')
  await said(page, 'ถอนจากเว็บไซต์แล้ว')
  for (const address of ['/news/bottle-return', '/en/news/bottle-return']) {
    expect((await page.goto(site.origin + address))?.status(), address).toBe(410)
    const main = page.locator('main')
    await expect(main).toContainText(address.startsWith('/en') ? 'staff of the agency' : 'เจ้าหน้าที่ของหน่วยงาน')
    await expect(main).not.toContainText('ผู้ประสาน ตัวอย่าง')
    await expect(main).toContainText(REASON)
    await expect(main).toContainText(/\d{1,2} \S+ (25|20)\d\d/)
    await expectSound(page)
  }
  expect(await (await page.request.get(`${site.origin}/news/feed.atom`)).text()).not.toContain(TITLE)
  await page.goto(`${site.origin}/search?q=${encodeURIComponent('จุดรับหน้าอาคาร')}`)
  await expect(page.locator('main').getByRole('link', { name: TITLE })).toHaveCount(0)
})
