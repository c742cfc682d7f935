import { beforeAll, expect, test } from 'vitest'
import { exampleCycle, exampleFaults } from '../../../../tests/support/example-cycle.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { loadCompletenessRules } from '../completeness-rules.server.ts'
import type { Finding } from '../verdict.domain.ts'
import { findFindings } from './find-findings.domain.ts'

let findings: readonly Finding[]
beforeAll(async () => {
  findings = findFindings({
    cycle: exampleCycle(),
    catalogue: await loadCatalogue(),
    rule: loadCompletenessRules().get(exampleCycle().answers)!,
    suspectedFaults: exampleFaults(),
  })
})

const short = ({ code, place, message }: Finding, subject: RegExp) =>
  `${place.issue}.${place.measure ?? '-'} ${code} ${subject.exec(message.en)?.[1] ?? ''}`.trim()
const of = (prefix: string, subject = /()/) =>
  findings.filter(({ code }) => code.startsWith(prefix)).map((finding) => short(finding, subject))

test('the measures of issues 5 and 6 ended before the approval of 13 March 2567, the other eight had begun', () => {
  expect(of('period.')).toEqual([
    '1.1 period.began-before-approval',
    '2.1 period.began-before-approval',
    '3.1 period.began-before-approval',
    '4.1 period.began-before-approval',
    '5.1 period.ended-before-approval',
    '6.1 period.ended-before-approval',
    '7.1 period.began-before-approval',
  ])
  expect(findings.filter(({ code }) => code.startsWith('period.')).map(({ where }) => where.en)).toEqual([
    'Issue 1, measures 1 and 2 (period)',
    'Issue 2, measure 1 (period)',
    'Issue 3, measure 1 (period)',
    'Issue 4, measure 1 (period)',
    'Issue 5, measure 1 (period)',
    'Issue 6, measure 1 (period)',
    'Issue 7, measures 1, 2 and 3 (period)',
  ])
})

test('88.31 and 85.22 each stand under two labels, 88.31 for one item', () => {
  expect(of('score.same-value', /value ([\d.]+)/)).toEqual([
    '2.- score.same-value-twice 88.31',
    '2.- score.same-value-twice 85.22',
  ])
  const same = findings.filter(({ code }) => code === 'score.same-value-twice')
  expect(same[0]?.message.en).toContain('the same item, e6')
  expect(same[0]?.where.th).toBe('ประเด็นที่ 2 และ 3')
})

test('three pairs ask different questions, five are not confirmed to ask the same', () => {
  expect(of('score.not-comparable', /sets item (\w+)/)).toEqual([
    '2.1 score.not-comparable e5',
    '2.1 score.not-comparable e11',
    '3.1 score.not-comparable e8',
  ])
  expect(of('score.comparability-unknown', /sets (?:item|indicator) (\w+)/)).toEqual([
    '1.- score.comparability-unknown 6',
    '2.1 score.comparability-unknown e12',
    '3.1 score.comparability-unknown e6',
    '3.1 score.comparability-unknown e7',
    '4.1 score.comparability-unknown 4',
  ])
})

test('weak items of which 2567 asks no more the same, one finding for what one passage cites', () => {
  expect(of('item.', /items? (.*?) of 2566/)).toEqual([
    '1.- item.weak-not-measured-again e11',
    '1.- item.weak-not-measured-again e15',
    '2.- item.weak-not-measured-again e5',
    '2.- item.weak-not-measured-again e11',
    '3.- item.weak-not-measured-again e8 and e10',
    '4.- item.weak-not-measured-again i22 and i23',
    '7.- item.weak-not-measured-again e10',
    '7.- item.weak-not-measured-again e15',
  ])
})

test('issue 3 says that all indicators rose and shows three of five; issue 2 shows all it cites', () => {
  expect(of('claim.', /scores of (.*)$/)).toEqual(['3.1 claim.all-rose-not-all-shown e9, e10'])
})

test('two pieces of evidence lie outside January to March 2567, the one of 18 January does not', () => {
  expect(of('evidence.', /\((.*?) \(B/)).toEqual([
    '2.1 evidence.outside-period 24 November 2023',
    '2.1 evidence.outside-period 1 October 2023',
  ])
})

test('the satisfaction survey and two claims that nothing happened name no source', () => {
  expect(of('outcome.')).toEqual([
    '1.- outcome.without-citation',
    '5.1 outcome.without-citation',
    '6.1 outcome.without-citation',
  ])
})

test('each suspected fault is placed where its words stand, the one that stands twice in both places', () => {
  expect(findings.filter(({ code }) => code === 'text.suspected-fault').map(({ where }) => where.en)).toEqual(
    [
      'Issue 1, measure 2 (summary of the work)',
      'Issue 2 (analysis)',
      'Issue 3, measure 1 (summary of the work)',
      'Issue 3, measure 1 (measure)',
      'Issue 4 (analysis)',
      'Issue 5, measure 1 (summary of the work)',
      'Issue 5, measure 1 (summary of the work)',
      'Issue 7 (analysis)',
      'Issue 7 (analysis)',
      'Issue 7 (analysis)',
      'Issue 7, measure 1 (outcome)',
      'Issue 7, measure 3 (measure)',
    ],
  )
})

test('there is no finding besides these, and they stand in the order of the report', () => {
  expect(findings).toHaveLength(7 + 2 + 3 + 5 + 8 + 1 + 2 + 3 + 12)
  const places = findings.map(({ place }) => (place.issue ?? 0) * 100 + (place.measure ?? 0))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('all evidence is quoted from the report as printed', () => {
  const cycle = exampleCycle()
  const printed = [
    ...cycle.issues.flatMap(({ analysis, measures, outcomes }) => [
      plainText(analysis),
      ...measures.flatMap(({ text, summary }) =>
        [text, summary].map((field) => (field.state === 'value' ? plainText(field.value) : '')),
      ),
      ...measures.map(({ period }) => (period.state === 'value' ? period.value.written : '')),
      ...outcomes.map(({ text }) => (text.state === 'value' ? plainText(text.value) : '')),
    ]),
    ...cycle.resolutions.map(({ wording }) => wording),
  ].join('\n')
  for (const { evidence } of findings) {
    expect(evidence.length).toBeGreaterThan(0)
    for (const quote of evidence) expect(printed).toContain(quote)
  }
})

test('every sentence asks for a check in both languages', () => {
  for (const { message } of findings) {
    expect(message.th).toContain('ควรตรวจสอบ')
    expect(message.en).toMatch(/check/)
  }
})
