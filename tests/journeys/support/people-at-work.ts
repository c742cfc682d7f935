import { spawnSync } from 'node:child_process'
import { type Browser, expect, type Page } from '@playwright/test'
import type { RoleName } from '../../../app/kernel/actor.ts'
import type { OfficeSite } from './office-site.ts'

/** The people of a journey, and how each comes in: those of the demo, and two more. */
export type Colleague = RoleName | 'second-coordinator' | 'second-owner'
export type Colleagues = Readonly<Record<Colleague, string>>

const MORE = [
  {
    key: 'second-coordinator',
    email: 'coordinator2@dga.example',
    name: 'ผู้ประสานคนที่สอง ตัวอย่าง',
    role: 'ita-coordinator',
    unit: [],
  },
  {
    key: 'second-owner',
    email: 'owner2@dga.example',
    name: 'ผู้รับผิดชอบคนที่สอง ตัวอย่าง',
    role: 'unit-owner',
    unit: ['--unit', 'CSR'],
  },
] as const

/** Units and people of the example agency, by the same importer and command that everybody uses. */
export function seedColleagues(site: OfficeSite): Colleagues {
  const env = { ...process.env, ...site.env }
  const run = (args: readonly string[]) => {
    const done = spawnSync(process.execPath, [...args], { env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
    return JSON.parse(done.stdout)
  }
  const demo: readonly { role: RoleName; link: string }[] = run(['scripts/demo-people.ts'])
  const more = MORE.map(({ key, email, name, role, unit }) => {
    const added = run([
      'cli/main.ts',
      'user',
      'add',
      email,
      '--name',
      name,
      '--role',
      role,
      ...unit,
      '--json',
    ])
    return [key, added.link]
  })
  return Object.fromEntries([...demo.map(({ role, link }) => [role, link]), ...more]) as Colleagues
}

/** Somebody signed in, in a browser of their own. */
export async function comeIn(browser: Browser, site: OfficeSite, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click()
  await expect(page).toHaveURL(`${site.origin}/office`)
  return page
}
