import { describe, expect, test } from 'vitest'
import { aCatalogue } from '../../../../tests/support/catalogue-builders.ts'
import { aCycle, aMeasure, anApproval, aPeriod } from '../../../../tests/support/cycle-builders.ts'
import { withIssues } from '../../../../tests/support/finding-places.ts'
import { aValue } from '../../../kernel/field.ts'
import type { Cycle, ResolutionMention } from '../../improvement/index.ts'
import { findFindings } from './find-findings.domain.ts'
import type { ApprovalRecord, YearApprovals } from './finding-input.domain.ts'

const THIS = 'a'.repeat(64)
const OTHER = 'b'.repeat(64)
const aRecord = (change: Partial<ApprovalRecord> = {}): ApprovalRecord => ({
  resolutionId: 'r-1',
  about: 'measures',
  bodyName: 'Executive meeting',
  bodyShortName: null,
  meetingNumber: '2/2567',
  heldOn: '2024-03-13',
  decision: 'approved',
  wording: 'as recorded',
  contentHash: null,
  ...change,
})
const judged = (cycle: Cycle, records: readonly ApprovalRecord[], change: Partial<YearApprovals> = {}) =>
  findFindings({
    cycle,
    catalogue: aCatalogue(),
    rule: null,
    suspectedFaults: [],
    approvals: { records, contentHash: THIS, measuresHash: THIS, ...change },
  })
const codes = (...given: Parameters<typeof judged>) =>
  judged(...given)
    .map(({ code }) => code)
    .filter((code) => /^(approval|measures)\./.test(code))
const saying = (...resolutions: ResolutionMention[]) => ({ ...aCycle(), resolutions })
const MENTION = anApproval('2024-03-13')
const OF_REPORT: ResolutionMention = {
  ...anApproval('2024-11-07', null, 'report'),
  meetingNumber: '9/2567',
  place: { part: 'cover', issue: null, measure: null },
}
const REPORT_RECORD = aRecord({
  about: 'report',
  meetingNumber: '9/2567',
  heldOn: '2024-11-07',
  contentHash: THIS,
})

describe('what the report says of an approval that is not recorded', () => {
  test('is asked about, with its place, and leads to the meetings', () => {
    const [finding] = judged(saying(OF_REPORT), [])
    expect(finding).toMatchObject({ code: 'approval.not-recorded', part: 'meetings' })
    expect(finding?.where.en).toBe('Whole report (cover)')
    expect(finding?.message.en).toContain(
      'Executive meeting decided on it at meeting 9/2567 of 7 November 2024',
    )
  })
  test('is no finding where it is recorded, whatever agency the text names after the body', () => {
    const mention = { ...MENTION, body: 'ที่ประชุมฝ่ายบริหาร ของ สพร.', meetingNumber: '๒ / ๒๕๖๗' }
    const cycle = { ...saying(mention), agency: { name: 'สำนักงานพัฒนารัฐบาลดิจิทัล', shortName: 'สพร.' } }
    expect(codes(cycle, [aRecord({ bodyName: 'ฝ่ายบริหาร' })])).toEqual([])
    expect(codes(cycle, [aRecord({ bodyName: 'คณะผู้บริหาร', bodyShortName: 'ฝ่ายบริหาร' })])).toEqual([])
  })
  test.each([
    ['of another body', { bodyName: 'Working group' }],
    ['of another meeting', { meetingNumber: '3/2567' }],
    ['about something else', { about: 'report' }],
    ['that refused', { decision: 'rejected' }],
    ['that sent it back', { decision: 'returned' }],
  ] as const)('stays asked about beside a resolution %s', (_, change) => {
    expect(codes(saying(MENTION), [aRecord(change)])).toEqual(['approval.not-recorded'])
  })
  test('is asked about once, however often the report says it', () => {
    expect(codes(saying(OF_REPORT, { ...OF_REPORT, place: MENTION.place }), [])).toEqual([
      'approval.not-recorded',
    ])
  })
  test('is not asked about what the report mentions of something else', () => {
    expect(codes(saying(anApproval('2024-10-11', 1, 'other')), [])).toEqual([])
  })
  test('is not asked where there are no records to read, nor of a report that was public before there were', () => {
    const given = { cycle: saying(MENTION), catalogue: aCatalogue(), rule: null, suspectedFaults: [] }
    expect(findFindings(given).filter(({ code }) => code.startsWith('approval.'))).toEqual([])
    expect(codes(saying(MENTION), [], { measuresHash: null })).toEqual([])
    expect(codes(saying(MENTION), [REPORT_RECORD], { measuresHash: null })).toEqual(['approval.not-recorded'])
  })
})

