import { z } from 'zod'
import { bilingual } from './pieces.server.ts'

/** Where a schema of the description stands. */
export const schemaAddress = (name: string): string => `#/components/schemas/${name}`

/** A part of a path, as a parameter. */
export const pathParameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
})

/** What stands behind the question mark, as a parameter that may be left out. */
export const queryParameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

export const jsonOf = (name: string) => ({
  'application/json': { schema: { $ref: schemaAddress(name) } },
})

/** The answers of an address that is known again by its ETag, or is not there. */
export const knownAgainAnswers = (content: object, description: string) => ({
  200: {
    description,
    headers: { ETag: { description: 'Known again by If-None-Match.', schema: { type: 'string' } } },
    content,
  },
  304: { description: 'What the reader has is still so.' },
  404: { description: 'There is nothing public under this address.', content: jsonOf('Problem') },
})

export const problem = z
  .strictObject({ code: z.literal('not-found'), message: bilingual })
  .describe('Why there is no answer.')
