import { z } from 'zod'
import { ROLES } from '../../../../kernel/actor.ts'
import type { ItemRef } from '../../../../kernel/item-ref.ts'
import { bilingual } from '../../../opendata/index.server.ts'
import type { YearPlace } from '../walk.domain.ts'

/** Pieces of which the answers of the public interface are made. Each says what it is, for who reads the description. */
export { bilingual }

// A string of that form is a reference.
export const itemRef = z
  .string()
  .regex(/^25\d{2}:[A-Za-z]+\d+(\.\d+)?$/)
  .describe(
    'An item or indicator with its framework year in the Buddhist era: "2567:O28".',
  ) as unknown as z.ZodType<ItemRef>

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in lower-case hexadecimal.')
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A calendar day in Thailand, year C.E.')
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .describe('An instant in UTC, ISO 8601.')
export const fiscalYear = z.int().min(2500).max(2699).describe('Year in the Buddhist era.')
export const address = z.string().regex(/^\//).describe('Path of a permanent address of this site.')
export const version = z.int().min(1).describe('Version of the publication, from 1.')
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('A decimal number as it is printed.')
export const certainty = z
  .enum(['sourced', 'inferred', 'unverified'])
  .describe('How sure a row of the catalogue is.')
export const role = z.enum(ROLES)
export const cellId = z
  .string()
  .min(1)
  .describe('A cell of the report: "issue-1.measure-2.summary", "issue-1.outcome-1", "background".')

export const yearPlace: z.ZodType<YearPlace> = z
  .strictObject({
    year: fiscalYear,
    standing: z.enum(['asked', 'not-asked', 'not-known']),
    items: z.array(
      z.strictObject({
        item: itemRef,
        title: bilingual.nullable(),
        relationship: z.enum(['equal', 'subset', 'superset', 'intersect', 'none']),
        comparable: z.enum(['yes', 'no', 'unknown']).describe('Whether scores of the two years compare.'),
        certainty,
      }),
    ),
  })
  .describe('Where a subject stands in one framework year.')
