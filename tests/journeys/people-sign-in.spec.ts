import { expect, type Page, test } from '@playwright/test'
import { openOidcServer } from '../support/oidc-server.ts'
import { authenticatorApp } from './support/authenticator-app.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'

const ADMIN = { name: 'สมหญิง ตัวอย่าง', email: 'somying@agency.example', password: 'ฝนตกที่ทะเลตอนบ่าย' }

const OWNER = { name: 'สมชาย ตัวอย่าง', email: 'somchai@agency.example', password: 'ต้นไม้ใหญ่ริมคลองเก่า' }

test.describe.configure({ mode: 'serial' })

let site: OfficeSite
let code: () => string
/** Each is good once; they spare the journeys the wait for the next code of the app. */
let recoveryCodes: string[]
test.beforeAll(async () => {
  site = await openOfficeSite(4121)
})
test.afterAll(() => site?.close())

async function signOut(page: Page, { name }: { name: string }) {
  await page.locator('header summary', { hasText: name }).click()
  await page.getByRole('button', { name: 'ออกจากระบบ', exact: true }).first().click()
  await expect(page.getByText('ออกจากระบบแล้ว', { exact: true })).toBeVisible()
}

async function typePassword(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel('อีเมล').fill(email)
  await page.getByLabel('รหัสผ่าน', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click()
}

async function typeCode(page: Page, typed = recoveryCodes.pop() ?? '') {
  await page.getByLabel(/รหัสจากแอป/).fill(typed)
  await page.getByRole('button', { name: 'ยืนยัน' }).click()
}

async function signIn(page: Page) {
  await page.goto(`${site.origin}/sign-in`)
  await typePassword(page, ADMIN)
  await typeCode(page)
  await expect(page).toHaveURL(`${site.origin}/office`)
}

test('the first administrator comes in by the link of the first start, once, and sets up a second factor', async ({
  page,
}) => {
  await page.goto(site.firstLink)
  await expectSound(page)
  await page.getByLabel('ชื่อและนามสกุล').fill(ADMIN.name)
  await page.getByLabel('อีเมล').fill(ADMIN.email)
  await page.getByLabel('รหัสผ่านใหม่', { exact: true }).fill('123456789012')
  await page.getByLabel('พิมพ์รหัสผ่านใหม่อีกครั้ง').fill('123456789012')
  await page.getByRole('button', { name: 'ตั้งรหัสผ่านและเข้าสู่ระบบ' }).click()
  await expect(page.getByRole('alert')).toContainText('เดาง่ายเกินไป')
  await expect(page.getByLabel('อีเมล')).toHaveValue(ADMIN.email)
  await expectSound(page)
  await page.getByLabel('รหัสผ่านใหม่', { exact: true }).fill(ADMIN.password)
  await page.getByLabel('พิมพ์รหัสผ่านใหม่อีกครั้ง').fill(ADMIN.password)
  await page.getByRole('button', { name: 'ตั้งรหัสผ่านและเข้าสู่ระบบ' }).click()

  // Nothing but the set-up is open to an administrator without a second factor.
  await expect(page).toHaveURL(/\/office\/account\/second-factor$/)
  await page.goto(`${site.origin}/office`)
  await expect(page).toHaveURL(/\/office\/account\/second-factor$/)
  await expectSound(page)
  code = authenticatorApp((await page.locator('.secret').textContent()) ?? '')
  await page.getByLabel('รหัส 6 หลัก').fill('000000')
  await page.getByRole('button', { name: 'ยืนยันและเริ่มใช้' }).click()
  await expect(page.getByRole('alert')).toContainText('รหัสไม่ถูกต้อง')
  await page.getByLabel('รหัส 6 หลัก').fill(code())
  await page.getByRole('button', { name: 'ยืนยันและเริ่มใช้' }).click()
  await expect(page.getByRole('heading', { name: 'รหัสกู้คืน' })).toBeVisible()
  recoveryCodes = await page.locator('.codes li').allTextContents()
  expect(recoveryCodes).toHaveLength(10)
  await expectSound(page)
  await page.getByRole('link', { name: 'เก็บรหัสแล้ว ไปยังหน้าแรก' }).click()
  await expect(page).toHaveURL(`${site.origin}/office`)
  await expectSound(page)

  await page.goto(site.firstLink)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ลิงก์นี้ใช้ไม่ได้แล้ว')
})

test('a password and a code of the app let in; a wrong password says nothing about the account', async ({
  page,
}) => {
  await page.goto(`${site.origin}/office/account`)
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await expectSound(page)
  const said: string[] = []
  for (const email of [ADMIN.email, 'nobody@agency.example']) {
    await typePassword(page, { email, password: 'ไม่ใช่รหัสผ่านนี้' })
    said.push((await page.getByRole('alert').textContent()) ?? '')
  }
  expect(said[0]).toBe(said[1])
  await expectSound(page)
  await typePassword(page, ADMIN)
  await expect(page).toHaveURL(/\/sign-in\/second-factor/)
  await expectSound(page)
  // With the password alone nobody gets further.
  await page.goto(`${site.origin}/office/account`)
  await expect(page).toHaveURL(/\/sign-in\/second-factor/)
  await typeCode(page, code())
  await expect(page).toHaveURL(`${site.origin}/office/account`)
  await expect(page.getByText(ADMIN.email)).toBeVisible()
  await expectSound(page)
  await signOut(page, ADMIN)
  await page.goBack()
  await page.goto(`${site.origin}/office`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a passkey that was added on the account page lets in by itself, and counts as both factors', async ({
  page,
}) => {
  if (test.info().project.name === 'script-off') {
    // The button would do nothing: it is not shown, and the other ways are.
    await page.goto(`${site.origin}/sign-in`)
    await expect(page.getByRole('button', { name: 'เข้าสู่ระบบด้วยพาสคีย์' })).toBeHidden()
    await expect(page.getByLabel('อีเมล')).toBeVisible()
    return
  }
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  await signIn(page)
  await page.goto(`${site.origin}/office/account`)
  await page.getByLabel('ชื่อของพาสคีย์').fill('เครื่องที่โต๊ะทำงาน')
  await page.getByRole('button', { name: 'เพิ่มพาสคีย์' }).click()
  await expect(page.locator('.notice[role=status]')).toContainText('เพิ่มพาสคีย์แล้ว')
  await expect(page.getByText('เครื่องที่โต๊ะทำงาน').first()).toBeVisible()
  await expectSound(page)
  await signOut(page, ADMIN)
  await page.goto(`${site.origin}/sign-in?to=/office/account`)
  await page.getByRole('button', { name: 'เข้าสู่ระบบด้วยพาสคีย์' }).click()
  await expect(page).toHaveURL(`${site.origin}/office/account`)
  await expect(page.getByText('พาสคีย์', { exact: true }).first()).toBeVisible()
  expect(messages).toEqual([])
})

test('an identity provider lets in whom it vouches for, and nobody else', async ({ page, browser }) => {
  const provider = await openOidcServer({ redirectUri: `${site.origin}/sign-in/oidc/callback` })
  try {
    await signIn(page)
    await page.goto(`${site.origin}/office/sign-in-providers`)
    await expect(page.getByText(`${site.origin}/sign-in/oidc/callback`)).toBeVisible()
    await expectSound(page)
    await page.getByLabel('ชื่อบนปุ่ม ภาษาไทย').fill('บัญชีหน่วยงาน')
    await page.getByLabel('ชื่อบนปุ่ม ภาษาอังกฤษ').fill('Agency account')
    await page.getByLabel(/issuer/).fill(provider.issuer)
    await page.getByLabel(/client ID/).fill(provider.confidential.clientId)
    await page.getByLabel(/client secret/).fill(provider.confidential.clientSecret)
    await page.getByLabel('ผู้ให้บริการนี้ยืนยันตัวตนสองชั้นทุกครั้ง').check()
    await page.getByRole('button', { name: 'เพิ่ม', exact: true }).click()
    await expect(page.getByText('บันทึกแล้ว และติดต่อผู้ให้บริการได้')).toBeVisible()
    expect(await page.content()).not.toContain(provider.confidential.clientSecret)

    const visitor = await (await browser.newContext({ locale: 'th-TH' })).newPage()
    const comeAs = async (who: Parameters<typeof provider.letIn>[0]) => {
      provider.letIn(who)
      // The provider remembers a browser; each of these people has one of their own.
      await visitor.context().clearCookies()
      await visitor.goto(`${site.origin}/sign-in?to=/office/account`)
      await visitor.getByRole('button', { name: 'เข้าสู่ระบบด้วย บัญชีหน่วยงาน' }).click()
    }
    await comeAs({ subject: 'stranger', email: 'stranger@agency.example', isEmailVerified: true })
    await expect(visitor.getByText('บัญชีนี้ไม่ตรงกับบุคคลใด')).toBeVisible()
    await expectSound(visitor)
    await comeAs({ subject: 'unverified', email: ADMIN.email, isEmailVerified: false })
    await expect(visitor.getByText('ผู้ให้บริการยังไม่ยืนยันอีเมลของท่าน')).toBeVisible()
    await comeAs({ subject: 'somying', email: ADMIN.email, isEmailVerified: true })
    await expect(visitor).toHaveURL(`${site.origin}/office/account`)
    await expect(visitor.getByText(ADMIN.email)).toBeVisible()
    await visitor.context().close()
  } finally {
    await provider.stop()
  }
})

test('who is signed out elsewhere is out there at once, and loses nothing that was typed', async ({
  page,
  browser,
}) => {
  await signIn(page)
  const elsewhere = await (await browser.newContext({ locale: 'th-TH' })).newPage()
  await signIn(elsewhere)
  await page.goto(`${site.origin}/office/people/invite`)
  await page.getByLabel('ชื่อและนามสกุล').fill('ผู้ที่พิมพ์ค้างไว้')

  await elsewhere.goto(`${site.origin}/office/account`)
  expect(await elsewhere.locator('tbody tr').count()).toBeGreaterThan(1)
  await elsewhere.getByRole('button', { name: 'ให้อุปกรณ์อื่นทั้งหมดออกจากระบบ' }).click()
  await expect(elsewhere.locator('.notice[role=status]')).toContainText('ให้อุปกรณ์อื่นทั้งหมดออกจากระบบแล้ว')
  await expect(elsewhere.locator('tbody tr')).toHaveCount(1)

  await page.getByRole('button', { name: 'ส่งคำเชิญ' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByText('สิ่งที่ท่านพิมพ์ไว้ไม่หาย')).toBeVisible()
  await expectSound(page)
  await typePassword(page, ADMIN)
  await typeCode(page)
  await expect(page).toHaveURL(/\/office\/people\/invite\?kept=/)
  await expect(page.getByLabel('ชื่อและนามสกุล')).toHaveValue('ผู้ที่พิมพ์ค้างไว้')
  await elsewhere.context().close()
})

test('a unit owner who is invited comes in by the letter, sees what is theirs, and is told who can help with the rest', async ({
  page,
  browser,
}) => {
  await signIn(page)
  await page.goto(`${site.origin}/office/units`)
  await expectSound(page)
  await page.getByLabel('รหัส (ถ้ามี)').first().fill('CSR')
  await page.getByLabel('ชื่อภาษาไทย').first().fill('ส่วนบริหารความเสี่ยง')
  await page.getByLabel('ตั้งแต่วันที่').first().fill('๑ ต.ค. ๖๗')
  await page.getByRole('button', { name: 'บันทึกส่วนงาน' }).first().click()
  await expect(page.locator('.notice[role=status]')).toContainText('ตั้งส่วนงานแล้ว')
  await expect(page.getByText('1 ตุลาคม 2567').first()).toBeVisible()
  await expectSound(page)

  await page.goto(`${site.origin}/office/people/invite`)
  await expectSound(page)
  await page.getByLabel('ชื่อและนามสกุล').fill(OWNER.name)
  await page.getByLabel('อีเมล', { exact: true }).fill(OWNER.email)
  await page.getByRole('checkbox', { name: /ผู้รับผิดชอบมาตรการ/ }).check()
  await page.getByLabel('ส่วนงานที่รับผิดชอบมาตรการ').selectOption({ label: 'CSR ส่วนบริหารความเสี่ยง' })
  const letters = site.mail.arrived.length
  await page.getByRole('button', { name: 'ส่งคำเชิญ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(OWNER.name)
  await expectSound(page)
  await page.goto(`${site.origin}/office/people`)
  await expect(page.getByText('เชิญแล้ว ยังไม่เข้าใช้').first()).toBeVisible()
  await expectSound(page)

  await site.mail.until(letters + 1)
  const letter = site.mail.arrived.at(-1)
  expect(letter?.recipients).toEqual([OWNER.email])
  expect(letter?.subject).toBe('คำเชิญเข้าใช้ระบบโปร่งใส')
  const link = /http:\/\/localhost:\d+\/sign-in\/link\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
  const owner = await (await browser.newContext({ locale: 'th-TH' })).newPage()
  await owner.goto(link)
  await expect(owner.getByText(OWNER.email)).toBeVisible()
  await expectSound(owner)
  await owner.getByLabel('รหัสผ่านใหม่', { exact: true }).fill(OWNER.password)
  await owner.getByLabel('พิมพ์รหัสผ่านใหม่อีกครั้ง').fill(OWNER.password)
  await owner.getByRole('button', { name: 'ตั้งรหัสผ่านและเข้าสู่ระบบ' }).click()
  // A unit owner may work with a password alone.
  await expect(owner).toHaveURL(`${site.origin}/office`)
  await expectSound(owner)
  await expect(owner.getByRole('link', { name: 'อีเมลที่รอส่ง' })).toHaveCount(0)

  expect((await owner.goto(`${site.origin}/office/mail`))?.status()).toBe(403)
  await expect(owner.getByText(ADMIN.name)).toBeVisible()
  await expectSound(owner)
  await page.goto(`${site.origin}/office/audit`)
  await expect(page.getByText(OWNER.name).first()).toBeVisible()
  await expectSound(page)

  // The administrator signs them out everywhere; they are out at once.
  await page.goto(`${site.origin}/office/people`)
  await page.getByRole('link', { name: OWNER.name }).first().click()
  await page.locator('summary', { hasText: 'ให้ออกจากระบบทุกอุปกรณ์' }).click()
  await page.getByRole('button', { name: 'ให้ออกจากระบบทุกอุปกรณ์' }).click()
  await expect(page.locator('.notice[role=status]')).toContainText('ให้ออกจากระบบทุกอุปกรณ์แล้ว')
  await owner.goto(`${site.origin}/office`)
  await expect(owner).toHaveURL(/\/sign-in/)
  await owner.context().close()
})
