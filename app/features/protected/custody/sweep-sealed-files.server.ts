import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ProtectedChannel } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { filePathsAmong } from './erasure.repo.server.ts'

type Sweep = Readonly<{
  channel: ProtectedChannel
  /** Every agency of the installation: what one does not name another may. */
  agencyIds: readonly string[]
  now: Date
  isStopped: () => boolean
}>

/** A sealed file lies in its place before its rows are written: nobody takes so long in between. */
const ORPHAN_AFTER_MS = 24 * 60 * 60_000
const FOLDER = /^[0-9a-f]{2}$/
const SEALED = /^[0-9a-f]{32}$/

/**
 * Takes away sealed files that no case of any agency names, once they are more than a day old. Where not one of all that lie
 * there is named, the database is likely another one, new or restored, and they all stay. Tells nobody how many.
 */
export async function sweepSealedFiles(sweep: Sweep): Promise<void> {
  const { channel, now, isStopped } = sweep
  const { old, isAnyNamed } = await lookThrough(sweep, now.getTime() - ORPHAN_AFTER_MS)
  if (!isAnyNamed) return
  // Asked again right before: its rows may have come since.
  for (const orphan of await unnamedAmong(old, sweep)) {
    if (isStopped()) return
    if ((await unnamedAmong([orphan], sweep)).length === 1)
      await rm(path.join(channel.filesFolder, orphan), { force: true })
  }
}

/** The sealed files of before then, and whether a case names any file at all. */
async function lookThrough(
  sweep: Sweep,
  before: number,
): Promise<Readonly<{ old: readonly string[]; isAnyNamed: boolean }>> {
  const { filesFolder } = sweep.channel
  const old: string[] = []
  let isAnyNamed = false
  for (const folder of (await readdir(filesFolder)).filter((name) => FOLDER.test(name))) {
    const names = (await readdir(path.join(filesFolder, folder))).filter((name) => SEALED.test(name))
    const places = names.map((name) => `${folder}/${name}`)
    for (const place of places) {
      const found = await stat(path.join(filesFolder, place)).catch(() => null)
      // The time of change says nothing here on purpose; that of the last move, which nobody can set, does.
      if (found && found.ctimeMs < before) old.push(place)
    }
    isAnyNamed ||= (await unnamedAmong(places, sweep)).length < places.length
  }
  return { old, isAnyNamed }
}

async function unnamedAmong(
  paths: readonly string[],
  { channel, agencyIds }: Pick<Sweep, 'channel' | 'agencyIds'>,
): Promise<readonly string[]> {
  let left = paths
  for (const agencyId of agencyIds) {
    if (left.length === 0) return []
    const asked = left
    const named = await withProtected(channel.db, agencyId, (tx) =>
      filePathsAmong(tx, { agencyId, paths: asked }),
    )
    left = left.filter((one) => !named.has(one))
  }
  // Where no agency is known nobody can say whose a file is.
  return agencyIds.length === 0 ? [] : left
}
