import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { start } from '../../scripts/start.ts'

/** The demo on a data directory of its own, as a user would start it; removed when the journeys end. */
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-journeys-'))
process.env.DATA_DIR = dataDir
// As an agency sets it: pages name their public address, whatever the address at which they are asked for.
process.env.ORIGIN = 'https://ita.example.go.th'
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))

const imported = spawnSync(
  process.execPath,
  ['cli/main.ts', 'import', 'examples/dga-2567/report-2567.txt', '--json'],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
if (imported.status !== 0) process.exit(imported.status ?? 3)
for (const script of ['scripts/demo-site.ts', 'scripts/demo-disclosure.ts', 'scripts/demo-desk.ts']) {
  const filled = spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (filled.status !== 0) process.exit(filled.status ?? 3)
}
const { address } = await start(process.env)
console.log(`journeys run against ${address}`)
