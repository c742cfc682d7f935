import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { ensureBuilt } from './ensure-built.ts'
import { start } from './start.ts'

/**
 * `npm run demo`: the example agency on a database of its own, answering on PORT or 3000. The example is read from its
 * published text by the same importer that everybody uses; a demo of an earlier release gets a new version of it.
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
const { address } = await start(env)
console.log(`
  โปร่งใส – ตัวอย่าง สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)

  หน้าแรก / home           ${address}/          ${address}/en
  รายงาน / report          ${address}/reports/2567
  ผลตรวจข้อ O28 / verdict   ${address}/oit/2568/O28
  ชิ้นส่วนหน้าจอ / components ${address}/office/ui

  หยุด / stop: Ctrl+C
`)
