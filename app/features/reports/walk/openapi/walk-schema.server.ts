import { z } from 'zod'
import { BROKEN_CODES } from '../broken-link.domain.ts'
import type { Walk } from '../walk.domain.ts'
import {
  address,
  bilingual,
  cellId,
  certainty,
  day,
  decimal,
  fiscalYear,
  instant,
  itemRef,
  role,
  sha256,
  version,
  yearPlace,
} from './common-schema.server.ts'

const count = z.int().min(0)

export const walkResolution = z
  .strictObject({
    body: z.string(),
    meetingNumber: z.string().describe('As written, counted by calendar year: "9/2567".'),
    form: z.enum(['meeting', 'circular']),
    decidedOn: day,
    decision: z.string(),
    wording: z.string(),
    recordedAt: instant.describe('When it was entered; it may be later than its day.'),
    isWithdrawn: z.boolean().describe('Whether it was withdrawn after the report became public.'),
  })
  .describe('A resolution of a meeting or of a written circular.')

export const evidenceWalk = z
  .strictObject({
    title: z.string(),
    kind: z.enum(['file', 'link']),
    fileName: z.string().nullable(),
    sha256: sha256.nullable(),
    size: count.nullable().describe('Bytes.'),
    mediaType: z.string().nullable(),
    version: z.int().min(1),
    evidenceDate: day.nullable().describe('The day that it is about.'),
    addedOn: day,
    expiresOn: day.nullable(),
    broken: z.array(z.enum(BROKEN_CODES)).describe('How it no longer holds; empty while it does.'),
  })
  .describe('A piece of evidence in the version in which it was when the report became public.')

const step = z
  .strictObject({ at: instant, role: role.nullable(), unit: bilingual.nullable() })
  .nullable()
  .describe('When, in which role and for which unit; no person is named.')

export const cellWalk = z
  .strictObject({
    id: cellId,
    part: z.enum([
      'cover',
      'background',
      'criteria',
      'nameLists',
      'title',
      'analysis',
      'limitations',
      'text',
      'period',
      'owners',
      'summary',
      'outcome',
    ]),
    issue: count.nullable(),
    measure: count.nullable(),
    outcome: count.nullable(),
    label: bilingual,
    text: z.string().describe('As published.'),
    elements: z
      .array(
        z.strictObject({
          measure: count,
          element: z.enum(['measure', 'summary', 'outcome', 'period']),
          state: z.enum(['value', 'none', 'missing', 'shared']),
          passes: z.boolean(),
          reason: bilingual,
        }),
      )
      .describe('What the rule of the disclosure item asks of it.'),
    basis: z
      .enum(['work', 'file', 'not-known'])
      .describe('Whether it was written in the program, brought in with a file, or nothing is known.'),
    evidence: z.array(evidenceWalk),
    confidentialEvidence: count.describe('Pieces of evidence of which nothing more is told.'),
    submitted: step,
    accepted: step,
    scores: z
      .array(
        z.strictObject({
          item: itemRef,
          value: decimal,
          answered: count.nullable(),
          required: count.nullable(),
          fileName: z.string(),
          sha256,
          sheet: z.string().nullable(),
          row: z.int().min(1),
          importedOn: day,
        }),
      )
      .describe('Imported scores that it quotes, with their place in the file that brought them.'),
    items: z.array(itemRef),
    approvedBy: z.array(z.enum(['report', 'measures'])).describe('Which approvals are about it.'),
    answer: bilingual.describe('What is known and what is not, in words; never empty.'),
  })
  .describe('A cell of the report and everything on which it rests.')

export const itemPlaces = z
  .strictObject({
    item: itemRef,
    title: bilingual.nullable(),
    certainty: certainty.nullable().describe('Null where the catalogue does not know the item.'),
    years: z.array(yearPlace),
  })
  .describe('An item and where its subject stands in every framework year.')

export const walk: z.ZodType<Walk> = z
  .strictObject({
    schema: z.literal('prongsai.walk/1'),
    report: z.strictObject({
      fiscalYear,
      title: z.string(),
      agency: z.strictObject({ name: z.string(), shortName: z.string().nullable() }),
      answers: itemRef.describe('The disclosure item that the report answers.'),
    }),
    publication: z.strictObject({
      version,
      status: z.enum(['published', 'superseded', 'withdrawn']),
      contentHash: sha256.describe('SHA-256 of the canonical JSON (RFC 8785) of the content.'),
      address,
      publishedAt: instant,
      withdrawal: z.strictObject({ at: instant, reason: z.string(), resolution: walkResolution }).nullable(),
    }),
    verdict: z
      .strictObject({
        item: itemRef,
        score: z.union([z.literal(0), z.literal(100)]),
        workYear: fiscalYear.describe('Year in which the reported work must have been done.'),
        elements: count,
        passing: count,
        certainty,
        source: z.string(),
      })
      .nullable()
      .describe('Null where no rule is known for the item.'),
    approvals: z.strictObject({
      report: z.array(walkResolution).describe('By which this very content is public, in order.'),
      measures: z.array(walkResolution),
      measuresAnswer: bilingual.describe('Whether the measures of the report are those that were approved.'),
      mentioned: z
        .array(
          z.strictObject({
            body: z.string(),
            meetingNumber: z.string(),
            heldOn: day,
            wording: z.string(),
            about: z.enum(['measures', 'report', 'other']),
          }),
        )
        .describe('Resolutions as the text of the report names them.'),
      answer: bilingual,
    }),
    source: z
      .strictObject({
        fileName: z.string(),
        sha256,
        format: z.enum(['text', 'docx', 'xlsx', 'csv', 'json']),
      })
      .nullable()
      .describe('The file that the report was brought in from.'),
    cells: z.array(cellWalk),
    items: z.array(itemPlaces),
  })
  .describe('The whole walk of a published report: on what each of its cells rests.')
