import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { databaseRefusal } from '../database-refusal.ts'
import { isStartedInside, type OwnPaths } from './own-paths.server.ts'

/** Options of `spawn` that make a process another user's; empty when it stays the same user's. */
export type RunAs = Readonly<{ uid: number; gid: number }> | Readonly<Record<never, never>>

/**
 * Who PostgreSQL runs as. It refuses root, so root hands it to the owner of the existing data, to `postgres`, or to
 * `nobody`. Makes the directory and gives it to that user.
 */
export function prepareRunAs(paths: OwnPaths): RunAs {
  fs.mkdirSync(paths.root, { recursive: true, mode: 0o700 })
  const owner = fs.statSync(paths.root)
  const self = process.getuid?.()
  if (self !== 0) {
    if (self !== undefined && owner.uid !== self)
      throw databaseRefusal('database.unreachable-directory', paths.root)
    return {}
  }
  const user = owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : unprivilegedUser()
  if (!user) throw databaseRefusal('database.no-unprivileged-user', paths.root)
  fs.chownSync(paths.root, user.uid, user.gid)
  if (!isStartedInside() && !mayEnter(paths.root, user))
    throw databaseRefusal('database.unreachable-directory', paths.root)
  return user
}

/** Whether that user may enter the directory by its path. */
export const mayEnter = (directory: string, runAs: RunAs): boolean =>
  spawnSync('test', ['-x', directory], { ...runAs, stdio: 'ignore', cwd: '/' }).status === 0

/** Gives a file or directory to that user; nothing to do when it is the same user. */
export function giveTo(file: string, runAs: RunAs): void {
  if ('uid' in runAs) fs.chownSync(file, runAs.uid, runAs.gid)
}

/** Who runs PostgreSQL for root; null when the machine has no such user. */
export const unprivilegedUser = () => findUser('postgres') ?? findUser('nobody')

function findUser(name: string): { uid: number; gid: number } | null {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}
