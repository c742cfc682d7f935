import type { Library, LibraryFramework, LibraryNode } from './library-form.domain.ts'
import {
  annotationReader,
  bilingual,
  type Draft,
  type LibraryFault,
  provenanceOf,
  wrong,
  yearIn,
} from './library-reading.domain.ts'

const NODES = 'objects.framework.requirement_nodes'
const INDICATOR = /^(?:ind)?((?:[1-9]|10)(?:\.[1-9])?)$/
const CODE = /^[ieo][1-9]\d?$/i
const INSTRUMENTS: Readonly<Record<string, string>> = { i: 'IIT', e: 'EIT', o: 'OIT' }

/**
 * Rows written by this program come back whole from their annotations. A list made elsewhere needs only numbers and
 * names: its rows count as sourced when the library names its provider, else as unverified; each line of
 * `typical_evidence` is one required element; what is not stated stays unknown.
 */
export function draftFramework(library: Library, framework: LibraryFramework): Draft {
  const faults: LibraryFault[] = []
  const note = annotationReader(faults)
  const year = yearIn(framework.ref_id) ?? yearIn(library.ref_id)
  if (year === null)
    faults.push(wrong('objects.framework.ref_id', 'must name the framework year, as ITA-2567 does'))

  const byUrn = new Map(framework.requirement_nodes.map((node) => [node.urn.toLowerCase(), node]))
  const rows = framework.requirement_nodes.map((node, at) => {
    const path = `${NODES}.${at}`
    const context: NodeContext = { node, path, byUrn, library, faults, extra: note(node.annotation, path) }
    return node.assessable ? { item: itemRow(context), path } : { indicator: indicatorRow(context), path }
  })
  const items = rows.filter((row) => row.item !== undefined)
  const indicators = rows.filter((row) => row.indicator !== undefined)
  const instruments = [...new Set(items.map((row) => row.item?.instrument))]
  return {
    data: {
      schema: 'prongsai.framework/1',
      year: year ?? 0,
      version: `${year}.${library.version}`,
      title: bilingual({
        locale: library.locale,
        own: framework.name,
        translations: framework.translations,
        field: 'name',
      }),
      coverage: instruments,
      weights: [],
      aggregation: { rule: 'not-stated', decimals: 2, ...provenanceOf(library) },
      levels: [],
      ...note(framework.annotation, 'objects.framework'),
      indicators: indicators.map((row) => row.indicator),
      items: items.map((row) => row.item),
    },
    places: { items: items.map((row) => row.path), indicators: indicators.map((row) => row.path) },
    faults,
  }
}

type NodeContext = Readonly<{
  node: LibraryNode
  path: string
  byUrn: ReadonlyMap<string, LibraryNode>
  library: Library
  faults: LibraryFault[]
  extra: Readonly<Record<string, unknown>>
}>

function indicatorRow({ node, path, byUrn, library, faults, extra }: NodeContext) {
  const number = INDICATOR.exec(node.ref_id)?.[1]
  if (number === undefined)
    faults.push(wrong(`${path}.ref_id`, `${node.ref_id} is not the number of an indicator`))
  return {
    ...provenanceOf(library),
    ...extra,
    number,
    parent: parentNumber({ node, path, byUrn, faults }),
    title: bilingual({
      locale: library.locale,
      own: node.name,
      translations: node.translations,
      field: 'name',
    }),
    instrument: node.implementation_groups?.[0],
  }
}

function itemRow({ node, path, byUrn, library, faults, extra }: NodeContext) {
  if (!CODE.test(node.ref_id))
    faults.push(wrong(`${path}.ref_id`, `${node.ref_id} is not an item code such as O28`))
  const lines = (node.typical_evidence ?? '').split('\n').map((line) => line.trim())
  const elements = lines
    .filter((line) => line !== '')
    .map((line, at) => ({ key: `element-${at + 1}`, text: { th: line, en: line }, ...provenanceOf(library) }))
  return {
    ...provenanceOf(library),
    elements,
    ...extra,
    code: node.ref_id,
    instrument: node.implementation_groups?.[0] ?? INSTRUMENTS[node.ref_id.slice(0, 1).toLowerCase()],
    indicator: parentNumber({ node, path, byUrn, faults }),
    title: node.name
      ? bilingual({ locale: library.locale, own: node.name, translations: node.translations, field: 'name' })
      : null,
    wording: node.description || null,
  }
}

function parentNumber({ node, path, byUrn, faults }: Omit<NodeContext, 'library' | 'extra'>): string | null {
  if (!node.parent_urn) return null
  const number = INDICATOR.exec(byUrn.get(node.parent_urn.toLowerCase())?.ref_id ?? '')?.[1]
  if (number === undefined)
    faults.push(wrong(`${path}.parent_urn`, `${node.parent_urn} is not an indicator of this library`))
  return number ?? null
}
