import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditOf } from '../../../../tests/support/agency-at-work.ts'
import { clockAt } from '../../../../tests/support/clock.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceFile } from '../../../../tests/support/evidence-builders.ts'
import { aWalkedReport, FILE, SECRET, type WalkedReport } from '../../../../tests/support/walked-report.ts'
import { aMeasureAtWork } from '../../../../tests/support/working-builders.ts'
import type { Schema } from '../../../platform/db/database.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { findPublications, withdrawResolution } from '../../approvals/index.server.ts'
import { newestOf } from '../../approvals/index.ts'
import { attachEvidence } from '../../evidence/index.server.ts'
import { findDraftCycle, findWorkingCycle } from '../../improvement/index.server.ts'
import type { WorkingCycle } from '../../improvement/index.ts'
import { openapiOf } from '../../opendata/index.server.ts'
import type { BrokenLink } from './broken-link.domain.ts'
import { listBrokenRows } from './broken-rows.queries.server.ts'
import { findItemWalk } from './items/item-walk.queries.server.ts'
import { reportsApi } from './openapi/openapi.server.ts'
import { findBrokenLinks, findWalkProof } from './present-state.server.ts'
import { checkWalks } from './usecases/check-walks.server.ts'
import { versionAddress } from './version-address.ts'
import { findWalk } from './walk.queries.server.ts'
import { proofOf } from './walk-proof.server.ts'

let database: TestDatabase
let report: WalkedReport
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  report = await aWalkedReport(database)
})

const sql = (text: string, values: readonly unknown[]) => database.owner.query(text, [...values])
const walk = async (ctx = report.ctx) => {
  const found = await findWalk(ctx, { fiscalYear: 2568, addressOf: versionAddress })
  if (!found) throw new Error('no walk')
  return found
}
const cellOf = async (id: string, ctx = report.ctx) => {
  const cell = (await walk(ctx)).cells.find((one) => one.id === id)
  if (!cell) throw new Error(`no cell ${id}`)
  return cell
}
const links = async (ctx = report.ctx): Promise<readonly BrokenLink[]> => {
  const publication = newestOf(await findPublications(ctx, { kind: 'report' }))
  if (!publication) throw new Error('nothing is public')
  return findBrokenLinks(ctx, publication, report)
}
const check = (ctx = report.ctx) =>
  checkWalks({ ...ctx, actor: { kind: 'system', name: 'walk-checker' } }, report)
const findings = async () =>
  (
    await sql(
      'select code, cell, object_id, resolved_at is not null as over from walk_finding where agency_id = $1 order by raised_at, code',
      [report.ctx.agency.id],
    )
  ).rows
const notices = async () =>
  (
    await sql(
      `select person_id, part, detail->>'title' as title from notice where agency_id = $1 and kind = 'walk.broken' order by person_id`,
      [report.ctx.agency.id],
    )
  ).rows

describe('the proof of a report that was worked on here', () => {
  it('keeps the evidence of each measure, who handed it in and accepted it, and the score that an outcome quotes', async () => {
    const proof = await findWalkProof(report.ctx, report.publicationId)
    const summary = proof?.cells.find(({ cell }) => cell === 'issue-1.measure-1.summary')
    expect(summary).toMatchObject({
      object: { kind: 'measure', id: report.measureId },
      submitted: { byName: SECRET.submitter, role: 'unit-owner', unit: { nameTh: 'ส่วนการตลาด' } },
      accepted: { byName: SECRET.accepter, role: 'ita-coordinator', unit: null },
    })
    expect(new Set(summary?.evidence)).toEqual(new Set([report.evidence.id, report.confidential.id]))
    expect(proof?.scores).toEqual([
      {
        id: report.scoreId,
        ref: '2567:e1',
        value: '88.10',
        nAnswered: 120,
        nRequired: null,
        fileName: 'scores-2567.xlsx',
        sha256: 'd'.repeat(64),
        sheet: 'EIT',
        row: 7,
        importedOn: '2024-09-01',
      },
    ])
    expect(proof?.cells.find(({ cell }) => cell === 'issue-1.outcome-1')?.scores).toEqual([report.scoreId])
  })

  it('does not change when the work goes on', async () => {
    const before = await findWalkProof(report.ctx, report.publicationId)
    await sql('update evidence set title = $1 where id = $2', ['ชื่อใหม่', report.evidence.id])
    await sql('delete from evidence_use where object_id = $1', [report.measureId])
    expect(await findWalkProof(report.ctx, report.publicationId)).toEqual(before)
  })
})

