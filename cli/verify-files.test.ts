import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findPublications, insertPublicationFiles } from '../app/features/approvals/index.server.ts'
import { insertStoredFile } from '../app/features/evidence/storing/stored-file.repo.server.ts'
import type { Ctx } from '../app/platform/ctx.server.ts'
import { withAgency } from '../app/platform/db/tenant.server.ts'
import { openStore } from '../app/platform/files/open-store.server.ts'
import { anAgency } from '../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'
import { aPublishedReport } from '../tests/support/example-at-work.ts'
import { verifyFiles } from './commands/verify-files.ts'

// Each call is a process of its own.
vi.setConfig({ testTimeout: 60_000 })

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-files-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const placeOf = (ctx: Ctx, sha256: string) =>
  path.join(folder, 'files', ctx.agency.id, sha256.slice(0, 2), sha256)
const store = () => openStore({ dataDir: folder, s3: null })

/** Puts a text into the store under its hash; gives the hash. */
async function keep(ctx: Ctx, text: string): Promise<string> {
  const key = { agencyId: ctx.agency.id, sha256: hashOf(text) }
  const place = path.join(folder, key.sha256)
  writeFileSync(place, text)
  await store().put({ ...key, path: place, size: Buffer.byteLength(text), mediaType: 'text/plain' })
  // The store gives it a second name: the first must not stay, else both would be altered at once.
  rmSync(place)
  return key.sha256
}

async function keepEvidence(ctx: Ctx, text: string): Promise<string> {
  const sha256 = await keep(ctx, text)
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertStoredFile(tx, {
      ...{ agencyId: ctx.agency.id, sha256, size: text.length, mediaType: 'text/plain', at: ctx.now() },
    }),
  )
  return sha256
}

/** The files of the agency's publication, by name; gives their hashes. */
async function keepPublished(ctx: Ctx, texts: Readonly<Record<string, string>>): Promise<string[]> {
  const hashes: string[] = []
  for (const text of Object.values(texts)) hashes.push(await keep(ctx, text))
  const [publication] = await findPublications(ctx, { kind: 'report' })
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertPublicationFiles(tx, {
      agencyId: ctx.agency.id,
      publicationId: publication?.id ?? '',
      files: Object.keys(texts).map((fileName, at) => ({
        ...{ format: 'pdf', fileName, mediaType: 'application/pdf', size: 1, sha256: hashes[at] ?? '' },
      })),
      at: ctx.now(),
      madeWith: 'test',
    }),
  )
  return hashes
}

const prongsai = (lang: string): Promise<Readonly<{ code: number; out: string }>> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: folder }
    const args = ['cli/main.ts', 'verify', '--lang', lang, ...(lang === 'en' ? [] : ['--json'])]
    execFile(process.execPath, args, { encoding: 'utf8', env }, (error, out) =>
      resolve({ code: Number(error?.code ?? 0), out }),
    )
  })

test('every file of evidence and of publications is read again; what is missing or altered is named', async () => {
  const ctx = await anAgency(database)
  await aPublishedReport(ctx)
  const whole = await keepEvidence(ctx, 'หลักฐาน')
  const altered = await keepEvidence(ctx, 'หลักฐานที่ถูกแก้ไข')
  const [missing = '', folderInItsPlace = ''] = await keepPublished(ctx, {
    'report-2567-v1.pdf': 'รายงาน',
    'report-2567-v1.docx': 'เอกสาร',
  })
  const onFile = vi.fn()
  expect(await verifyFiles([ctx], { store: store(), onFile })).toEqual({ checked: 4, bad: [] })
  expect(onFile.mock.lastCall).toEqual([4])

  appendFileSync(placeOf(ctx, altered), ' ')
  rmSync(placeOf(ctx, missing))
  rmSync(placeOf(ctx, folderInItsPlace))
  mkdirSync(placeOf(ctx, folderInItsPlace))
  const { code: agency } = ctx.agency
  const bad = [
    { agency, sha256: altered, fileName: null, problem: 'altered' },
    { agency, sha256: missing, fileName: 'report-2567-v1.pdf', problem: 'missing' },
    { agency, sha256: folderInItsPlace, fileName: 'report-2567-v1.docx', problem: 'unreadable' },
  ]
  const found = await verifyFiles([ctx], { store: store(), onFile })
  expect(found.checked).toBe(4)
  expect(found.bad).toHaveLength(3)
  expect(found.bad).toEqual(expect.arrayContaining(bad))

  const asData = await prongsai('th')
  expect(asData.code).toBe(1)
  expect(JSON.parse(asData.out)).toMatchObject({ ok: false, files: { checked: 4 } })
  const inWords = await prongsai('en')
  expect(inWords.code).toBe(1)
  expect(inWords.out).toContain('files that are kept: 1 are there')
  expect(inWords.out).toContain(`✗ ${agency}: the file report-2567-v1.pdf is missing; hash ${missing}`)
  expect(inWords.out).not.toContain(whole)
})

test('more files than one question gives are all read', async () => {
  const ctx = await anAgency(database)
  const texts = Array.from({ length: 501 }, (_, at) => `หลักฐานที่ ${at}`)
  await withAgency(ctx.db, ctx.agency.id, async (tx) => {
    for (const text of texts)
      await insertStoredFile(tx, {
        ...{ agencyId: ctx.agency.id, sha256: hashOf(text), size: 1, mediaType: 'text/plain', at: ctx.now() },
      })
  })
  const found = await verifyFiles([ctx], { store: store(), onFile: () => {} })
  expect([found.checked, new Set(found.bad.map(({ sha256 }) => sha256)).size]).toEqual([501, 501])
})
