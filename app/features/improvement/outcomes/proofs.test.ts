import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceLink } from '../../../../tests/support/evidence-builders.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../tests/support/working-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { countEvidenceUses, findEvidencePanel } from '../../evidence/index.server.ts'
import type { EvidenceObject } from '../../evidence/index.ts'
import { findIssuePage } from '../issues/issue-page.server.ts'
import { attachToIssue, detachFromIssue } from '../issues/usecases/prove-issue.server.ts'
import { removeIssue } from '../issues/usecases/remove-issue.server.ts'
import { addOutcome } from './usecases/add-outcome.server.ts'
import { attachToOutcome, detachFromOutcome } from './usecases/prove-outcome.server.ts'
import { removeOutcome } from './usecases/remove-outcome.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** An issue of two units, with an outcome of the first, and a piece of evidence in the library. */
async function aScene() {
  const agency = await anAgency(database)
  const cycleId = await anOpenYear(agency)
  const issueId = await anIssueAtWork(agency, { cycleId })
  const [csr, dcm] = [await aUnit(agency, 'CSR'), await aUnit(agency, 'DCM')]
  const first = await aMeasureAtWork(agency, { cycleId, issueId, unitIds: [csr] })
  await aMeasureAtWork(agency, { cycleId, issueId, position: 2, unitIds: [dcm] })
  const { id } = await aPerson(agency)
  const ctx = as(agency, id, ['ita-coordinator'])
  const added = await addOutcome(ctx, { issueId, typed: { covers: [first], text: 'ดีขึ้น' } })
  if (!added.ok) throw new Error(added.error.code)
  return {
    agency,
    ctx,
    issueId,
    outcomeId: added.value,
    evidenceId: await anEvidenceLink(ctx),
    owner: as(agency, id, [{ role: 'unit-owner', unitId: csr }]),
    otherOwner: as(agency, id, [{ role: 'unit-owner', unitId: dcm }]),
  }
}

const provedBy = async (ctx: Ctx, object: EvidenceObject) =>
  (await findEvidencePanel(ctx, { object, searchParams: new URLSearchParams(), mayAttach: false })).items.map(
    ({ id }) => id,
  )

describe('evidence of an outcome', () => {
  it('is attached and detached by the owner of a unit that it covers, and counted on the page of the issue', async () => {
    const { ctx, owner, issueId, outcomeId, evidenceId } = await aScene()
    const object = { kind: 'outcome', id: outcomeId } as const
    expect(await attachToOutcome(owner, { outcomeId, evidenceIds: [evidenceId] })).toEqual({
      ok: true,
      value: [evidenceId],
    })
    expect(await provedBy(ctx, object)).toEqual([evidenceId])
    expect((await findIssuePage(ctx, issueId))?.outcomes.map(({ evidence }) => evidence)).toEqual([1])
    expect(await attachToOutcome(owner, { outcomeId, evidenceIds: [evidenceId] })).toEqual({
      ok: true,
      value: [],
    })
    expect(await detachFromOutcome(owner, { outcomeId, evidenceId })).toEqual({ ok: true, value: true })
    expect(await detachFromOutcome(owner, { outcomeId, evidenceId })).toEqual({ ok: true, value: false })
    expect(await provedBy(ctx, object)).toEqual([])
    expect((await auditOf(database, ctx)).slice(-2)).toMatchObject([
      { action: 'evidence.attached', object_id: outcomeId },
      { action: 'evidence.detached', object_id: outcomeId },
    ])
  })

  it('is refused to the owner of another unit, and of what is not there', async () => {
    const { ctx, otherOwner, outcomeId, evidenceId } = await aScene()
    const evidenceIds = [evidenceId]
    const refused = { error: { code: 'permission.refused', act: 'outcome.change' } }
    expect(await attachToOutcome(otherOwner, { outcomeId, evidenceIds })).toMatchObject(refused)
    expect(await detachFromOutcome(otherOwner, { outcomeId, evidenceId })).toMatchObject(refused)
    expect(await attachToOutcome(ctx, { outcomeId, evidenceIds: ['x'] })).toMatchObject({
      error: { code: 'evidence.unknown' },
    })
    await removeOutcome(ctx, outcomeId)
    for (const id of [outcomeId, 'x', ctx.agency.id])
      expect(await attachToOutcome(ctx, { outcomeId: id, evidenceIds })).toMatchObject({
        error: { code: 'outcome.unknown' },
      })
    expect((await countEvidenceUses(ctx, { kind: 'outcome' })).size).toBe(0)
  })
})

describe('evidence of an issue', () => {
  it('is attached and detached by the coordinator alone', async () => {
    const { ctx, owner, issueId, evidenceId } = await aScene()
    const object = { kind: 'issue', id: issueId } as const
    const evidenceIds = [evidenceId]
    const refused = { error: { code: 'permission.refused', act: 'issue.change' } }
    expect(await attachToIssue(owner, { issueId, evidenceIds })).toMatchObject(refused)
    expect(await attachToIssue(ctx, { issueId, evidenceIds })).toEqual({ ok: true, value: evidenceIds })
    expect(await provedBy(owner, object)).toEqual(evidenceIds)
    expect(await detachFromIssue(owner, { issueId, evidenceId })).toMatchObject(refused)
    expect(await detachFromIssue(ctx, { issueId, evidenceId })).toEqual({ ok: true, value: true })
    expect(await provedBy(owner, object)).toEqual([])
  })

  it('is refused of an issue that was taken out, and of another agency', async () => {
    const { ctx, issueId, evidenceId } = await aScene()
    const elsewhere = await aScene()
    const evidenceIds = [evidenceId]
    const unknown = { error: { code: 'issue.unknown' } }
    expect(await attachToIssue(ctx, { issueId: elsewhere.issueId, evidenceIds })).toMatchObject(unknown)
    await removeIssue(ctx, issueId)
    expect(await attachToIssue(ctx, { issueId, evidenceIds })).toMatchObject(unknown)
    expect(await detachFromIssue(ctx, { issueId, evidenceId })).toMatchObject(unknown)
  })
})
