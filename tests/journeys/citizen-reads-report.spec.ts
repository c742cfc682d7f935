import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectAccessible, expectSound } from './support/page-check.ts'
import { PAGES } from './support/pages.ts'

test('a citizen comes from the home page to the report, an issue and the reason for its score', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('สำนักงานพัฒนารัฐบาลดิจิทัล')
  await page.getByRole('link', { name: 'อ่านรายงานฉบับเต็ม' }).click()
  await expect(page).toHaveURL(/\/reports\/2567$/)
  for (let issue = 1; issue <= 7; issue += 1)
    await expect(
      page.getByRole('heading', { level: 2, name: new RegExp(`^ประเด็นที่ ${issue} `) }),
    ).toBeVisible()
  await expect(page.locator('table.measures')).toHaveCount(7)

  await page.goto('/reports/2567')
  await page.locator('#issue-1 a.cite').first().click()
  await expect(page).toHaveURL(/\/reports\/2567\/issues\/1#cited-2566-i1$/)
  await expect(page.locator('#cited-2566-i1')).toBeVisible()

  await page.goto('/reports/2567')
  await page.getByRole('link', { name: /O28 พ\.ศ\. 2568 ได้ 100 คะแนน/ }).click()
  await expect(page).toHaveURL(/\/oit\/2568\/O28$/)
  await expect(page.locator('.verdict .score')).toHaveText('100')
  await expect(
    page.locator('#matrix ~ section tbody tr, section[aria-labelledby=matrix] tbody tr'),
  ).toHaveCount(10)
})

test('the same page is there in the other language, and its own words stay as published', async ({
  page,
}) => {
  await page.goto('/reports/2567')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/reports\/2567$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { name: 'Download the report' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('รายงานผลการดำเนินการเพื่อส่งเสริม')
  await page.getByRole('link', { name: 'ภาษาไทย' }).click()
  await expect(page).toHaveURL(/\/reports\/2567$/)
})

test('years written as 67 and 2024 lead to the one address of the report', async ({ request }) => {
  for (const written of ['67', '2024', '๒๕๖๗']) {
    const answer = await request.get(`/reports/${encodeURIComponent(written)}`, { maxRedirects: 0 })
    expect(answer.status()).toBe(301)
    expect(answer.headers().location).toBe('/reports/2567')
  }
  const item = await request.get('/oit/68/o28', { maxRedirects: 0 })
  expect(item.headers().location).toBe('/oit/2568/O28')
})

test('what is not there says so in both languages, and a wrong address is never an error of ours', async ({
  page,
}) => {
  for (const path of [
    '/reports/2560',
    '/reports/abc',
    '/reports/2567/issues/8',
    '/oit/2569/O28',
    '/nowhere',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'ไม่พบหน้าที่ต้องการ' })).toBeVisible()
  }
  await page.goto('/en/nowhere')
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  await expectAccessible(page)
})

test('every download is what it says it is, and the JSON proves the content hash', async ({
  page,
  request,
}) => {
  await page.goto('/reports/2567')
  const hash = await page.locator('section[aria-labelledby=about] dd.hash').innerText()
  const links = await page
    .locator('.downloads a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  expect(links).toHaveLength(7)
  const magic: Record<string, RegExp> = {
    pdf: /^%PDF-1\.\d/,
    docx: /^PK/,
    xlsx: /^PK/,
    html: /^<!doctype html>/,
    csv: /^\ufeff/,
    json: /^\{/,
  }
  for (const link of links) {
    const answer = await request.get(link)
    expect(answer.status(), link).toBe(200)
    const body = await answer.body()
    expect(body.toString('utf8')).toMatch(magic[link.split('.').at(-1) ?? ''] ?? /./)
    expect(answer.headers()['x-content-sha256']).toBe(createHash('sha256').update(body).digest('hex'))
    if (link.endsWith('.json')) expect(createHash('sha256').update(body).digest('hex')).toBe(hash)
  }
  expect((await request.get('/reports/2567/files/..%2f..%2fpackage.json')).status()).toBe(404)
})

for (const { path, proof } of PAGES) {
  test(`${path} is complete, accessible, never wider than its window, breaks no word and names every language`, async ({
    page,
  }) => {
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith('http://127.0.0.1')) messages.push(`left the site: ${request.url()}`)
    })
    await page.goto(path)
    await expect(page.locator('body')).toContainText(proof)
    await expectSound(page)
    expect(messages).toEqual([])
  })
}

test('a page is usable by keyboard alone', async ({ page }) => {
  await page.goto('/reports/2567')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'ข้ามไปยังเนื้อหาหลัก' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await page.getByText('ดูเป็นตาราง').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.report details.twin').first()).toHaveAttribute('open', '')
})

test('text size and colours can be chosen and are remembered, where script runs', async ({ page }) => {
  await page.goto('/')
  const larger = page.getByRole('button', { name: 'ตัวอักษรขนาดใหญ่มาก' })
  if (test.info().project.name === 'script-off') {
    await expect(larger).toBeHidden()
    return
  }
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  const before = await size()
  await larger.click()
  expect(await size()).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'ความเปรียบต่างสูง' }).click()
  await page.goto('/reports/2567')
  expect(await size()).toBeGreaterThan(before)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await expectAccessible(page)
})

test('on paper there is no navigation, collapsed tables are open and the order is the PDF’s', async ({
  page,
}) => {
  await page.goto('/reports/2567')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.main-menu')).toBeHidden()
  await expect(page.locator('.downloads')).toBeHidden()
  await expect(page.locator('details.twin table').first()).toBeVisible()
  const order = await page.locator('.report > section').evaluateAll((all) => all.map((section) => section.id))
  expect(order.filter((id) => id.startsWith('issue-'))).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((n) => `issue-${n}`),
  )
})
