import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FILE_LIST, FORMAT, FORMAT_VERSION, HEADER, INDEX, INDEX_SUM, MANIFEST } from '../backup-format.ts'
import { openContainerWriter } from '../container/container-writer.server.ts'
import { openBackup } from '../container/open-backup.server.ts'
import { openContents } from '../restoring/backup-contents.server.ts'
import { nameAt, removeOldShreds, tidyFolder } from './backup-folder.server.ts'

const DAY_MS = 86_400_000
const now = new Date('2026-11-26T18:30:00Z')
const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-backups-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const newest = () => path.join(folder, nameAt(ago(1)))

function put(name: string, written: Date) {
  const file = path.join(folder, name)
  writeFileSync(file, 'x')
  utimesSync(file, written, written)
  return file
}

test('keys of protected cases go after 7 days, by their name and by their time, also where no backup is whole', async () => {
  const old = put(`${nameAt(ago(8))}.shred`, ago(8))
  const copied = put(`${nameAt(ago(9))}.shred`, ago(1))
  const touched = put(`${nameAt(ago(2))}.shred`, ago(30))
  const young = put(`${nameAt(ago(6))}.shred`, ago(6))
  const others = put('holiday.shred', ago(30))
  const ahead = put(`${nameAt(ago(-20))}.shred`, ago(-20))
  const tomorrow = put(`${nameAt(ago(-0.5))}.shred`, ago(-0.5))
  await tidyFolder(folder, { keepDays: 35, now, made: newest() })
  expect([old, copied, touched, young, others, ahead, tomorrow].map((file) => existsSync(file))).toEqual([
    false,
    false,
    false,
    true,
    true,
    false,
    true,
  ])
  expect(await removeOldShreds(folder, now)).toBe(0)
})

test('where no backup is whole nothing else is removed, however old it is', async () => {
  put(nameAt(ago(100)), ago(100))
  mkdirSync(path.join(folder, 'files', 'plain', 'ab'), { recursive: true })
  writeFileSync(path.join(folder, 'files', 'plain', 'ab', 'x.zst'), 'x')
  expect(await tidyFolder(folder, { keepDays: 35, now, made: newest() })).toEqual({
    backups: 0,
    sharedFiles: 0,
    shreds: 0,
  })
  expect(readdirSync(folder).sort()).toEqual([nameAt(ago(100)), 'files'].sort())
})

test('a folder that is not there is no fault', async () => {
  expect(await tidyFolder(path.join(folder, 'none'), { keepDays: 1, now, made: newest() })).toEqual({
    backups: 0,
    sharedFiles: 0,
    shreds: 0,
  })
})

/** A whole backup that shares files and names none. */
async function putBackup(
  at: Date,
  installation = '0'.repeat(64),
  { shared = [], manifest = '' }: Readonly<{ shared?: object[]; manifest?: string }> = {},
) {
  const writer = await openContainerWriter(path.join(folder, nameAt(at)), at)
  const add = (name: string, text: string) =>
    writer.add(
      name,
      (async function* () {
        yield Buffer.from(text)
      })(),
    )
  const header = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    programVersion: '1.0.0',
    id: randomUUID(),
    takenAt: at.toISOString(),
    recipient: null,
    installation,
    sharesFiles: true,
  }
  await add(HEADER, JSON.stringify(header))
  const packed = zstdCompressSync(manifest)
  await writer.add(
    `${MANIFEST}.zst`,
    (async function* () {
      yield packed
    })(),
  )
  await add(FILE_LIST, '')
  const index = JSON.stringify({ members: writer.members(), shared, absent: [] })
  await add(INDEX, index)
  await add(INDEX_SUM, `${createHash('sha256').update(index).digest('hex')}  ${INDEX}\n`)
  await writer.end()
  await writer.close()
}

test('of what lies in the folder of shared files only what a backup put there is removed', async () => {
  await putBackup(ago(1))
  const hash = '0f'.repeat(32)
  const put = (place: string, at = ago(3)) => {
    const file = path.join(folder, 'files', place)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'x')
    utimesSync(file, at, at)
    return file
  }
  // As the store of files has it, where BACKUP_DIR was set to DATA_DIR.
  const stored = put(`${randomUUID()}/0f/${hash}`)
  const others = put('letters/2569/letter.pdf')
  const shared = put(`plain/0f/${hash}.zst`)
  const sealed = put(`age1qqqqqqqq/0f/${hash}.zst.age`)
  const brokenOff = put(`plain/0f/${hash}.zst.unfinished`)
  // Another machine may be at a backup that names it.
  const young = put(`plain/1f/${'1f'.repeat(32)}.zst`, ago(1))
  expect(await tidyFolder(folder, { keepDays: 35, now, made: newest() })).toEqual({
    backups: 0,
    sharedFiles: 3,
    shreds: 0,
  })
  expect([stored, others, young, shared, sealed, brokenOff].map((file) => existsSync(file))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('the three newest stay, however old a clock that is ahead makes them, and those of another installation too', async () => {
  for (const days of [1, 100, 101, 102]) await putBackup(ago(days))
  await putBackup(ago(103), '1'.repeat(64))
  expect(await tidyFolder(folder, { keepDays: 35, now, made: newest() })).toMatchObject({ backups: 1 })
  expect([1, 100, 101, 102, 103].filter((days) => existsSync(path.join(folder, nameAt(ago(days)))))).toEqual([
    1, 100, 101, 103,
  ])
})

test('in a folder that two installations use what cannot be read is nobody’s to remove', async () => {
  for (const days of [1, 2, 3]) await putBackup(ago(days))
  put(nameAt(ago(90)), ago(90))
  await putBackup(ago(4), '1'.repeat(64))
  expect(await tidyFolder(folder, { keepDays: 35, now, made: newest() })).toMatchObject({ backups: 0 })
  rmSync(path.join(folder, nameAt(ago(4))))
  expect(await tidyFolder(folder, { keepDays: 35, now, made: newest() })).toMatchObject({ backups: 1 })
})

test('a list that leads out of the folder of shared files, or to what is no file, is refused', async () => {
  const hash = 'ab'.repeat(32)
  const listed = (place: string) => ({ shared: [{ path: place, size: 1, sha256: hash }] })
  for (const [days, place] of [
    '../../etc/passwd',
    `plain/../ab/${hash}.zst`,
    `plain/cd/${hash}.zst`,
  ].entries()) {
    await putBackup(ago(days), undefined, listed(place))
    await expect(openBackup(path.join(folder, nameAt(ago(days))))).rejects.toMatchObject({
      code: 'backup.damaged',
    })
  }
  await putBackup(ago(5), undefined, listed(`plain/ab/${hash}.zst`))
  mkdirSync(path.join(folder, 'files', 'plain', 'ab'), { recursive: true })
  symlinkSync('/etc/passwd', path.join(folder, 'files', 'plain', 'ab', `${hash}.zst`))
  const backup = await openBackup(path.join(folder, nameAt(ago(5))))
  await expect(backup.check()).rejects.toMatchObject({ code: 'backup.shared-file' })
  await backup.close()
})

test('a manifest that is no JSON, or says too little, is told as damage', async () => {
  for (const [days, manifest] of ['{"id": ', '{}'].entries()) {
    await putBackup(ago(days), undefined, { manifest })
    const backup = await openBackup(path.join(folder, nameAt(ago(days))))
    await expect(openContents(backup, null)).rejects.toMatchObject({ code: 'backup.damaged' })
    await backup.close()
  }
})
