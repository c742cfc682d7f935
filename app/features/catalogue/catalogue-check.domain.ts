import { yearOf } from '../../kernel/item-ref.ts'
import type { Catalogue, CrosswalkPair, Framework } from './catalogue.domain.ts'

/** Something in a catalogue that points nowhere or contradicts itself. `path` names the row ("2566:o28.indicator"). */
export type CatalogueFault = Readonly<{ part: 'framework' | 'crosswalk'; path: string; reason: string }>

/** Everything that no single row can tell: names used twice, references to nothing, pairs that contradict each other. */
export function checkCatalogue(catalogue: Catalogue): readonly CatalogueFault[] {
  return [
    ...twice(catalogue.frameworks.map((framework) => String(framework.year))).map((year) =>
      fault('framework', year, 'the year stands twice'),
    ),
    ...catalogue.frameworks.flatMap((framework) => checkFramework(framework, catalogue)),
    ...checkCrosswalk(catalogue),
    ...checkSources(catalogue),
  ]
}

/** The faults of one framework taken alone; with a catalogue also its concepts. */
export function checkFramework(
  framework: Framework,
  catalogue: Pick<Catalogue, 'concepts'> | null,
): readonly CatalogueFault[] {
  const indicators = new Set(framework.indicators.map(({ ref }) => ref))
  const scales = new Set(framework.scales.map(({ id }) => id))
  const concepts = catalogue && new Set(catalogue.concepts.map(({ key }) => key))
  const faults: CatalogueFault[] = twice([
    ...framework.items.map(({ ref }) => ref.toLowerCase()),
    ...framework.indicators.map(({ ref }) => ref),
    ...framework.scales.map(({ id }) => `${framework.year}:scale ${id}`),
  ]).map((path) => fault('framework', path, 'stands twice'))
  const miss = (path: string, reason: string) => faults.push(fault('framework', path, reason))

  for (const { ref, parent } of framework.indicators)
    if (parent !== null && !indicators.has(parent)) miss(`${ref}.parent`, `${parent} is not an indicator`)
  for (const item of framework.items) {
    if (item.indicator !== null && !indicators.has(item.indicator))
      miss(`${item.ref}.indicator`, `${item.indicator} is not an indicator`)
    for (const scale of [item.scale, ...item.subItems.map((sub) => sub.scale)])
      if (scale !== null && !scales.has(scale)) miss(`${item.ref}.scale`, `${scale} is not a scale`)
    for (const concept of item.concepts)
      if (concepts && !concepts.has(concept)) miss(`${item.ref}.concepts`, `${concept} is not a concept`)
    for (const key of twice(item.elements.map((element) => element.key)))
      miss(`${item.ref}.elements`, `${key} stands twice`)
  }
  return faults
}

function checkCrosswalk({ frameworks, crosswalk }: Catalogue): readonly CatalogueFault[] {
  const years = frameworks.map(({ year }) => year)
  const known = new Set(
    frameworks.flatMap(({ items, indicators }) => [...items, ...indicators].map((row) => row.ref)),
  )
  const nextOf = (year: number) => Math.min(...years.filter((other) => other > year))
  const faults = crosswalk.flatMap((pair) =>
    reasonsAgainst(pair, {
      isKnown: (ref) => known.has(ref as never),
      nextYear: nextOf(yearOf(pair.from)),
    }).map((reason) => fault('crosswalk', pathOf(pair), reason)),
  )
  const equals = crosswalk.filter(({ relationship }) => relationship === 'equal')
  const repeated = [
    ...twice(crosswalk.map(pathOf)),
    ...twice(equals.map(({ from, toYear }) => `${from} → equal in ${toYear}`)),
    ...twice(equals.map(({ to, from }) => `${yearOf(from)} equal → ${to}`)),
  ]
  return [...faults, ...repeated.map((path) => fault('crosswalk', path, 'stands twice'))]
}

function reasonsAgainst(
  { from, to, toYear }: CrosswalkPair,
  { isKnown, nextYear }: { isKnown: (ref: string) => boolean; nextYear: number },
): readonly string[] {
  return [
    isKnown(from) ? '' : `${from} is not in the catalogue`,
    to === null || isKnown(to) ? '' : `${to} is not in the catalogue`,
    toYear === nextYear ? '' : `${toYear} is not the next framework year after ${yearOf(from)}`,
  ].filter((reason) => reason !== '')
}

function checkSources({ frameworks, crosswalk, sources }: Catalogue): readonly CatalogueFault[] {
  const keys = new Set(sources.map(({ key }) => key))
  const rows = [
    ...frameworks.flatMap(({ year, items, indicators, levels, scales, aggregation }) => [
      ...[...items, ...indicators].map((row) => ({
        part: 'framework' as const,
        path: row.ref as string,
        row,
      })),
      ...items.flatMap((item) =>
        item.elements.map((row) => ({ part: 'framework' as const, path: `${item.ref}.${row.key}`, row })),
      ),
      ...[
        ...levels,
        ...scales,
        ...scales.flatMap(({ scoring }) => (scoring === null ? [] : [scoring])),
        aggregation,
      ].map((row) => ({ part: 'framework' as const, path: `${year}`, row })),
    ]),
    ...crosswalk.map((row) => ({ part: 'crosswalk' as const, path: pathOf(row), row })),
  ]
  return rows.flatMap(({ part, path, row }) =>
    (row.source.match(/\b(?:S\d{2}|BG)\b/g) ?? [])
      .filter((key) => !keys.has(key))
      .map((key) => fault(part, path, `${key} is not in the list of sources`)),
  )
}

const fault = (part: CatalogueFault['part'], path: string, reason: string): CatalogueFault => ({
  part,
  path,
  reason,
})
const pathOf = ({ from, to, toYear }: CrosswalkPair): string => `${from} → ${to ?? toYear}`
const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
]
