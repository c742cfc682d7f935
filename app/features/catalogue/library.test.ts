import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { loadCatalogue } from './catalogue.store.server.ts'
import { exportLibrary, importLibrary, LIBRARY_BYTES_AT_MOST } from './library.server.ts'

const catalogue = loadCatalogue()
const yearPairs = [...new Set(catalogue.crosswalk.map(({ from, toYear }) => `${from.slice(0, 4)}-${toYear}`))]
const crosswalkPart = (years: string) => {
  const [fromYear, toYear] = years.split('-').map(Number) as [number, number]
  const pairs = catalogue.crosswalk.filter(
    (pair) => pair.from.startsWith(`${fromYear}:`) && pair.toYear === toYear,
  )
  return { fromYear, toYear, pairs }
}
/** What a library holds, or why it is refused. */
const contentIn = (...given: Parameters<typeof importLibrary>) => {
  const read = importLibrary(...given)
  return read.ok ? { ok: true as const, value: read.value.content } : read
}
const faultsOf = (text: string) => {
  const read = contentIn(text, catalogue)
  return read.ok ? [] : read.error
}

describe('out to a library and back loses nothing', () => {
  test.each(catalogue.frameworks.map((framework) => [framework.year, framework] as const))(
    'framework %i',
    (_, framework) => {
      expect(contentIn(exportLibrary({ kind: 'framework', framework }))).toEqual({
        ok: true,
        value: { kind: 'framework', framework },
      })
    },
  )

  test.each(yearPairs)('crosswalk %s, with the catalogue and without', (years) => {
    const crosswalk = crosswalkPart(years)
    const text = exportLibrary({ kind: 'crosswalk', crosswalk })
    const whole = { ok: true, value: { kind: 'crosswalk', crosswalk } }
    expect(contentIn(text)).toEqual(whole)
    expect(contentIn(text, catalogue)).toEqual(whole)
  })

  test('the library has the fields that other programs look for', () => {
    const framework = catalogue.frameworks.find(({ year }) => year === 2568)!
    const form = parse(exportLibrary({ kind: 'framework', framework }))
    expect(form).toMatchObject({
      urn: 'urn:prongsai:risk:library:ita-2568',
      locale: 'th',
      ref_id: 'ITA-2568',
    })
    const nodes = form.objects.framework.requirement_nodes
    const urns = new Set(nodes.map((node: { urn: string }) => node.urn))
    expect(urns.size).toBe(nodes.length)
    for (const node of nodes) if (node.parent_urn) expect(urns.has(node.parent_urn)).toBe(true)
    expect(nodes.at(-1)).toMatchObject({
      urn: 'urn:prongsai:risk:req_node:ita-2568:o28',
      assessable: true,
      depth: 3,
      ref_id: 'O28',
      parent_urn: 'urn:prongsai:risk:req_node:ita-2568:ind10.2',
      implementation_groups: ['OIT'],
    })
  })

  test('an option that is not counted, and where scores come from, survive', () => {
    const framework = catalogue.frameworks.find(({ year }) => year === 2567)!
    const options = [
      { text: 'เคย', score: '0', isExcluded: false },
      { text: 'ไม่เคยใช้บริการ', score: null, isExcluded: true },
    ]
    const scoring = { certainty: 'inferred', source: 'S02' } as const
    const scales = framework.scales.map((scale) => ({ ...scale, options, scoring }))
    const read = contentIn(exportLibrary({ kind: 'framework', framework: { ...framework, scales } }))
    expect(read.ok && read.value.kind === 'framework' && read.value.framework.scales).toEqual(scales)
  })

  test('any text survives, whatever characters it is made of', () => {
    const framework = catalogue.frameworks.find(({ year }) => year === 2568)!
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => text === text.trim() && text !== '' && text.isWellFormed())
    fc.assert(
      fc.property(words, words, (th, en) => {
        const items = framework.items.map((item) => ({ ...item, title: { th, en }, wording: th }))
        const read = contentIn(exportLibrary({ kind: 'framework', framework: { ...framework, items } }))
        expect(read.ok && read.value.kind === 'framework' && read.value.framework.items).toEqual(items)
      }),
      { numRuns: 20 },
    )
  })
})

const ownList = (nodes: object[], more: object = {}) =>
  stringify({
    urn: 'urn:office:risk:library:ita-2570',
    locale: 'th',
    ref_id: 'ITA-2570',
    name: 'ITA 2570',
    version: 3,
    packager: 'office',
    objects: {
      framework: {
        urn: 'urn:office:risk:framework:ita-2570',
        ref_id: 'ITA-2570',
        name: 'ITA 2570',
        requirement_nodes: nodes,
      },
    },
    ...more,
  })
const node = (code: string, more: object = {}) => ({
  urn: `urn:office:risk:req_node:ita-2570:${code.toLowerCase()}`,
  assessable: true,
  depth: 1,
  ref_id: code,
  name: `ข้อ ${code}`,
  ...more,
})