describe('the walk as anybody reads it', () => {
  it('leads from a cell to file, hash, day, unit, role, resolution and item', async () => {
    const summary = await cellOf('issue-1.measure-1.summary')
    expect(summary.evidence).toEqual([
      expect.objectContaining({
        ...FILE,
        sha256: report.evidence.sha256,
        evidenceDate: '2024-08-20',
        broken: [],
      }),
    ])
    expect(summary).toMatchObject({
      basis: 'work',
      submitted: { role: 'unit-owner', unit: { th: 'ส่วนการตลาด' } },
      accepted: { role: 'ita-coordinator' },
      approvedBy: ['report'],
    })
    const { approvals, items } = await walk()
    expect(approvals.report).toEqual([
      expect.objectContaining({ body: 'ที่ประชุมฝ่ายบริหาร', decision: 'approved' }),
    ])
    expect(items.map(({ item }) => item)).toEqual(['2567:e1'])
    expect((await cellOf('issue-1.outcome-1')).scores).toEqual([
      expect.objectContaining({
        item: '2567:e1',
        value: '88.10',
        sha256: 'd'.repeat(64),
        sheet: 'EIT',
        row: 7,
      }),
    ])
  })

  it('is as the interface describes it', async () => {
    const validator = new Ajv2020({ strict: true, allErrors: true })
    validator.addKeyword('components')
    const { components } = openapiOf([reportsApi], 'https://ita.agency.example')
    validator.addSchema({ $id: 'https://ita.agency.example/openapi.json', components })
    const faults = (name: string, answer: unknown) => {
      const validate = validator.getSchema(
        `https://ita.agency.example/openapi.json#/components/schemas/${name}`,
      )
      return validate?.(JSON.parse(JSON.stringify(answer))) ? [] : (validate?.errors ?? ['no schema'])
    }
    expect(faults('Walk', await walk())).toEqual([])
    const item = await findItemWalk(report.ctx, { year: 2567, code: 'e1', addressOf: versionAddress })
    expect(item?.reports[0]?.issues[0]).toMatchObject({
      number: 1,
      results: [{ cell: 'issue-1.outcome-1', after: { value: '88.10' } }],
    })
    expect(faults('ItemWalk', item)).toEqual([])
  })

  it('names nobody and nothing confidential', async () => {
    const told = JSON.stringify([
      await walk(),
      await findItemWalk(report.ctx, { year: 2567, code: 'e1', addressOf: versionAddress }),
    ])
    for (const secret of Object.values(SECRET)) expect(told).not.toContain(secret)
    expect(told).not.toContain(report.confidential.sha256)
    expect((await cellOf('issue-1.measure-1.summary')).confidentialEvidence).toBe(1)
  })

  it('tells no more of evidence that became confidential after publication', async () => {
    await sql('update evidence set is_confidential = true where id = $1', [report.evidence.id])
    const cell = await cellOf('issue-1.measure-1.summary')
    expect(cell.evidence).toEqual([])
    expect(cell.confidentialEvidence).toBe(2)
    expect(JSON.stringify(await walk())).not.toContain(FILE.title)
  })

  it('says on which day evidence expired', async () => {
    await sql('update evidence set expires_on = $1 where id = $2', ['2024-10-15', report.evidence.id])
    const later = { ...report.ctx, now: clockAt('2024-10-16T03:00:00Z') }
    expect((await cellOf('issue-1.measure-1.summary', later)).evidence[0]).toMatchObject({
      broken: ['evidence.expired'],
      expiresOn: '2024-10-15',
    })
    expect((await cellOf('issue-1.measure-1.summary')).evidence[0]?.broken).toEqual([])
  })
})

