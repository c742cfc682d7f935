import { z } from 'zod'
import { itemRef, parseItemRef, yearOf } from '../../kernel/item-ref.ts'
import type { Concept, CrosswalkPair, Framework, Indicator, Item, Source } from './catalogue.domain.ts'

/** Whether a database and RFC 8785 can hold a text: no zero character, no half of a Unicode pair. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

const text = z.string().trim().min(1).refine(isKeepable, 'holds a character that is no letter')
const bilingual = z.strictObject({ th: text, en: text })
const instrument = z.enum(['IIT', 'EIT', 'OIT'])
const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'must be decimal text')
const year = z.int().min(2500).max(2599)
const provenance = { certainty: z.enum(['sourced', 'inferred', 'unverified']), source: text }
const number = z.string().regex(/^(?:[1-9]|10)(?:\.[1-9])?$/, 'must be the number of an indicator')
const code = z.string().regex(/^[ieoIEO][1-9]\d?$/, 'must be an item code such as o28')
const key = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'must be a lower-case key')
const ref = z.string().transform((value, ctx) => {
  const parsed = parseItemRef(value)
  if (parsed === null) ctx.addIssue({ code: 'custom', message: 'must carry its year, as 2566:o28 does' })
  return parsed ?? z.NEVER
})

const option = z
  .strictObject({ text, score: decimal.nullable().default(null), isExcluded: z.boolean().default(false) })
  .refine(({ score, isExcluded }) => !isExcluded || score === null, {
    path: ['score'],
    message: 'an option that is not counted has no score',
  })
const scale = z.strictObject({
  id: key,
  direction: z.enum(['positive', 'reversed']),
  options: z.array(option).min(2),
  scoring: z.strictObject(provenance).nullable().default(null),
  ...provenance,
})
const level = z.strictObject({
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'must be the key of a level'),
  title: bilingual,
  totalAtLeast: decimal,
  eachInstrumentAtLeast: decimal.nullable().default(null),
  ...provenance,
})
const indicatorRow = z.strictObject({
  number,
  parent: number.nullable().default(null),
  title: bilingual,
  instrument,
  labels: z.array(text).default([]),
  ...provenance,
})
const itemRow = z.strictObject({
  code,
  instrument,
  indicator: number.nullable().default(null),
  title: bilingual.nullable().default(null),
  wording: text.nullable().default(null),
  scale: key.nullable().default(null),
  subItems: z
    .array(z.strictObject({ code: text, wording: text, scale: key.nullable().default(null) }))
    .default([]),
  concepts: z.array(key).default([]),
  labels: z.array(text).default([]),
  elements: z.array(z.strictObject({ key, text: bilingual, ...provenance })).default([]),
  documentYear: year.nullable().default(null),
  ...provenance,
})
type FrameworkRow = Readonly<{
  year: number
  indicators: readonly z.infer<typeof indicatorRow>[]
  items: readonly z.infer<typeof itemRow>[]
}>

const pairRow = z
  .strictObject({
    from: ref,
    to: ref.nullable(),
    toYear: year,
    relationship: z.enum(['equal', 'subset', 'superset', 'intersect', 'none']),
    comparable: z.enum(['yes', 'no', 'unknown']),
    rationale: bilingual,
    ...provenance,
  })
  .refine(({ to, relationship }) => (to === null) === (relationship === 'none'), {
    message: 'no target goes with the relationship none, and only with none',
  })
  .refine(({ to, toYear }) => to === null || yearOf(to) === toYear, {
    path: ['to'],
    message: 'must be of the year toYear',
  })

/** A framework file as written: codes and numbers without the year, which stands once at its head. */
export const frameworkFile = z
  .strictObject({
    schema: z.literal('prongsai.framework/1'),
    year,
    version: text,
    title: bilingual,
    coverage: z.array(instrument),
    weights: z.array(z.strictObject({ instrument, percent: decimal })),
    aggregation: z.strictObject({ rule: key, decimals: z.int().min(0).max(6), ...provenance }),
    levels: z.array(level),
    scales: z.array(scale).default([]),
    indicators: z.array(indicatorRow),
    items: z.array(itemRow),
  })
  .transform(
    ({ schema: _schema, ...file }): Framework => ({
      ...file,
      indicators: indicatorsOf(file),
      items: itemsOf(file),
    }),
  )

export const crosswalkFile = z
  .strictObject({
    schema: z.literal('prongsai.crosswalk/1'),
    version: text,
    pairs: z.array(pairRow),
  })
  .transform((file): readonly CrosswalkPair[] => file.pairs)

export const conceptsFile = z
  .strictObject({
    schema: z.literal('prongsai.concepts/1'),
    version: text,
    concepts: z.array(z.strictObject({ key, instrument, title: bilingual })),
  })
  .transform((file): readonly Concept[] => file.concepts)

export const sourcesFile = z
  .strictObject({
    schema: z.literal('prongsai.sources/1'),
    sources: z.array(z.strictObject({ key: text, address: text.nullable(), title: text })),
  })
  .transform((file): readonly Source[] => file.sources)

function indicatorsOf({ year, indicators }: FrameworkRow): readonly Indicator[] {
  return indicators.map(({ parent, ...row }) => ({
    ...row,
    ref: itemRef(year, `ind${row.number}`),
    parent: parent === null ? null : itemRef(year, `ind${parent}`),
  }))
}

function itemsOf({ year, items }: FrameworkRow): readonly Item[] {
  return items.map(({ indicator, ...row }) => ({
    ...row,
    ref: itemRef(year, row.code),
    indicator: indicator === null ? null : itemRef(year, `ind${indicator}`),
  }))
}
