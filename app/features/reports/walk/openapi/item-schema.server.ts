import { z } from 'zod'
import type { ItemWalk } from '../items/item-walk.domain.ts'
import {
  address,
  bilingual,
  cellId,
  certainty,
  decimal,
  fiscalYear,
  instant,
  itemRef,
  sha256,
  version,
  yearPlace,
} from './common-schema.server.ts'

const namedVersion = {
  fiscalYear,
  version,
  address,
  contentHash: sha256,
  publishedAt: instant,
}
const citing = z.array(z.strictObject({ cell: cellId, label: bilingual }))
const measurement = z.strictObject({
  year: fiscalYear.nullable(),
  value: decimal,
  of: itemRef.nullable(),
})

export const itemInReport = z
  .strictObject({
    ...namedVersion,
    issues: z.array(
      z.strictObject({
        number: z.int().min(0),
        title: z.string(),
        cells: citing.describe('Cells that cite the item or quote a score of it.'),
        measures: z.array(z.strictObject({ number: z.int().min(0), text: z.string() })),
        results: z
          .array(
            z.strictObject({
              cell: cellId,
              label: z.string(),
              unit: z.string(),
              before: measurement.nullable(),
              after: measurement,
            }),
          )
          .describe('Scores of the item that outcomes of the issue print.'),
      }),
    ),
    elsewhere: citing.describe('Cells of no issue that cite the item.'),
  })
  .describe('What a published report did about an item.')

export const itemWalk: z.ZodType<ItemWalk> = z
  .strictObject({
    schema: z.literal('prongsai.item-walk/1'),
    item: z.strictObject({
      ref: itemRef,
      title: bilingual.nullable(),
      wording: z.string().nullable().describe('The question of a survey item, in Thai as in the form.'),
      instrument: z.enum(['IIT', 'EIT', 'OIT']),
      indicator: z.strictObject({ ref: itemRef, title: bilingual.nullable() }).nullable(),
      elements: z
        .array(z.strictObject({ text: bilingual, certainty }))
        .describe('What a disclosure item requires.'),
      certainty,
      source: z.string(),
    }),
    years: z.array(yearPlace),
    reports: z.array(itemInReport),
    answeredBy: z.array(
      z.strictObject({
        ...namedVersion,
        score: z.union([z.literal(0), z.literal(100)]).nullable(),
      }),
    ),
  })
  .describe('Where an item leads: what it asks, and what published reports did about it.')
