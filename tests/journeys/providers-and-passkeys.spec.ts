import { expect, type Page, test } from '@playwright/test'
import { type OidcServer, openOidcServer } from '../support/oidc-server.ts'
import { authenticatorApp } from './support/authenticator-app.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'

const ADMIN = { name: 'สมหญิง ตัวอย่าง', email: 'somying@agency.example', password: 'ฝนตกที่ทะเลตอนบ่าย' }

let site: OfficeSite
let provider: OidcServer
test.beforeAll(async () => {
  site = await openOfficeSite(4122)
  provider = await openOidcServer({ redirectUri: `${site.origin}/sign-in/oidc/callback` })
})
test.afterAll(async () => {
  await provider?.stop()
  await site?.close()
})

const hasScript = () => test.info().project.name !== 'script-off'

/** A phone or a computer that makes passkeys, and unlocks them by itself. */
async function plugIn(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const letUnlock = (isUserVerified: boolean) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { letUnlock }
}

async function comeInByFirstLink(page: Page) {
  await page.goto(site.firstLink)
  await page.getByLabel('ชื่อและนามสกุล').fill(ADMIN.name)
  await page.getByLabel('อีเมล').fill(ADMIN.email)
  await page.getByLabel('รหัสผ่านใหม่', { exact: true }).fill(ADMIN.password)
  await page.getByLabel('พิมพ์รหัสผ่านใหม่อีกครั้ง').fill(ADMIN.password)
  await page.getByRole('button', { name: 'ตั้งรหัสผ่านและเข้าสู่ระบบ' }).click()
  await expect(page).toHaveURL(/\/office\/account\/second-factor$/)
}

/** The first second factor: a passkey, or where there is no script the app. Gives how it is shown again. */
async function addSecondFactor(page: Page): Promise<(page: Page) => Promise<void>> {
  if (!hasScript()) {
    const code = authenticatorApp((await page.locator('.secret').textContent()) ?? '')
    await page.getByLabel('รหัส 6 หลัก').fill(code())
    await page.getByRole('button', { name: 'ยืนยันและเริ่มใช้' }).click()
    await expect(page.getByRole('heading', { name: 'รหัสกู้คืน' })).toBeVisible()
    await page.goto(`${site.origin}/office/account`)
    await expect(page.getByText('เบราว์เซอร์นี้ใช้พาสคีย์ไม่ได้')).toBeVisible()
    return async (asked) => {
      await asked.getByLabel(/รหัสจากแอป/).fill(code())
      await asked.getByRole('button', { name: 'ยืนยัน' }).click()
    }
  }
  await page.goto(`${site.origin}/office/account`)
  await expect(page.getByText('เบราว์เซอร์นี้ใช้พาสคีย์ไม่ได้')).toBeHidden()
  await page.getByLabel('ชื่อของพาสคีย์').fill('โทรศัพท์ของฉัน')
  await page.getByRole('button', { name: 'เพิ่มพาสคีย์' }).click()
  await expect(page.getByText('เพิ่มพาสคีย์แล้ว')).toBeVisible()
  await page.getByRole('button', { name: 'เพิ่มพาสคีย์' }).click()
  await expect(page.getByText('เครื่องนี้มีพาสคีย์ของท่านอยู่แล้ว')).toBeVisible()
  return (asked) => asked.getByRole('button', { name: 'เข้าสู่ระบบด้วยพาสคีย์' }).click()
}

async function addProvider(page: Page) {
  await page.goto(`${site.origin}/office/sign-in-providers`)
  await expectSound(page)
  await page.getByLabel('ชื่อบนปุ่ม ภาษาไทย').fill('บัญชีหน่วยงาน')
  await page.getByLabel('ชื่อบนปุ่ม ภาษาอังกฤษ').fill('Agency account')
  await page.getByLabel('ที่อยู่ผู้ให้บริการ').fill('http://provider.example')
  await page.getByLabel('รหัสไคลเอนต์').fill(provider.confidential.clientId)
  await page.getByLabel('ความลับของไคลเอนต์').fill(provider.confidential.clientSecret)
  await page.getByRole('button', { name: 'เพิ่ม', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('ใช้ไม่ได้')
  await expect(page.getByLabel('ความลับของไคลเอนต์')).toHaveValue('')
  await expectSound(page)
  await page.getByLabel('ที่อยู่ผู้ให้บริการ').fill(provider.issuer)
  await page.getByLabel('ความลับของไคลเอนต์').fill(provider.confidential.clientSecret)
  await page.getByRole('button', { name: 'เพิ่ม', exact: true }).click()
  await expect(page.getByRole('status')).toHaveText('บันทึกแล้ว และติดต่อผู้ให้บริการได้')
  await expect(page.getByText(provider.confidential.clientSecret)).toHaveCount(0)
  await expectSound(page)
}

test('an administrator adds a provider, links an account there, and comes in with it and with a passkey', async ({
  page,
}) => {
  const unlocking = hasScript() ? await plugIn(page) : null
  await comeInByFirstLink(page)
  const showSecondFactor = await addSecondFactor(page)
  await expectSound(page)
  await addProvider(page)

  provider.letIn({ subject: 'private' })
  await page.goto(`${site.origin}/office/account`)
  await page.getByRole('button', { name: 'เชื่อมบัญชี บัญชีหน่วยงาน' }).click()
  await expect(page.getByRole('status').first()).toHaveText('เชื่อมบัญชีแล้ว')
  await expectSound(page)

  // The provider asks for one factor only, as far as is known here.
  await page.context().clearCookies()
  await page.goto(`${site.origin}/sign-in?to=%2Foffice%2Faccount`)
  await expectSound(page)
  await page.getByRole('button', { name: /บัญชีหน่วยงาน/ }).click()
  await expect(page).toHaveURL(/\/sign-in\/second-factor/)
  await showSecondFactor(page)
  await expect(page).toHaveURL(`${site.origin}/office/account`)

  await page.context().clearCookies()
  await page.goto(`${site.origin}/en/sign-in`)
  const button = page.getByRole('button', { name: 'Sign in with a passkey' })
  if (unlocking) {
    await unlocking.letUnlock(false)
    await button.click()
    await expect(page.getByText('It was cancelled or took too long')).toBeVisible()
    await expectSound(page)
    await unlocking.letUnlock(true)
    await button.click()
    await expect(page).toHaveURL(`${site.origin}/en/office`)
    await page.goto(`${site.origin}/en/office/account`)
    await page.getByRole('button', { name: 'Remove the passkey' }).click()
    await expect(page.getByRole('alert')).toContainText('Your role requires two factors')
    await page.getByRole('button', { name: 'Unlink the account' }).click()
    await expect(page.getByText('No account is linked yet.')).toBeVisible()
  } else {
    await expect(button).toBeHidden()
  }

  // Somebody whom nobody here knows comes back with a sentence, and with nothing else.
  await page.context().clearCookies()
  provider.letIn({ subject: 'stranger', email: 'stranger@elsewhere.example', isEmailVerified: true })
  await page.goto(`${site.origin}/en/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Agency account' }).click()
  await expect(page.getByText('This account belongs to nobody who may sign in')).toBeVisible()
  await expectSound(page)
})
