import { describe, expect, it } from 'vitest'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { citedIn } from '../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf, printCitation } from '../../catalogue/index.ts'
import { contradictionsOf } from './contradictions.domain.ts'
import { draftClauses } from './draft-clauses.th.ts'
import { themeTitles } from './text/index.ts'
import { findTheme, THEMES, VIEWS } from './theme.table.ts'

const catalogue = loadCatalogue()
const inOrder = new Intl.Collator('en', { numeric: true })

const itemsIn = (year: number) => {
  const found = contradictionsOf(catalogue, { year, scores: [], totals: [] })
  return new Map(found?.themes.map(({ theme, views }) => [theme.key, views]) ?? [])
}
const codesIn = (year: number) =>
  Object.fromEntries(
    [...itemsIn(year)].map(([key, views]) => [
      key,
      views.map(({ items }) => printCitation(items.map(({ ref }) => codeOf(ref)))),
    ]),
  )

describe('the seven themes', () => {
  it('have the titles of the issues of the example', () => {
    const titles = exampleCycle().issues.map(({ title }) => title)
    expect(THEMES.map(({ key }) => themeTitles('th')[key])).toEqual(titles)
  })

  it('give for 2566 exactly the items that the example cites in each issue', () => {
    const cited = exampleCycle().issues.map(({ analysis }) => citedIn(analysis).toSorted(inOrder.compare))
    const items = itemsIn(2566)
    const found = THEMES.map(({ key }) =>
      (items.get(key) ?? []).flatMap((view) => view.items.map(({ ref }) => ref)).toSorted(inOrder.compare),
    )
    expect(found).toEqual(cited)
  })

  it('give in every other year the items that ask about the same subjects', () => {
    expect(codesIn(2567)).toEqual({
      'work-process': ['i1-i3', 'e1, e7'],
      service: ['i1-i2', 'e1, e7-e8', 'O25'],
      publicity: ['e4-e6', 'O1-O6'],
      'state-property': ['i10-i12', 'O30-O31'],
      'budget-procurement': ['i4-i6', 'O8-O9, O14-O17'],
      'power-personnel': ['i7-i9', 'O18-O21'],
      'anti-corruption': ['i13-i15', '', 'O22-O23, O26-O33, O35'],
    })
    expect(codesIn(2564)).toEqual({
      'work-process': ['i1-i6', ''],
      service: ['i1-i3', '', ''],
      publicity: ['', ''],
      'state-property': ['i19-i24', ''],
      'budget-procurement': ['i7-i12', ''],
      'power-personnel': ['i13-i18', ''],
      'anti-corruption': ['i25-i30', '', ''],
    })
    expect(codesIn(2568)).toEqual({
      'work-process': ['', ''],
      service: ['', '', 'O20'],
      publicity: ['', 'O1-O4'],
      'state-property': ['', 'O23-O24'],
      'budget-procurement': ['', 'O6-O7, O12-O13'],
      'power-personnel': ['', 'O14-O16'],
      'anti-corruption': ['', '', 'O17-O18, O21-O26, O28'],
    })
  })

  it('say which of their subjects a year does not measure, and of which that is not known', () => {
    const unmeasured = (year: number, key: string, name: string) =>
      itemsIn(year)
        .get(key as never)
        ?.find((view) => view.name === name)
        ?.unmeasured.map(({ concept, standing }) => `${concept.key} ${standing}`)
    expect(unmeasured(2567, 'anti-corruption', 'public')).toEqual([
      'eit_corruption_channel not-asked',
      'eit_transparency_raised not-asked',
    ])
    expect(unmeasured(2568, 'anti-corruption', 'public')).toEqual([
      'eit_corruption_channel not-known',
      'eit_transparency_raised not-known',
    ])
    expect(unmeasured(2566, 'publicity', 'public')).toEqual([])
  })

  it('name only subjects of the catalogue, each under the survey or the disclosure that asks about it', () => {
    const instruments = { staff: 'IIT', public: 'EIT', disclosure: 'OIT' }
    for (const { concepts } of THEMES)
      for (const view of VIEWS)
        for (const key of concepts[view])
          expect(catalogue.concepts.find((concept) => concept.key === key)?.instrument, key).toBe(
            instruments[view],
          )
  })

  it('have words for a draft of everything that staff or the public may be asked', () => {
    const asked = THEMES.flatMap(({ concepts }) => [...concepts.staff, ...concepts.public])
    expect([...new Set(asked)].toSorted()).toEqual(Object.keys(draftClauses).toSorted())
  })

  it('are found by their key, and by nothing else', () => {
    expect(findTheme('publicity')?.key).toBe('publicity')
    expect(findTheme('toString')).toBeNull()
  })

  it('never take an item of another year', () => {
    for (const { year } of catalogue.frameworks)
      for (const views of itemsIn(year).values())
        for (const { ref } of views.flatMap(({ items }) => items)) {
          expect(yearOf(ref)).toBe(year)
          expect(frameworkOf(catalogue, year)?.items.map((item) => item.ref)).toContain(ref)
        }
  })
})
