import { describe, expect, test } from 'vitest'
import { aCatalogue } from '../../../../tests/support/catalogue-builders.ts'
import { aMeasure, anApproval, aPeriod } from '../../../../tests/support/cycle-builders.ts'
import { found, withIssues } from '../../../../tests/support/finding-places.ts'
import { aValue } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { ResolutionMention } from '../../improvement/index.ts'
import { findFindings } from './find-findings.domain.ts'

describe('a period before the approval', () => {
  const inPeriod = (start: string, end: string, ...resolutions: ResolutionMention[]) => ({
    ...withIssues({ measures: [aMeasure({ period: aValue(aPeriod(start, end)) })] }),
    resolutions,
  })

  test.each([
    ['2024-01-01', '2024-03-12', ['1.1 period.ended-before-approval']],
    ['2024-01-01', '2024-03-13', ['1.1 period.began-before-approval']],
    ['2024-03-12', '2024-03-31', ['1.1 period.began-before-approval']],
    ['2024-03-13', '2024-03-31', []],
  ])('%s to %s against an approval on 13 March: %j', (start, end, expected) => {
    expect(found('period', inPeriod(start, end, anApproval('2024-03-13')))).toEqual(expected)
  })

  test('of several measures of an issue is one finding that names each period once', () => {
    const measures = ['2024-01-01', '2024-01-01', '2024-02-01', '2024-03-13'].map((start, index) =>
      aMeasure({ number: index + 1, period: aValue(aPeriod(start, '2024-03-31')) }),
    )
    const [finding, ...others] = findFindings({
      cycle: { ...withIssues({ measures }), resolutions: [anApproval('2024-03-13')] },
      catalogue: aCatalogue(),
      rule: null,
      suspectedFaults: [],
    }).filter(({ code }) => code.startsWith('period'))
    expect(others).toEqual([])
    expect(finding?.where.en).toBe('Issue 1, measures 1, 2 and 3 (period)')
    expect(finding?.message.en).toContain('periods 2024-01-01 – 2024-03-31 and 2024-02-01 – 2024-03-31 began')
  })

  test('of two approvals the earlier counts', () => {
    const cycle = inPeriod('2024-02-01', '2024-03-31', anApproval('2024-03-13'), anApproval('2024-01-31'))
    expect(found('period', cycle)).toEqual([])
  })

  test('an approval of something else, or of another issue, says nothing about the measure', () => {
    expect(
      found('period', inPeriod('2024-01-01', '2024-03-31', anApproval('2024-03-13', null, 'report'))),
    ).toEqual([])
    expect(found('period', inPeriod('2024-01-01', '2024-03-31', anApproval('2024-03-13', 2)))).toEqual([])
    expect(found('period', inPeriod('2024-01-01', '2024-03-31', anApproval('2024-03-13', 1)))).toHaveLength(1)
  })
})

describe('evidence outside the period', () => {
  const judge = (summary: string, resolutions: ResolutionMention[] = []) =>
    found('evidence', {
      ...withIssues({ measures: [aMeasure({ summary: aValue(plain(summary)) })] }),
      resolutions,
    })

  test.each([
    'จัดอบรมเมื่อวันที่ 24 พ.ย. 66',
    'จัดอบรมเมื่อวันที่ 1 เมษายน 2567',
    'อบรมในไตรมาส 1/2567',
    'ในเดือนธันวาคม 2565',
    'เมื่อ 24-25 พ.ย. 66',
    'ลงวันที่ 5/1/2566',
  ])('January to March 2567: “%s” is found', (summary) => {
    expect(judge(summary)).toEqual(['1.1 evidence.outside-period'])
  })
  test.each([
    'จัดอบรมเมื่อวันที่ 18 ม.ค. 67',
    'อบรมในไตรมาส 2/2567',
    'ในเดือนมีนาคม 2567',
    'เมื่อ 30 ธ.ค. 66 - 2 ม.ค. 67',
    'อบรมในปีงบประมาณ พ.ศ. 2566',
    '99 พ.ย. 66',
  ])('January to March 2567: “%s” is no finding', (summary) => {
    expect(judge(summary)).toEqual([])
  })
  test('the day of a resolution that the summary mentions is no evidence of work', () => {
    const resolution: ResolutionMention = {
      ...anApproval('2024-10-11', 1, 'other'),
      place: { part: 'summary', issue: 1, measure: 1 },
    }
    expect(judge('เห็นชอบเมื่อวันที่ 11 ต.ค. 67')).toHaveLength(1)
    expect(judge('เห็นชอบเมื่อวันที่ 11 ต.ค. 67', [resolution])).toEqual([])
  })
})
