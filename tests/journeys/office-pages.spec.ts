import { spawnSync } from 'node:child_process'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { ROLES, type RoleName } from '../../app/kernel/actor.ts'
import { expectSoundMarkup } from './support/html-check.ts'
import { type OfficeSite, openOfficeSite } from './support/office-site.ts'
import { expectSound } from './support/page-check.ts'

const YEAR = 'cycles/2568'
const PAGES = [
  '',
  'cycles',
  'cycles?open=1',
  'cycles/copy?from=2568',
  YEAR,
  `${YEAR}?late=1`,
  `${YEAR}?state=in-review`,
  `${YEAR}/measures`,
  `${YEAR}/measures?state=returned`,
  `${YEAR}/report-data`,
  `${YEAR}/report`,
  'cycles/2567/report',
  `${YEAR}/sheet`,
  'approvals',
  'approvals?state=published',
  'approvals/measures/2568',
  'approvals/report/2567',
  'approvals/report/2567/difference',
  'approvals/report/2567/difference?show=all',
  'approval-chains',
  'disclosure',
  'disclosure/2568',
  'disclosure/2568?show=watch',
  'disclosure/2568/O9',
  'disclosure/2568/O9?element=name&add=text',
  'disclosure/2568/O9?element=name&add=file',
  'disclosure/2568/O9?element=name&add=page',
  'disclosure/2568/O9?element=name&add=none',
  'disclosure/2568/O28',
  'disclosure/2568/submission',
  'evidence',
  'evidence?text=nothing-is-called-so',
  'evidence/add',
  'scores',
  'scores/answers',
  'scores/checks',
  'scores/compare?years=2566,2567',
  'scores/contradictions',
  'scores/import',
  'scores/peers',
  'notices',
  'drafts',
  'search',
  'search?q=ของขวัญ',
  'search?q=nothing-is-called-so',
  'shortcuts',
  'account',
  'account/reminders',
  'agency',
  'audit',
  'mail',
  'operation',
  'meetings',
  'people',
  'people/invite',
  'people?text=nobody-is-called-so',
  'permissions',
  'resolution-tasks',
  'resolution-tasks?show=done',
  'roster',
  'sign-in-providers',
  'site',
  'site?kind=policy',
  'site/add/news',
  'site/add/policy?outline=privacy',
  'site/add/service',
  'site/banners',
  'site/executives',
  'site/profile',
  'ui',
  'units',
  'watch',
  'watch/hosts',
  'nowhere',
]

test.describe.configure({ mode: 'serial' })

let site: OfficeSite
/** For each role, how somebody in it comes in. */
let links: Readonly<Record<RoleName, string>>
test.beforeAll(async () => {
  test.setTimeout(120_000)
  site = await openOfficeSite(4124)
  const env = { ...process.env, ...site.env }
  const run = (...args: readonly string[]): string => {
    const done = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
    return done.stdout
  }
  run('cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--json')
  const people: readonly { role: RoleName; link: string }[] = JSON.parse(run('scripts/demo-people.ts'))
  run('scripts/demo-year.ts')
  links = Object.fromEntries(people.map(({ role, link }) => [role, link])) as typeof links
})
test.afterAll(() => site?.close())

/** Somebody at work; all tests of this file share the browser of each. */
const atWork = new Map<RoleName, Page>()
async function pageOf(browser: Browser, role: RoleName): Promise<Page> {
  const there = atWork.get(role)
  if (there) return there
  const page = await (await browser.newContext()).newPage()
  await page.goto(links[role])
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click()
  await expect(page).toHaveURL(`${site.origin}/office`)
  atWork.set(role, page)
  return page
}