describe('an agency brings its own list', () => {
  test('numbers and names are enough, and what nobody vouches for is unverified', () => {
    const read = contentIn(
      ownList([
        { ...node('9'), assessable: false, implementation_groups: ['OIT'] },
        node('O1', {
          parent_urn: 'urn:office:risk:req_node:ita-2570:9',
          typical_evidence: 'แผนผัง\nตำแหน่ง',
          annotation: 'ดูคู่มือ',
        }),
        node('i1', { description: 'คำถาม' }),
      ]),
    )
    const framework = read.ok && read.value.kind === 'framework' ? read.value.framework : null
    expect(framework).toMatchObject({ year: 2570, version: '2570.3', coverage: ['OIT', 'IIT'] })
    expect(framework?.items[0]).toMatchObject({
      ref: '2570:O1',
      indicator: '2570:ind9',
      title: { th: 'ข้อ O1', en: 'ข้อ O1' },
      certainty: 'unverified',
      source: 'office',
    })
    expect(framework?.items[0]?.elements.map(({ key, text }) => [key, text.th])).toEqual([
      ['element-1', 'แผนผัง'],
      ['element-2', 'ตำแหน่ง'],
    ])
    expect(framework?.items[1]).toMatchObject({ instrument: 'IIT', indicator: null, wording: 'คำถาม' })
  })

  test('a list that names its provider counts as sourced from it', () => {
    const read = contentIn(ownList([node('O1')], { provider: 'สำนักงาน ป.ป.ช.' }))
    expect(read.ok && read.value.kind === 'framework' && read.value.framework.items[0]).toMatchObject({
      certainty: 'sourced',
      source: 'สำนักงาน ป.ป.ช.',
    })
  })
})

describe('a library that cannot be used is refused with the place', () => {
  const NODES = 'objects.framework.requirement_nodes'
  test.each([
    ['no list', 'name: x', 'library.wrong-shape', 'urn'],
    ['a scalar', '5', 'library.wrong-shape', ''],
    ['nothing', '', 'library.wrong-shape', ''],
    ['half a line', 'a: [1, 2', 'library.not-yaml', 'line 1'],
    ['a key twice', 'a: 1\na: 2', 'library.not-yaml', 'line 2'],
    ['an unknown code', ownList([node('X1')]), 'library.wrong-shape', `${NODES}.0.ref_id`],
    ['an item twice', ownList([node('O1'), node('o1')]), 'library.contradiction', '2570:o1'],
    [
      'a lost parent',
      ownList([node('O1', { parent_urn: 'urn:x' })]),
      'library.wrong-shape',
      `${NODES}.0.parent_urn`,
    ],
    [
      'a heading that is no indicator',
      ownList([node('A', { assessable: false })]),
      'library.wrong-shape',
      `${NODES}.0.ref_id`,
    ],
    [
      'a broken annotation',
      ownList([node('O1', { annotation: '{"scale":' })]),
      'library.wrong-shape',
      `${NODES}.0.annotation`,
    ],
    [
      'a foreign annotation',
      ownList([node('O1', { annotation: '{"__proto__":{"x":1},"weight":2}' })]),
      'library.wrong-shape',
      `${NODES}.0`,
    ],
    [
      'an unknown scale',
      ownList([node('O1', { annotation: '{"scale":"none"}' })]),
      'library.contradiction',
      '2570:O1.scale',
    ],
    [
      'no year',
      ownList([node('O1')]).replaceAll('ITA-2570', 'ITA'),
      'library.wrong-shape',
      'objects.framework.ref_id',
    ],
    ['depth as text', ownList([node('O1', { depth: 'one' })]), 'library.wrong-shape', `${NODES}.0.depth`],
  ])('%s', (_, text, code, path) => {
    expect(faultsOf(text)[0]).toMatchObject({ code, path })
    expect(faultsOf(text)[0]?.reason).not.toBe('')
  })

  test('a mapping set: items unknown to the catalogue, targets that do not fit, both kinds at once', () => {
    const text = exportLibrary({ kind: 'crosswalk', crosswalk: crosswalkPart('2566-2567') })
    const at = (from: string, to: string) => faultsOf(text.replace(from, to))[0]
    expect(at('ita-2567:ind1\n', 'ita-2567:ind77\n')?.path).toMatch(
      /requirement_mappings\.0\.target_requirement_urn$/,
    )
    expect(at('ita-2566:ind1\n', 'ita-2565:ind1\n')?.path).toMatch(
      /requirement_mappings\.0\.source_requirement_urn$/,
    )
    expect(at('relationship: equal', 'relationship: same')?.path).toMatch(
      /requirement_mappings\.0\.relationship$/,
    )
    expect(at('relationship: equal', 'relationship: not_related')?.path).toMatch(/requirement_mappings\.0$/)
    const form = parse(text)
    form.objects.framework = parse(ownList([node('O1')])).objects.framework
    expect(faultsOf(stringify(form))[0]?.path).toBe('objects')
    expect(faultsOf(stringify({ ...form, objects: {} }))[0]?.path).toBe('objects')
  })

  test('a file beyond the limit is not even parsed', () => {
    expect(faultsOf(`a: ${'ก'.repeat(LIBRARY_BYTES_AT_MOST / 3 + 1)}`)[0]?.code).toBe('library.too-large')
  })

  test('aliases that multiply and brackets that never end stop at once', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 10; level += 1)
      bomb.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      )
    expect(faultsOf(bomb.join('\n'))[0]?.code).toBe('library.too-many-aliases')
    const singles = Array.from({ length: 10_000 }, (_, at) => `k${at}: &n${at} 1\nz${at}: *n${at}`)
    expect(faultsOf(singles.join('\n'))[0]?.code).toBe('library.too-many-aliases')
    expect(faultsOf('['.repeat(200_000))[0]?.code).toBe('library.not-yaml')
    expect(faultsOf(`"${'\\x'.repeat(100_000)}`)[0]).toMatchObject({
      code: 'library.not-yaml',
      path: 'line 1',
    })
  })
})
