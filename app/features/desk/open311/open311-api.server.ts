import { z } from 'zod'
import { type ApiPart, jsonOf, pathParameter } from '../../opendata/index.server.ts'

const moment = z.string().describe('A moment by ISO 8601 with its offset.')

const geoService = z
  .strictObject({
    service_code: z.string(),
    service_name: z.string(),
    description: z.string(),
    metadata: z.literal(false),
    type: z.literal('realtime'),
    keywords: z.string(),
    group: z.string(),
  })
  .describe('A topic of the complaint desk that is about a place (Open311 GeoReport v2).')

const geoRequest = z
  .strictObject({
    service_request_id: z.string(),
    status: z.enum(['open', 'closed']),
    service_name: z.string(),
    service_code: z.string(),
    description: z.string().optional().describe('What staff released of the words; else absent.'),
    agency_responsible: z.string().optional(),
    requested_datetime: moment,
    updated_datetime: moment,
    expected_datetime: moment.optional(),
    address: z.string().optional(),
    lat: z.number(),
    long: z.number(),
  })
  .describe('A matter of the complaint desk with a place. No person is named.')

const list = (name: string, schema: z.ZodType) => z.array(schema).describe(`A list of ${name}.`)
const day = { type: 'string', format: 'date-time' }
const query = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})
const given = (name: string, description: string) => ({ 200: { description, content: jsonOf(name) } })

/** Open311 GeoReport v2 as a part of the public interface; the same addresses end in `.xml`, too. */
export const open311Api: ApiPart = {
  schemas: {
    GeoServices: list('services', geoService),
    GeoRequests: list('requests', geoRequest),
    GeoErrors: list('errors', z.strictObject({ code: z.int(), description: z.string() })),
  },
  paths: {
    '/open311/v2/services.json': {
      get: {
        operationId: 'open311Services',
        summary: 'Topics of the complaint desk that are about a place',
        responses: given('GeoServices', 'Every topic.'),
      },
    },
    '/open311/v2/requests.json': {
      get: {
        operationId: 'open311Requests',
        summary: 'Matters with a place, of the last 90 days unless days are given',
        parameters: [
          query('service_request_id', 'References, parted by commas.', { type: 'string' }),
          query('service_code', 'Topics, parted by commas.', { type: 'string' }),
          query('status', 'open, closed or both, parted by a comma.', { type: 'string' }),
          query('start_date', 'The first moment.', day),
          query('end_date', 'The last moment.', day),
        ],
        responses: {
          ...given('GeoRequests', 'At most 1000, the newest first.'),
          400: { description: 'What cannot be read.', content: jsonOf('GeoErrors') },
        },
      },
      post: {
        operationId: 'open311Send',
        summary: 'Sends a matter, with a key that the agency gave',
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['api_key', 'service_code', 'description'],
                properties: Object.fromEntries(
                  [
                    'api_key',
                    'service_code',
                    'description',
                    'lat',
                    'long',
                    'address_string',
                    'email',
                    'first_name',
                    'last_name',
                    'phone',
                    'media_url',
                  ].map((name) => [name, { type: 'string' }]),
                ),
              },
            },
          },
        },
        responses: {
          201: { description: 'Taken; with its reference as `service_request_id`.' },
          400: { description: 'What is missing or wrong.', content: jsonOf('GeoErrors') },
          403: { description: 'No key, or one that is not valid.', content: jsonOf('GeoErrors') },
          404: { description: 'There is no such topic.', content: jsonOf('GeoErrors') },
          429: { description: 'Too many within an hour.', content: jsonOf('GeoErrors') },
        },
      },
    },
    '/open311/v2/requests/{reference}.json': {
      get: {
        operationId: 'open311Request',
        summary: 'One matter with a place',
        parameters: [pathParameter('reference', 'Reference of the matter.', { type: 'string' })],
        responses: {
          ...given('GeoRequests', 'The matter, as a list of one.'),
          404: { description: 'There is none.', content: jsonOf('GeoErrors') },
        },
      },
    },
  },
}
