import { Ajv } from 'ajv'

const TEXT = { type: 'string', minLength: 1 }
/** A path beside the descriptor, or a whole address; nothing that leads up or to the disk. */
const PATH = {
  type: 'string',
  pattern: String.raw`^((?=[^./~])(?!file:)((?!/\.\./)(?!\\)(?!:\/\/).)*|https?:\/\/.*)$`,
}

const FIELD = {
  type: 'object',
  required: ['name', 'type'],
  properties: {
    name: TEXT,
    title: TEXT,
    type: {
      enum: ['string', 'number', 'integer', 'boolean', 'date', 'time', 'datetime', 'year', 'list', 'any'],
    },
    format: TEXT,
    constraints: { type: 'object', properties: { required: { type: 'boolean' } } },
  },
}

const TABLE_SCHEMA = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: { type: 'array', minItems: 1, items: FIELD },
    fieldsMatch: { enum: ['exact', 'equal', 'subset', 'superset', 'partial'] },
    primaryKey: { type: 'array', minItems: 1, uniqueItems: true, items: TEXT },
    missingValues: { type: 'array', items: { type: 'string' } },
  },
}

const RESOURCE = {
  type: 'object',
  required: ['name', 'path'],
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    path: PATH,
    type: { const: 'table' },
    title: TEXT,
    description: TEXT,
    homepage: { type: 'string', pattern: '^https?://' },
    format: TEXT,
    mediatype: { type: 'string', pattern: '^.+/.+$' },
    encoding: { const: 'utf-8' },
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$' },
    dialect: { type: 'object' },
    schema: TABLE_SCHEMA,
  },
}

/** What Data Package v2 asks of a descriptor of tables, written down from its specification. */
const DATA_PACKAGE = {
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    title: TEXT,
    description: TEXT,
    homepage: { type: 'string', pattern: '^https?://' },
    created: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$` },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: {
          title: TEXT,
          path: PATH,
          email: TEXT,
          roles: { type: 'array', minItems: 1, items: TEXT },
        },
      },
    },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path: PATH, title: TEXT },
      },
    },
    resources: { type: 'array', minItems: 1, items: RESOURCE },
  },
}

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false })
const validate = {
  package: ajv.compile(DATA_PACKAGE),
  table: ajv.compile(TABLE_SCHEMA),
}

const faultsBy = (check: (typeof validate)['package'], given: unknown): readonly string[] =>
  check(given) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

export const dataPackageFaults = (given: unknown) => faultsBy(validate.package, given)
export const tableSchemaFaults = (given: unknown) => faultsBy(validate.table, given)
