import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Language } from '../../app/i18n/language.ts'
import type { RoleName } from '../../app/kernel/actor.ts'
import { buildGuide } from '../../scripts/guide/build-site.ts'
import { picturesNamed } from '../../scripts/guide/guide-markdown.ts'
import { PICTURE_FOLDER } from '../../scripts/guide/guide-pictures.ts'
import { LANGUAGES, readGuide } from '../../scripts/guide/guide-source.ts'
import { brokenWords } from './support/broken-words.ts'
import { expectSoundMarkup } from './support/html-check.ts'
import { type Installation, newInstallation } from './support/installation.ts'
import { ownPort } from './support/own-port.ts'
import { colourFaults, expectSound } from './support/page-check.ts'
import { type Program, startProgram } from './support/program.ts'

/**
 * Takes the pictures of the guide from the example agency, as its readers see it in June of the year at which it works, so
 * that they show the program as it is; then builds the guide with them and looks at every page of it.
 */
const PORT = ownPort(4191)
const NOW = '2025-06-16T09:00:00+07:00'
const WIDE = { viewport: { width: 1280, height: 860 } }
const PHONE = { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

type Reader = 'nobody' | 'imagined-coordinator' | RoleName
type Picture = Readonly<{
  name: string
  reader: Reader
  at: string
  onPhone?: true
}>

/** What is on each picture. An address that ends in a pattern leads to the first link of that page that fits it. */
const PICTURES: readonly Picture[] = [
  { name: 'coordinator-home', reader: 'ita-coordinator', at: '/office' },
  { name: 'cycles-open', reader: 'ita-coordinator', at: '/office/cycles?open=1' },
  { name: 'results-import', reader: 'ita-coordinator', at: '/office/scores/import' },
  { name: 'results-compare', reader: 'imagined-coordinator', at: '/office/scores/compare?years=2566,2567' },
  { name: 'contradictions', reader: 'imagined-coordinator', at: '/office/scores/contradictions?year=2567' },
  { name: 'issue-add', reader: 'ita-coordinator', at: '/office/cycles/2568/issues/add' },
  { name: 'issue', reader: 'ita-coordinator', at: '/office/cycles/2568 > h3 a[href*="/office/issues/"]' },
  { name: 'register', reader: 'ita-coordinator', at: '/office/cycles/2568/measures' },
  { name: 'year-overview', reader: 'ita-coordinator', at: '/office/cycles/2568' },
  {
    name: 'measure-review',
    reader: 'ita-coordinator',
    at: '/office/cycles/2568/measures?state=in-review > th a[href*="/office/measures/"]',
  },
  { name: 'draft-report', reader: 'ita-coordinator', at: '/office/cycles/2568/report' },
  { name: 'meeting', reader: 'ita-coordinator', at: '/office/meetings > h3 a[href*="/office/meetings/"]' },
  { name: 'approvals', reader: 'ita-coordinator', at: '/office/approvals' },
  { name: 'public-report', reader: 'nobody', at: '/reports/2567' },
  { name: 'disclosure-year', reader: 'ita-coordinator', at: '/office/disclosure/2568' },
  { name: 'disclosure-item', reader: 'ita-coordinator', at: '/office/disclosure/2568/O2' },
  { name: 'watch', reader: 'ita-coordinator', at: '/office/watch' },
  { name: 'owner-home', reader: 'unit-owner', at: '/office' },
  { name: 'owner-home-phone', reader: 'unit-owner', at: '/office', onPhone: true },
  { name: 'sign-in', reader: 'nobody', at: '/sign-in' },
  {
    name: 'owner-measure',
    reader: 'unit-owner',
    at: '/office/cycles/2568/measures?mine=1&state=not-started > th a[href*="/office/measures/"]',
  },
  {
    name: 'owner-measure-phone',
    reader: 'unit-owner',
    at: '/office/cycles/2568/measures?mine=1&state=not-started > th a[href*="/office/measures/"]',
    onPhone: true,
  },
  {
    name: 'owner-returned',
    reader: 'unit-owner',
    at: '/office/cycles/2568/measures?state=returned > th a[href*="/office/measures/"]',
  },
  { name: 'desk-inbox', reader: 'desk-officer', at: '/office/desk' },
  { name: 'admin-mail', reader: 'administrator', at: '/office/mail' },
  { name: 'admin-invite', reader: 'administrator', at: '/office/people/invite' },
  { name: 'admin-audit', reader: 'administrator', at: '/office/audit' },
]

test.describe.configure({ mode: 'serial', timeout: 300_000 })

let installation: Installation
const settings = {
  PORT: String(PORT),
  CLOCK_SHIFT_MS: String(Date.parse(NOW) - Date.now()),
  NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'support', 'shifted-clock.ts')}`,
}
let program: Program
const signedIn = new Map<Reader, Awaited<ReturnType<BrowserContext['storageState']>>>()

type DemoLink = Readonly<{ role: RoleName; link: string }>
const run = (script: string, args: readonly string[] = [], more: Record<string, string> = {}): string => {
  const ran = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, ...installation.env, ...settings, ...more },
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(`${script}: ${ran.stderr}`)
  return ran.stdout
}

/** The agencies of the demo, filled as the demo fills them. */
function fill(): readonly (readonly [Reader, string])[] {
  run('cli/main.ts', ['import', 'examples/dga-2567/report-2567.txt', '--json'])
  const people: readonly DemoLink[] = JSON.parse(run('scripts/demo-people.ts'))
  for (const part of ['year', 'meetings', 'site', 'disclosure', 'desk']) run(`scripts/demo-${part}.ts`)
  const imagined = { AGENCY_CODE: 'imagined' }
  run('scripts/demo-imagined.ts', [], imagined)
  const others: readonly DemoLink[] = JSON.parse(
    run('scripts/demo-people.ts', ['examples/imagined-agency/roster.csv'], imagined),
  )
  const coordinator = others.find(({ role }) => role === 'ita-coordinator')
  return [
    ...people.map(({ role, link }) => [role, link] as const),
    ['imagined-coordinator', coordinator?.link ?? ''],
  ]
}

test.describe('the pictures', () => {
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000)
    installation = await newInstallation('guide')
    const links = fill()
    program = startProgram({ ...installation.env, ...settings })
    const started = await Promise.race([program.ready, program.ended])
    if (!('address' in started)) throw new Error(`the program ended: ${started.said}`)
    const readers = new Set(PICTURES.map(({ reader }) => reader))
    for (const [reader, link] of links.filter(([one]) => readers.has(one)))
      signedIn.set(reader, await comeIn(browser, link))
  })
  test.afterAll(async () => {
    program?.child.kill('SIGTERM')
    await program?.ended
    await installation?.remove()
  })

  for (const lang of LANGUAGES)
    test(`the pictures of the guide are taken (${lang})`, async ({ browser }) => {
      const folder = path.join(PICTURE_FOLDER, lang)
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const reader of new Set(PICTURES.map((one) => one.reader)))
        for (const onPhone of [undefined, true] as const) {
          const wanted = PICTURES.filter((one) => one.reader === reader && one.onPhone === onPhone)
          if (wanted.length === 0) continue
          const storageState = signedIn.get(reader)
          const context = await browser.newContext({
            ...(onPhone ? PHONE : WIDE),
            ...(storageState && { storageState }),
            reducedMotion: 'reduce',
          })
          const page = await context.newPage()
          for (const picture of wanted)
            await take(page, picture, lang, path.join(folder, `${picture.name}.png`))
          await context.close()
        }
    })
})

async function comeIn(browser: Browser, link: string) {
  const context = await browser.newContext(WIDE)
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click()
  await expect(page).toHaveURL(/\/office$/)
  const state = await context.storageState()
  await context.close()
  return state
}

async function take(page: Page, { reader, at, name }: Picture, lang: Language, file: string): Promise<void> {
  const host = reader === 'imagined-coordinator' ? 'imagined.localhost' : 'localhost'
  const [address = '', link] = at.split(' > ')
  const origin = `http://${host}:${PORT}`
  const answer = await page.goto(origin + (lang === 'en' ? '/en' : '') + address)
  expect(answer?.status(), name).toBe(200)
  if (link) {
    const href = await page.locator(`main ${link}`).first().getAttribute('href')
    await page.goto(origin + (href ?? '').replace(/#.*$/, ''))
  }
  await expect(page.locator('main h1')).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: file, animations: 'disabled' })
}

test('the guide names every picture that is taken, and no other', () => {
  for (const lang of LANGUAGES) {
    const named = readGuide(lang).flatMap(({ tree }) => picturesNamed(tree).map(({ file }) => file))
    expect([...new Set(named)].sort(), lang).toEqual(readdirSync(path.join(PICTURE_FOLDER, lang)).sort())
  }
})

test('every page of the guide with its pictures is sound on a wide and on a narrow screen, light and dark', async ({
  page,
}) => {
  const out = test.info().outputPath('guide')
  const files = buildGuide({ out, pictures: PICTURE_FOLDER })
  expectSoundMarkup(
    files.map((file) => ({ address: file, html: readFileSync(path.join(out, file), 'utf8') })),
  )
  for (const file of files) {
    await page.setViewportSize({ width: 360, height: 640 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`file://${path.join(out, file)}`)
    await expectSound(page)
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await brokenWords(page), file).toEqual([])
    expect(await colourFaults(page), file).toEqual([])
    expect(await page.evaluate(brokenPictures), file).toEqual([])
  }
})

/** Runs in the page. */
async function brokenPictures(): Promise<string[]> {
  const pictures = [...document.images]
  for (const picture of pictures) picture.loading = 'eager'
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})))
  return pictures.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src)
}
