import type { Bilingual } from '../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../kernel/item-ref.ts'
import type { Comparable, CrosswalkPair, Framework, Indicator, Instrument, Item } from './catalogue.domain.ts'
import type { CrosswalkPart } from './library-content.domain.ts'

/**
 * A library as CISO Assistant reads and writes it. Thai stands in `name`, `description` and `rationale`, English under
 * `translations.en`. What the form has no field for is one line of JSON in `annotation`.
 */
export type Library = Readonly<{
  urn: string
  locale: string
  ref_id: string
  name: string
  version: number
  packager: string
  provider?: string | null | undefined
  dependencies?: readonly string[] | undefined
  translations?: Translations | undefined
  objects: Readonly<{
    framework?: LibraryFramework | undefined
    requirement_mapping_set?: LibraryMappingSet | undefined
  }>
}>
export type LibraryFramework = Readonly<{
  urn: string
  ref_id: string
  name: string
  min_score?: number | undefined
  max_score?: number | undefined
  scores_definition?: readonly Readonly<{
    score: number
    name: string
    translations?: Translations | undefined
  }>[]
  implementation_groups_definition?: readonly Readonly<{ ref_id: string; name: string }>[]
  annotation?: string | null | undefined
  translations?: Translations | undefined
  requirement_nodes: readonly LibraryNode[]
}>
export type LibraryNode = Readonly<{
  urn: string
  assessable: boolean
  depth: number
  parent_urn?: string | null | undefined
  ref_id: string
  name?: string | null | undefined
  description?: string | null | undefined
  implementation_groups?: readonly string[] | null | undefined
  typical_evidence?: string | null | undefined
  annotation?: string | null | undefined
  translations?: Translations | undefined
}>
export type LibraryMappingSet = Readonly<{
  urn: string
  ref_id: string
  name: string
  source_framework_urn: string
  target_framework_urn: string
  requirement_mappings: readonly LibraryMapping[]
}>
export type LibraryMapping = Readonly<{
  source_requirement_urn: string
  target_requirement_urn?: string | null | undefined
  relationship: 'equal' | 'subset' | 'superset' | 'intersect' | 'not_related'
  rationale?: string | null | undefined
  strength_of_relationship?: number | null | undefined
  annotation?: string | null | undefined
  translations?: Translations | undefined
}>
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>

const PACKAGER = 'prongsai'
const GROUPS: Readonly<Record<Instrument, string>> = {
  IIT: 'Internal Integrity and Transparency Assessment: the staff',
  EIT: 'External Integrity and Transparency Assessment: the public',
  OIT: 'Open Data Integrity and Transparency Assessment: disclosure items',
}
/** The form grades a relation from 0 to 10; comparability is its two ends, and left out where nobody knows. */
const STRENGTH: Readonly<Record<Comparable, number | undefined>> = { yes: 10, no: 0, unknown: undefined }

/** A framework in the library form: indicators as headings, items as requirements below them, in the framework's order. */
export function libraryOfFramework(framework: Framework): Library {
  const { year, version, title, coverage, weights, aggregation, levels, scales } = framework
  return {
    ...libraryHead({ year: [year], refId: `ITA-${year}`, title }),
    version: Number(/\.(\d+)$/.exec(version)?.[1] ?? 1),
    objects: {
      framework: {
        urn: urnOf('framework', year),
        ref_id: `ITA-${year}`,
        name: title.th,
        min_score: 0,
        max_score: 100,
        scores_definition: levels.map((level) => ({
          score: Number(level.totalAtLeast),
          name: level.title.th,
          translations: english({ name: level.title.en }),
        })),
        implementation_groups_definition: Object.entries(GROUPS).map(([ref_id, name]) => ({ ref_id, name })),
        annotation: JSON.stringify({ version, coverage, weights, aggregation, levels, scales }),
        translations: english({ name: title.en }),
        requirement_nodes: [
          ...framework.indicators.map(indicatorNode),
          ...framework.items.map((item) => itemNode(item, framework)),
        ],
      },
    },
  }
}

