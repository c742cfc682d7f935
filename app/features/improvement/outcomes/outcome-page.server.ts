import type { Language } from '../../../i18n/language.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { FormView } from '../../../ui/form.tsx'
import { listScores } from '../../assessments/index.server.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { writeNotation } from '../notation/notation.domain.ts'
import type { WorkingCycle, WorkingIssue } from '../working/working-cycle.domain.ts'
import { findCycleWith } from '../working/working-cycle.queries.server.ts'
import { draftSentence } from './draft-sentence.domain.ts'
import { type FactChoice, factChoice, factValues } from './fact-choice.domain.ts'
import { type FactGround, makeFact } from './fact-form.domain.ts'
import { type OutcomeRefusal, outcomeFaultText } from './outcome.errors.ts'
import { issueOfOutcome } from './outcome.queries.server.ts'
import { asOutcomeFaults, type OutcomeFault } from './outcome-form.domain.ts'
import { sentFact } from './sent-outcome.domain.ts'

export type OutcomePlaceOnPage = Readonly<{ cycle: WorkingCycle; issue: WorkingIssue; ground: FactGround }>

/** The issue on whose outcomes somebody works, with the results they may quote. Null when it is not there. */
export async function findOutcomePlace(
  ctx: Ctx,
  which: Readonly<{ issueId: string } | { outcomeId: string }>,
): Promise<OutcomePlaceOnPage | null> {
  const issueId = 'issueId' in which ? which.issueId : await issueIdOf(ctx, which.outcomeId)
  const cycle = issueId === null ? null : await findCycleWith(ctx, { issueId })
  const issue = cycle?.issues.find(({ id }) => id === issueId)
  if (!cycle || !issue) return null
  const [catalogue, scores] = [await catalogueFor(ctx), await listScores(ctx)]
  return { cycle, issue, ground: { fiscalYear: cycle.fiscalYear, catalogue, scores } }
}

const issueIdOf = (ctx: Ctx, outcomeId: string): Promise<string | null> =>
  isUuid(outcomeId) ? issueOfOutcome(ctx, outcomeId) : Promise.resolve(null)

/** What the address asks to add, and the values with which its fields open; the sentence stands in the text already. */
export function openedFact(
  { cycle, ground }: OutcomePlaceOnPage,
  asked: Readonly<{ searchParams: URLSearchParams; lang: Language; values: FormView['values'] }>,
): Readonly<{ fact: FactChoice | null; values: FormView['values'] }> {
  const { searchParams, lang, values } = asked
  const fact = factChoice({ kind: searchParams.get('kind'), after: searchParams.get('after'), lang }, ground)
  const opened = { ...values, ...factValues(fact) }
  const drafted = withDraft(opened, { ground, fiscalYear: cycle.fiscalYear })
  return { fact, values: drafted ?? opened }
}

type Drafting = Readonly<{ ground: FactGround; fiscalYear: number }>

/** The values of a form with a sentence of its fact at the end of its text; null while the fact is not whole. */
function withDraft(values: FormView['values'], { ground, fiscalYear }: Drafting): FormView['values'] | null {
  const typed = sentFact(values)
  const made = typed && makeFact(typed, ground)
  if (!made?.ok) return null
  const sentence = writeNotation(draftSentence(made.value.fact, fiscalYear), { year: fiscalYear })
  const before = (values.text ?? '').trim()
  if (before.includes(sentence)) return values
  return { ...values, text: before === '' ? sentence : `${before}\n\n${sentence}` }
}

/** What became of a form that only asks for the sentence: the form with it, or with what the fact lacks. */
export function draftedForm(
  values: FormView['values'],
  drafting: Drafting,
  lang: Language,
): Readonly<{ form: FormView; isDrafted: boolean }> {
  const drafted = withDraft(values, drafting)
  if (drafted) return { form: { values: drafted, errors: {} }, isDrafted: true }
  const made = makeFact(sentFact(values) ?? { kind: '' }, drafting.ground)
  return {
    form: { values, errors: made.ok ? {} : outcomeErrors(lang, asOutcomeFaults(made.error)) },
    isDrafted: false,
  }
}

/** A sentence for each field that is wrong. */
export const outcomeErrors = (lang: Language, faults: readonly OutcomeFault[]): FormView['errors'] =>
  Object.fromEntries(faults.map((fault) => [fault.field, outcomeFaultText(fault, lang)]))

/** Whether a refusal means that the thing is not there any more. */
export const isGone = ({ code }: OutcomeRefusal): boolean =>
  code === 'issue.unknown' || code === 'outcome.unknown'
