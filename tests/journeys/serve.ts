import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { start } from '../../scripts/start.ts'
import { newInstallation } from './support/installation.ts'

/**
 * The demo on a data directory of its own, as a user would start it; removed when the journeys end. Its database on a server
 * goes with the server.
 */
const { env } = await newInstallation('journeys')
Object.assign(process.env, env)
// As an agency sets it: pages name their public address, whatever the address at which they are asked for.
process.env.ORIGIN = 'https://ita.example.go.th'
process.on('exit', () => rmSync(env.DATA_DIR, { recursive: true, force: true }))

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
