import { foldWords, searchedWords } from '../../../kernel/search-fold.ts'
import type { Catalog } from '../catalog/catalog.server.ts'
import type { OpenDataset } from '../open-data.server.ts'
import { LICENSES } from '../publisher.domain.ts'
import { openDataText } from '../text/index.ts'
import { gdcTh } from './gdc-words.th.ts'
import { organizationOf, packageId, packageName, packageOf, tagName } from './package.server.ts'
import { passes, readFilter, type Searched, unknownFields } from './query.domain.ts'

/** What an action answers: a result, or an error in the words of CKAN with its status. */
export type Answer =
  | Readonly<{ success: true; result: unknown }>
  | Readonly<{ success: false; status: 400 | 404 | 409; error: object }>

type Asked = Readonly<{ catalog: Catalog; given: URLSearchParams }>
type Action = Readonly<{ help: string; answer: (asked: Asked) => Answer }>

/** Of the answers of which these have the form. */
const LIKE_CKAN = '2.10.0'
const ROWS = { usual: 10, most: 1000 }
const SORTS = ['score', 'name', 'id', 'title', 'title_string', 'metadata_modified', 'metadata_created']

const done = (result: unknown): Answer => ({ success: true, result })
const notFound = (what = ''): Answer => ({
  success: false,
  status: 404,
  error: { message: `Not found${what === '' ? '' : `: ${what}`}`, __type: 'Not Found Error' },
})
const invalid = (field: string, message: string): Answer => ({
  success: false,
  status: 409,
  error: { [field]: [message], __type: 'Validation Error' },
})
const notSearched = (message: string): Answer => ({
  success: false,
  status: 409,
  error: { message: `Search error: ${message}`, __type: 'Search Error' },
})

/** The read actions that harvesters and clients of CKAN use. */
const ACTIONS: Readonly<Record<string, Action>> = {
  package_list: {
    help: 'Names of all datasets. limit, offset.',
    answer: ({ catalog, given }) =>
      paged(
        given,
        catalog.datasets.map(({ source }) => packageName(catalog.publisher.code, source.key)).toSorted(),
      ),
  },
  package_show: {
    help: 'One dataset with its resources. id: its id or name.',
    answer: ({ catalog, given }) =>
      withId(given, (id) => {
        const dataset = catalog.datasets.find((one) => isNamed(one, catalog, id))
        return dataset ? done(packageOf(dataset, catalog)) : notFound()
      }),
  },
  package_search: { help: 'Datasets that fit. q, fq, sort, rows (at most 1000), start.', answer: search },
  resource_show: {
    help: 'One file of a dataset. id.',
    answer: ({ catalog, given }) =>
      withId(given, (id) => {
        const resources = catalog.datasets.flatMap((dataset) => packageOf(dataset, catalog).resources)
        const resource = resources.find((one) => one.id === id)
        return resource ? done(resource) : notFound('Resource was not found.')
      }),
  },
  organization_list: {
    help: 'The agency, by name; whole with all_fields=true.',
    answer: ({ catalog, given }) => {
      const organization = organizationOf(catalog)
      return paged(given, [given.get('all_fields') === 'true' ? organization : organization.name])
    },
  },
  organization_show: {
    help: 'The agency. id: its id or name; include_datasets=true.',
    answer: ({ catalog, given }) =>
      withId(given, (id) => {
        const organization = organizationOf(catalog)
        if (![organization.id, organization.name].includes(id)) return notFound()
        if (given.get('include_datasets') !== 'true') return done(organization)
        const packages = catalog.datasets.map((dataset) => packageOf(dataset, catalog))
        return done({ ...organization, packages })
      }),
  },
  group_list: { help: 'There are no groups: datasets have tags.', answer: () => done([]) },
  group_show: {
    help: 'There are no groups. id.',
    answer: ({ given }) => withId(given, () => notFound('Group was not found.')),
  },
  tag_list: {
    help: 'Tags of all datasets. query.',
    answer: ({ catalog, given }) => {
      const asked = foldWords(given.get('query') ?? '')
      const tags = new Set(
        catalog.datasets.flatMap(({ source }) => source.keywords.map(({ th }) => tagName(th))),
      )
      return done([...tags].filter((tag) => foldWords(tag).includes(asked)).toSorted())
    },
  },
  license_list: {
    help: 'Licences under which an agency may give its data.',
    answer: () =>
      done(
        LICENSES.map(({ id, title, address, gdc }) => ({
          id: gdc ?? gdcTh.other,
          title,
          url: address,
          spdx_id: id,
          status: 'active',
          od_conformance: 'approved',
        })),
      ),
  },
  status_show: {
    help: 'What this site is.',
    answer: ({ catalog }) => {
      const text = openDataText('th')
      return done({
        ckan_version: LIKE_CKAN,
        site_title: text.titleOf(catalog.publisher.name.th),
        site_description: text.lead,
        site_url: catalog.origin,
        locale_default: 'th',
        extensions: [],
      })
    },
  },
  help_show: {
    help: 'What an action does. name.',
    answer: ({ given }) => {
      const action = ACTIONS[given.get('name') ?? '']
      return action ? done(action.help) : notFound('Action not found')
    },
  },
}

