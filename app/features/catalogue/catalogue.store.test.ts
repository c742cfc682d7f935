import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseItemRef } from '../../kernel/item-ref.ts'
import type { Framework } from './catalogue.domain.ts'
import { CatalogueFileError, compileCatalogue, loadCatalogue } from './catalogue.store.server.ts'
import { checkCatalogue } from './catalogue-check.domain.ts'

const catalogue = loadCatalogue()
const frameworks = catalogue.frameworks
const scratch = mkdtempSync(join(tmpdir(), 'catalogue-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('the shipped catalogue', () => {
  test('is read once', () => {
    expect(loadCatalogue()).toBe(catalogue)
  })

  test('has no reference to nothing, no name twice, no source unlisted', () => {
    expect(checkCatalogue(catalogue)).toEqual([])
  })

  test('every reference in it carries its year', () => {
    const refs = [
      ...frameworks.flatMap(({ items, indicators }) => [...items, ...indicators].map(({ ref }) => ref)),
      ...catalogue.crosswalk.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ]
    expect(refs.filter((ref) => parseItemRef(ref) === null)).toEqual([])
  })

  test('every concept is asked somewhere', () => {
    const asked = new Set(frameworks.flatMap(({ items }) => items.flatMap(({ concepts }) => concepts)))
    expect(catalogue.concepts.filter(({ key }) => !asked.has(key))).toEqual([])
  })

  test('2564: every question of the staff survey has a score for every answer, in its direction', () => {
    const staff = frameworks.find(({ year }) => year === 2564)
    const scale = (id: string | null) => staff?.scales.find((candidate) => candidate.id === id)
    const asked =
      staff?.items.flatMap(({ scale: own, subItems }) =>
        own === null ? subItems.map((sub) => sub.scale) : [own],
      ) ?? []
    expect(asked).toHaveLength(51)
    for (const question of asked) {
      const scores = scale(question)?.options.map(({ score }) => Number(score)) ?? []
      expect(Math.min(...scores)).toBe(0)
      expect(Math.max(...scores)).toBe(100)
    }
    const scores = (ref: string, sub = 0) => {
      const item = staff?.items.find(({ code }) => code === ref)
      return scale(item?.scale ?? item?.subItems[sub]?.scale ?? null)?.options.map(
        ({ text, score }) => `${text} ${score}`,
      )
    }
    expect(scores('i9')).toEqual(['น้อยที่สุดหรือไม่มีเลย 100', 'น้อย 67', 'มาก 33', 'มากที่สุด 0'])
    expect(scores('i4')).toEqual(['มี 0', 'ไม่มี 100'])
    expect(scores('i26')).toEqual(['มี 100', 'ไม่มี 0'])
    expect(scores('i11', 0)?.[0]).toBe('น้อยที่สุดหรือไม่มีเลย 0')
    expect(scores('i11', 1)?.[0]).toBe('น้อยที่สุดหรือไม่มีเลย 100')
  })

  test('2567: the scores of the six steps stand in no source, are in steps of twenty, and say so', () => {
    const six =
      frameworks.find(({ year }) => year === 2567)?.scales.filter(({ options }) => options.length === 6) ?? []
    expect(six.length).toBeGreaterThan(10)
    for (const { direction, options, scoring, certainty } of six) {
      const steps = ['0', '20', '40', '60', '80', '100']
      expect(options.map(({ score }) => score)).toEqual(direction === 'positive' ? steps : steps.toReversed())
      expect(scoring).toEqual({ certainty: 'unverified', source: 'BG' })
      expect(certainty).toBe('inferred')
    }
  })

  test('2566: i1 to i24 are answered as in the form of 2564, all else is assumed and marked so', () => {
    const [earlier, now] = [2564, 2566].map((year) => frameworks.find((one) => one.year === year)) as [
      Framework,
      Framework,
    ]
    const shapeIn = (framework: Framework, code: string) => {
      const item = framework.items.find((one) => one.code === code)
      return { scale: item?.scale, subItems: item?.subItems }
    }
    const surveyed = now.items.filter(({ instrument }) => instrument !== 'OIT').map(({ code }) => code)
    const asBefore = surveyed.slice(0, 24)
    expect(asBefore.map((code) => shapeIn(now, code))).toEqual(asBefore.map((code) => shapeIn(earlier, code)))
    for (const code of surveyed.slice(24)) {
      const scale = now.scales.find(({ id }) => id === shapeIn(now, code).scale)
      expect(`${code} ${scale?.certainty} ${scale?.source}`).toBe(`${code} unverified BG`)
    }
  })

  test('what is background knowledge is never more than unverified', () => {
    const rows = frameworks.flatMap(({ levels, scales, indicators, items, aggregation }) => [
      ...levels,
      ...scales,
      ...scales.flatMap(({ scoring }) => scoring ?? []),
      ...indicators,
      ...items,
      ...items.flatMap(({ elements }) => elements),
      aggregation,
    ])
    const onlyBackground = rows.filter(({ source }) => /^BG\b/u.test(source))
    expect(onlyBackground.length).toBeGreaterThan(20)
    expect(onlyBackground.filter(({ certainty }) => certainty !== 'unverified')).toEqual([])
  })

  test('2563: ten indicators, weights and levels are known, and no item', () => {
    const found = frameworks.find(({ year }) => year === 2563)
    expect(found).toMatchObject({ coverage: [], items: [], aggregation: { rule: 'mean-of-means' } })
    expect(found?.indicators.map(({ number }) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(found?.weights.map(({ percent }) => percent)).toEqual(['30', '30', '40'])
    expect(found?.levels.map(({ key }) => key)).toEqual(['AA', 'A', 'B', 'C', 'D', 'E', 'F'])
  })

  test('the report on the measures needs the same four elements in every year, and only 2568 states them', () => {
    const report = (year: number, code: string) =>
      frameworks.find((framework) => framework.year === year)?.items.find((item) => item.code === code)
    const found = [report(2566, 'o43'), report(2567, 'O35'), report(2568, 'O28'), report(2569, 'O26')]
    for (const item of found)
      expect(item?.elements.map(({ key }) => key)).toEqual(['measure', 'summary', 'outcome', 'period'])
    expect(found.map((item) => item?.elements[0]?.certainty)).toEqual([
      'inferred',
      'inferred',
      'sourced',
      'unverified',
    ])
    expect(report(2568, 'O28')?.documentYear).toBe(2567)
  })

  test('levels: seven by the total until 2566, five with a condition on each instrument from 2567', () => {
    const levels = (year: number) => frameworks.find((framework) => framework.year === year)?.levels ?? []
    expect(levels(2566).map(({ key }) => key)).toEqual(['AA', 'A', 'B', 'C', 'D', 'E', 'F'])
    expect(
      levels(2567).map(({ totalAtLeast, eachInstrumentAtLeast }) => [totalAtLeast, eachInstrumentAtLeast]),
    ).toEqual([
      ['95', '95'],
      ['85', '85'],
      ['85', null],
      ['70', null],
      ['0', null],
    ])
  })
})

describe('the compiled form', () => {
  test('is that of the data files (otherwise: npm run catalogue:compile)', () => {
    const { file, text } = compileCatalogue()
    expect(readFileSync(file, 'utf8') === text).toBe(true)
    expect(catalogue).toEqual(JSON.parse(text).catalogue)
  })

  test('is left aside as soon as a data file has changed', () => {
    const dir = join(scratch, 'edited')
    cpSync(join(import.meta.dirname, 'data'), dir, { recursive: true })
    const file = join(dir, 'sources.yaml')
    const edited = readFileSync(file, 'utf8').replace('title: ', 'title: edited ')
    writeFileSync(file, edited)
    expect(loadCatalogue(dir).sources[0]?.title).toMatch(/^edited /)
  })
})

describe('a broken data file is refused with file, path and reason', () => {
  let copies = 0
  /** Copies the shipped data, changes one file, and gives the error that loading raises. */
  function refusal(file: string, change: (text: string) => string): CatalogueFileError {
    copies += 1
    const dir = join(scratch, String(copies))
    cpSync(join(import.meta.dirname, 'data'), dir, { recursive: true })
    const text = readFileSync(join(dir, file), 'utf8')
    expect(change(text)).not.toBe(text)
    writeFileSync(join(dir, file), change(text))
    try {
      loadCatalogue(dir)
    } catch (error) {
      if (error instanceof CatalogueFileError) return error
      throw error
    }
    throw new Error('it was not refused')
  }

  test.each([
    ['ita-2568.yaml', 'certainty: sourced\n', 'certainty: certain\n', 'indicators'],
    ['ita-2568.yaml', "indicator: '10.2'", "indicator: '10.7'", '2568:O25.indicator'],
    ['ita-2568.yaml', 'code: O28', 'code: O27', '2568:o27'],
    ['ita-2568.yaml', 'concepts: [integrity_report]', 'concepts: [integrity_rapport]', '2568:O28.concepts'],
    ['ita-2568.yaml', 'year: 2568', 'year: 25', 'year'],
    [
      'ita-2564.yaml',
      'wording: เป็นไปตามขั้นตอนที่กำหนด, scale: four-level',
      'wording: เป็นไปตามขั้นตอนที่กำหนด, scale: five-level',
      '2564:i1.scale',
    ],
    [
      'ita-2564.yaml',
      'text: น้อยที่สุดหรือไม่มีเลย, score: ',
      'text: น้อยที่สุดหรือไม่มีเลย, isExcluded: true, score: ',
      'scales.0.options.0.score',
    ],
    [
      'ita-2567.yaml',
      'scoring: {certainty: unverified, source: BG}',
      'scoring: {certainty: unverified, source: S99}',
      '2567',
    ],
    ['crosswalk.yaml', 'from: 2566:e5, to: 2567:e2', 'from: e5, to: 2567:e2', 'pairs'],
    ['crosswalk.yaml', 'from: 2566:e5, to: 2567:e2', 'from: 2566:e16, to: 2567:e2', '2566:e16 → 2567:e2'],
    ['crosswalk.yaml', 'from: 2566:e5, to: 2567:e2', 'from: 2566:e5, to: null', 'pairs'],
    ['crosswalk.yaml', 'schema: prongsai.crosswalk/1', 'schema: prongsai.crosswalk/2', 'schema'],
    ['crosswalk.yaml', 'source: S02}', 'source: S99}', '2566:ind1 → 2567:ind1'],
    ['concepts.yaml', 'key: structure', 'kye: structure', 'concepts'],
    ['sources.yaml', 'sources:', 'sources: [', 'whole file'],
  ])('%s with "%s" → "%s" names %s', (file, from, to, path) => {
    const error = refusal(file, (text) => text.replace(from, to))
    expect(error.path.startsWith(path)).toBe(true)
    expect(error.message).toContain(error.file)
    expect(error.reason).not.toBe('')
  })

  test('a folder that is not there is named too', () => {
    expect(() => loadCatalogue(join(scratch, 'nowhere'))).toThrow(/nowhere/)
  })
})
