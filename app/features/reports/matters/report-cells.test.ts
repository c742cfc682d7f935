import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { aValue } from '../../../kernel/field.ts'
import { plain, plainText } from '../../../kernel/rich-text.ts'
import { canonicalJson } from '../../../platform/hash/content-hash.ts'
import { type CycleContent, contentOf, type Issue } from '../../improvement/index.ts'
import { measuresContentOf } from './measures-content.domain.ts'
import { measuresCells, reportCells } from './report-cells.domain.ts'

type Pair = ReturnType<typeof reportCells>
type Cell = Pair['after'][number]

/** Identifiers of the cells that differ, as a reader of the difference is shown them. */
function changedIn({ before, after }: Pair): readonly string[] {
  const print = ({ holds }: Cell) => canonicalJson(holds)
  const old = new Map(before.map((cell) => [cell.id, print(cell)]))
  const now = new Map(after.map((cell) => [cell.id, print(cell)]))
  return [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id))
}
const report: CycleContent = contentOf(exampleCycle())
const withIssues = (issues: readonly Issue[]): CycleContent => ({ ...report, issues })
const renumbered = (issue: Issue, measures: Issue['measures']): Issue => ({
  ...issue,
  measures: measures.map((measure, index) => ({ ...measure, number: index + 1 })),
})
const changed = (after: CycleContent) => changedIn(reportCells(report, after))

describe('cells of a report', () => {
  it('each has a name of its own, and a report differs in nothing from itself', () => {
    const { before, after } = reportCells(report, report)
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
    expect(changedIn({ before, after })).toEqual([])
  })

  it('a reworded measure is its own cell, and the order that shows its text', () => {
    const issues = report.issues.map((issue, at) =>
      at === 2
        ? {
            ...issue,
            measures: issue.measures.map((measure) => ({
              ...measure,
              text:
                measure.text.state === 'value'
                  ? aValue(plain(`${plainText(measure.text.value)} และติดตามผล`))
                  : measure.text,
            })),
          }
        : issue,
    )
    expect(changed(withIssues(issues))).toEqual(['issue-3.measures', 'issue-3.measure-1.text'])
  })

  it('a measure put in front does not make those behind it look changed', () => {
    const issues = report.issues.map((issue, at) => {
      if (at !== 6) return issue
      const [first, ...others] = issue.measures
      if (!first) throw new Error('no measure')
      const added = { ...first, text: aValue(plain('จัดทำแบบสอบถามความพึงพอใจฉบับย่อ')) }
      return renumbered(issue, [added, first, ...others])
    })
    const cells = changed(withIssues(issues))
    expect(cells.filter((id) => /measure-[234]\./.test(id))).toEqual([])
    expect(cells).toContain('issue-7.measure-1.text')
  })

  it('issues that changed places are told once, as their order', () => {
    const [first, second, ...others] = report.issues
    if (!first || !second) throw new Error('no issues')
    const moved = withIssues([{ ...second, number: 1 }, { ...first, number: 2 }, ...others])
    expect(changed(moved)).toEqual(['order'])
  })

  it('a citation that the words do not show is a change, too', () => {
    const issues = report.issues.map((issue, at) =>
      at === 0
        ? {
            ...issue,
            analysis: [{ kind: 'paragraph', runs: [{ text: 'i1', cites: ['2566:i2' as never] }] } as const],
          }
        : issue,
    )
    const other = issues.map((issue, at) =>
      at === 0 ? { ...issue, analysis: [{ kind: 'paragraph', runs: [{ text: 'i1' }] } as const] } : issue,
    )
    const pair = reportCells(withIssues(issues), withIssues(other))
    expect(changedIn(pair)).toEqual(['issue-1.analysis'])
    const text = (cells: readonly Cell[]) => cells.find(({ id }) => id === 'issue-1.analysis')?.text
    expect(text(pair.before)).toBe(text(pair.after))
  })

  it('no change of a content passes unseen', () => {
    const leaves = placesIn(report)
    fc.assert(
      fc.property(fc.constantFrom(...leaves), fc.string({ minLength: 1, maxLength: 12 }), (place, text) => {
        const after = replacedAt(report, place, text)
        fc.pre(canonicalJson(after) !== canonicalJson(report))
        expect(changed(after), place.join('.')).not.toEqual([])
      }),
      { numRuns: 400, seed: 2567 },
    )
  })

  it('the measures of a year leave out what came of them', () => {
    const measures = measuresContentOf(exampleCycle())
    expect(measures.issues.flatMap((issue) => issue.measures)).toHaveLength(10)
    const summarised = exampleCycle()
    const other = measuresContentOf({
      ...summarised,
      issues: summarised.issues.map((issue) => ({
        ...issue,
        outcomes: [],
        measures: issue.measures.map((measure) => ({ ...measure, summary: aValue(plain('อื่น')) })),
      })),
    })
    expect(canonicalJson(other)).toBe(canonicalJson(measures))
    expect(changedIn(measuresCells(measures, other))).toEqual([])
  })
})

type Place = readonly (string | number)[]

/** Every text that stands anywhere in a content. */
function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value === 'string') return [place]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    placesIn(child, [...place, Array.isArray(value) ? Number(key) : key]),
  )
}

/** Only texts that nothing else depends on: a state or a kind is no text. */
function replacedAt<T>(value: T, [key, ...rest]: Place, text: string): T {
  if (key === undefined) return text as T
  const child = (value as Record<string | number, unknown>)[key]
  if (['state', 'kind', 'start', 'end', 'day', 'about', 'part', 'schema'].includes(String(key))) return value
  const replaced = replacedAt(child, rest, text)
  return (Array.isArray(value) ? value.with(Number(key), replaced) : { ...value, [key]: replaced }) as T
}
