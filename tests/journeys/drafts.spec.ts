import { spawnSync } from 'node:child_process'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type Installation, newInstallation } from './support/installation.ts'
import { ownPort } from './support/own-port.ts'
import { expectSound } from './support/page-check.ts'
import { type Program, startProgram } from './support/program.ts'

const PORT = ownPort(4127)
const ORIGIN = `http://localhost:${PORT}`
/** A page with a form whose draft is kept. */
const REPORT_DATA = `${ORIGIN}/office/cycles/2567/report-data`
const LABEL = 'ผู้จัดทำ (ถ้ามี)'

test.describe.configure({ mode: 'serial' })

let installation: Installation
let env: Record<string, string>
let program: Program
let coordinator: Page
let browserOfAnother: BrowserContext

const run = (script: string, args: readonly string[] = []): string => {
  const ran = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return ran.stdout
}

async function startAgain(): Promise<void> {
  program = startProgram(env)
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(`the program ended: ${started.said}`)
}

/** As the power goes: nothing is said, nothing is finished. */
async function kill(): Promise<void> {
  program.child.kill('SIGKILL')
  await program.ended
}

/** A one-time link for somebody of the example, by their role. */
function linkOf(role: string): string {
  const people: readonly { role: string; link: string }[] = JSON.parse(run('scripts/demo-people.ts'))
  return people.find((person) => person.role === role)?.link ?? ''
}

async function comeIn(page: Page, role: string): Promise<void> {
  await page.goto(linkOf(role))
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click()
  await expect(page).toHaveURL(`${ORIGIN}/office`)
}

const field = (page: Page) => page.getByLabel(LABEL)
/** Of the first form of the page, in which the field stands. */
const state = (page: Page) => page.locator('.draft-state').first()
const held = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('prongsai.draft.')).length)

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  test.setTimeout(120_000)
  installation = await newInstallation('drafts')
  env = { ...installation.env, PORT: String(PORT) }
  run('cli/main.ts', ['import', 'examples/dga-2567/report-2567.txt', '--json'])
  run('scripts/demo-people.ts')
  run('scripts/demo-year.ts')
  await startAgain()
  coordinator = await (await browser.newContext()).newPage()
  browserOfAnother = await browser.newContext()
  await comeIn(coordinator, 'ita-coordinator')
})
test.afterAll(async () => {
  program?.child.kill('SIGTERM')
  await program?.ended
  await installation?.remove()
})

test('what is typed is kept a moment later, and the bar of the form says when', async () => {
  await coordinator.goto(REPORT_DATA)
  await field(coordinator).fill('จัดทำโดยฝ่ายหนึ่ง')
  await expect(state(coordinator)).toHaveText(/^เก็บฉบับร่างแล้ว \d\d:\d\d น\.$/)
  expect(await held(coordinator)).toBe(0)
})

test('the program is killed while somebody types: the text stays in the browser, and is sent when it is back', async () => {
  test.setTimeout(120_000)
  await kill()
  await field(coordinator).fill('จัดทำโดยฝ่ายสอง')
  await expect(state(coordinator)).toHaveText('ยังส่งไม่ได้ เก็บไว้ในเครื่องนี้ จะส่งเองเมื่อเชื่อมต่อได้')
  expect(await held(coordinator)).toBe(1)
  await startAgain()
  await expect(state(coordinator)).toHaveText(/^เก็บฉบับร่างแล้ว/, { timeout: 30_000 })
  expect(await held(coordinator)).toBe(0)
})

test('killed again, with the page left meanwhile: the draft is offered on the next visit and shown', async () => {
  test.setTimeout(120_000)
  await field(coordinator).fill('จัดทำโดยฝ่ายสาม')
  await kill()
  await coordinator.goto('about:blank')
  await startAgain()
  await coordinator.goto(REPORT_DATA)
  // What the browser held back is sent now.
  await expect(state(coordinator)).toContainText('พบข้อความที่พิมพ์ค้างไว้')
  await state(coordinator).getByRole('link').click()
  await expect(field(coordinator)).toHaveValue('จัดทำโดยฝ่ายสาม')
  await expect(coordinator.getByText('แบบฟอร์มแสดงฉบับร่างที่เก็บไว้เมื่อ')).toBeVisible()
})

test('a save that meets no server loses nothing', async () => {
  test.setTimeout(120_000)
  await field(coordinator).fill('จัดทำโดยฝ่ายสี่')
  await kill()
  await coordinator.getByRole('button', { name: 'บันทึกข้อมูลรายงาน' }).click()
  await startAgain()
  await coordinator.goto(REPORT_DATA)
  await expect.poll(() => held(coordinator)).toBe(0)
  await coordinator.goto(`${REPORT_DATA}?draft=use`)
  await expect(field(coordinator)).toHaveValue('จัดทำโดยฝ่ายสี่')
})

