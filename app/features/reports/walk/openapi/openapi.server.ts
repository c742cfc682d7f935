import { type ApiPart, jsonOf, knownAgainAnswers, pathParameter } from '../../../opendata/index.server.ts'
import { yearPlace } from './common-schema.server.ts'
import { itemInReport, itemWalk } from './item-schema.server.ts'
import { verifyAnswer, verifyProblem } from './verify-schema.server.ts'
import { cellWalk, evidenceWalk, itemPlaces, walk, walkResolution } from './walk-schema.server.ts'

const year = pathParameter('year', 'Year in the Buddhist era, four digits.', {
  type: 'string',
  examples: ['2567'],
})
const version = pathParameter('version', 'Version of the publication, from 1.', {
  type: 'string',
  pattern: '^[1-9][0-9]*$',
})
const code = pathParameter('code', 'Code of an item or indicator of that year.', {
  type: 'string',
  examples: ['O28', 'e1', 'i15', 'ind6'],
})
const hash = pathParameter(
  'hash',
  'SHA-256 of a content or a file, or the short code of 16 digits of a last page.',
  { type: 'string' },
)

const answers = (name: string, description: string) => knownAgainAnswers(jsonOf(name), description)

/** What checking answers, by an address and by a form. */
const checked = {
  200: { description: 'What is known of it; also that nothing is.', content: jsonOf('VerifyAnswer') },
  400: { description: 'What was sent cannot be read.', content: jsonOf('VerifyProblem') },
}

/** What reports, their walks and the checking of copies add to the public interface. */
export const reportsApi: ApiPart = {
  schemas: {
    CellWalk: cellWalk,
    EvidenceWalk: evidenceWalk,
    ItemInReport: itemInReport,
    ItemPlaces: itemPlaces,
    ItemWalk: itemWalk,
    VerifyAnswer: verifyAnswer,
    VerifyProblem: verifyProblem,
    Walk: walk,
    WalkResolution: walkResolution,
    YearPlace: yearPlace,
  },
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
          413: { description: 'The file is larger than 50 MB.', content: jsonOf('VerifyProblem') },
          422: { description: 'What was typed is no hash.', content: jsonOf('VerifyProblem') },
          429: { description: 'Too many copies from one network; Retry-After says how long to wait.' },
        },
      },
    },
  },
}
