import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceFile, anEvidenceLink } from '../../../../tests/support/evidence-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { findPublicFile, openPublicFile } from './public-file.repo.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const open = (ctx: Ctx, evidenceId: string) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => openPublicFile(tx, ctx, { agencyId: ctx.agency.id, evidenceId }))
const find = (ctx: Ctx, sha256: string, isScanning = false, fileName = 'แผน.pdf') =>
  findPublicFile(ctx, { sha256, fileName, isScanning })

test('a file of evidence is given to everybody under its hash and name, once, with one entry in the log', async () => {
  const ctx = await anAgency(database)
  const { id, sha256 } = await anEvidenceFile(ctx, { fileName: 'แผน.pdf', size: 321 })
  const asked = { sha256, fileName: 'แผน.pdf', mediaType: 'application/pdf', size: 321 }
  expect(await open(ctx, id)).toEqual({ ok: true, value: asked })
  expect(await open(ctx, id)).toEqual({ ok: true, value: asked })
  expect(await find(ctx, sha256)).toMatchObject({ ...asked, ended: null, isOpen: true })
  expect(await find(ctx, sha256, false, 'other.pdf')).toBeNull()
  const opened = (await auditOf(database, ctx)).filter(({ action }) => action === 'public-file.opened')
  expect(opened.map(({ object_id }) => object_id)).toEqual([sha256])
})

test('nobody else’s agency has it', async () => {
  const [ctx, other] = [await anAgency(database), await anAgency(database)]
  const { id, sha256 } = await anEvidenceFile(ctx, { fileName: 'แผน.pdf' })
  await open(ctx, id)
  expect(await find(other, sha256)).toBeNull()
  expect(await open(other, id)).toEqual({ ok: false, error: 'file.unknown' })
})

test('a link, a confidential file and an infected one are refused; an unknown one is unknown', async () => {
  const ctx = await anAgency(database)
  const link = await anEvidenceLink(ctx)
  const secret = await anEvidenceFile(ctx, { isConfidential: true })
  const infected = await anEvidenceFile(ctx, { scan: 'infected' })
  expect(await open(ctx, link)).toEqual({ ok: false, error: 'file.unknown' })
  expect(await open(ctx, secret.id)).toEqual({ ok: false, error: 'file.confidential' })
  expect(await open(ctx, infected.id)).toEqual({ ok: false, error: 'file.infected' })
  expect(await open(ctx, 'none')).toEqual({ ok: false, error: 'file.unknown' })
})

test('what the scanner has not seen waits, where there is one', async () => {
  const ctx = await anAgency(database)
  const { id, sha256 } = await anEvidenceFile(ctx, { fileName: 'แผน.pdf', scan: 'not-scanned' })
  expect((await open(ctx, id)).ok).toBe(true)
  expect(await find(ctx, sha256, true)).toMatchObject({ isOpen: false })
  expect(await find(ctx, sha256, false)).toMatchObject({ isOpen: true })
})

test('where the only piece that is there became confidential, one that was taken out does not keep its file open', async () => {
  const ctx = await anAgency(database)
  const { id, sha256 } = await anEvidenceFile(ctx, { fileName: 'แผน.pdf' })
  const { id: copy } = await anEvidenceFile(ctx, { fileName: 'แผน.pdf', sha256 })
  await open(ctx, id)
  const set = (evidenceId: string, facts: { removed_at: Date } | { is_confidential: true }) =>
    withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx.updateTable('evidence').set(facts).where('id', '=', evidenceId).execute(),
    )
  await set(copy, { removed_at: ctx.now() })
  expect(await find(ctx, sha256)).toMatchObject({ isOpen: true })
  await set(id, { is_confidential: true })
  expect(await find(ctx, sha256)).toMatchObject({ isOpen: false })
})
