import { spawnSync } from 'node:child_process'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Installation, newInstallation } from './support/installation.ts'
import { ownPort } from './support/own-port.ts'
import { expectSound } from './support/page-check.ts'
import { type Program, startProgram } from './support/program.ts'

const PORT = ownPort(4139)
const ORIGIN = `http://localhost:${PORT}`

test.describe.configure({ mode: 'serial' })

let installation: Installation
let env: Record<string, string>
let program: Program
let page: Page
let issue = ''

const run = (script: string, args: readonly string[] = []): string => {
  const ran = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return ran.stdout
}

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  test.setTimeout(120_000)
  installation = await newInstallation('editor')
  env = { ...installation.env, PORT: String(PORT) }
  run('cli/main.ts', ['import', 'examples/dga-2567/report-2567.txt', '--json'])
  const people: readonly { role: string; link: string }[] = JSON.parse(run('scripts/demo-people.ts'))
  run('scripts/demo-year.ts')
  program = startProgram(env)
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(`the program ended: ${started.said}`)
  page = await (await browser.newContext()).newPage()
  await page.goto(people.find(({ role }) => role === 'ita-coordinator')?.link ?? '')
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click()
  await expect(page).toHaveURL(`${ORIGIN}/office`)
  await page.goto(`${ORIGIN}/office/cycles/2567`)
  const address = await page.locator('a[href*="/office/issues/"]').first().getAttribute('href')
  issue = `${ORIGIN}${address?.split('?')[0]}`
})

test.afterAll(async () => {
  program?.child.kill()
  await program?.ended
  await installation?.remove()
})

const analysis = () => page.getByRole('textbox', { name: 'ผลการวิเคราะห์' })
const offers = () => page.getByRole('listbox', { name: 'ข้อที่อ้างถึงได้' }).and(page.locator(':visible'))
const sentText = () => page.locator('textarea[name="analysis"]')

async function empty() {
  await page.goto(`${issue}?edit=1`)
  await analysis().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
}

test('the code of an item becomes a citation by the keyboard alone, whatever letters stand before it', async () => {
  await empty()
  await page.keyboard.type('ผู้ใช้ข้อi1')
  await expect(offers().getByRole('option').first()).toContainText('2566:i1')
  await expect(analysis()).toHaveAttribute('aria-activedescendant', /offers-\d+-0/)
  await page.keyboard.press('ArrowDown')
  await expect(offers().getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' และ E๑๑-E๑๒')
  await expect(offers().getByRole('option')).toHaveText([/2566:e11-e12/])
  await page.keyboard.press('Tab')
  await page.keyboard.type(' กับ 2567:o8')
  await expect(offers().getByRole('option').first()).toContainText('2567:O8')
  await page.keyboard.press('Escape')
  await expect(offers()).toHaveCount(0)
  await expect(sentText()).toHaveValue('ผู้ใช้ข้อ[[i1]] และ [[e11-e12]] กับ 2567:o8')
})

test('a code that the framework does not have is said not to be cited, where it is typed and for all to see', async () => {
  await empty()
  await page.keyboard.type('ผลของข้อ i99')
  const said = page.locator('p.citation-offers:visible')
  await expect(said).toHaveText('ไม่พบข้อ i99 ในกรอบการประเมินปี พ.ศ. 2566 จึงยังไม่เป็นการอ้างถึง')
  await expect(said).toBeInViewport({ ratio: 1 })
  await page.keyboard.type(' ลดลง')
  await expect(said).toHaveCount(0)
})

test('bold, lists of two levels and undo work by keys, and by buttons that say whether they are on', async () => {
  await empty()
  await page.keyboard.press('Control+b')
  const bold = page.getByRole('button', { name: 'ตัวหนา (Ctrl+B)' }).first()
  await expect(bold).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.type('น้ำ')
  await bold.click()
  await expect(bold).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- ที่หนึ่ง')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('ใต้')
  await expect(sentText()).toHaveValue('**น้ำ**\n\n- ที่หนึ่ง\n  - ใต้')
  await page.getByRole('button', { name: 'รายการลำดับเลข' }).first().click()
  await expect(sentText()).toHaveValue('**น้ำ**\n\n-# ที่หนึ่ง\n  -# ใต้')
  await page.keyboard.press('Control+z')
  await expect(sentText()).toHaveValue('**น้ำ**\n\n- ที่หนึ่ง\n  - ใต้')
})

test('of a document that is pasted only words, strong words and lists come in', async () => {
  await empty()
  const alerts: string[] = []
  page.on('dialog', (dialog) => alerts.push(dialog.message()))
  await analysis().evaluate((editor) => {
    const pasted = new DataTransfer()
    pasted.setData(
      'text/html',
      `<html><head><style>p { color: red }</style></head><body><script>alert(1)</${'script'}>
      <h1 style="position:fixed">หัวข้อ</h1><p class="MsoListParagraph">·&nbsp; ก <b>หนา</b></p>
      <table><tr><td>ช่องหนึ่ง</td><td>ช่องสอง</td></tr></table>
      <p onclick="alert(2)">ข<img src="x" onerror="alert(3)"><a href="javascript:alert(4)">ค</a></p></body></html>`,
    )
    editor.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
    )
  })
  await expect(sentText()).toHaveValue('หัวข้อ\n\n- ก **หนา**\n\nช่องหนึ่ง\n\nช่องสอง\n\nขค')
  expect(await analysis().locator('[style], [onclick], a, h1, table, script').count()).toBe(0)
  expect(alerts).toEqual([])
})

test('what was written is saved, read with its marks, and told of beside each', async () => {
  await empty()
  await page.keyboard.type('ดู i1')
  await expect(offers()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'บันทึกประเด็น' }).last().click()
  await expect(page).toHaveURL(/done=saved/)
  const mark = page.getByRole('link', { name: 'i1', exact: true })
  await mark.focus()
  await expect(page.getByRole('tooltip')).toContainText('2566:i1')
  await expect(page.getByRole('tooltip')).toContainText('ปี พ.ศ. 2567')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toBeHidden()
  await mark.click()
  await expect(page.getByText('ข้อในกรอบการประเมินที่ข้อความนี้อ้างถึง', { exact: false })).toBeVisible()
})

test('without script the same text is typed in the notation, and an item that is not there is named', async ({
  browser,
}) => {
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    javaScriptEnabled: false,
  })
  const plain = await context.newPage()
  await plain.goto(`${issue}?edit=1`)
  const area = plain.getByRole('textbox', { name: 'ผลการวิเคราะห์' })
  await expect(area).toHaveValue('ดู [[i1]]')
  await area.fill('ดู [[i99]] และ **ข้อ** [[i2]]')
  await plain.getByRole('button', { name: 'บันทึกประเด็น' }).last().click()
  await expect(plain.getByRole('alert')).toContainText('2566:i99')
  await area.fill('ดู **ข้อ** [[i2]]')
  await plain.getByRole('button', { name: 'บันทึกประเด็น' }).last().click()
  await expect(plain.getByRole('link', { name: 'i2', exact: true })).toBeVisible()
  await context.close()
})

test('pages with an editor are sound in both languages', async () => {
  for (const prefix of ['', '/en'])
    for (const part of [
      '/office/cycles/2567/issues/add',
      `${new URL(issue).pathname}/outcomes/add?kind=percentage`,
    ]) {
      await page.goto(`${ORIGIN}${prefix}${part}`)
      await expectSound(page)
    }
})