test('a record of another day than the report says is asked about, and leads to the resolution', () => {
  const given = [saying(MENTION), [aRecord({ heldOn: '2024-03-14' })]] as const
  expect(codes(...given)).toEqual(['approval.other-day'])
  const [finding] = judged(...given)
  expect(finding).toMatchObject({ code: 'approval.other-day', part: 'resolutions/r-1' })
  expect(finding?.message.en).toContain('was held on 13 March 2024')
  expect(finding?.message.en).toContain('says 14 March 2024')
})

describe('a resolution about another content of the report', () => {
  test('is asked about, with both hashes as they are printed, and leads to the difference', () => {
    const [finding] = judged(saying(OF_REPORT), [{ ...REPORT_RECORD, contentHash: OTHER }])
    expect(finding).toMatchObject({
      code: 'approval.other-content',
      part: 'approvals/report/2567/difference',
    })
    expect(finding?.message.en).toContain('(bbbb bbbb bbbb bbbb) than this one (aaaa aaaa aaaa aaaa)')
  })
  test('is no finding where the same meeting decided about this one, too', () => {
    const both = [{ ...REPORT_RECORD, contentHash: OTHER }, REPORT_RECORD]
    expect(codes(saying(OF_REPORT), both)).toEqual([])
    expect(codes(saying(OF_REPORT), both.toReversed())).toEqual([])
  })
})

describe('measures that changed since their approval', () => {
  const APPROVED = aRecord({ contentHash: OTHER })
  test('are asked about, and lead to the difference', () => {
    const [finding] = judged(saying(), [APPROVED])
    expect(finding).toMatchObject({
      code: 'measures.changed-since-approval',
      part: 'approvals/measures/2567/difference',
      place: { issue: null, measure: null },
    })
    expect(finding?.message.en).toContain('meeting 2/2567, 13 March 2024')
  })
  test.each([
    ['of which these were approved, too', [APPROVED, aRecord({ contentHash: THIS })], {}],
    ['of which no content is known', [aRecord()], {}],
    ['that were refused', [{ ...APPROVED, decision: 'rejected' }], {}],
    ['of a report that is public', [APPROVED], { measuresHash: null }],
  ] as const)('are no finding %s', (_, records, change) => {
    expect(codes(saying(), records, change)).toEqual([])
  })
})

describe('a period before the approval', () => {
  const begins = (start: string, ...resolutions: ResolutionMention[]) => ({
    ...withIssues({ measures: [aMeasure({ period: aValue(aPeriod(start, '2024-09-30')) })] }),
    resolutions,
  })
  const periods = (...given: Parameters<typeof judged>) =>
    judged(...given).filter(({ code }) => code.startsWith('period.'))

  test('is judged by the recorded day, not by the day that the report says', () => {
    const cycle = begins('2024-02-01', MENTION)
    expect(periods(cycle, [aRecord({ heldOn: '2024-01-15' })])).toEqual([])
    expect(periods(cycle, [aRecord({ heldOn: '2024-02-02' })])).toMatchObject([
      { code: 'period.began-before-approval', evidence: [expect.anything(), 'as recorded'] },
    ])
  })
  test('is judged by the report’s own words where only its own approval is recorded', () => {
    expect(periods(begins('2024-02-01', MENTION), [REPORT_RECORD])).toHaveLength(1)
  })
  test('is not judged by a meeting that refused', () => {
    expect(periods(begins('2024-02-01'), [aRecord({ decision: 'rejected' })])).toEqual([])
  })
  test('of another issue is not judged by a record that the report mentions within one issue', () => {
    expect(periods(begins('2024-02-01', anApproval('2024-03-13', 2)), [aRecord()])).toEqual([])
    expect(periods(begins('2024-02-01', anApproval('2024-03-13', 1)), [aRecord()])).toHaveLength(1)
  })
})
