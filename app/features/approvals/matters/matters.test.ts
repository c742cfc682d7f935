import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { resolveWithdrawal } from '../../../../tests/support/approved.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceFile, anEvidenceLink } from '../../../../tests/support/evidence-builders.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { insertVersion } from '../../evidence/evidence.repo.server.ts'
import type { MatterSource } from '../matter-source.server.ts'
import { findPublications } from '../publications/publications.queries.server.ts'
import { withdrawPublication } from '../publications/usecases/withdraw-publication.server.ts'
import { documentMatter } from './document-matter.server.ts'
import { withdrawalMatter } from './withdrawal-matter.server.ts'

let database: TestDatabase
let ctx: Ctx

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  ctx = await anAgency(database)
})

/** Nothing that is put forward reads the bytes. */
const store = {} as FileStore
const documents = documentMatter({ store, isScanning: true })
const readBy = (source: MatterSource, key: string, by: Ctx = ctx) =>
  withAgency(by.db, by.agency.id, (tx) => source.read(tx, by, { agencyId: by.agency.id, key }))
const offered = async (source: MatterSource, by: Ctx = ctx) => (await source.list(by)).map(({ key }) => key)

describe('a document that may go before a meeting', () => {
  it('is a file of the evidence, named by its title, its hash and its size', async () => {
    const { id, sha256 } = await anEvidenceFile(ctx, { title: 'นโยบาย', fileName: 'policy.pdf', size: 77 })
    expect(await offered(documents)).toEqual([id])
    expect(await readBy(documents, id)).toMatchObject({
      title: 'นโยบาย',
      content: { schema: 'prongsai.document/1', title: 'นโยบาย', fileName: 'policy.pdf', sha256, size: 77 },
    })
  })

  it('is no link, no infected and no confidential file, and none of another agency', async () => {
    const other = await anAgency(database)
    const ids = [
      await anEvidenceLink(ctx),
      (await anEvidenceFile(ctx, { scan: 'infected' })).id,
      (await anEvidenceFile(ctx, { isConfidential: true })).id,
      (await anEvidenceFile(other)).id,
    ]
    expect(await offered(documents)).toEqual([])
    for (const id of ids) expect(await readBy(documents, id)).toBeNull()
    expect(await offered(documents, other)).toEqual([ids[3]])
  })

  it('is another content once there is a new version of its file', async () => {
    const { id } = await anEvidenceFile(ctx)
    const before = await readBy(documents, id)
    const { sha256 } = await anEvidenceFile(ctx)
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      insertVersion(tx, {
        agencyId: ctx.agency.id,
        evidenceId: id,
        source: { kind: 'file', fileName: 'รายงาน.pdf', sha256, location: null },
        by: ctx.actor,
        at: ctx.now(),
      }),
    )
    const after = await readBy(documents, id)
    expect(after?.content).toMatchObject({ sha256 })
    expect(after?.contentHash).not.toBe(before?.contentHash)
  })
})

describe('a withdrawal that may go before a meeting', () => {
  it('names exactly the version that is public, and is offered until that is withdrawn', async () => {
    const contentHash = await aPublishedReport(ctx)
    const [published] = await findPublications(ctx, {})
    const id = published?.id ?? ''
    expect(await offered(withdrawalMatter)).toEqual([id])
    expect((await readBy(withdrawalMatter, id))?.content).toEqual({
      schema: 'prongsai.withdrawal/1',
      kind: 'report',
      key: '2567',
      version: 1,
      contentHash,
    })
    const other = await anAgency(database)
    expect(await readBy(withdrawalMatter, id, other)).toBeNull()

    await resolveWithdrawal(ctx, id)
    const { id: personId } = await aPerson(ctx, { role: 'ita-coordinator' })
    const by = as(ctx, personId, ['ita-coordinator'])
    expect(await withdrawPublication(by, { publicationId: id, reason: 'คะแนนผิด' })).toMatchObject({
      ok: true,
    })
    expect(await offered(withdrawalMatter)).toEqual([])
    expect(await readBy(withdrawalMatter, id)).toBeNull()
  })

  it('is none of what is no publication', async () => {
    expect(await readBy(withdrawalMatter, 'no-identifier')).toBeNull()
    expect(await readBy(withdrawalMatter, '00000000-0000-4000-8000-000000000000')).toBeNull()
  })
})
