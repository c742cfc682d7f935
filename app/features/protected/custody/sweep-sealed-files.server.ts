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

/** Takes away sealed files that no case of any agency names, once they are more than a day old. Tells nobody how many. */
export async function sweepSealedFiles({ channel, agencyIds, now, isStopped }: Sweep): Promise<void> {
  const before = now.getTime() - ORPHAN_AFTER_MS
  for (const folder of (await readdir(channel.filesFolder)).filter((name) => FOLDER.test(name))) {
    if (isStopped()) return
    const old: string[] = []
    for (const name of await readdir(path.join(channel.filesFolder, folder))) {
      const found = await stat(path.join(channel.filesFolder, folder, name)).catch(() => null)
      // The time of change says nothing here on purpose; that of the last move, which nobody can set, does.
      if (found && SEALED.test(name) && found.ctimeMs < before) old.push(`${folder}/${name}`)
    }
    // Asked again right before: its rows may have come since.
    for (const orphan of await unnamedAmong(old, { channel, agencyIds }))
      if ((await unnamedAmong([orphan], { channel, agencyIds })).length === 1)
        await rm(path.join(channel.filesFolder, orphan), { force: true })
  }
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
