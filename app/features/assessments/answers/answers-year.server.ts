import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { catalogueIn, catalogueStamp } from '../../catalogue/index.server.ts'
import type { CatalogueStamp, Framework } from '../../catalogue/index.ts'
import { scoresOf } from '../score.queries.server.ts'
import type { AnswerForm } from '../scoring/answer-form.domain.ts'
import { answersOf, standingFigures } from './answers.queries.server.ts'
import { type ComputedYear, computedYear } from './computed-year.domain.ts'
import { surveyOf } from './plan-answers.server.ts'
import type { YearAnswers } from './survey.domain.ts'
import {
  type ComparedFigure,
  compareWithAnnounced,
  computedFigures,
  planTaking,
  type TakingPlan,
} from './taken-figures.domain.ts'

/** All that is known of the answers of a year, and what may be done with it. */
export type AnswersYear = Readonly<{
  framework: Framework
  form: AnswerForm
  stamp: CatalogueStamp
  answers: YearAnswers
  computed: ComputedYear
  compared: readonly ComparedFigure[]
  taking: TakingPlan
  /** Stands for the taking: what is confirmed is what was shown. */
  seen: string
}>

/** Null where the catalogue has no questions for that year, or no rule to compute with. */
export const findAnswersYear = (ctx: Ctx, year: number): Promise<AnswersYear | null> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => answersYearIn(tx, ctx.agency.id, year))

/** The same inside a transaction of the caller. */
export async function answersYearIn(tx: Tx, agencyId: string, year: number): Promise<AnswersYear | null> {
  const catalogue = await catalogueIn(tx, agencyId)
  const survey = surveyOf(catalogue, year)
  if (!survey) return null
  const answers = await answersOf(tx, agencyId, year)
  const computed = computedYear(survey.framework, answers, await scoresOf(tx, agencyId, year))
  if (typeof computed === 'string') return null
  const standing = await standingFigures(tx, agencyId, year)
  const figures = computedFigures(survey.framework, computed, answers.targets)
  const taking = planTaking(figures, standing)
  const stamp = catalogueStamp(catalogue)
  return {
    ...survey,
    stamp,
    answers,
    computed,
    compared: compareWithAnnounced(figures, standing),
    taking,
    seen: contentHash({ catalogue: stamp.hash, year, figures: taking.figures }),
  }
}