describe('a link of the walk that no longer holds', () => {
  const summary = 'issue-1.measure-1.summary'

  it('is none while everything stands', async () => {
    expect(await links()).toEqual([])
  })

  it('is evidence of which the last day is over', async () => {
    await sql('update evidence set expires_on = $1 where id = $2', ['2024-09-30', report.evidence.id])
    expect(await links()).toEqual([
      { code: 'evidence.expired', cell: summary, objectId: report.evidence.id, since: '2024-09-30' },
    ])
  })

  it('is not evidence on its last day', async () => {
    await sql('update evidence set expires_on = $1 where id = $2', ['2024-10-01', report.evidence.id])
    expect(await links()).toEqual([])
  })

  it('is evidence that was taken out', async () => {
    await sql('update evidence set removed_at = now() where id = $1', [report.confidential.id])
    expect(await links()).toMatchObject([{ code: 'evidence.removed', objectId: report.confidential.id }])
  })

  it('is a file that the store has no more', async () => {
    await report.takeFile(report.evidence.sha256)
    expect(await links()).toMatchObject([{ code: 'evidence.file-missing', objectId: report.evidence.id }])
  })

  it('is a file in which the scanner found something', async () => {
    await sql(`update stored_file set scan = 'infected' where sha256 = $1`, [report.evidence.sha256])
    expect(await links()).toMatchObject([{ code: 'evidence.file-infected', objectId: report.evidence.id }])
  })

  it('is a resolution that was withdrawn', async () => {
    const [publication] = await findPublications(report.ctx, { kind: 'report' })
    const resolutionId = publication?.steps[0]?.id ?? ''
    const withdrawn = await withdrawResolution(report.ctx, { resolutionId, reason: 'ลงมติผิดเรื่อง' })
    expect(withdrawn.ok).toBe(true)
    expect(await links()).toMatchObject([{ code: 'resolution.withdrawn', cell: '', objectId: resolutionId }])
    expect((await walk()).approvals.report[0]?.isWithdrawn).toBe(true)
  })

  it('is an item that the catalogue does not have', async () => {
    await sql(`alter table publication disable trigger publication_withdrawn_once`, [])
    await sql(
      `update publication set proof = replace(proof::text, '2567:e1', '2567:e99')::jsonb where id = $1`,
      [report.publicationId],
    )
    await sql(`alter table publication enable trigger publication_withdrawn_once`, [])
    expect(await links()).toEqual([
      { code: 'item.unknown', cell: 'issue-1.analysis', objectId: '2567:e99', since: null },
      { code: 'item.unknown', cell: 'issue-1.outcome-1', objectId: '2567:e99', since: null },
    ])
  })
})

describe('the daily check', () => {
  const expire = (day: string | null) =>
    sql('update evidence set expires_on = $1 where id = $2', [day, report.evidence.id])

  it('writes a finding once, tells those who see to the measure once, and says so in the audit log', async () => {
    await expire('2024-09-30')
    expect(await check()).toEqual({ raised: 1, resolved: 0 })
    expect(await check()).toEqual({ raised: 0, resolved: 0 })
    expect(await findings()).toEqual([
      {
        code: 'evidence.expired',
        cell: 'issue-1.measure-1.summary',
        object_id: report.evidence.id,
        over: false,
      },
    ])
    expect(await notices()).toEqual([
      {
        person_id: report.owner,
        part: `publications/${report.publicationId}`,
        title: 'ประเด็นที่ 1 มาตรการที่ 1 สรุปผลการดำเนินการ รายงานปีงบประมาณ พ.ศ. 2568',
      },
    ])
    const raised = (await auditOf(database, report.ctx)).filter(
      ({ action }) => action === 'walk-finding.raised',
    )
    expect(raised).toMatchObject([
      { object_id: report.publicationId, detail: { code: 'evidence.expired', objectId: report.evidence.id } },
    ])
  })

  it('tells the coordinators of what is of no measure', async () => {
    const [publication] = await findPublications(report.ctx, { kind: 'report' })
    await withdrawResolution(report.ctx, { resolutionId: publication?.steps[0]?.id ?? '', reason: 'ผิดเรื่อง' })
    await check()
    expect(await notices()).toMatchObject([{ person_id: report.coordinator }])
  })

  it('ends a finding when its link holds again, and raises another when it breaks anew', async () => {
    await report.takeFile(report.evidence.sha256)
    await check()
    await report.putFile(report.evidence.sha256)
    expect(await check()).toEqual({ raised: 0, resolved: 1 })
    expect(await findings()).toMatchObject([{ code: 'evidence.file-missing', over: true }])
    await report.takeFile(report.evidence.sha256)
    expect(await check()).toEqual({ raised: 1, resolved: 0 })
  })

  it('finds everything once when two look at the same time', async () => {
    await expire('2024-09-30')
    await report.takeFile(report.evidence.sha256)
    const both = await Promise.all([check(), check()])
    expect(both.map(({ raised }) => raised).sort()).toEqual([0, 2])
    expect(await findings()).toHaveLength(2)
    expect(await notices()).toHaveLength(1)
  })

  it('says on the public page that a file is missing, once it was noted', async () => {
    await report.takeFile(report.evidence.sha256)
    await check()
    expect((await cellOf('issue-1.measure-1.summary')).evidence[0]?.broken).toEqual(['evidence.file-missing'])
  })

  it('leaves findings as they are when the store does not answer', async () => {
    const away = {
      store: {
        ...report.store,
        open: () => Promise.reject(new Error('the store is away')),
      },
    }
    await expire('2024-09-30')
    await check()
    await expect(checkWalks(report.ctx, away)).rejects.toThrow('the store is away')
    expect(await findings()).toMatchObject([{ over: false }])
  })

  it('does not look at other agencies', async () => {
    const other = await aWalkedReport(database)
    await sql('update evidence set expires_on = $1 where id = $2', ['2024-09-30', other.evidence.id])
    expect(await check()).toEqual({ raised: 0, resolved: 0 })
  })
})

