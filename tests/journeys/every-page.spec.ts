import { expect, type Page, test } from '@playwright/test'
import { brokenWords } from './support/broken-words.ts'
import { type CrawledPage, crawl, deadFiles } from './support/crawl.ts'
import { foreignText } from './support/foreign-text.ts'
import { expectSoundMarkup } from './support/html-check.ts'
import { accessibilityFaults, colourFaults } from './support/page-check.ts'

test.describe.configure({ mode: 'parallel' })

// One crawl for each language: nothing that is public is left out, and nothing is named here.
for (const [language, start] of [
  ['Thai', '/'],
  ['English', '/en'],
] as const)
  test(`every public page in ${language} that links lead to is sound at every width and in every theme`, async ({
    page,
    request,
  }) => {
    test.setTimeout(40 * 60_000)
    const { pages, dead } = await crawl(request, [start])
    expect(dead).toEqual([])
    const own = pages.filter(({ address }) => isEnglish(address) === isEnglish(start))
    expect(own.length).toBeGreaterThan(60)
    const hasScript = test.info().project.name === 'script-on'
    if (hasScript) expectSoundMarkup(own)
    // A colour on its way to that of another theme is the fault of no theme.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const faults: string[] = []
    // The scripts of public pages show the tools of the head and put up a banner: without them the first pages tell it all.
    const lookedAt = hasScript ? own : own.filter(({ clicks }) => clicks <= 1)
    expect(lookedAt.length).toBeGreaterThan(10)
    for (const one of lookedAt) faults.push(...(await faultsOf(page, one)))
    expect(faults).toEqual([])
  })

test('every file and picture that pages lead to answers @with-script', async ({ request }) => {
  test.setTimeout(10 * 60_000)
  const { files } = await crawl(request, ['/', '/en'])
  expect(files.length).toBeGreaterThan(100)
  expect(await deadFiles(request, files)).toEqual([])
})

const isEnglish = (address: string) => /^\/en(\/|\?|$)/.test(address)

const WIDTHS = [320, 768, 1280, 1920]
const THEMES = ['dark', 'contrast']

async function faultsOf(page: Page, { address }: CrawledPage): Promise<readonly string[]> {
  // axe needs script in the page, and a theme is chosen by it; the markup is the same without.
  const hasScript = test.info().project.name === 'script-on'
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(address)
  const faults = [
    ...(hasScript ? await accessibilityFaults(page) : []),
    ...(await brokenWords(page)).map((word) => `broken word: ${word}`),
    ...(await foreignText(page)).map((text) => `unnamed language: ${text}`),
  ]
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (over > 0) faults.push(`${over} px wider than ${width}`)
  }
  for (const theme of hasScript ? THEMES : []) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    faults.push(...(await colourFaults(page)).map((fault) => `${theme}: ${fault}`))
  }
  return faults.map((fault) => `${address} · ${fault}`)
}

test('the report, the service manual, both doors and the data are two clicks from the home page @with-script', async ({
  request,
}) => {
  test.setTimeout(5 * 60_000)
  for (const [start, prefix] of [
    ['/', ''],
    ['/en', '/en'],
  ] as const) {
    const { pages } = await crawl(request, [start])
    const clicksTo = (path: string) => pages.find(({ address }) => address === prefix + path)?.clicks
    for (const path of ['/reports/2567', '/complaint', '/whistleblow', '/data', '/oit/2568', '/contact'])
      expect(clicksTo(path), path).toBeLessThanOrEqual(1)
    const manual = pages.find(
      ({ address, clicks }) => address.startsWith(`${prefix}/services/`) && clicks <= 2,
    )
    expect(manual, 'a service manual').toBeDefined()
    const item = pages.find(({ address }) => address === `${prefix}/oit/2568/O9`)
    expect(item?.clicks).toBeLessThanOrEqual(2)
  }
})
