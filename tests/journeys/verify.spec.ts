import { expect, type Page, test } from '@playwright/test'
import { expectSound } from './support/page-check.ts'

const PDF = '/reports/2567/versions/1/files/report-2567-v1.pdf'
const JSON_FILE = '/reports/2567/versions/1/files/report-2567-v1.json'
const THAI = [...'๐๑๒๓๔๕๖๗๘๙']

/** A published file as a visitor downloads it; the first who asks waits until it is made. */
async function download(page: Page, address: string): Promise<Buffer> {
  const answer = await page.request.get(address)
  expect(answer.status(), address).toBe(200)
  return answer.body()
}

const hashOf = async (page: Page): Promise<string> => {
  const answer = await page.request.post('/verify', {
    headers: { accept: 'application/json' },
    multipart: { file: { name: 'a.json', mimeType: 'text/plain', buffer: await download(page, JSON_FILE) } },
  })
  return (await answer.json()).contentHash
}

test('who downloaded the report sees that it is the published one, and one altered byte is told', async ({
  page,
}) => {
  const bytes = await download(page, PDF)
  await page.goto('/')
  await page.getByRole('link', { name: 'ตรวจสอบเอกสาร' }).click()
  await expectSound(page)
  const send = async (name: string, buffer: Buffer) => {
    await page.goto('/verify')
    await page
      .getByLabel('ไฟล์ที่ได้รับหรือดาวน์โหลดมา')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await page.getByRole('button', { name: 'ตรวจไฟล์นี้' }).click()
  }
  await send('รายงาน.pdf', bytes)
  await expect(page.getByRole('heading', { name: 'เป็นฉบับที่เผยแพร่อยู่ในปัจจุบัน' })).toBeVisible()
  await expect(page.getByText('รายงาน.pdf (')).toBeVisible()
  await expect(page.getByText('เห็นชอบโดยที่ประชุมฝ่ายบริหาร ครั้งที่ 9/2567')).toBeVisible()
  await expectSound(page)
  await page.getByRole('link', { name: 'อ่านเอกสารฉบับนี้' }).click()
  await expect(page).toHaveURL(/\/reports\/2567\/versions\/1$/)

  const altered = Buffer.from(bytes)
  altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1
  await send('<img src=x onerror=alert(1)>\u202efdp.pdf', altered)
  await expect(page.getByRole('heading', { name: 'ไม่ตรงกับเอกสารที่เผยแพร่' })).toBeVisible()
  await expect(page.locator('main img')).toHaveCount(0)
  await expectSound(page)
})

test('the code of the last page is typed as people type it, and what is wrong with it is said', async ({
  page,
}) => {
  const hash = await hashOf(page)
  const typed = hash
    .slice(0, 16)
    .toUpperCase()
    .replace(/\d/g, (digit) => THAI[Number(digit)] ?? '')
    .replace(/.{4}(?=.)/g, '$&–')
  await page.goto('/verify')
  await page.getByRole('button', { name: 'ตรวจรหัสนี้' }).click()
  await expect(page.getByRole('alert')).toContainText('โปรดเลือกไฟล์ หรือพิมพ์รหัสตรวจสอบ')
  await page.getByLabel('รหัสตรวจสอบ 16 หลัก').fill(typed.slice(0, 10))
  await page.getByLabel('รหัสตรวจสอบ 16 หลัก').press('Enter')
  await expect(page.getByRole('alert')).toContainText('ที่พิมพ์มามี 8 หลัก')
  await expectSound(page)
  await page.getByLabel('รหัสตรวจสอบ 16 หลัก').fill(typed)
  await page.getByLabel('รหัสตรวจสอบ 16 หลัก').press('Enter')
  await expect(page).toHaveURL(new RegExp(`/verify/${hash}$`))
  await expect(page.getByRole('heading', { name: 'เป็นฉบับที่เผยแพร่อยู่ในปัจจุบัน' })).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'This is the version in force' })).toBeVisible()
  await expectSound(page)
})

test('a form without a file is answered in words', async ({ page }) => {
  await page.goto('/verify')
  await page.getByRole('button', { name: 'ตรวจไฟล์นี้' }).click()
  await expect(page.getByRole('alert')).toContainText('โปรดเลือกไฟล์ หรือพิมพ์รหัสตรวจสอบ')
  await expectSound(page)
})

test.describe('programs @with-script @wide', () => {
  const accept = { accept: 'application/json' }

  test('get the answer as data, from no page of ours and from any', async ({ page, request }) => {
    const hash = await hashOf(page)
    for (const headers of [accept, { ...accept, origin: 'https://elsewhere.example' }]) {
      const answer = await request.post('/verify', { headers, form: { hash } })
      expect(answer.status()).toBe(200)
      expect(answer.headers()['cache-control']).toBe('no-store')
      expect(await answer.json()).toMatchObject({
        status: 'published',
        version: 1,
        resolution: { number: '9/2567', decision: 'approved' },
        address: 'https://ita.example.go.th/reports/2567/versions/1',
      })
    }
    const asked = await request.get(`/api/v1/verify/${hash}`)
    expect(await asked.json()).toMatchObject({ status: 'published', contentHash: hash })
    const unknown = await request.get(`/api/v1/verify/${'0'.repeat(64)}`)
    expect(await unknown.json()).toMatchObject({ status: 'unknown', version: null, resolution: null })
  })

  test('and nothing that they send is a fault of ours', async ({ request }) => {
    const big = { name: 'big.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(60 * 1024 * 1024) }
    const large = await request.post('/verify', { headers: accept, multipart: { file: big } })
    expect([large.status(), (await large.json()).code]).toEqual([413, 'copy.too-large'])
    expect((await request.post('/verify', { multipart: { file: big } })).status()).toBe(413)
    expect((await request.post('/verify', { headers: accept, data: { hash: 'x' } })).status()).toBe(400)
    expect((await request.post('/verify', { headers: accept })).status()).toBe(400)
    const typed = await request.post('/verify', { headers: accept, multipart: { hash: 'ไม่ใช่\0รหัส' } })
    expect([typed.status(), (await typed.json()).code]).toEqual([422, 'hash.not-hash'])
  })

  test('an answer at an address is kept, another spelling leads to it, and what is unknown is not kept', async ({
    page,
    request,
  }) => {
    const hash = await hashOf(page)
    const kept = await request.get(`/verify/${hash}`)
    expect(kept.headers()).toMatchObject({
      'cache-control': expect.stringContaining('public'),
      etag: expect.any(String),
    })
    for (const spelling of [hash.toUpperCase(), hash.slice(0, 16)]) {
      const led = await request.get(`/verify/${spelling}`, { maxRedirects: 0 })
      expect([led.status(), led.headers().location]).toEqual([302, `/verify/${hash}`])
    }
    const unknown = await request.get(`/verify/${'0'.repeat(64)}`)
    expect([unknown.status(), unknown.headers()['cache-control']]).toEqual([404, 'no-store'])
    expect((await request.get('/verify/nothing')).status()).toBe(404)
  })
})
