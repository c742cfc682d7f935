import { z } from 'zod'
import { programVersion } from '../../../../platform/program-version.server.ts'
import { bilingual, yearPlace } from './common-schema.server.ts'
import { itemInReport, itemWalk, problem } from './item-schema.server.ts'
import { verifyAnswer, verifyProblem } from './verify-schema.server.ts'
import { cellWalk, evidenceWalk, itemPlaces, walk, walkResolution } from './walk-schema.server.ts'

/** Names of the schemas are contracts: generated clients name their types by them. */
const COMPONENTS = {
  Bilingual: bilingual,
  CellWalk: cellWalk,
  EvidenceWalk: evidenceWalk,
  ItemInReport: itemInReport,
  ItemPlaces: itemPlaces,
  ItemWalk: itemWalk,
  Problem: problem,
  VerifyAnswer: verifyAnswer,
  VerifyProblem: verifyProblem,
  Walk: walk,
  WalkResolution: walkResolution,
  YearPlace: yearPlace,
}

const componentAddress = (name: string) => `#/components/schemas/${name}`

function schemas(): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { uri: componentAddress, io: 'input' }).schemas
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _dialect, $id: _address, ...schema }]) => [name, schema]),
  )
}

const parameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
})
const year = parameter('year', 'Year in the Buddhist era, four digits.', {
  type: 'string',
  examples: ['2567'],
})
const version = parameter('version', 'Version of the publication, from 1.', {
  type: 'string',
  pattern: '^[1-9][0-9]*$',
})
const code = parameter('code', 'Code of an item or indicator of that year.', {
  type: 'string',
  examples: ['O28', 'e1', 'i15', 'ind6'],
})

const hash = parameter(
  'hash',
  'SHA-256 of a content or a file, or the short code of 16 digits of a last page.',
  {
    type: 'string',
  },
)

const json = (name: keyof typeof COMPONENTS) => ({
  'application/json': { schema: { $ref: componentAddress(name) } },
})

const answers = (name: keyof typeof COMPONENTS, description: string) => ({
  200: {
    description,
    headers: { ETag: { description: 'Known again by If-None-Match.', schema: { type: 'string' } } },
    content: json(name),
  },
  304: { description: 'What the reader has is still so.' },
  404: { description: 'There is nothing public under this address.', content: json('Problem') },
})

/** What checking answers, by an address and by a form. */
const checked = {
  200: { description: 'What is known of it; also that nothing is.', content: json('VerifyAnswer') },
  400: { description: 'What was sent cannot be read.', content: json('VerifyProblem') },
}

/** The description of the public interface, OpenAPI 3.1. Everything in it is read-only and for anybody. */
export const openapi = (origin: string) => ({
  openapi: '3.1.1',
  info: {
    title: 'Prongsai public interface',
    version: programVersion,
    summary: 'What published reports rest on, cell by cell and item by item.',
    description:
      'Read-only. No person is named and nothing confidential is told. Within /api/v1 fields are added, and never change their meaning.',
    license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: origin }],
  paths: {
    '/api/v1/reports/{year}/walk': {
      get: {
        operationId: 'walkOfReport',
        summary: 'The walk of the newest published version of a report',
        parameters: [year],
        responses: answers('Walk', 'Every cell of the report and what it rests on.'),
      },
    },
    '/api/v1/reports/{year}/versions/{version}/walk': {
      get: {
        operationId: 'walkOfVersion',
        summary: 'The walk of one published version of a report',
        parameters: [year, version],
        responses: answers('Walk', 'Every cell of that version and what it rests on.'),
      },
    },
    '/api/v1/items/{year}/{code}': {
      get: {
        operationId: 'walkOfItem',
        summary: 'Where an item leads: issues, measures, outcomes and reports',
        parameters: [year, code],
        responses: answers('ItemWalk', 'What it asks and what published reports did about it.'),
      },
    },
    '/api/v1/verify/{hash}': {
      get: {
        operationId: 'verifyHash',
        summary: 'Whether a hash is of something that was published',
        parameters: [hash],
        responses: checked,
      },
    },
    '/verify': {
      post: {
        operationId: 'verifyCopy',
        summary: 'Whether a file, or a hash, is of something that was published',
        description: 'Ask with Accept: application/json. The file is hashed and not kept.',
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: {
                  file: { type: 'string', contentMediaType: 'application/octet-stream' },
                  hash: { type: 'string' },
                },
              },
            },
          },
        },
        responses: {
          ...checked,
          413: { description: 'The file is larger than 50 MB.', content: json('VerifyProblem') },
          422: { description: 'What was typed is no hash.', content: json('VerifyProblem') },
          429: { description: 'Too many copies from one network; Retry-After says how long to wait.' },
        },
      },
    },
  },
  components: { schemas: schemas() },
})
