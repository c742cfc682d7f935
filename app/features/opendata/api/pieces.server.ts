import { z } from 'zod'
import type { ItemRef } from '../../../kernel/item-ref.ts'

/** Pieces of which the answers of the public interface are made. Each says what it is, for who reads the description. */
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

export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('A decimal number as it is printed.')

export const certainty = z
  .enum(['sourced', 'inferred', 'unverified'])
  .describe('How sure a row of the catalogue is.')

export const bilingual = z
  .strictObject({ th: z.string(), en: z.string() })
  .describe('The same in Thai and in English.')

/** Written by the agency, which may have said it in Thai alone. */
export const maybeBilingual = z
  .strictObject({ th: z.string(), en: z.string().nullable() })
  .describe('In Thai, and in English where the agency has said it.')
