import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withStartLock } from '../app/platform/db/embedded/start-lock.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'

/** What is built, and out of what: paths are absolute. */
export type Build = Readonly<{
  folder: string
  sources: readonly string[]
  make: () => Promise<void>
}>

/** Sources that somebody saves again and again while they are built: after this many turns the last build is taken. */
const MOST_TURNS = 3

const inProject = (sources: readonly string[]) => sources.map((source) => path.join(projectRoot, source))

/**
 * Builds the web part, then the guide, when their sources are not those of the last build. Ends the program with 3, and what
 * the builder said, when the web part cannot be built.
 */
export async function ensureBuilt(): Promise<void> {
  await ensureCurrent({
    folder: path.join(projectRoot, 'build'),
    sources: inProject(['app', 'public', 'package-lock.json', 'react-router.config.ts', 'vite.config.ts']),
    make: buildWeb,
  })
  await ensureCurrent({
    folder: path.join(projectRoot, 'build', 'guide'),
    sources: inProject(['docs', path.join('app', 'ui'), path.join('scripts', 'guide')]),
    make: buildGuide,
  })
}

/**
 * Makes what is not current: one process at a time, again when the sources changed meanwhile, and never taken for
 * current when it was broken off.
 */
export async function ensureCurrent({ folder, sources, make }: Build): Promise<void> {
  const stamp = path.join(folder, 'sources.sha256')
  const isCurrent = (fingerprint: string) => readText(stamp) === fingerprint
  if (isCurrent(fingerprintOf(sources))) return
  mkdirSync(folder, { recursive: true })
  const build = async () => {
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const before = fingerprintOf(sources)
      if (isCurrent(before)) return
      rmSync(stamp, { force: true })
      await make()
      writeFileSync(stamp, before)
    }
  }
  const tooLong = (owner: string) =>
    new Error(`process ${owner} has been building in ${folder} for two minutes`)
  await withStartLock(path.join(folder, 'build.lock'), build, tooLong)
}

/** A guide that cannot be built keeps nobody from work: it is said, and what was built before stays away. */
async function buildGuide(): Promise<void> {
  // What reads Markdown is loaded only where there is something to read.
  const [site, pictures] = await Promise.all([
    import('./guide/build-site.ts'),
    import('./guide/guide-pictures.ts'),
  ])
  try {
    site.buildGuide({ out: path.join(projectRoot, 'build', 'guide'), pictures: pictures.PICTURE_FOLDER })
  } catch (error) {
    console.error(`คู่มือยังสร้างไม่ได้ / the guide cannot be built: ${(error as Error).message}`)
  }
}

async function buildWeb(): Promise<void> {
  console.error('กำลังเตรียมหน้าเว็บ / building the web pages …')
  const cli = path.join(projectRoot, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const builder = spawn(process.execPath, [cli, 'build'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [builder.stdout, builder.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk))
  const status = await new Promise((resolve, reject) => builder.once('error', reject).once('close', resolve))
  if (status === 0) return
  console.error(Buffer.concat(said).toString())
  process.exit(3)
}

/** Names and contents of every source but tests: the same in every checkout, whatever its clocks say. */
function fingerprintOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  const take = (file: string, name: string) => {
    const bytes = readFileSync(file)
    hash.update(`${name} ${bytes.length}\n`).update(bytes)
  }
  // Every start looks at thousands of files: a folder says itself what is a folder.
  const visit = (folder: string, name: string) => {
    const entries = readdirSync(folder, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const [below, called] = [`${folder}${path.sep}${entry.name}`, `${name}/${entry.name}`]
      if (entry.isDirectory()) visit(below, called)
      else if (!/\.test\.tsx?$/.test(entry.name)) take(below, called)
    }
  }
  for (const source of sources) (statSync(source).isDirectory() ? visit : take)(source, path.basename(source))
  return hash.digest('hex')
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

// `npm run build`: so that what is started later knows for what it was built.
if (process.argv[1] === import.meta.filename) await ensureBuilt()