it('a year without a published report has no walk, and a version that never was has none', async () => {
  expect(await findWalk(report.ctx, { fiscalYear: 2560, addressOf: versionAddress })).toBeNull()
  expect(await findWalk(report.ctx, { fiscalYear: 2568, version: 9, addressOf: versionAddress })).toBeNull()
  expect(
    await findItemWalk(report.ctx, { year: 2567, code: `x${randomUUID()}`, addressOf: versionAddress }),
  ).toBeNull()
})

describe('what the office is shown of it', () => {
  it('names the evidence and where it is mended, but not what is confidential', async () => {
    await report.takeFile(report.evidence.sha256)
    await sql('update evidence set expires_on = $1 where id = $2', ['2024-09-30', report.confidential.id])
    await check()
    const rows = await listBrokenRows(report.ctx, report.publicationId)
    expect(new Set(rows.map(({ code, name, part }) => `${code} ${name} ${part}`))).toEqual(
      new Set([
        `evidence.file-missing ${FILE.title} evidence/${report.evidence.id}`,
        `evidence.expired null evidence/${report.confidential.id}`,
      ]),
    )
  })
})

it('the proof of a large year takes as many statements as that of a small one', async () => {
  const { ctx } = report
  const working = await findWorkingCycle(ctx, 2568)
  if (!working) throw new Error('no year at work')
  const few = await statementsOfProof(working)
  for (let position = 2; position <= 12; position += 1) {
    const id = await aMeasureAtWork(ctx, { cycleId: working.id, issueId: report.issueId, position })
    const evidence = await anEvidenceFile(ctx)
    const attached = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      attachEvidence(tx, ctx, { kind: 'measure', id, evidenceIds: [evidence.id] }),
    )
    expect(attached.ok).toBe(true)
  }
  const large = await findWorkingCycle(ctx, 2568)
  if (!large) throw new Error('no year at work')
  const many = await statementsOfProof(large)
  expect(many.evidence).toBe(few.evidence + 11)
  expect(many.statements).toBe(few.statements)
})

async function statementsOfProof(working: WorkingCycle) {
  const { ctx } = report
  let statements = 0
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: database.pool }),
    log: () => {
      statements += 1
    },
  })
  const draft = await findDraftCycle(ctx, 2568)
  if (!draft) throw new Error('no year at work')
  const proof = await withAgency(db, ctx.agency.id, (tx) =>
    proofOf(tx, ctx, { agencyId: ctx.agency.id, cycle: draft.cycle, working }),
  )
  return { statements, evidence: proof.evidence.length }
}
