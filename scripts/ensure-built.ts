import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'

const STAMP = path.join(projectRoot, 'build', 'sources.sha256')
const SOURCES = ['app', 'public', 'package-lock.json', 'react-router.config.ts', 'vite.config.ts']

/** Builds the web part when its sources changed since the last build; a build that is up to date is left as it is. */
export async function ensureBuilt(): Promise<void> {
  const now = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return
  console.error('กำลังเตรียมหน้าเว็บ / building the web pages …')
  const cli = path.join(projectRoot, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const built = spawnSync(process.execPath, [cli, 'build'], { cwd: projectRoot, encoding: 'utf8' })
  if (built.status !== 0) {
    console.error(built.stdout, built.stderr)
    process.exit(3)
  }
  writeFileSync(STAMP, now)
}

/** Names, sizes and times of every source: enough to see a change, quick enough for every start. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const visit = (file: string) => {
    const facts = statSync(file)
    if (facts.isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(file, name))
    else if (!file.endsWith('.test.ts')) hash.update(`${file} ${facts.size} ${facts.mtimeMs}\n`)
  }
  for (const source of SOURCES) visit(path.join(projectRoot, source))
  return hash.digest('hex')
}
