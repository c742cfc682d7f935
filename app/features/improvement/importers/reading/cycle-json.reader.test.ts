import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import { contentOf } from '../../cycle.domain.ts'
import { importReport } from '../import-report.server.ts'

const catalogue = loadCatalogue()
const example = readFileSync(new URL('../../../../../examples/dga-2567/report-2567.txt', import.meta.url))
const read = await importReport({ fileName: 'a.txt', bytes: example, catalogue })
if (!read.ok) throw new Error(read.error.code)
const { cycle } = read.value
const importing = (value: unknown) =>
  importReport({
    fileName: 'cycle.json',
    bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    catalogue,
  })

type Path = readonly (string | number)[]
/** Every path to a value inside the cycle's content. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? inner : [path, ...inner]
}

function changed(path: Path, change: (parent: Record<string, unknown>, key: string) => void): unknown {
  const copy = structuredClone(contentOf(cycle)) as unknown as Record<string, unknown>
  const parent = path
    .slice(0, -1)
    .reduce((at: Record<string, unknown>, key) => at[key] as Record<string, unknown>, copy)
  change(parent, String(path.at(-1)))
  return copy
}

test('a cycle written by the program is read back the same, with or without its source, and in canonical form', async () => {
  for (const value of [cycle, contentOf(cycle), canonicalize(contentOf(cycle))]) {
    const result = await importing(value)
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    expect(contentOf(result.value.cycle)).toEqual(contentOf(cycle))
    expect(result.value.counts).toEqual(read.ok && read.value.counts)
    expect(result.value.cycle.source?.format).toBe('json')
  }
})

describe('a cycle that is not of its form', () => {
  test('is refused when any field is left out or is of another kind, with the path', async () => {
    const paths = pathsOf(contentOf(cycle))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.boolean(), async (path, isLeftOut) => {
        const value = changed(path, (parent, key) => {
          if (isLeftOut && !Array.isArray(parent)) delete parent[key]
          else parent[key] = { unknown: true }
        })
        // Emphasis and citations of a run may be absent.
        fc.pre(!(isLeftOut && ['strong', 'cites'].includes(String(path.at(-1)))))
        const result = await importing(value)
        expect(result).toMatchObject({
          ok: false,
          error: { fileName: 'cycle.json', place: { en: expect.stringMatching(/^at \$\./u) } },
        })
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    [['answers'], 'O28'],
    [['answers'], '2568:O99'],
    [['issues', 0, 'analysis', 0, 'runs', 1, 'cites', 0], 'i1'],
    [['issues', 0, 'analysis', 0, 'runs', 1, 'cites', 0], '2566:i31'],
    [['issues', 0, 'outcomes', 0, 'facts', 0, 'after', 'of'], '2569:e99'],
  ] as const)('at %j with the code %s is refused as an unknown item there', async (path, code) => {
    const result = await importing(
      changed(path, (parent, key) => {
        parent[key] = code
      }),
    )
    const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'import.unknown-item', place: { en: `at $${place}` }, detail: { en: code } },
    })
  })

  test.each([
    ['an unknown field', ['extra'], 1, '$'],
    [
      'a score as a number',
      ['issues', 0, 'outcomes', 0, 'facts', 0, 'after', 'value'],
      92.79,
      '$.issues[0].outcomes[0].facts[0].after.value',
    ],
    [
      'a score in words',
      ['issues', 0, 'outcomes', 0, 'facts', 0, 'after', 'value'],
      'ดี',
      '$.issues[0].outcomes[0].facts[0].after.value',
    ],
    [
      'a day that is none',
      ['issues', 0, 'measures', 0, 'period', 'value', 'start'],
      '2024-02-30',
      '$.issues[0].measures[0].period.value.start',
    ],
    [
      'an end before the start',
      ['issues', 0, 'measures', 0, 'period', 'value', 'end'],
      '2023-01-01',
      '$.issues[0].measures[0].period.value.end',
    ],
    [
      'an outcome of a measure that is not',
      ['issues', 0, 'outcomes', 0, 'covers', 0],
      9,
      '$.issues[0].outcomes',
    ],
    ['the same issue twice', ['issues', 1, 'number'], 1, '$.issues'],
    ['measures out of order', ['issues', 0, 'measures', 0, 'number'], 2, '$.issues[0].measures'],
    ['a year of another era', ['fiscalYear'], 2024, '$.fiscalYear'],
    ['another schema', ['schema'], 'prongsai.cycle/2', '$.schema'],
  ] as const)('with %s is refused at its path', async (_, path, value, place) => {
    const result = await importing(
      changed(path, (parent, key) => {
        parent[key] = value
      }),
    )
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'import.bad-cycle', place: { en: `at ${place}` } },
    })
  })

  test('that is cut is refused with the line where it ends', async () => {
    const text = JSON.stringify(cycle, null, 1)
    const result = await importing(text.slice(0, text.length / 2))
    const line = text.slice(0, text.length / 2).split('\n').length
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'import.bad-cycle', place: { en: `line ${line}` } },
    })
  })
})
