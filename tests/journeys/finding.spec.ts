import { expect, test } from '@playwright/test'
import { qrOfPng, qrOfSvg } from '../support/qr-reading.ts'
import { expectSound } from './support/page-check.ts'

const ORIGIN = 'https://ita.example.go.th'

test('who searches in Thai finds a page without spaces and tone marks, and what is not there is said', async ({
  page,
}) => {
  await page.goto('/search')
  await page.getByLabel('คำที่ค้นหา').fill('กระบวนการปฏิบัติงานทีโปรงใส')
  await page.getByRole('main').getByRole('button', { name: 'ค้นหา' }).click()
  await expect(page).toHaveURL(/\/search\?q=/)
  await expect(page.getByRole('status')).toHaveText(/^พบ \d+ หน้า$/)
  await expectSound(page)
  await page.locator('.found-pages a').first().click()
  await expect(page.locator('h1')).toBeVisible()
  await page.goto(`/search?q=${encodeURIComponent('ไม่มีคำนี้ในเว็บไซต์แน่นอน')}`)
  await expect(page.getByRole('heading', { name: 'ไม่พบหน้าที่มีครบทุกคำ' })).toBeVisible()
  await expectSound(page)
})

test('the head of every page searches, in English, too, and says what is in Thai', async ({ page }) => {
  await page.goto('/en')
  await page.getByRole('banner').getByRole('searchbox').fill('report')
  await page.getByRole('banner').getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/\/en\/search\?q=report/)
  await expect(page.getByRole('status')).toHaveText(/^\d+ pages? found$/)
  await expectSound(page)
})

test('hostile words are words', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  await expect(page.getByLabel('คำที่ค้นหา')).toHaveValue('"><script>alert(1)</script>')
  expect(await page.locator('script:not([src])').count()).toBe(0)
})

test('the site map for people and the one for search engines have the same pages', async ({
  page,
  request,
}) => {
  await page.goto('/site-map')
  await expectSound(page)
  const links = await page
    .locator('.map-pages a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  const xml = await (await request.get('/sitemap.xml')).text()
  const thai = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, at = '']) => at.replaceAll('&amp;', '&').slice(ORIGIN.length) || '/')
    .filter((at) => !/^\/en(\/|$)/.test(at))
  expect(new Set(links)).toEqual(new Set(thai))
  expect(links.length).toBeGreaterThan(40)
  for (const address of thai.slice(0, 200)) expect((await request.get(address)).status(), address).toBe(200)
})

test('a page has a QR code that leads to it, and a poster; nothing that is not public has one', async ({
  request,
}) => {
  const svg = await request.get('/qr/oit/2568/O28.svg')
  expect(svg.headers()['content-type']).toBe('image/svg+xml; charset=utf-8')
  expect(qrOfSvg(await svg.text())).toBe(`${ORIGIN}/oit/2568/O28`)
  expect(qrOfPng(await (await request.get('/qr/en.png')).body())).toBe(`${ORIGIN}/en`)
  const poster = await request.get('/qr/index.pdf')
  expect(poster.headers()['content-type']).toBe('application/pdf')
  expect((await poster.body()).subarray(0, 5).toString()).toBe('%PDF-')
  for (const hidden of ['/qr/office.svg', '/qr/sign-in.png', '/qr/nowhere.pdf', '/qr/oit/2568/O28.gif'])
    expect((await request.get(hidden)).status(), hidden).toBe(404)
})

test('a page that is sent on is shown by a picture with its Thai title', async ({ page, request }) => {
  await page.goto('/reports/2567')
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  expect(picture).toBe(`${ORIGIN}/share/reports/2567.png`)
  const png = await (await request.get('/share/reports/2567.png')).body()
  // Width and height stand in the first chunk of a PNG.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect((await request.get('/share/office.png')).status()).toBe(404)
})

test('who finds a weakness is told whom to tell', async ({ request }) => {
  const said = await (await request.get('/.well-known/security.txt')).text()
  expect(said).toMatch(/^Contact: mailto:\S+@\S+$/m)
  expect(said).toMatch(/^Expires: \d{4}-\d\d-\d\dT/m)
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /search')
})
