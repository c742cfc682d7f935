import { z } from 'zod'
import { isDecimalText } from '../../../../kernel/decimal.ts'
import { type ItemRef, parseItemRef } from '../../../../kernel/item-ref.ts'
import { type Catalogue, isKnownRef } from '../../../catalogue/index.ts'
import type { CycleContent } from '../../cycle.domain.ts'

// Long enough for any report, short enough to be stored and set.
const LONGEST_TEXT = 200_000
const MOST_ITEMS = 5_000
const MOST_DIGITS = 12

// What no database and no XML can hold is no text.
const isStorable = (value: string) => value.isWellFormed() && !value.includes('\0')
const text = z.string().max(LONGEST_TEXT).refine(isStorable)
const name = text.refine((value) => value.trim() !== '')
const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_ITEMS)
const year = z.int().min(2540).max(2699)
const place = z.int().min(1).max(MOST_ITEMS)
const isRealDay = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
const day = z.iso.date().refine(isRealDay)
const decimal = z.string().max(MOST_DIGITS).refine(isDecimalText, 'decimal text')
const unit = z.strictObject({ name, code: name.nullable() })

const period = z
  .strictObject({ written: name, start: day, end: day })
  .refine(({ start, end }) => start <= end, { path: ['end'] })
const owners = z.strictObject({ written: name, units: listOf(unit).min(1) })

const fieldOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('value'), value }),
    z.strictObject({ state: z.literal('none'), declaredBy: name, declaredOn: day }),
    z.strictObject({ state: z.literal('missing') }),
  ])

/** A reference that carries its year and that the catalogue knows; any other is told as an unknown item. */
const refOf = (catalogue: Catalogue) =>
  z.string().transform((value, context): ItemRef => {
    const parsed = parseItemRef(value)
    if (parsed && isKnownRef(catalogue, parsed)) return parsed
    context.addIssue({ code: 'custom', message: value, params: { unknownItem: value } })
    return z.NEVER
  })
type RefSchema = ReturnType<typeof refOf>

function richTextOf(ref: RefSchema) {
  const run = z.strictObject({
    text,
    strong: z.literal(true).exactOptional(),
    cites: listOf(ref).min(1).exactOptional(),
  })
  const runs = listOf(run)
  const item = z.strictObject({ level: z.literal([1, 2]), runs })
  return listOf(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('paragraph'), runs }),
      z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: listOf(item).min(1) }),
    ]),
  )
}
type RichTextSchema = ReturnType<typeof richTextOf>

function factOf(ref: RefSchema) {
  const measurement = z.strictObject({ year: year.nullable(), value: decimal, of: ref.nullable() })
  return z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal(['score', 'percentage']),
      label: text,
      before: measurement.nullable(),
      after: measurement,
      unit: text,
      quote: text,
    }),
    z.strictObject({ kind: z.literal('absence'), quote: text }),
    z.strictObject({ kind: z.literal('completion'), quote: text }),
  ])
}

function issueOf(ref: RefSchema, richText: RichTextSchema) {
  const measure = z.strictObject({
    number: place,
    printedNumber: text.nullable(),
    text: fieldOf(richText),
    period: fieldOf(period),
    owners: fieldOf(owners),
    summary: fieldOf(richText),
  })
  const outcome = z.strictObject({
    covers: listOf(place).min(1),
    text: fieldOf(richText),
    facts: listOf(factOf(ref)),
  })
  return z
    .strictObject({
      number: place,
      title: text,
      listedTitle: text.nullable(),
      analysis: richText,
      limitations: listOf(richText),
      measures: listOf(measure).refine((measures) =>
        measures.every(({ number }, index) => number === index + 1),
      ),
      outcomes: listOf(outcome),
    })
    .refine(coversItsMeasures, { path: ['outcomes'] })
}

const cover = z.strictObject({
  title: text,
  agencyLine: text,
  yearLine: text,
  preparedByLine: text.nullable(),
  approvalLine: text.nullable(),
  runningTitle: text.nullable(),
  issuesHeading: text.nullable(),
})
const resolution = z.strictObject({
  body: name,
  meetingNumber: name,
  heldOn: z.strictObject({ written: text, day }),
  wording: text,
  about: z.literal(['measures', 'report', 'other']),
  place: z.strictObject({
    part: z.literal(['cover', 'background', 'outcome', 'summary']),
    issue: place.nullable(),
    measure: place.nullable(),
  }),
})
const person = z.strictObject({ number: text.nullable(), name: text, position: text })
const source = z.strictObject({
  fileName: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  format: z.literal(['text', 'docx', 'xlsx', 'csv', 'json']),
})

/**
 * The form of `prongsai.cycle/1`, complete: every field there and of its kind, nothing besides, every reference carrying
 * its year and known to the catalogue, issues numbered once, measures and outcomes as they stand.
 */
export function cycleSchema(catalogue: Catalogue) {
  const ref = refOf(catalogue)
  const richText = richTextOf(ref)
  const issues = listOf(issueOf(ref, richText)).refine(
    (all) => new Set(all.map(({ number }) => number)).size === all.length,
  )
  return z
    .strictObject({
      schema: z.literal('prongsai.cycle/1'),
      fiscalYear: year,
      resultsYear: year,
      answers: ref,
      agency: z.strictObject({ name: text, shortName: text.nullable() }),
      cover,
      background: richText,
      criteria: z
        .strictObject({
          heading: text,
          body: richText,
          scoringHeading: text.nullable(),
          scoring: richText,
        })
        .nullable(),
      issues,
      resolutions: listOf(resolution),
      units: listOf(unit),
      nameLists: listOf(z.strictObject({ heading: text, persons: listOf(person) })),
      source: source.nullish(),
    })
    .transform(({ source: _source, ...content }): CycleContent => content)
}

/** Outcomes cover measures that there are, and no measure twice. */
function coversItsMeasures(issue: {
  measures: readonly { number: number }[]
  outcomes: readonly { covers: readonly number[] }[]
}): boolean {
  const covered = issue.outcomes.flatMap(({ covers }) => covers)
  const numbers = new Set(issue.measures.map(({ number }) => number))
  return new Set(covered).size === covered.length && covered.every((number) => numbers.has(number))
}
