import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceLink } from '../../../../tests/support/evidence-builders.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../tests/support/working-builders.ts'
import { aValue } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import type { Schema } from '../../../platform/db/database.server.ts'
import { attachEvidence } from '../../evidence/index.server.ts'
import { addOutcome } from '../../improvement/outcomes/usecases/add-outcome.server.ts'
import { readWorkOfPerson, readYearOverview } from './year-overview.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const PERIOD = aValue({ written: 'ต.ค. 67 – ธ.ค. 67', start: '2024-10-01', end: '2024-12-31' })
const overviewOf = (ctx: Ctx, query = '', fiscalYear = 2568) =>
  readYearOverview(ctx, { fiscalYear, params: new URLSearchParams(query) })

/** A year with an owner and a coordinator: one measure of each of two units. */
async function aYear() {
  const ctx = await anAgency(database)
  const cycleId = await anOpenYear(ctx)
  const issueId = await anIssueAtWork(ctx, { cycleId })
  const [csr, dcm] = [await aUnit(ctx, 'CSR'), await aUnit(ctx, 'DCM')]
  const given = { cycleId, issueId, period: PERIOD }
  const first = await aMeasureAtWork(ctx, { ...given, unitIds: [csr], state: 'returned' })
  const second = await aMeasureAtWork(ctx, { ...given, position: 2, unitIds: [dcm], state: 'in-review' })
  const { id } = await aPerson(ctx)
  return {
    ctx,
    cycleId,
    issueId,
    units: { csr, dcm },
    ids: { first, second },
    owner: as(ctx, id, [{ role: 'unit-owner', unitId: csr }]),
    coordinator: as(ctx, id, ['ita-coordinator']),
    auditor: as(ctx, id, ['auditor']),
  }
}

describe('the overview of a year', () => {
  it('says how far the report is from 100, what is missing, and whose it is', async () => {
    const { owner, units, ids } = await aYear()
    const year = await overviewOf(owner)
    // Both lack a summary and an outcome.
    expect([year?.score, year?.missing, year?.elements]).toEqual([0, 4, 8])
    expect(year?.gaps.map(({ unit, gaps }) => [unit?.id, gaps.map(({ element }) => element)])).toEqual([
      [units.csr, ['summary', 'outcome']],
      [units.dcm, ['summary', 'outcome']],
    ])
    expect(year?.issues[0]?.counts).toMatchObject({ all: 2, done: 0, late: 0, inReview: 1, missing: 2 })
    expect(year?.strip.rows.map(({ key }) => key)).toEqual([ids.first, ids.second])
  })

  it('counts with an issue what proves its measures, itself and its outcomes', async () => {
    const { coordinator, issueId, units, ids } = await aYear()
    const added = await addOutcome(coordinator, { issueId, typed: { covers: [ids.first], text: 'ดีขึ้น' } })
    const outcomeId = added.ok ? added.value : expect.fail(added.error.code)
    const objects = [
      { kind: 'measure', id: ids.first },
      { kind: 'outcome', id: outcomeId },
      { kind: 'issue', id: issueId },
    ] as const
    for (const object of objects) {
      const evidenceIds = [await anEvidenceLink(coordinator)]
      await inTransaction(coordinator, (tx) => attachEvidence(tx, coordinator, { ...object, evidenceIds }))
    }
    const counted = async (query: string) =>
      (await overviewOf(coordinator, query))?.issues.map(({ counts, evidenceBeside }) => [
        counts.evidence,
        evidenceBeside,
      ])
    expect(await counted('')).toEqual([[1, 2]])
    expect(await counted(`unit=${units.csr}`)).toEqual([[1, 0]])
  })

  it('tells each person what is theirs to do', async () => {
    const { owner, coordinator, auditor, ids } = await aYear()
    const kinds = async (ctx: Ctx) =>
      (await overviewOf(ctx))?.groups.map(({ kind, items }) => [kind, items.map(({ part }) => part)])
    expect(await kinds(owner)).toEqual([['returned', [`measures/${ids.first}`]]])
    expect((await kinds(coordinator))?.[0]).toEqual(['review', [`measures/${ids.second}`]])
    expect(await kinds(auditor)).toEqual([])
    expect((await overviewOf(auditor))?.isReader).toBe(true)
    expect((await readWorkOfPerson(owner)).groups).toEqual((await overviewOf(owner))?.groups)
  })

  it('shows of the year what the address chooses, and who may add to it that they may', async () => {
    const { owner, coordinator, units, ids } = await aYear()
    const ofUnit = await overviewOf(owner, `unit=${units.dcm}`)
    expect(ofUnit?.lines.map(({ id }) => id)).toEqual([ids.second])
    expect(ofUnit?.gaps.map(({ unit }) => unit?.id)).toEqual([units.dcm])
    // What is missing of the whole year stays what it is.
    expect(ofUnit?.missing).toBe(4)
    expect((await overviewOf(owner, 'state=done'))?.issues).toEqual([])
    expect([ofUnit?.may.addIssue, (await overviewOf(coordinator))?.may.addIssue]).toEqual([false, true])
  })

  it('a year that nobody opened, and that of another agency, is none', async () => {
    const { owner } = await aYear()
    expect(await overviewOf(owner, '', 2570)).toBeNull()
    const stranger = as(await anAgency(database), 'x', ['ita-coordinator'])
    expect(await overviewOf(stranger)).toBeNull()
    expect(await readWorkOfPerson(stranger)).toEqual({ years: [], groups: [] })
  })

  it('who may not read the cycle has no work in it', async () => {
    const { ctx } = await aYear()
    expect(await readWorkOfPerson(as(ctx, 'x', ['desk-officer']))).toEqual({ years: [], groups: [] })
  })

  it('asks the database as often for many measures as for few', async () => {
    const { ctx, owner, cycleId } = await aYear()
    const few = await statementsOf(owner)
    for (let number = 0; number < 4; number += 1) {
      const issueId = await anIssueAtWork(ctx, { cycleId, position: number + 2 })
      for (let position = 1; position <= 10; position += 1)
        await aMeasureAtWork(ctx, { cycleId, issueId, position, text: aValue(plain('มาตรการ')) })
    }
    expect((await overviewOf(owner))?.total.all).toBe(42)
    const many = await statementsOf(owner)
    expect(many).toBe(few)
    expect(few).toBeGreaterThan(5)
  })
})

/** How many statements the overview takes. */
async function statementsOf(ctx: Ctx): Promise<number> {
  let count = 0
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: database.pool }),
    log: () => {
      count += 1
    },
  })
  await overviewOf({ ...ctx, db })
  return count
}