/** A crosswalk between two years in the library form: one mapping for each pair, without a target where nothing follows. */
export function libraryOfCrosswalk({ fromYear, toYear, pairs }: CrosswalkPart): Library {
  const refId = `ITA-${fromYear}-to-ITA-${toYear}`
  const title = { th: `ITA ${fromYear} → ITA ${toYear}`, en: `ITA ${fromYear} → ITA ${toYear}` }
  return {
    ...libraryHead({ year: [fromYear, toYear], refId, title }),
    dependencies: [urnOf('library', fromYear), urnOf('library', toYear)],
    objects: {
      requirement_mapping_set: {
        urn: urnOf('req_mapping_set', `${fromYear}-to-ita-${toYear}`),
        ref_id: refId,
        name: title.th,
        source_framework_urn: urnOf('framework', fromYear),
        target_framework_urn: urnOf('framework', toYear),
        requirement_mappings: pairs.map(mappingOf),
      },
    },
  }
}

function libraryHead({ year, refId, title }: { year: readonly number[]; refId: string; title: Bilingual }) {
  return {
    urn: urnOf('library', year.join('-to-ita-')),
    locale: 'th',
    ref_id: refId,
    name: title.th,
    version: 1,
    packager: PACKAGER,
    translations: english({ name: title.en }),
  }
}

function indicatorNode(row: Indicator): LibraryNode {
  const { ref, number, title, instrument, parent, ...rest } = row
  return {
    urn: nodeUrn(ref),
    assessable: false,
    depth: parent === null ? 1 : 2,
    ...(parent === null ? {} : { parent_urn: nodeUrn(parent) }),
    ref_id: number,
    name: title.th,
    implementation_groups: [instrument],
    annotation: JSON.stringify(rest),
    translations: english({ name: title.en }),
  }
}

function itemNode(item: Item, framework: Framework): LibraryNode {
  const { ref, code, title, wording, instrument, indicator, ...rest } = item
  const parent = framework.indicators.find((row) => row.ref === indicator)
  return {
    urn: nodeUrn(ref),
    assessable: true,
    depth: !parent ? 1 : parent.parent === null ? 2 : 3,
    ...(indicator === null ? {} : { parent_urn: nodeUrn(indicator) }),
    ref_id: code,
    ...(title === null ? {} : { name: title.th, translations: english({ name: title.en }) }),
    ...(wording === null ? {} : { description: wording }),
    implementation_groups: [instrument],
    ...(item.elements.length === 0
      ? {}
      : { typical_evidence: item.elements.map((element) => element.text.th).join('\n') }),
    annotation: JSON.stringify(rest),
  }
}

function mappingOf(pair: CrosswalkPair): LibraryMapping {
  const { from, to, relationship, comparable, rationale, certainty, source } = pair
  const strength = STRENGTH[comparable]
  return {
    source_requirement_urn: nodeUrn(from),
    ...(to === null ? {} : { target_requirement_urn: nodeUrn(to) }),
    relationship: relationship === 'none' ? 'not_related' : relationship,
    rationale: rationale.th,
    ...(strength === undefined ? {} : { strength_of_relationship: strength }),
    annotation: JSON.stringify({ from, to, certainty, source }),
    translations: english({ rationale: rationale.en }),
  }
}

// URNs of the form are lower case; the writing of a code is kept by `ref_id` and by the annotation of a mapping.
const nodeUrn = (ref: ItemRef): string => urnOf('req_node', `${yearOf(ref)}:${codeOf(ref).toLowerCase()}`)
const urnOf = (object: string, what: string | number): string => `urn:${PACKAGER}:risk:${object}:ita-${what}`
const english = (words: Readonly<Record<string, string>>): Translations => ({ en: words })
