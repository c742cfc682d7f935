import { err, ok, type Result } from '../../../kernel/result.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { catalogueStamp } from '../../catalogue/index.server.ts'
import { type Catalogue, type CatalogueStamp, type Framework, frameworkOf } from '../../catalogue/index.ts'
import type { Score } from '../score.domain.ts'
import { type AnswerForm, answerForm } from '../scoring/answer-form.domain.ts'
import type { OptionCounts } from '../scoring/computed.domain.ts'
import { type AnswerBatch, addCounts, countOptions } from '../scoring/option-counts.domain.ts'
import { type ReadAnswers, readAnswers } from '../scoring/read-answers.server.ts'
import type { AnswersError, AnswersFault } from './answers.errors.ts'
import { type ComputedYear, computedYear } from './computed-year.domain.ts'
import type { ListedBatch, Respondents, SurveyInstrument, YearAnswers } from './survey.domain.ts'

/** A file of answers, and how it is to be read. */
export type AnswersFile = Readonly<{
  bytes: Uint8Array
  /** Framework year (B.E.) whose questions were answered. */
  year: number
  /** Which of several agencies in the file is this one. */
  agency: string | null
}>

/** A file of answers as it was read for a year. */
export type ReadFile = Readonly<{
  year: number
  framework: Framework
  form: AnswerForm
  read: ReadAnswers
  stamp: CatalogueStamp
}>

/** The year's framework and its form; null where nothing can be computed for it. */
export function surveyOf(
  catalogue: Catalogue,
  year: number,
): Readonly<{ framework: Framework; form: AnswerForm }> | null {
  const framework = frameworkOf(catalogue, year)
  if (!framework) return null
  const form = answerForm(framework)
  return typeof form === 'string' ? null : { framework, form }
}

/** Reads a file of answers to the questions of a year (B.E.), whole or not at all. */
export async function readFile(
  bytes: Uint8Array,
  year: number,
  catalogue: Catalogue,
): Promise<Result<ReadFile, AnswersError>> {
  const survey = surveyOf(catalogue, year)
  if (!survey) return err({ code: 'answers.no-form' })
  const read = await readAnswers(bytes, survey.framework)
  if (!read.ok) return read
  return ok({ year, ...survey, read: read.value, stamp: catalogueStamp(catalogue) })
}

/** Answers of one instrument in the file; `there` where this file's are counted already. */
export type PlannedBatch = Readonly<{
  instrument: SurveyInstrument
  nRespondents: number
  there: ListedBatch | null
}>

/** What a file of answers would do to a year of this agency. */
export type AnswersPlan = Readonly<{
  year: number
  /** Codes of the agencies in the file, and which of them is this one; null while nobody said. */
  agencies: readonly string[]
  chosen: string | null
  batches: readonly PlannedBatch[]
  /** What the file alone gives, what stands now, and what will stand. */
  own: ComputedYear
  before: ComputedYear
  after: ComputedYear
  respondents: Readonly<{ own: Respondents; before: Respondents; after: Respondents }>
  /** Disclosure scores in the file, which are no answers and come in with the results. */
  nDisclosure: number
  /** Stands for all of this: what is confirmed is what was shown. */
  seen: string
}>

/** What is shown of it, with the answers to keep and the counts to add to the sums. */
export type AnswersImport = Readonly<{
  plan: AnswersPlan
  added: readonly AnswerBatch[]
  counts: OptionCounts
}>

type Standing = Readonly<{ answers: YearAnswers; scores: readonly Score[] }>

/** `agency`: which of the file's agencies is this one; a file of one agency is taken to be of this one. */
export function planAnswers(
  { year, framework, form, read, stamp }: ReadFile,
  agency: string | null,
  { answers, scores }: Standing,
): Result<AnswersImport, AnswersError> {
  const agencies = read.agencies.map(({ code }) => code)
  const chosen =
    read.agencies.length === 1 ? read.agencies[0] : read.agencies.find(({ code }) => code === agency)
  const isThere = ({ instrument }: AnswerBatch) =>
    answers.batches.find(
      (batch) => batch.withdrawn === null && batch.instrument === instrument && batch.sha256 === read.sha256,
    ) ?? null
  const found = chosen?.batches ?? []
  const added = found.filter((batch) => isThere(batch) === null)
  const counts = added.reduce<OptionCounts>(
    (sum, batch) => addCounts(sum, countOptions(batch, form)),
    new Map(),
  )
  const own = respondentsIn(added)
  const after = {
    IIT: answers.respondents.IIT + own.IIT,
    EIT: answers.respondents.EIT + own.EIT,
  }
  const [alone, then, now] = [
    computedYear(framework, { counts, respondents: own }, scores),
    computedYear(framework, answers, scores),
    computedYear(framework, { counts: addCounts(answers.counts, counts), respondents: after }, scores),
  ]
  if (typeof alone === 'string' || typeof then === 'string' || typeof now === 'string')
    return err({ code: 'answers.no-form' })
  const plan: AnswersPlan = {
    year,
    agencies,
    chosen: chosen?.code ?? null,
    batches: found.map((batch) => ({
      instrument: batch.instrument,
      nRespondents: batch.nRespondents,
      there: isThere(batch),
    })),
    own: alone,
    before: then,
    after: now,
    respondents: { own, before: answers.respondents, after },
    nDisclosure: chosen?.disclosure.size ?? 0,
    seen: contentHash({
      file: read.sha256,
      catalogue: stamp.hash,
      year,
      agency: chosen?.code ?? null,
      added: added.map(({ instrument, nRespondents }) => [instrument, nRespondents]),
      there: [answers.respondents.IIT, answers.respondents.EIT],
      sums: Object.fromEntries([...answers.counts].map(([code, sum]) => [code, [...sum]])),
    }),
  }
  return ok({ plan, added, counts })
}

function respondentsIn(batches: readonly AnswerBatch[]): Respondents {
  const of = (instrument: AnswerBatch['instrument']) =>
    batches
      .filter((batch) => batch.instrument === instrument)
      .reduce((sum, { nRespondents }) => sum + nRespondents, 0)
  return { IIT: of('IIT'), EIT: of('EIT') }
}

/** Why a plan cannot be carried out, though it can be looked at. */
export function obstacleTo({ chosen, batches }: AnswersPlan): Readonly<{ code: AnswersFault }> | null {
  if (chosen === null) return { code: 'answers.agency-not-chosen' }
  if (batches.length === 0) return { code: 'answers.nothing-answered' }
  return batches.every(({ there }) => there !== null) ? { code: 'answers.already-imported' } : null
}

/** Framework years (B.E.) whose answers can be computed, the newest first. */
export const surveyYears = (catalogue: Catalogue): readonly number[] =>
  catalogue.frameworks
    .filter((framework) => typeof answerForm(framework) !== 'string')
    .map(({ year }) => year)
    .sort((a, b) => b - a)