test('every page of the office is whole, accessible, never wider than its window, in both languages', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const page = await pageOf(browser, 'administrator')
  const pages = []
  for (const prefix of ['/office', '/en/office'])
    for (const part of PAGES) {
      const address = `${prefix}${part === '' ? '' : `/${part}`}`
      const answer = await page.goto(site.origin + address)
      expect(answer?.status(), address).toBe(part === 'nowhere' ? 404 : 200)
      await expectSound(page)
      await expect(page.locator('html'), address).toHaveAttribute('lang', prefix === '/office' ? 'th' : 'en')
      pages.push({ address, html: (await answer?.text()) ?? '' })
    }
  await page.goto(`${site.origin}/office/people`)
  await page.getByRole('link', { name: 'ผู้รับผิดชอบ ตัวอย่าง' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ผู้รับผิดชอบ ตัวอย่าง')
  await expectSound(page)
  const person = await page.context().request.get(page.url())
  pages.push({ address: 'a person', html: await person.text() })
  if (test.info().project.name === 'script-on') expectSoundMarkup(pages)
})

/** The pages of the year at work that belong to one thing, as they are reached from its overview and its register. */
async function pagesOfWork(page: Page): Promise<readonly string[]> {
  const linked = async (address: string, kind: string) => {
    await page.goto(`${site.origin}/office/${address}`)
    const all = await page
      .locator(`main a[href*="/office/${kind}/"]`)
      .evaluateAll((links) =>
        links.map((link) => (link as HTMLAnchorElement).pathname.replace('/office/', '')),
      )
    expect(all.length, `${kind} on ${address}`).toBeGreaterThan(0)
    return [...new Set(all)]
  }
  const [issue = ''] = await linked(YEAR, 'issues')
  const [publishedIssue = ''] = await linked('cycles/2567', 'issues')
  const [outcome = ''] = await linked(publishedIssue, 'outcomes')
  const [resolution = ''] = await linked('approvals/report/2567', 'resolutions')
  const [publication = ''] = await linked('approvals/report/2567', 'publications')
  const [agendaItem = ''] = await linked(resolution, 'agenda')
  const meeting = (await linked(agendaItem, 'meetings')).find((part) =>
    /^meetings\/[0-9a-f-]{36}$/.test(part),
  )
  // One measure in each of its states, in the order in which the demo works on them.
  const measures = (await linked(`${YEAR}/measures`, 'measures')).slice(0, 5)
  return [
    ...measures,
    `${measures[3]}?find=ของขวัญ`,
    `${measures[3]}/edit`,
    `${measures[0]}/history`,
    issue,
    `${issue}?edit=1`,
    `${issue}/history`,
    `${issue}/measures`,
    `${issue}/outcomes/add`,
    `${issue}/outcomes/add?kind=text`,
    `${issue}/outcomes/add?kind=percentage`,
    publishedIssue,
    outcome,
    publication,
    resolution,
    agendaItem,
    'meetings/add',
    `${meeting}`,
    `${meeting}/edit`,
    `${meeting}/items/add`,
    `${meeting}/items/add?kind=none`,
    `${YEAR}/issues/add`,
    'disclosure/2568/carry',
  ]
}

test('every page on which the year is worked on is whole too, for whom it is', async ({ browser }) => {
  test.setTimeout(600_000)
  const page = await pageOf(browser, 'ita-coordinator')
  const pages = []
  const parts = await pagesOfWork(page)
  for (const prefix of ['/office', '/en/office'])
    for (const part of parts) {
      const address = `${prefix}/${part}`
      const answer = await page.goto(site.origin + address)
      expect(answer?.status(), address).toBe(200)
      await expectSound(page)
      pages.push({ address, html: (await answer?.text()) ?? '' })
    }
  const owner = await pageOf(browser, 'unit-owner')
  for (const part of ['', YEAR, ...parts.slice(0, 5)]) {
    await owner.goto(`${site.origin}/office/${part}`)
    await expectSound(owner)
  }
  if (test.info().project.name === 'script-on') expectSoundMarkup(pages)
})

test('each role opens what the matrix says, and is told who can help with the rest', async ({ browser }) => {
  test.setTimeout(600_000)
  const everywhere = ['', 'account', 'account/reminders', 'notices', 'drafts', 'search', 'shortcuts']
  const readers = ROLES.filter((role) => role !== 'desk-officer')
  const may: Readonly<Record<string, readonly RoleName[]>> = {
    people: ['administrator', 'ita-coordinator', 'executive', 'auditor'],
    units: ['administrator', 'ita-coordinator', 'executive', 'auditor'],
    'people/invite': ['administrator', 'ita-coordinator'],
    permissions: ['administrator', 'ita-coordinator', 'executive', 'auditor'],
    agency: ['administrator'],
    'sign-in-providers': ['administrator'],
    audit: ['administrator', 'auditor'],
    mail: ['administrator'],
    cycles: readers,
    [YEAR]: readers,
    [`${YEAR}/measures`]: readers,
    [`${YEAR}/sheet`]: readers,
    [`${YEAR}/report`]: readers,
    [`${YEAR}/report-data`]: ['administrator', 'ita-coordinator'],
    'cycles/copy?from=2568': ['administrator', 'ita-coordinator'],
    [`${YEAR}/issues/add`]: ['ita-coordinator'],
    'evidence/add': ['administrator', 'ita-coordinator', 'unit-owner', 'meeting-secretary', 'desk-officer'],
    evidence: ROLES,
    scores: readers,
    'scores/answers': readers,
    'scores/checks': readers,
    'scores/compare': readers,
    'scores/contradictions': readers,
    'scores/import': readers,
    'scores/peers': readers,
    'resolution-tasks': ROLES,
    approvals: readers,
    'approvals/report/2567': readers,
    'approvals/report/2567/difference': readers,
    'approval-chains': readers,
    meetings: readers,
    'meetings/add': ['ita-coordinator', 'meeting-secretary'],
  }
  for (const role of ROLES) {
    const page = await pageOf(browser, role)
    for (const part of [...everywhere, ...Object.keys(may)]) {
      const answer = await page.goto(`${site.origin}/office${part === '' ? '' : `/${part}`}`)
      const isOpen = may[part]?.includes(role) ?? true
      expect(answer?.status(), `${role} ${part}`).toBe(isOpen ? 200 : 403)
      if (!isOpen)
        await expect(
          page
            .locator('main')
            .getByText(/ผู้(ดูแล|ประสาน) ตัวอย่าง/)
            .first(),
        ).toBeVisible()
    }
    await expectSound(page)
  }
})

test('a roster is refused by its cells, then shown before it is brought in, and changes nothing a second time', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'administrator')
  const choose = async (name: string, lines: readonly string[]) => {
    await page.goto(`${site.origin}/office/roster`)
    await page
      .getByLabel(/ไฟล์รายชื่อ/)
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
    await page.getByRole('button', { name: 'ตรวจไฟล์' }).click()
  }
  const head = 'ชื่อ-สกุล,อีเมล,รหัสส่วนงาน,บทบาท,รหัสหน่วยงาน'
  await choose('wrong.csv', [
    head,
    'คนที่หนึ่ง ตัวอย่าง,one@dga.example,XYZ,unit-owner,',
    'คนที่สอง ตัวอย่าง,=HYPERLINK("x"),CSR,king,',
    'คนที่สาม ตัวอย่าง,three@dga.example,CSR,,another-agency',
    'คนที่สี่ ตัวอย่าง,one@dga.example,CSR,,',
  ])
  for (const cell of ['C2', 'B3', 'D3', 'E4', 'B5'])
    await expect(page.getByText(new RegExp(`ช่อง ${cell}\\b`)).first(), cell).toBeVisible()
  await expectSound(page)

  const lines = [head, `คนใหม่ ${test.info().project.name},new@dga.example,CSR,unit-owner,`]
  await choose('right.csv', lines)
  await expect(page.getByText('ตรวจแล้ว ไม่พบข้อผิดพลาด')).toBeVisible()
  await expectSound(page)
  await page.getByRole('button', { name: 'ยืนยันการนำเข้า' }).click()
  await expect(page.locator('main')).toContainText('นำเข้าแล้ว')
  await expect(page.locator('main')).toContainText('บุคคล 1 คน')
  await expectSound(page)
  await choose('right.csv', lines)
  await expect(page.getByText('ไม่มีสิ่งที่ต้องนำเข้า')).toBeVisible()

  await page.goto(`${site.origin}/office/roster`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'ส่งออก XLSX' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/)
})

test('the keyboard reaches everything on the first page of the office, in the order of reading', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'administrator')
  await page.goto(`${site.origin}/office/permissions`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'ข้ามไปยังเนื้อหาหลัก' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})
