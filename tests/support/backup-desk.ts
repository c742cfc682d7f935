import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { insertStoredFile } from '../../app/features/evidence/storing/stored-file.repo.server.ts'
import type { Db } from '../../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../../app/platform/db/tenant.server.ts'
import { createDiskStore } from '../../app/platform/files/disk-store.server.ts'
import { inDatabase } from './two-agencies.ts'

export type Settings = Record<string, string>
export type Said = Readonly<{ status: number | null; said: string; printed: string }>

/** A command as somebody types it, while servers of this process go on answering. */
export function prongsai(words: readonly string[], settings: Settings): Promise<Said> {
  const child = spawn(process.execPath, ['cli/main.ts', ...words, '--lang', 'en'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, printed] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said, printed })))
}

/** The document that a command prints with --json; throws what it said where its status is another. */
export async function answerOf(words: readonly string[], settings: Settings, expected = 0) {
  const { status, said, printed } = await prongsai([...words, '--json'], settings)
  if (status !== expected) throw new Error(`prongsai ${words[0]} ended with ${status}: ${said}${printed}`)
  return JSON.parse(printed)
}

/** Starts a command and kills it as soon as `isTime` says so; answers whether it was still at work. */
export async function killedWhen(
  words: readonly string[],
  settings: Settings,
  isTime: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const child = spawn(process.execPath, ['cli/main.ts', ...words], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (child.exitCode === null && !(await isTime())) await new Promise((resolve) => setTimeout(resolve, 2))
  const isKilled = child.exitCode === null && child.kill('SIGKILL')
  await ended
  return isKilled
}

const agencyIn = (db: Db, code: string) =>
  withoutAgency(db, (tx) =>
    tx.selectFrom('agency').select(['id', 'code']).where('code', '=', code).executeTakeFirstOrThrow(),
  )

export type KeptFile = Readonly<{ agencyId: string; sha256: string; size: number; place: string }>

/** Evidence of that many bytes, in the folder of files and in the database. */
export function keepFiles(settings: Settings, sizes: readonly number[]): Promise<readonly KeptFile[]> {
  const folder = path.join(settings.DATA_DIR ?? '', 'files')
  const store = createDiskStore(folder)
  return inDatabase(settings, async (db) => {
    const { id: agencyId } = await agencyIn(db, settings.AGENCY_CODE ?? '')
    const kept: KeptFile[] = []
    for (const size of sizes) {
      const bytes = Buffer.alloc(size, randomUUID())
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const sent = path.join(settings.DATA_DIR ?? '', `sent-${sha256}`)
      writeFileSync(sent, bytes)
      const mediaType = 'text/plain'
      await store.put({ agencyId, sha256, path: sent, size, mediaType })
      rmSync(sent)
      await withAgency(db, agencyId, (tx) =>
        insertStoredFile(tx, { agencyId, sha256, size, mediaType, at: new Date() }),
      )
      kept.push({ agencyId, sha256, size, place: path.join(folder, agencyId, sha256.slice(0, 2), sha256) })
    }
    return kept
  })
}

/** Whether all of these are there under a directory. */
export const areThere = (directory: string, ...names: readonly string[]): boolean =>
  names.every((name) => existsSync(path.join(directory, name)))
