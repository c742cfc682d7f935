import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'

/**
 * `npm test`: every unit and use-case test, then the journeys in a real browser. Programs that no npm package brings (a
 * browser, readers of PDF and DOCX) are looked for; where this may install packages of the system it does, elsewhere it
 * says in one line how. Ends with one line that counts everything.
 */
const PROGRAMS = [
  { names: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
  { names: ['pdftotext'], package: 'poppler-utils' },
  { names: ['qpdf'], package: 'qpdf' },
  { names: ['soffice'], package: 'libreoffice-writer-nogui' },
  { names: ['java'], package: 'default-jre-headless' },
]

type Count = { passed: number; failed: number; skipped: number }

function isInstalled(names: readonly string[]): boolean {
  return names.some((name) =>
    (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
      try {
        accessSync(path.join(folder, name), constants.X_OK)
        return true
      } catch {
        return false
      }
    }),
  )
}

function ensurePrograms() {
  const missing = PROGRAMS.filter((program) => !isInstalled(program.names)).map((program) => program.package)
  if (missing.length === 0) return
  const how = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const mayInstall =
    process.getuid?.() === 0 && isInstalled(['apt-get']) && process.env.PRONGSAI_NO_INSTALL !== '1'
  if (!mayInstall) {
    console.error(`These tests need programs that are not here. Install them with:  sudo ${how}`)
    process.exit(1)
  }
  console.error(`installing what the tests need: ${missing.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  const installed = spawnSync('apt-get', how.split(' ').slice(1), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  if (installed.status !== 0) {
    console.error(`The installation failed. Try it by hand:  ${how}`)
    process.exit(1)
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): boolean {
  return spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env }).status === 0
}

const bin = (name: string) => path.join(projectRoot, 'node_modules', name)
const readJson = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

function countVitest(file: string): Count {
  const report = readJson(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countPlaywright(file: string): Count {
  const stats = readJson(file)?.stats
  if (!stats) return { passed: 0, failed: 1, skipped: 0 }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

ensurePrograms()
const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-test-'))
const unitFile = path.join(folder, 'unit.json')
const journeyFile = path.join(folder, 'journeys.json')

const unitOk = run(
  [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`],
  process.env,
)
const journeysOk = run([bin('@playwright/test/cli.js'), 'test'], {
  ...process.env,
  PLAYWRIGHT_JSON_OUTPUT_FILE: journeyFile,
})
const counts = [countVitest(unitFile), countPlaywright(journeyFile)]
rmSync(folder, { recursive: true, force: true })

const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exit(unitOk && journeysOk && total('failed') === 0 && total('passed') > 0 ? 0 : 1)
