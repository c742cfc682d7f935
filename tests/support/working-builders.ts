import type { MeasureState } from '../../app/features/improvement/working/measure-state.domain.ts'
import {
  insertCycle,
  insertIssue,
  insertMeasure,
} from '../../app/features/improvement/working/working.repo.server.ts'
import type {
  IssueFacts,
  MeasureFacts,
  ReportFacts,
} from '../../app/features/improvement/working/working-cycle.domain.ts'
import { insertUnit } from '../../app/features/people/directory/unit.repo.server.ts'
import { aValue, missing } from '../../app/kernel/field.ts'
import type { ItemRef } from '../../app/kernel/item-ref.ts'
import { plain } from '../../app/kernel/rich-text.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'

const itemRef = (text: string) => text as ItemRef

export const reportFacts = (facts: Partial<ReportFacts> = {}): ReportFacts => ({
  resultsYear: 2567,
  answers: itemRef('2569:O26'),
  cover: {
    title: 'รายงานผล',
    agencyLine: 'หน่วยงานทดสอบ',
    yearLine: 'ประจำปีงบประมาณ พ.ศ. 2568',
    preparedByLine: null,
    approvalLine: null,
    runningTitle: null,
    issuesHeading: null,
  },
  background: [],
  criteria: null,
  nameLists: [],
  resolutions: [],
  units: null,
  ...facts,
})

export const issueFacts = (facts: Partial<IssueFacts> = {}): IssueFacts => ({
  title: 'ประเด็นทดสอบ',
  listedTitle: null,
  analysis: [],
  limitations: [],
  ...facts,
})

export const measureFacts = (facts: Partial<MeasureFacts> = {}): MeasureFacts => ({
  text: aValue(plain('จัดทำมาตรการทดสอบ')),
  kind: null,
  period: missing,
  unitIds: [],
  personIds: [],
  ownersWritten: null,
  expectedEvidence: null,
  budget: missing,
  summary: missing,
  dueDay: null,
  ...facts,
})

/** A year that is open, with nothing in it; by default 2568. */
export const anOpenYear = (
  ctx: Ctx,
  { fiscalYear = 2568, facts = {} }: { fiscalYear?: number; facts?: Partial<ReportFacts> } = {},
): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertCycle(tx, {
      agencyId: ctx.agency.id,
      fiscalYear,
      facts: reportFacts(facts),
      at: ctx.now(),
      by: 'test',
    }),
  )

export const anIssueAtWork = (
  ctx: Ctx,
  { cycleId, position = 1, ...facts }: { cycleId: string; position?: number } & Partial<IssueFacts>,
): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertIssue(tx, { agencyId: ctx.agency.id, cycleId, position, facts: issueFacts(facts) }),
  )

type GivenMeasure = Partial<MeasureFacts> & {
  cycleId: string
  issueId: string
  position?: number
  state?: MeasureState
}

export const aMeasureAtWork = (
  ctx: Ctx,
  { cycleId, issueId, position = 1, state = 'not-started', ...facts }: GivenMeasure,
): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertMeasure(tx, {
      agencyId: ctx.agency.id,
      cycleId,
      issueId,
      position,
      printedNumber: null,
      state,
      facts: measureFacts(facts),
    }),
  )

export const aUnit = (ctx: Ctx, code: string, nameTh = `ส่วน ${code}`): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertUnit(tx, ctx.agency.id, { code, nameTh, nameEn: null, parentId: null, validFrom: '2020-01-01' }),
  )
