import { z } from 'zod'
import { actionNames } from '../ckan/actions.server.ts'
import { MEDIA_TYPES } from '../tables/table-form.domain.ts'
import type { ApiPart } from './api-part.server.ts'
import { jsonOf, knownAgainAnswers, pathParameter, queryParameter, schemaAddress } from './describe.server.ts'

const dataset = pathParameter('dataset', 'Key of a dataset, as it stands in its address.', {
  type: 'string',
  pattern: '^[a-z0-9-]+$',
  examples: ['improvement-measures'],
})

const fileName = pathParameter(
  'file',
  'The key of the dataset and its form, for CSV also with a byte order mark.',
  {
    type: 'string',
    pattern: String.raw`^[a-z0-9-]+(-bom)?\.(csv|xlsx|json)$`,
    examples: ['improvement-measures.json', 'improvement-measures-bom.csv'],
  },
)

const row = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .describe('A row by the names of its columns; years are of the Buddhist era, days and moments ISO 8601.')

const field = z
  .looseObject({
    name: z.string(),
    type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'datetime']),
    title: z.string(),
    calendar: z.literal('buddhist').optional().describe('The number is a year of the Buddhist era.'),
  })
  .describe('A column, by Table Schema of Data Package v2.')

const tableSchema = z
  .looseObject({ fields: z.array(field), primaryKey: z.array(z.string()).optional() })
  .describe('What the columns of a dataset are: Table Schema of Data Package v2.')

const resource = z
  .looseObject({
    id: z.uuid(),
    package_id: z.uuid(),
    name: z.string(),
    url: z.string(),
    format: z.enum(['CSV', 'XLSX', 'JSON']),
    mimetype: z.string(),
    size: z.int().min(0),
    hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  })
  .describe('A file of a dataset, as CKAN describes it.')

const ckanPackage = z
  .looseObject({
    id: z.uuid(),
    name: z.string(),
    title: z.string(),
    notes: z.string(),
    maintainer: z.string(),
    maintainer_email: z.string(),
    owner_org: z.uuid(),
    license_id: z.string(),
    data_type: z.string(),
    objective: z.array(z.string()),
    update_frequency_unit: z.string(),
    geo_coverage: z.string(),
    data_source: z.string(),
    data_format: z.array(z.string()),
    data_category: z.string(),
    tag_string: z.string(),
    tags: z.array(z.looseObject({ name: z.string() })),
    resources: z.array(resource),
  })
  .describe('A dataset as CKAN describes it, with the metadata of the Thai Government Data Catalog.')

const failure = z
  .strictObject({
    help: z.string(),
    success: z.literal(false),
    error: z.looseObject({ __type: z.string() }),
  })
  .describe('Why CKAN would give no result.')

const table = (type: string) => ({ [type]: { schema: { type: 'string' } } })
const success = (result: object) => ({
  'application/json': {
    schema: {
      type: 'object',
      required: ['help', 'success', 'result'],
      properties: { help: { type: 'string' }, success: { const: true }, result },
    },
  },
})

const action = (name: string, summary: string, result: object, parameters: readonly object[] = []) => ({
  [`/api/3/action/${name}`]: {
    get: {
      operationId: `ckan_${name}`,
      summary,
      parameters,
      responses: {
        200: { description: 'The result.', content: success(result) },
        404: { description: 'There is no such thing.', content: jsonOf('CkanFailure') },
        409: { description: 'What was asked cannot be read.', content: jsonOf('CkanFailure') },
      },
    },
  },
})

const id = queryParameter('id', 'Id or name. Without it the answer is 409.', { type: 'string' })
const text = (name: string, description: string) => queryParameter(name, description, { type: 'string' })
const count = (name: string, description: string) =>
  queryParameter(name, description, { type: 'integer', minimum: 0 })
const names = { type: 'array', items: { type: 'string' } }
const described = { type: 'object', required: ['id', 'name'], properties: { id: { type: 'string' } } }
const aPackage = { $ref: schemaAddress('CkanPackage') }

