import { spawnSync } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { expectSoundMarkup } from './support/html-check.ts'
import { type Installation, newInstallation } from './support/installation.ts'
import { ownPort } from './support/own-port.ts'
import { expectSound } from './support/page-check.ts'
import { type Program, startProgram } from './support/program.ts'

/** The invented agency of the demo, founded as the demo does it: it has full answers of two years. */

const PORT = ownPort(4133)
const ORIGIN = `http://imagined.localhost:${PORT}`

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let installation: Installation
let env: Record<string, string>
let program: Program
let page: Page

const run = (script: string, ...args: readonly string[]): string => {
  const ran = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return ran.stdout
}
const goTo = (part: string) => page.goto(`${ORIGIN}/office/${part}`)
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

test.beforeAll(async ({ browser }) => {
  installation = await newInstallation('results')
  env = { ...installation.env, PORT: String(PORT), AGENCY_CODE: 'imagined' }
  run('scripts/demo-imagined.ts')
  const people: readonly { role: string; link: string }[] = JSON.parse(
    run('scripts/demo-people.ts', 'examples/imagined-agency/roster.csv'),
  )
  program = startProgram(env)
  const started = await Promise.race([program.ready, program.ended])
  if (!('address' in started)) throw new Error(`the program ended: ${started.said}`)
  page = await (await browser.newContext()).newPage()
  await page.goto(people.find(({ role }) => role === 'ita-coordinator')?.link ?? '')
  await press('เข้าสู่ระบบ')
  await expect(page).toHaveURL(`${ORIGIN}/office`)
})
test.afterAll(async () => {
  program?.child.kill('SIGTERM')
  await program?.ended
  await installation?.remove()
})

const PAGES = [
  'scores?year=2567',
  'scores?year=2566',
  'scores/answers?year=2567',
  'scores/checks',
  'scores/compare?years=2566,2567',
  'scores/compare?years=2566,2567&of=indicators&view=trend',
  'scores/compare?years=2566,2567&view=heat',
  'scores/contradictions?year=2567',
  'scores/contradictions?year=2566',
  'scores/import',
  'scores/peers',
  'cycles/2568/issues/add?theme=work-process&results=2567',
]

test('every page of full results is whole, accessible, never wider than its window, in both languages', async () => {
  test.setTimeout(240_000)
  const pages = []
  for (const prefix of ['/office', '/en/office'])
    for (const part of PAGES) {
      const address = `${prefix}/${part}`
      const answer = await page.goto(ORIGIN + address)
      expect(answer?.status(), address).toBe(200)
      await expectSound(page)
      pages.push({ address, html: (await answer?.text()) ?? '' })
    }
  if (test.info().project.name === 'script-on') expectSoundMarkup(pages)
})

test('the overview says the level, what holds it down and how far the next one is', {
  tag: '@wide',
}, async () => {
  await goTo('scores?year=2567')
  await expect(page.locator('body')).toContainText('หน่วยงานสมมติ (ข้อมูลสร้างขึ้น)')
  const card = page.locator('.level-card')
  await expect(card.locator('.level-word')).toHaveText('ผ่าน')
  await expect(card).toContainText('ตามเกณฑ์ ได้ “ผ่าน” แทน “ผ่านดี” เพราะ EIT ต่ำกว่า 85')
  await expect(card.getByRole('heading', { name: 'ระยะถึงระดับถัดไป: ผ่านดี' })).toBeVisible()
  await expect(card.getByText(/^EIT ขาด \d+\.\d\d คะแนน จึงจะถึง 85$/)).toBeVisible()
  await expectSound(page)
})
