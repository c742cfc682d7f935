import { z } from 'zod'
import type { AnswerJson } from '../../../approvals/index.server.ts'
import { bilingual, day, instant, sha256, version } from './common-schema.server.ts'

const url = z
  .string()
  .regex(/^https?:\/\//)
  .describe('Permanent address, absolute; null for what has no page.')

const resolution = z.strictObject({
  body: z.string(),
  number: z.string(),
  form: z.enum(['meeting', 'circular']),
  day,
  decision: z.string(),
  wording: z.string(),
  withdrawn: z.boolean().describe('It was withdrawn after the publication rested on it.'),
})

export const verifyAnswer: z.ZodType<AnswerJson> = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('unknown'),
      hash: z.string().regex(/^([0-9a-f]{16}|[0-9a-f]{64})$/),
      version: z.null(),
      resolution: z.null(),
      resolutions: z.array(resolution).length(0),
    }),
    z.strictObject({
      status: z.enum(['published', 'superseded', 'withdrawn']),
      hash: sha256,
      match: z
        .enum(['content', 'file', 'same-content'])
        .describe(
          'What the hash is of; "same-content": a JSON file that was written anew, with the published content.',
        ),
      kind: z.string(),
      key: z.string().describe('Which of its kind: of a report the fiscal year, B.E.'),
      title: z.string().nullable(),
      version,
      contentHash: sha256,
      publishedAt: instant,
      address: url.nullable(),
      file: z.strictObject({ format: z.string(), name: z.string() }).nullable(),
      resolution: resolution.nullable().describe('Of the last step of the chain of approval.'),
      resolutions: z.array(resolution),
      current: z
        .strictObject({ version, publishedAt: instant, address: url.nullable() })
        .nullable()
        .describe('The version in force, where it is another.'),
      withdrawal: z.strictObject({ at: instant, reason: z.string(), resolution }).nullable(),
    }),
  ])
  .describe('Whether something is what the agency published.')

export const verifyProblem = z
  .strictObject({ code: z.string(), message: bilingual })
  .describe('Why nothing could be checked.')