export const actionNames: readonly string[] = Object.keys(ACTIONS)

/** Null where CKAN would not know the action either, or it would write. */
export function answerAction(name: string, asked: Asked): Answer | null {
  return Object.hasOwn(ACTIONS, name) ? (ACTIONS[name]?.answer(asked) ?? null) : null
}

function withId(given: URLSearchParams, found: (id: string) => Answer): Answer {
  const id = given.get('id') ?? given.get('name_or_id') ?? ''
  return id === '' ? invalid('id', 'Missing value') : found(id)
}

const isNamed = ({ source }: OpenDataset, { origin, publisher }: Catalog, id: string): boolean =>
  [packageId(origin, source.key), packageName(publisher.code, source.key), source.key].includes(id)

/** A whole number of a query, or the usual one; null for what is none. */
function countOf(given: URLSearchParams, name: string, usual: number): number | null {
  const text = given.get(name) ?? ''
  if (text === '') return usual
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

function paged(given: URLSearchParams, all: readonly unknown[]): Answer {
  const limit = countOf(given, 'limit', all.length)
  const offset = countOf(given, 'offset', 0)
  if (limit === null) return invalid('limit', 'Invalid integer')
  return offset === null ? invalid('offset', 'Invalid integer') : done(all.slice(offset, offset + limit))
}

type Package = ReturnType<typeof packageOf>

function search({ catalog, given }: Asked): Answer {
  const rows = countOf(given, 'rows', ROWS.usual)
  const start = countOf(given, 'start', 0)
  if (rows === null) return invalid('rows', 'Invalid integer')
  if (start === null) return invalid('start', 'Invalid integer')
  const filter = readFilter([given.get('fq') ?? '', ...given.getAll('fq_list')].join(' '))
  if (!filter.ok) return notSearched('the filter query cannot be read')
  const packages = catalog.datasets.map((dataset) => packageOf(dataset, catalog))
  const searched = packages.map(searchedOf)
  const [unknown] = unknownFields(filter.value, Object.keys(searched[0] ?? {}))
  if (unknown !== undefined && packages.length > 0) return notSearched(`undefined field ${unknown}`)
  const sort = readSort(given.get('sort') ?? '')
  if (!sort) return notSearched('the order cannot be read')
  const words = wordsOf(given.get('q') ?? '')
  const found = packages.filter((one, at) => {
    const fields = searched[at]
    return (
      fields !== undefined &&
      passes(fields, filter.value) &&
      words.every((word) => textOf(one).includes(word))
    )
  })
  return done({
    count: found.length,
    sort: given.get('sort') ?? 'score desc, metadata_modified desc',
    facets: {},
    search_facets: {},
    results: found.toSorted(sort).slice(start, start + Math.min(rows, ROWS.most)),
  })
}

const wordsOf = (q: string): readonly string[] =>
  ['*:*', '*'].includes(q.trim()) ? [] : searchedWords(q.replace(/^text:/, '')).map(foldWords)

const textOf = ({ title, title_translated, notes, notes_translated, tags, name }: Package): string =>
  foldWords(
    [title, title_translated.en, notes, notes_translated.en, name, ...tags.map((tag) => tag.name)].join('\n'),
  )

const searchedOf = (one: Package): Searched => ({
  id: [one.id],
  name: [one.name],
  title: [one.title],
  organization: [one.organization.name],
  owner_org: [one.owner_org],
  groups: [],
  tags: one.tags.map(({ name }) => name),
  license_id: [one.license_id],
  res_format: one.resources.map(({ format }) => format),
  data_type: [one.data_type],
  data_category: [one.data_category],
  dataset_type: [one.type],
  type: [one.type],
  state: [one.state],
  private: [String(one.private)],
  metadata_modified: momentOf(one.metadata_modified),
  metadata_created: momentOf(one.metadata_created),
})

/** As moments are read, to the thousandth of a second. */
const momentOf = (written: string | undefined): readonly string[] =>
  written === undefined ? [] : [`${written.slice(0, 23)}Z`]

/** Null for an order that is none of CKAN's; nothing asked for: as it is. */
function readSort(text: string): ((a: Package, b: Package) => number) | null {
  const orders = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => /^(\w+)(?: (asc|desc))?$/.exec(one))
  if (orders.some((order) => !order || !SORTS.includes(order[1] ?? ''))) return null
  const keyOf = (one: Package, field: string): string =>
    field === 'score' ? '' : String(one[(field === 'title_string' ? 'title' : field) as keyof Package] ?? '')
  return (a, b) => {
    for (const order of orders) {
      const [, field = '', direction = 'asc'] = order ?? []
      const [left, right] = [keyOf(a, field), keyOf(b, field)]
      if (left !== right) return (left < right ? -1 : 1) * (direction === 'desc' ? -1 : 1)
    }
    return 0
  }
}
