import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { evidenceFacts } from '../../../../tests/support/evidence-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { createDiskStore } from '../../../platform/files/disk-store.server.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { insertEvidence } from '../../evidence/evidence.repo.server.ts'
import { documentMatter } from './document-matter.server.ts'

let database: TestDatabase
let folder: string
let store: FileStore
let ctx: Ctx

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'document-test-'))
  store = createDiskStore(path.join(folder, 'store'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.drop()
})
beforeEach(async () => {
  ctx = await anAgency(database)
})

const BYTES = Buffer.from('%PDF-1.7 policy')
const SHA256 = createHash('sha256').update(BYTES).digest('hex')

async function aDocument(scan: string): Promise<string> {
  const source = path.join(folder, 'policy')
  const file = { agencyId: ctx.agency.id, sha256: SHA256, size: BYTES.length, mediaType: 'application/pdf' }
  await writeFile(source, BYTES)
  await store.put({ ...file, path: source })
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    await tx
      .insertInto('stored_file')
      .values({
        agency_id: file.agencyId,
        sha256: file.sha256,
        size: file.size,
        media_type: file.mediaType,
        stored_at: ctx.now(),
        scan,
        scanned_at: scan === 'not-scanned' ? null : ctx.now(),
      })
      .execute()
    return insertEvidence(tx, {
      agencyId: ctx.agency.id,
      facts: evidenceFacts({ title: 'นโยบาย' }),
      source: { kind: 'file', fileName: 'policy.pdf', sha256: SHA256, location: null },
      by: ctx.actor,
      at: ctx.now(),
    })
  })
}

const source = (isScanning = true) => documentMatter({ store, isScanning })
const frozen = async (id: string) => {
  const now = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    source().read(tx, ctx, { agencyId: ctx.agency.id, key: id }),
  )
  if (!now) throw new Error('it is not put forward')
  return now.content
}
const change = (table: string, set: string) =>
  database.owner.query(`update ${table} set ${set} where agency_id = $1`, [ctx.agency.id])

describe('the paper of a document that was put before a meeting', () => {
  it('is its file, byte for byte', async () => {
    const content = await frozen(await aDocument('clean'))
    expect(Buffer.from((await source().paper(ctx, content))?.bytes ?? [])).toEqual(BYTES)
  })

  it('is nothing once the piece became confidential, for everybody who reads meetings reads the pack', async () => {
    const content = await frozen(await aDocument('clean'))
    await change('evidence', 'is_confidential = true')
    expect(await source().paper(ctx, content)).toBeNull()
  })

  it('is nothing while the scanner has not seen the file, and for ever where it found something', async () => {
    const content = await frozen(await aDocument('not-scanned'))
    expect(await source().paper(ctx, content)).toBeNull()
    expect(await source(false).paper(ctx, content)).not.toBeNull()
    await change('stored_file', `scan = 'infected', scan_finding = 'EICAR', scanned_at = now()`)
    expect(await source(false).paper(ctx, content)).toBeNull()
  })

  it('is nothing of another agency that has the same file', async () => {
    const content = await frozen(await aDocument('clean'))
    expect(await source().paper(await anAgency(database), content)).toBeNull()
  })
})
