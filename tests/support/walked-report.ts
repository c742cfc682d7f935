import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { attachEvidence } from '../../app/features/evidence/index.server.ts'
import { publishReport } from '../../app/features/reports/index.server.ts'
import { aValue } from '../../app/kernel/field.ts'
import { plain } from '../../app/kernel/rich-text.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { createDiskStore } from '../../app/platform/files/disk-store.server.ts'
import type { FileStore } from '../../app/platform/files/file-store.ts'
import { anAgency, aPerson } from './agency-at-work.ts'
import { approveForPublication } from './approved.ts'
import type { TestDatabase } from './database.ts'
import { anEvidenceFile } from './evidence-builders.ts'
import { aMeasureAtWork, anIssueAtWork, anOpenYear, aUnit } from './working-builders.ts'

export const SECRET = {
  submitter: 'นางสาวผู้ส่ง ชื่อจริง',
  accepter: 'นายผู้ตรวจ ชื่อจริง',
  title: 'บันทึกลับเรื่องร้องเรียน',
  fileName: 'secret-complaint.pdf',
} as const
export const FILE = { title: 'ภาพการอบรม', fileName: 'training.jpg' } as const

export type WalkedReport = Readonly<{
  ctx: Ctx
  store: FileStore
  publicationId: string
  measureId: string
  issueId: string
  outcomeId: string
  scoreId: string
  /** Evidence of the measure, and one that is confidential. */
  evidence: Readonly<{ id: string; sha256: string }>
  confidential: Readonly<{ id: string; sha256: string }>
  owner: string
  coordinator: string
  /** Takes a file out of the store, or puts it back. */
  takeFile: (sha256: string) => Promise<void>
  putFile: (sha256: string) => Promise<void>
}>

/**
 * A year that was worked on and is public: one issue with a measure that was handed in and accepted, evidence of it, open and
 * confidential, and an outcome that quotes an imported score.
 */
export async function aWalkedReport(database: TestDatabase): Promise<WalkedReport> {
  const ctx = await anAgency(database)
  const agency = ctx.agency.id
  const sql = (text: string, values: readonly unknown[]) => database.owner.query(text, [...values])
  const unitId = await aUnit(ctx, 'DCM', 'ส่วนการตลาด')
  const owner = await aPerson(ctx, { name: SECRET.submitter, role: 'unit-owner', unitId })
  const coordinator = await aPerson(ctx, { name: SECRET.accepter, role: 'ita-coordinator' })
  const cycleId = await anOpenYear(ctx, { fiscalYear: 2568 })
  const cites = ['2567:e1'] as unknown as never
  const issueId = await anIssueAtWork(ctx, {
    cycleId,
    analysis: [{ kind: 'paragraph', runs: [{ text: 'พบว่า ' }, { text: 'e1', cites }] }],
  })
  const measureId = await aMeasureAtWork(ctx, {
    cycleId,
    issueId,
    state: 'done',
    unitIds: [unitId],
    period: aValue({ written: 'ม.ค. 68', start: '2025-01-01', end: '2025-01-31' }),
    summary: aValue(plain('จัดอบรมแล้ว')),
  })
  for (const [kind, person, name, day] of [
    ['submitted', owner.id, SECRET.submitter, '2024-09-02'],
    ['accepted', coordinator.id, SECRET.accepter, '2024-09-03'],
  ])
    await sql(
      `insert into measure_step (agency_id, id, measure_id, kind, person_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [agency, randomUUID(), measureId, kind, person, name, `${day}T03:00:00Z`],
    )

  const scoreId = randomUUID()
  const importId = randomUUID()
  await sql(
    `insert into score_import (agency_id, id, file_name, sha256, catalogue, imported_at, imported_by)
     values ($1, $2, 'scores-2567.xlsx', $3, '{}', '2024-09-01T03:00:00Z', 'test')`,
    [agency, importId, 'd'.repeat(64)],
  )
  await sql(
    `insert into assessment_score (agency_id, id, import_id, year, ref, value, n_answered, sheet, row_number)
     values ($1, $2, $3, 2567, '2567:e1', '88.10', 120, 'EIT', 7)`,
    [agency, scoreId, importId],
  )
  const outcomeId = randomUUID()
  const fact = {
    kind: 'score',
    label: 'e1',
    before: null,
    after: { year: 2567, value: '88.10', of: '2567:e1' },
    unit: 'คะแนน',
    quote: '',
  }
  await sql(
    `insert into working_outcome (agency_id, id, issue_id, position, covers, text, facts, picked)
     values ($1, $2, $3, 1, $4, $5, $6, $7)`,
    [
      agency,
      outcomeId,
      issueId,
      [measureId],
      JSON.stringify(aValue(plain('คะแนนเป็น 88.10'))),
      JSON.stringify([fact]),
      JSON.stringify([{ before: null, after: scoreId }]),
    ],
  )

  const evidence = await anEvidenceFile(ctx, { ...FILE, evidenceDate: '2024-08-20', mediaType: 'image/jpeg' })
  const { title, fileName } = SECRET
  const confidential = await anEvidenceFile(ctx, { title, fileName, isConfidential: true })
  const attached = await withAgency(ctx.db, agency, (tx) =>
    attachEvidence(tx, ctx, {
      kind: 'measure',
      id: measureId,
      evidenceIds: [evidence.id, confidential.id],
    }),
  )
  if (!attached.ok) throw new Error(attached.error.code)

  const { folder, store, putFile } = await aStore(agency)
  for (const { sha256 } of [evidence, confidential]) await putFile(sha256)
  await approveForPublication(ctx, { fiscalYear: 2568 })
  const published = await publishReport(ctx, {
    fiscalYear: 2568,
    seenHash: await approveForPublication(ctx, { fiscalYear: 2568 }),
    allowsLess: true,
  })
  if (!published.ok) throw new Error(published.error.code)
  return {
    ctx,
    store,
    publicationId: published.value.publicationId,
    measureId,
    issueId,
    outcomeId,
    scoreId,
    evidence,
    confidential,
    owner: owner.id,
    coordinator: coordinator.id,
    takeFile: (sha256) => rm(path.join(folder, agency, sha256.slice(0, 2), sha256)),
    putFile,
  }
}

/** A store on disk that holds what is put into it, whatever the hash. */
async function aStore(agencyId: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'walked-'))
  const store = createDiskStore(folder)
  const source = path.join(folder, 'source')
  await writeFile(source, 'a file')
  const putFile = (sha256: string) =>
    store.put({ agencyId, sha256, path: source, size: 6, mediaType: 'image/jpeg' })
  return { folder, store, putFile }
}
