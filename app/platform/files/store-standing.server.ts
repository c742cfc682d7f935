import { randomUUID } from 'node:crypto'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AwsClient } from 'aws4fetch'
import { UNFINISHED } from './disk-store.server.ts'
import { filesFolder } from './open-store.server.ts'
import type { S3Settings } from './s3-store.server.ts'

/** 'full': nothing more can be kept. 'refused': the store does not take our keys, or they may not look into the bucket. */
export type StoreStanding = 'ok' | 'full' | 'refused' | 'away'

export type StandingSettings = Readonly<{
  /** Absolute. */
  dataDir: string
  /** Null: files lie under `dataDir`. */
  s3: S3Settings | null
}>

/** With less than this nothing is kept, whatever its size. In bytes. */
const LEAST_FREE = 32 * 1024 * 1024
const KEPT_MS = 10_000
const LONGEST_QUESTION_MS = 2_000

/**
 * Whether files can be kept: asked of the store itself, and remembered for ten seconds. What comes in lies on the disk of this
 * machine first, so that is asked too where the store is elsewhere. Never rejects.
 */
export function watchStore(settings: StandingSettings, now = Date.now): () => Promise<StoreStanding> {
  let asked: Readonly<{ at: number; answer: Promise<StoreStanding> }> | null = null
  return () => {
    if (asked === null || now() - asked.at > KEPT_MS) asked = { at: now(), answer: standingOf(settings) }
    return asked.answer
  }
}

async function standingOf({ dataDir, s3 }: StandingSettings): Promise<StoreStanding> {
  const disk = await diskStanding(s3 ? dataDir : filesFolder(dataDir)).catch(() => 'away' as const)
  if (disk !== 'ok' || s3 === null) return disk
  return bucketStanding(s3).catch(() => 'away' as const)
}

async function diskStanding(folder: string): Promise<StoreStanding> {
  await mkdir(folder, { recursive: true })
  if ((await freeBytes(folder)) < LEAST_FREE) return 'full'
  const trial = path.join(folder, `${randomUUID()}${UNFINISHED}`)
  try {
    await writeFile(trial, '', { flag: 'wx' })
  } finally {
    await rm(trial, { force: true })
  }
  return 'ok'
}

async function bucketStanding({
  endpoint,
  bucket,
  region,
  keyId,
  secret,
}: S3Settings): Promise<StoreStanding> {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 0,
  })
  const signal = AbortSignal.timeout(LONGEST_QUESTION_MS)
  const { status } = await client.fetch(`${endpoint}/${bucket}`, { method: 'HEAD', signal })
  if (status === 401 || status === 403) return 'refused'
  return status < 400 ? 'ok' : 'away'
}

/** Room that is free for this program in the file system of a folder, in bytes. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