const ACTIONS = {
  ...action('package_list', 'Names of all datasets', names, [
    count('limit', 'How many.'),
    count('offset', 'From which on.'),
  ]),
  ...action('package_show', 'One dataset', aPackage, [id]),
  ...action(
    'package_search',
    'Datasets that fit',
    {
      type: 'object',
      required: ['count', 'results'],
      properties: { count: { type: 'integer' }, results: { type: 'array', items: aPackage } },
    },
    [
      text('q', 'Words, all of which must occur.'),
      text(
        'fq',
        'Filter: field:value, field:"words", -field:value, field:[from TO to], joined by AND or OR.',
      ),
      text('sort', 'Order: "metadata_modified desc".'),
      count('rows', 'How many, 10 where nothing is said, 1000 at most.'),
      count('start', 'From which on.'),
    ],
  ),
  ...action('resource_show', 'One file of a dataset', { $ref: schemaAddress('CkanResource') }, [id]),
  ...action('organization_list', 'The agency', { type: 'array' }, [text('all_fields', '"true" for more.')]),
  ...action('organization_show', 'The agency', described, [id, text('include_datasets', '"true" for them.')]),
  ...action('group_list', 'Always empty: datasets have tags', names),
  ...action('group_show', 'Never there: datasets have tags', described, [id]),
  ...action('tag_list', 'Tags of all datasets', names, [text('query', 'A part of the tag.')]),
  ...action('license_list', 'Licences that an agency may give its data under', { type: 'array' }),
  ...action('status_show', 'What this site is', { type: 'object' }),
  ...action('help_show', 'What an action does', { type: 'string' }, [text('name', 'Name of the action.')]),
}

/** Actions that are answered and not described, or the other way round: a fault of ours. */
export const actionsApart = (): readonly string[] => {
  const ours = Object.keys(ACTIONS).map((address) => address.replace('/api/3/action/', ''))
  return [
    ...ours.filter((name) => !actionNames.includes(name)),
    ...actionNames.filter((name) => !ours.includes(name)),
  ]
}

/** What the open data add to the public interface. */
export const dataApi: ApiPart = {
  schemas: {
    CkanFailure: failure,
    CkanPackage: ckanPackage,
    CkanResource: resource,
    DatasetRow: row,
    TableSchema: tableSchema,
  },
  paths: {
    '/data/{dataset}/{file}': {
      get: {
        operationId: 'datasetFile',
        summary: 'All rows of a dataset in one form',
        parameters: [dataset, fileName],
        responses: knownAgainAnswers(
          {
            'application/json': { schema: { type: 'array', items: { $ref: schemaAddress('DatasetRow') } } },
            ...table('text/csv'),
            ...table(MEDIA_TYPES.xlsx),
          },
          'As it now stands.',
        ),
      },
    },
    '/data/{dataset}/schema.json': {
      get: {
        operationId: 'columnsOfDataset',
        summary: 'What the columns of a dataset are',
        parameters: [dataset],
        responses: knownAgainAnswers(jsonOf('TableSchema'), 'As it now stands.'),
      },
    },
    '/data/catalog.jsonld': {
      get: {
        operationId: 'catalogAsJsonLd',
        summary: 'The catalogue by DCAT-AP 3 as JSON-LD',
        responses: {
          200: {
            description: 'All datasets.',
            content: { 'application/ld+json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    '/data/catalog.ttl': {
      get: {
        operationId: 'catalogAsTurtle',
        summary: 'The catalogue by DCAT-AP 3 as Turtle',
        responses: { 200: { description: 'All datasets.', content: table('text/turtle') } },
      },
    },
    '/data/datapackage.json': {
      get: {
        operationId: 'dataPackage',
        summary: 'All datasets as one Data Package v2',
        responses: {
          200: {
            description: 'All datasets.',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    ...ACTIONS,
  },
}