test('after signing out the draft waits, on another machine too, and nobody else is offered it', async () => {
  await coordinator.locator('.person-menu summary').click()
  await coordinator.getByRole('button', { name: 'ออกจากระบบ' }).click()
  await comeIn(coordinator, 'administrator')
  await coordinator.goto(REPORT_DATA)
  await expect(field(coordinator)).not.toHaveValue('จัดทำโดยฝ่ายสี่')
  await expect(coordinator.getByText('มีฉบับร่างของแบบฟอร์มนี้')).toHaveCount(0)

  const elsewhere = await browserOfAnother.newPage()
  await comeIn(elsewhere, 'ita-coordinator')
  await elsewhere.goto(`${ORIGIN}/office/drafts`)
  await expect(elsewhere.getByText('จัดทำโดยฝ่ายสี่').first()).toBeVisible()
  await expectSound(elsewhere)
  await elsewhere.getByRole('link', { name: /เปิดแบบฟอร์มพร้อมฉบับร่าง/ }).click()
  await expect(field(elsewhere)).toHaveValue('จัดทำโดยฝ่ายสี่')
})

test('an old draft meets what another has saved meanwhile: both are shown, and one is chosen', async () => {
  const elsewhere = browserOfAnother.pages()[0] as Page
  await field(coordinator).fill('จัดทำโดยผู้ดูแลระบบ')
  await coordinator.getByRole('button', { name: 'บันทึกข้อมูลรายงาน' }).click()
  await expect(coordinator).toHaveURL(/done=saved/)

  await elsewhere.getByRole('button', { name: 'บันทึกข้อมูลรายงาน' }).click()
  await expect(elsewhere.getByRole('heading', { name: /มีผู้แก้ไขเรื่องเดียวกันก่อนท่าน/ })).toBeVisible()
  await expect(elsewhere.locator('.clash-text').getByText('จัดทำโดยผู้ดูแลระบบ')).toBeVisible()
  await expectSound(elsewhere)
  // By keyboard alone: the radio, then the button.
  await elsewhere.getByRole('radio', { name: 'ใช้ฉบับของฉัน' }).focus()
  await elsewhere.keyboard.press('Space')
  await elsewhere.keyboard.press('Enter')
  await expect(elsewhere).toHaveURL(/done=saved/)
  await expect(field(elsewhere)).toHaveValue('จัดทำโดยฝ่ายสี่')
})

test('once saved nothing is offered any more, and a draft can be thrown away', async () => {
  const elsewhere = browserOfAnother.pages()[0] as Page
  await elsewhere.goto(REPORT_DATA)
  await expect(elsewhere.getByText('มีฉบับร่างของแบบฟอร์มนี้')).toHaveCount(0)
  await field(elsewhere).fill('อีกครั้ง')
  await expect(state(elsewhere)).toHaveText(/^เก็บฉบับร่างแล้ว/)
  await elsewhere.goto(REPORT_DATA)
  await expect(elsewhere.getByText('มีฉบับร่างของแบบฟอร์มนี้')).toBeVisible()
  await elsewhere.locator('.notice summary').click()
  await elsewhere.locator('.notice').getByRole('button', { name: 'ทิ้งฉบับร่าง' }).click()
  await expect(elsewhere.getByText('มีฉบับร่างของแบบฟอร์มนี้')).toHaveCount(0)
  await expect(field(elsewhere)).toHaveValue('จัดทำโดยฝ่ายสี่')
})

test('nothing is kept for somebody else, without a session, or beyond measure', async ({ browser }) => {
  const elsewhere = browserOfAnother.pages()[0] as Page
  const own = (await elsewhere.locator('script[data-keep]').getAttribute('data-person')) ?? ''
  const keep = (page: Page, body: string) =>
    page.evaluate(async (sent) => {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch('/office/drafts/keep', {
        method: 'POST',
        headers,
        body: sent,
        redirect: 'manual',
      })
      return answer.type === 'opaqueredirect' ? 'led to sign in' : answer.status
    }, body)
  const draft = (personId: string, text = 'x') =>
    JSON.stringify({
      personId,
      form: '/office/cycles/2567/report-data data',
      title: '',
      begins: '',
      fields: [['preparedByLine', text]],
      seenVersion: 1,
      typedAt: Date.now(),
    })
  expect(await keep(elsewhere, draft(own))).toBe(200)
  expect(await keep(elsewhere, draft('1b4e28ba-2fa1-41d2-883f-0016d3cca427'))).toBe(409)
  expect(await keep(elsewhere, draft(own, 'ก'.repeat(270_000)))).toBe(413)
  expect(await keep(elsewhere, draft(own).replace('"title":""', '"title":1'))).toBe(422)
  expect(await keep(elsewhere, '{')).toBe(409)
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(`${ORIGIN}/sign-in`)
  expect(await keep(stranger, draft(own))).toBe('led to sign in')
})
