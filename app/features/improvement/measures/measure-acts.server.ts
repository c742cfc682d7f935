import { z } from 'zod'
import { cleanText, withoutControls } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withChoices } from '../../../web/choices.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { EvidenceError } from '../../evidence/index.ts'
import { readNotation, type UnknownCitation } from '../notation/notation.domain.ts'
import { doneToComments } from './comments/comments-panel.server.ts'
import type { MeasureWorkError } from './measure-work.errors.ts'
import { addProgress } from './progress/usecases/add-progress.server.ts'
import { withdrawProgress } from './progress/usecases/withdraw-progress.server.ts'
import type { TypedSummary } from './steps/edit-summary.server.ts'
import { acceptMeasure } from './steps/usecases/accept-measure.server.ts'
import { attachToMeasure } from './steps/usecases/attach-to-measure.server.ts'
import { detachFromMeasure } from './steps/usecases/detach-from-measure.server.ts'
import { reopenMeasure } from './steps/usecases/reopen-measure.server.ts'
import { returnMeasure } from './steps/usecases/return-measure.server.ts'
import { saveSummary } from './steps/usecases/save-summary.server.ts'
import { submitMeasure } from './steps/usecases/submit-measure.server.ts'

export type MeasureActError =
  | MeasureWorkError
  | UnknownCitation
  | EvidenceError
  | Readonly<{ code: 'act.unknown' }>

/** What a form of the page needs to be read and done. */
export type AskedOfMeasure = Readonly<{
  measureId: string
  sent: FormData
  fiscalYear: number
  catalogue: Catalogue
  /** Where letters lead: scheme and host. */
  origin: string
}>

/** Does what a form of the page of a measure asks; gives the code of the notice that tells what was done. */
export async function doneToMeasure(
  ctx: Ctx,
  asked: AskedOfMeasure,
): Promise<Result<string, MeasureActError>> {
  const { measureId, sent, origin } = asked
  const review = { measureId, seenStep: typed(sent, 'seenStep'), origin }
  const said = <T, E>(result: Result<T, E>, code: string): Result<string, E> =>
    result.ok ? ok(code) : result
  switch (typed(sent, 'act')) {
    case 'save-summary':
    case 'submit':
      return doneToSummary(ctx, asked)
    case 'accept':
      return said(await acceptMeasure(ctx, { ...review, seenVersion: seenVersionIn(sent) }), 'accepted')
    case 'return':
      return said(
        await returnMeasure(ctx, { ...review, reason: cleanText(typed(sent, 'reason')) }),
        'returned',
      )
    case 'reopen':
      return said(
        await reopenMeasure(ctx, { ...review, reason: cleanText(typed(sent, 'reason')) }),
        'reopened',
      )
    case 'add-progress':
      return progressOf(ctx, asked)
    case 'withdraw-progress': {
      const progressId = typed(sent, 'progressId')
      return said(await withdrawProgress(ctx, { measureId, progressId }), 'progress-withdrawn')
    }
    case 'attach': {
      const evidenceIds = sent.getAll('evidenceId').map(String)
      return said(await attachToMeasure(ctx, { measureId, evidenceIds }), 'attached')
    }
    case 'detach':
      return said(
        await detachFromMeasure(ctx, { measureId, evidenceId: typed(sent, 'evidenceId') }),
        'detached',
      )
    default:
      return (
        (await doneToComments(ctx, { place: { measureId }, sent, origin })) ?? err({ code: 'act.unknown' })
      )
  }
}

/** A text field of a form without control characters, '' where it was not sent. */
export const typed = (sent: FormData, name: string): string => {
  const value = sent.get(name)
  return typeof value === 'string' ? withoutControls(value) : ''
}

const SEEN = z.coerce.number().int().min(0).catch(0)
const seenVersionIn = (sent: FormData): number => SEEN.parse(typed(sent, 'seenVersion'))

async function doneToSummary(ctx: Ctx, asked: AskedOfMeasure): Promise<Result<string, MeasureActError>> {
  const { measureId, origin } = asked
  const sent = withChoices(asked.sent, { summary: ['summary', 'declaredNone'] })
  const read = summaryIn(sent, asked)
  if (!read.ok) return read
  const edit = { measureId, seenVersion: seenVersionIn(sent), summary: read.value }
  if (typed(sent, 'act') === 'save-summary') {
    const saved = await saveSummary(ctx, edit)
    return saved.ok ? ok(saved.value ? 'saved' : 'same') : saved
  }
  const submitted = await submitMeasure(ctx, {
    ...edit,
    seenStep: typed(sent, 'seenStep'),
    answer: cleanText(typed(sent, 'answer')).trim() || null,
    isConfirmed: typed(sent, 'confirmed') === 'on',
    origin,
  })
  return submitted.ok ? ok('submitted') : submitted
}

/** The summary as a form states it; null where the form does not have it. */
function summaryIn(
  sent: FormData,
  { fiscalYear, catalogue }: Pick<AskedOfMeasure, 'fiscalYear' | 'catalogue'>,
): Result<TypedSummary | null, UnknownCitation> {
  if (typed(sent, 'declaredNone') === 'on') return ok({ kind: 'none' })
  if (!sent.has('summary')) return ok(null)
  const text = readNotation(typed(sent, 'summary'), { year: fiscalYear, catalogue })
  return text.ok ? ok({ kind: 'text', text: text.value }) : text
}

async function progressOf(
  ctx: Ctx,
  { measureId, sent, fiscalYear, catalogue }: AskedOfMeasure,
): Promise<Result<string, MeasureActError>> {
  const day = typed(sent, 'happenedOn').trim()
  const happenedOn = day === '' ? thaiDay(ctx.now()) : typedDay(day)
  if (happenedOn === null) return err({ code: 'progress.bad-day' })
  const text = readNotation(cleanText(typed(sent, 'progress')), { year: fiscalYear, catalogue })
  if (!text.ok) return text
  const added = await addProgress(ctx, { measureId, happenedOn, text: text.value })
  return added.ok ? ok('progress-added') : added
}
