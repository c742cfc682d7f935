import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Programs that tests and benchmarks call and that no npm package brings: their names, and the Debian package of each. */
const PROGRAMS = {
  browser: { names: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
  pdfReader: { names: ['pdftotext'], package: 'poppler-utils' },
  pdfChecker: { names: ['qpdf'], package: 'qpdf' },
  office: { names: ['soffice'], package: 'libreoffice-writer-nogui' },
  java: { names: ['java'], package: 'default-jre-headless' },
  databaseServer: { names: ['postgres'], package: 'postgresql' },
  malwareScanner: { names: ['clamd'], package: 'clamav-daemon' },
  certificates: { names: ['openssl'], package: 'openssl' },
  pooler: { names: ['pgbouncer'], package: 'pgbouncer' },
  sealing: { names: ['age'], package: 'age' },
  unpacking: { names: ['zstd'], package: 'zstd' },
  httpLoad: { names: ['wrk'], package: 'wrk' },
} as const
export type ProgramName = keyof typeof PROGRAMS

/** Path of a program of the system; null when it is not installed. CHROMIUM names another browser. */
export function findProgram(name: ProgramName): string | null {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...foldersOutsidePath(name)]
  const files = folders.flatMap((folder) => PROGRAMS[name].names.map((one) => path.join(folder, one)))
  const chosen = name === 'browser' && process.env.CHROMIUM ? [process.env.CHROMIUM] : []
  return [...chosen, ...files].find(isExecutable) ?? null
}

/** Path of a program of the system. Throws with one line that says how to install it. */
export function programPath(name: ProgramName): string {
  const found = findProgram(name)
  if (found === null) throw new Error(`${name} was not found: apt-get install ${PROGRAMS[name].package}`)
  return found
}

/**
 * Installs the missing ones where this may install packages of the system; elsewhere says in one line how, and ends the
 * process.
 */
export function ensurePrograms(names: readonly ProgramName[]): void {
  const missing = names.filter((name) => findProgram(name) === null).map((name) => PROGRAMS[name].package)
  if (missing.length === 0) return
  const how = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const mayInstall =
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version']).status === 0 &&
    process.env.PRONGSAI_NO_INSTALL !== '1'
  if (!mayInstall) {
    console.error(`Programs are needed that are not here. Install them with:  sudo ${how}`)
    process.exit(1)
  }
  console.error(`installing what is needed: ${missing.join(' ')}`)
  // At run level 1 a package starts no service: the tests start what they need themselves.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
  const installed = spawnSync('apt-get', how.split(' ').slice(1), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  if (installed.status === 0) return
  console.error(`The installation failed. Try it by hand:  ${how}`)
  process.exit(1)
}

/** Debian keeps the programs of each PostgreSQL in a folder of its own, the newest first here, and daemons where few look. */
function foldersOutsidePath(name: ProgramName): string[] {
  if (name === 'malwareScanner' || name === 'pooler') return ['/usr/sbin']
  const versions = '/usr/lib/postgresql'
  if (name !== 'databaseServer' || !existsSync(versions)) return []
  return readdirSync(versions)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => path.join(versions, version, 'bin'))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
