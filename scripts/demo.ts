import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ROLES, type RoleName } from '../app/kernel/actor.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { ensureBuilt } from './ensure-built.ts'
import { start } from './start.ts'

/**
 * `npm run demo`: the example agency on a database of its own, answering on PORT or 3000. The example is read from its
 * published text by the same importer that everybody uses; a demo of an earlier release gets a new version of it. Its year
 * can be worked on, and the next one is at work. Prints one-time links by which one may look at it in each role.
 */
const env = { ...process.env, DATA_DIR: process.env.DATA_DIR ?? path.join(projectRoot, 'data', 'demo') }
Object.assign(process.env, env)

await ensureBuilt()
const example = path.join(projectRoot, 'examples', 'dga-2567', 'report-2567.txt')
const imported = spawnSync(
  process.execPath,
  [path.join(projectRoot, 'cli', 'main.ts'), 'import', example, '--replace', '--json'],
  {
    env,
    encoding: 'utf8',
  },
)
if (imported.status !== 0) {
  console.error(imported.stderr)
  process.exit(imported.status ?? 3)
}
const people = spawnSync(process.execPath, [path.join(projectRoot, 'scripts', 'demo-people.ts')], {
  env,
  encoding: 'utf8',
})
if (people.status !== 0) {
  console.error(people.stderr)
  process.exit(people.status ?? 3)
}
const year = spawnSync(process.execPath, [path.join(projectRoot, 'scripts', 'demo-year.ts')], {
  env,
  encoding: 'utf8',
})
if (year.status !== 0) {
  console.error(year.stderr)
  process.exit(year.status ?? 3)
}
type DemoLink = Readonly<{ name: string; role: RoleName; link: string }>
const links: readonly DemoLink[] = JSON.parse(people.stdout)
const { address } = await start(env)
const site = links[0] ? new URL(links[0].link).origin : address
console.log(`
  โปร่งใส – ตัวอย่าง สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)

  หน้าแรก / home           ${site}/          ${site}/en
  รายงาน / report          ${site}/reports/2567
  ผลตรวจข้อ O28 / verdict   ${site}/oit/2568/O28
  งานของรอบปี / work        ${site}/office/cycles/2568

  เข้าสู่ระบบ ลิงก์ละหนึ่งครั้งภายใน 24 ชั่วโมง / sign in, each link once within 24 hours
${ROLES.map((role) => linkLine(role)).join('\n')}

  หยุด / stop: Ctrl+C
`)

function linkLine(role: RoleName): string {
  const link = links.find((one) => one.role === role)?.link ?? '-'
  return `  ${role.padEnd(18)} ${link}`
}
