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
run(env, 'cli/main.ts', 'import', example, '--replace', '--json')
const people = run(env, 'scripts/demo-people.ts')
run(env, 'scripts/demo-year.ts')
run(env, 'scripts/demo-meetings.ts')
run(env, 'scripts/demo-site.ts')
run(env, 'scripts/demo-disclosure.ts')
run(env, 'scripts/demo-desk.ts')
const passphrase = run(env, 'scripts/demo-protected.ts').trim()
// An agency that does not exist, with full answers of two years, beside the example: it has a host name of its own.
const imagined = { ...env, AGENCY_CODE: 'imagined' }
run(imagined, 'scripts/demo-imagined.ts')
const imaginedPeople = run(imagined, 'scripts/demo-people.ts', 'examples/imagined-agency/roster.csv')

type DemoLink = Readonly<{ name: string; role: RoleName; link: string }>
const links: readonly DemoLink[] = JSON.parse(people)
const imaginedLinks: readonly DemoLink[] = JSON.parse(imaginedPeople)
const { address } = await start(env)
const site = links[0] ? new URL(links[0].link).origin : address
console.log(`
  โปร่งใส – ตัวอย่าง สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)

  หน้าแรก / home           ${site}/          ${site}/en
  รายงาน / report          ${site}/reports/2567
  ผลตรวจข้อ O28 / verdict   ${site}/oit/2568/O28
  ทำไมจึงได้ 100 / why       ${site}/reports/2567/why
  ตรวจสำเนา / verify         ${site}/verify
  งานของรอบปี / work        ${site}/office/cycles/2568
  สองช่องทาง / two doors     ${site}/complaint   ${site}/whistleblow

  เข้าสู่ระบบ ลิงก์ละหนึ่งครั้งภายใน 24 ชั่วโมง / sign in, each link once within 24 hours
${ROLES.map((role) => linkLine(links, role)).join('\n')}

  ตู้กุญแจของผู้รับเรื่องตัวอย่าง / vaults of the demo's recipients: auditor, executive, meeting-secretary, approver
  ${passphrase}

  หน่วยงานสมมติ ข้อมูลสร้างขึ้น มีคำตอบครบสองปี / an invented agency with full answers of two years
${imaginedLinks.map(({ role }) => linkLine(imaginedLinks, role)).join('\n')}

  หยุด / stop: Ctrl+C
`)

function linkLine(of: readonly DemoLink[], role: RoleName): string {
  const link = of.find((one) => one.role === role)?.link ?? '-'
  return `  ${role.padEnd(18)} ${link}`
}

/** Runs a program of the project and answers what it printed; without it there is no demo. */
function run(settings: NodeJS.ProcessEnv, file: string, ...args: readonly string[]): string {
  const program = path.join(projectRoot, file)
  const done = spawnSync(process.execPath, [program, ...args], { env: settings, encoding: 'utf8' })
  if (done.status !== 0) {
    console.error(done.stderr)
    process.exit(done.status ?? 3)
  }
  return done.stdout
}
