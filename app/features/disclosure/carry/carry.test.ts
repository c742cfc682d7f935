import { describe, expect, it } from 'vitest'
import { itemRef } from '../../../kernel/item-ref.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { findItem } from '../../catalogue/index.ts'
import { type CarriedFact, type ElementEntry, planCarry, renewReasons } from './carry.domain.ts'

const catalogue = loadCatalogue()
let facts = 0

const aFact = (given: Partial<CarriedFact> = {}): CarriedFact => {
  facts += 1
  return {
    id: `fact-${facts}`,
    version: 1,
    kind: 'text',
    title: { th: 'แผนผังโครงสร้าง', en: null },
    address: null,
    date: null,
    isRemoved: false,
    ...given,
  }
}
const answered = (code: string, element: string, ...of: CarriedFact[]): ElementEntry => ({
  code,
  element,
  state: 'value',
  facts: of,
})
const none = (code: string, element: string): ElementEntry => ({ code, element, state: 'none', facts: [] })

const planned = (
  from: readonly ElementEntry[],
  {
    to = [],
    fromYear = 2567,
    toYear = 2568,
  }: { to?: readonly ElementEntry[]; fromYear?: number; toYear?: number } = {},
) =>
  planCarry({
    catalogue,
    fromYear,
    toYear,
    from,
    to,
    isFromReport: ({ ref }) => ref === itemRef(2568, 'O28'),
  })

const places = (plan: ReturnType<typeof planned>) =>
  plan.added.map(({ from, to, element }) => `${from.code} → ${to.code} ${element.key}`)
const reasons = (plan: ReturnType<typeof planned>) =>
  plan.left.map(({ from, reason }) => `${from.code} ${reason}`)

describe('answers of an earlier year', () => {
  it('go to the item of the same subject, whatever its number, by the key of the element', () => {
    const plan = planned([answered('O22', 'how', aFact()), answered('O22', 'time', aFact())])
    expect(places(plan)).toEqual(['O22 → O17 how', 'O22 → O17 time'])
    expect(plan.left).toEqual([])
  })

  it('never go to the same number of another subject', () => {
    // O28 is the No Gift report in 2567 and the report on the measures in 2568.
    const plan = planned([answered('O28', 'content', aFact())])
    expect(places(plan)).toEqual([])
    expect(reasons(plan)).toEqual(['O28 item.partly'])
  })

  it('of two items that became one meet in it, each at its own element', () => {
    const plan = planned([
      answered('O1', 'chart', aFact()),
      answered('O1', 'units', aFact()),
      answered('O3', 'powers', aFact()),
    ])
    expect(places(plan)).toEqual(['O1 → O1 chart', 'O1 → O1 units', 'O3 → O1 powers'])
  })

  it('that are the thing itself do not answer a wider item', () => {
    const plan = planned([answered('O20', 'content', aFact()), answered('O7', 'content', aFact())])
    expect(places(plan)).toEqual(['O7 → O5 content'])
    expect(reasons(plan)).toEqual(['O20 item.partly'])
  })

  it('whose element the new item does not name stay behind and are counted', () => {
    const plan = planned([answered('O11', 'laws', aFact()), answered('O11', 'fee', aFact())])
    expect(places(plan)).toEqual(['O11 → O9 fee'])
    expect(reasons(plan)).toEqual(['O11 element.not-asked'])
  })

  it('tell what is no longer asked from what was not seen', () => {
    const plan = planned([answered('O15', 'content', aFact()), answered('O6', 'content', aFact())])
    expect(reasons(plan)).toEqual(['O6 item.not-known', 'O15 item.not-asked'])
  })

  it('never change what is answered already', () => {
    const plan = planned([answered('O22', 'how', aFact()), none('O22', 'time')], {
      to: [none('O17', 'how'), answered('O17', 'time', aFact())],
    })
    expect(plan.added).toEqual([])
    expect(plan.kept.map(({ to, element }) => `${to.code} ${element.key}`)).toEqual(['O17 how', 'O17 time'])
    expect(plan.left).toEqual([])
  })

  it('carry no declared absence and no removed fact', () => {
    const plan = planned([none('O11', 'fee'), answered('O11', 'steps', aFact({ isRemoved: true }), aFact())])
    expect(places(plan)).toEqual(['O11 → O9 steps'])
    expect(reasons(plan)).toEqual(['O11 fact.removed', 'O11 absence.of-its-year'].toSorted())
  })

  it('leave to the published report what it answers', () => {
    const plan = planned([answered('O35', 'measure', aFact())])
    expect(places(plan)).toEqual([])
    expect(reasons(plan)).toEqual(['O35 item.from-report'])
  })

  it('keep the order of the facts of an element, and count one that two items share once', () => {
    const [first, second] = [aFact(), aFact()]
    const plan = planned([answered('O14', 'no', first, second), answered('O16', 'no', second)])
    expect(plan.added.map(({ fact }) => fact.id)).toEqual([first.id, second.id])
  })

  it('lose nothing silently: every fact is added, left, or its element was answered', () => {
    const from = catalogue.frameworks
      .find(({ year }) => year === 2567)!
      .items.filter(({ instrument }) => instrument === 'OIT')
      .map(({ code, elements }) => answered(code, elements[0]?.key ?? 'content', aFact()))
    const plan = planned(from)
    const seen = new Set([
      ...plan.added.map(({ from: { code } }) => code),
      ...plan.left.map(({ from: { code } }) => code),
    ])
    expect(from.filter(({ code }) => !seen.has(code))).toEqual([])
  })
})

describe('a fact that is bound to its year', () => {
  const item = findItem(catalogue, itemRef(2568, 'O17'))!
  const asking = findItem(catalogue, itemRef(2568, 'O13'))!

  it.each([
    [aFact(), item, 'how', []],
    [aFact({ date: '2024-03-13' }), item, 'how', ['has-day']],
    [aFact({ title: { th: 'แผนปี ๒๕๖๗', en: null } }), item, 'how', ['names-year']],
    [aFact({ title: { th: 'แผน', en: 'Plan of 2024' } }), item, 'how', ['names-year']],
    [aFact({ kind: 'page', address: '/reports/2567' }), item, 'how', ['names-year']],
    [aFact(), asking, 'content', ['asks-year']],
    [aFact(), item, 'period', ['is-period']],
  ] as const)('is flagged with the reason (%#)', (fact, of, element, expected) => {
    expect(renewReasons(fact, of, element)).toEqual(expected)
  })
})
