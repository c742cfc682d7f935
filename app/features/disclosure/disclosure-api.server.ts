import { z } from 'zod'
import {
  type ApiPart,
  apiPieces,
  jsonOf,
  knownAgainAnswers,
  pathParameter,
} from '../opendata/index.server.ts'

const { bilingual, certainty, decimal, fiscalYear, instant, itemRef, maybeBilingual, sha256 } = apiPieces

const address = z
  .string()
  .regex(/^https?:\/\//)
  .describe('Permanent address, absolute.')
const count = z.int().min(0)
const score = z.union([z.literal(0), z.literal(100)]).describe('100 where every element passes, else 0.')
const version = z.int().min(1)
const state = z
  .enum(['whole', 'declared', 'missing', 'failing', 'withdrawn', 'not-public'])
  .describe('How the item stands in public.')
const mean = { value: decimal, n: count }
const numberedMean = z.strictObject({ number: z.string(), ...mean })

const oitYear = z
  .strictObject({
    schema: z.literal('prongsai.oit-year/1'),
    year: fiscalYear,
    title: bilingual,
    address,
    table: address.describe('The same as CSV.'),
    totals: z
      .strictObject({
        subs: z.array(numberedMean),
        indicators: z.array(numberedMean),
        instrument: z.strictObject(mean).nullable(),
      })
      .nullable()
      .describe('Means of the items; null where the rule of the year is not known.'),
    aggregation: z.strictObject({ certainty, source: z.string() }),
    groups: z.array(
      z.strictObject({
        number: z.string().describe('Sub-indicator: "9.1".'),
        title: bilingual,
        items: z.array(
          z.strictObject({
            ref: itemRef,
            code: z.string(),
            title: bilingual.nullable(),
            certainty,
            state,
            score,
            missing: count.describe('Elements that do not pass.'),
            unit: maybeBilingual.nullable(),
            isByReport: z.boolean().describe('A published report answers it, live.'),
            version: version.nullable(),
            contentHash: sha256.nullable(),
            publishedAt: instant.nullable(),
            address,
            api: address,
          }),
        ),
      }),
    ),
  })
  .describe('The disclosure items of a framework year, and how each stands.')

const file = z.strictObject({
  sha256,
  fileName: z.string(),
  mediaType: z.string(),
  size: count.describe('Bytes.'),
  address,
})

const oitElement = z
  .strictObject({
    key: z.string(),
    text: bilingual,
    certainty,
    state: z.enum(['value', 'none', 'missing']),
    passes: z.boolean(),
    reason: bilingual,
    declared: z
      .strictObject({ text: z.string(), at: z.string() })
      .nullable()
      .describe('That there is none, why, and since when.'),
    facts: z.array(
      z.strictObject({
        kind: z.enum(['text', 'file', 'link', 'page']),
        title: maybeBilingual,
        words: z.string().nullable(),
        date: z.string().nullable().describe('The day that it is of.'),
        address: z.string().nullable(),
        file: file.nullable(),
      }),
    ),
  })
  .describe('What an item requires, and how the agency answers it.')

const oitItem = z
  .strictObject({
    schema: z.literal('prongsai.oit-item-page/1'),
    ref: itemRef,
    year: fiscalYear,
    code: z.string(),
    title: bilingual.nullable(),
    certainty,
    documentYear: fiscalYear.nullable(),
    group: z.strictObject({ number: z.string(), title: bilingual }),
    unit: maybeBilingual.nullable(),
    address,
    state,
    score,
    faults: z.array(bilingual).describe('Why the item as a whole fails.'),
    report: address.nullable().describe('The published report that answers it.'),
    elements: z.array(oitElement),
    version: version.nullable(),
    contentHash: sha256.nullable(),
    versions: z.array(
      z.strictObject({
        version,
        contentHash: sha256,
        publishedAt: instant,
        address,
        withdrawn: z.strictObject({ at: instant, reason: z.string() }).nullable(),
      }),
    ),
  })
  .describe('A disclosure item as the agency answers it, element by element. No person is named.')

const year = pathParameter('year', 'Framework year in the Buddhist era, four digits.', {
  type: 'string',
  examples: ['2568'],
})
const code = pathParameter('code', 'Code of a disclosure item of that year.', {
  type: 'string',
  examples: ['O1', 'O28'],
})

/** What the disclosed items add to the public interface. */
export const disclosureApi: ApiPart = {
  schemas: { OitElement: oitElement, OitItem: oitItem, OitYear: oitYear },
  paths: {
    '/api/v1/oit/{year}': {
      get: {
        operationId: 'disclosureYear',
        summary: 'The disclosure items of a framework year',
        parameters: [year],
        responses: knownAgainAnswers(jsonOf('OitYear'), 'Every item, and how it stands.'),
      },
    },
    '/api/v1/oit/{year}/{code}': {
      get: {
        operationId: 'disclosureItem',
        summary: 'One disclosure item, element by element',
        parameters: [year, code],
        responses: knownAgainAnswers(jsonOf('OitItem'), 'What it asks and how the agency answers.'),
      },
    },
  },
}
