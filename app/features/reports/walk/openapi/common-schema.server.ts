import { z } from 'zod'
import { ROLES } from '../../../../kernel/actor.ts'
import { apiPieces } from '../../../opendata/index.server.ts'
import type { YearPlace } from '../walk.domain.ts'

/** Pieces that other rooms describe their answers with, too. */
export const { bilingual, certainty, day, decimal, fiscalYear, instant, itemRef, sha256 } = apiPieces

export const address = z.string().regex(/^\//).describe('Path of a permanent address of this site.')
export const version = z.int().min(1).describe('Version of the publication, from 1.')
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
