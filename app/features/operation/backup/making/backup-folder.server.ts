import { open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import {
  type BackupIndex,
  ENDING,
  FILE_LIST,
  type ListedFile,
  readFileLine,
  sharedPath,
} from '../backup-format.ts'
import { companionOf } from '../companions/companion.server.ts'
import { collect, type OpenBackup, openBackup } from '../container/open-backup.server.ts'
import { listShared } from './copy-files.server.ts'

const DAY_MS = 86_400_000
/** Promised to who reports: a case that was destroyed is lost after as many days in every backup. */
const SHRED_DAYS = 7

/** Whether keys of protected cases were kept for as long as they may be, or say to be of a day that has not come: none knows then. */
export const isShredOver = (at: Date, now: Date): boolean =>
  now.getTime() - at.getTime() > SHRED_DAYS * DAY_MS || at.getTime() - now.getTime() > DAY_MS

/** A clock that was ahead makes every backup old: so many whole ones stay whatever it says. */
const ALWAYS_KEPT = 3

/** Where the files lie that the backups of a folder share. */
export const sharedFolderOf = (folder: string): string => path.join(folder, 'files')

/** What a backup of that moment is called: in UTC, so that names stand in the order of time. */
export const nameAt = (at: Date): string =>
  `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z${ENDING}`

const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.prongsai/

/** Null where a name is none of a backup of a folder. */
function timeOf(name: string): Date | null {
  const [, ...parts] = NAME.exec(name) ?? []
  const [year, month, day, hour, minute, second] = parts.map(Number)
  return parts.length === 6
    ? new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second))
    : null
}

/** Backups of a folder, the newest first, those that are being made and those that are none left out. */
async function listBackups(folder: string): Promise<readonly Readonly<{ file: string; at: Date }>[]> {
  const found = []
  for (const name of (await readdir(folder).catch(() => [])).sort().reverse()) {
    const at = timeOf(name)
    if (at && name.endsWith(ENDING)) found.push({ file: path.join(folder, name), at })
  }
  return found
}

/** What is stored of shared files, as the newest readable backup beside `file` knows it. */
export async function knownShared(file: string): Promise<ReadonlyMap<string, BackupIndex['shared'][number]>> {
  for (const { file: earlier } of await listBackups(path.dirname(file))) {
    const backup = await openBackup(earlier).catch(() => null)
    await backup?.close()
    if (backup) return new Map(backup.index.shared.map((one) => [one.path, one]))
  }
  return new Map()
}

async function installationOf(file: string): Promise<string | null> {
  const backup = await openBackup(file).catch(() => null)
  await backup?.close()
  return backup?.header.installation ?? null
}

export type Tidied = Readonly<{ backups: number; sharedFiles: number; shreds: number }>

/**
 * Removes backups that are older than `keepDays`, but never the 3 newest that are whole, and then shared files that none of
 * the others names. Those of another installation than that of the backup `made` are not touched, nor, where there are such,
 * any that cannot be read: nobody knows whose they are. `.shred` goes after 7 days, whatever happens to the rest.
 */
export async function tidyFolder(
  folder: string,
  { keepDays, now, made }: Readonly<{ keepDays: number; now: Date; made: string }>,
): Promise<Tidied> {
  const shreds = await removeOldShreds(folder, now)
  const installation = await installationOf(made)
  const kept: OpenBackup[] = []
  let own = 0
  let isSure = true
  let backups = 0
  const found = []
  for (const { file, at } of await listBackups(folder))
    found.push({ file, at, backup: await openBackup(file).catch(() => null) })
  const isOfOthers = (backup: OpenBackup) => backup.header.installation !== installation
  const isShared = found.some(({ backup }) => backup !== null && isOfOthers(backup))
  for (const { file, at, backup } of found) {
    const isOld = now.getTime() - at.getTime() > keepDays * DAY_MS
    const isOthers = backup === null ? isShared : isOfOthers(backup)
    if (isOld && own >= ALWAYS_KEPT && !isOthers) {
      await backup?.close()
      await removeBackup(file)
      backups += 1
    } else if (backup) {
      kept.push(backup)
      if (!isOthers) own += 1
    } else isSure = false
  }
  // What a backup names that cannot be read is not known.
  const sharedFiles =
    isSure && kept.length > 0 ? await removeUnnamed(sharedFolderOf(folder), { kept, now }) : 0
  for (const backup of kept) await backup.close()
  await removeBrokenOff(folder, now)
  return { backups, sharedFiles, shreds }
}

/** Keys of protected cases that were kept for 7 days: overwritten and removed. Answers how many files there were. */
export async function removeOldShreds(folder: string, now: Date): Promise<number> {
  let removed = 0
  const failed: unknown[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const at = timeOf(name)
    if (!at || !/\.shred(\..*)?$/.test(name)) continue
    const place = path.join(folder, name)
    const found = await stat(place).catch(() => null)
    // Of two times either: one that was copied here has a younger one.
    if (!found || ![at, found.mtime].some((time) => isShredOver(time, now))) continue
    try {
      await overwrite(place, found.size)
      await rm(place, { force: true })
      removed += 1
    } catch (error) {
      failed.push(error)
    }
  }
  // One that cannot be removed keeps no other, and is told of.
  if (failed.length > 0) throw failed[0]
  return removed
}

async function overwrite(place: string, size: number): Promise<void> {
  const handle = await open(place, 'r+')
  try {
    await handle.write(Buffer.alloc(size), 0, size, 0)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

async function removeBackup(file: string): Promise<void> {
  // The backup goes first: without it nobody takes the others for its own.
  for (const one of [file, companionOf(file, 'keys'), companionOf(file, 'shred')])
    await rm(one, { force: true })
}

/** Of a backup that was broken off by a kill; the next one has another name. */
async function removeBrokenOff(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const at = timeOf(name)
    if (at && /\.(partial|lock|draft)$/.test(name) && now.getTime() - at.getTime() > DAY_MS)
      await rm(path.join(folder, name), { force: true })
  }
}

/** As `sharedPath` names them, whole or not. Nothing else is taken for a backup's: the folder may have been somebody's before. */
const SHARED = /^(?:plain|age1[0-9a-z]{8})\/[0-9a-f]{2}\/[0-9a-f]{64}\.zst(?:\.age)?(?:\.unfinished)?$/

/** What another machine is just writing into a folder that both use is named by no backup yet. */
const LONGEST_MAKING_MS = 2 * DAY_MS

async function removeUnnamed(
  folder: string,
  { kept, now }: Readonly<{ kept: readonly OpenBackup[]; now: Date }>,
): Promise<number> {
  const named = new Set<string>()
  for (const backup of kept)
    for (const file of await listOf(backup)) named.add(sharedPath(file.sha256, backup.header.recipient))
  let removed = 0
  for (const place of await listShared(folder))
    if (SHARED.test(place) && !named.has(place)) {
      // Gone meanwhile: another machine has given it its name, or tidied too.
      const found = await stat(path.join(folder, place)).catch(() => null)
      if (!found || now.getTime() - found.mtimeMs <= LONGEST_MAKING_MS) continue
      await rm(path.join(folder, place), { force: true })
      removed += 1
    }
  return removed
}

/** The files that a backup names. */
async function listOf(backup: OpenBackup): Promise<readonly ListedFile[]> {
  const bytes = backup.read(FILE_LIST)
  const lines = bytes ? (await collect(bytes)).toString('utf8').split('\n') : []
  return lines.flatMap((line) => readFileLine(line) ?? [])
}
