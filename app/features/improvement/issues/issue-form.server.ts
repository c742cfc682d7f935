import type { Language } from '../../../i18n/language.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { FormView } from '../../../ui/form.tsx'
import { withoutTheirs } from '../../../web/choices.ts'
import { typedValues } from '../../../web/form.server.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { type EvidenceErrorCode, isEvidenceErrorCode } from '../../evidence/index.ts'
import { dropDraft, permissionRefused } from '../../people/index.server.ts'
import { type OutcomeError, outcomeRefusalText } from '../outcomes/outcome.errors.ts'
import { removeOutcome, restoreOutcome } from '../outcomes/usecases/remove-outcome.server.ts'
import type { EditClash } from '../working/working.errors.ts'
import { type IssueError, issueFaultText, issueRefusalText } from './issue.errors.ts'
import type { IssueFault } from './issue-form.domain.ts'
import { issueDraft } from './issue-page.server.ts'
import { sentIssue, withMoreRows } from './sent-issue.domain.ts'
import { changeIssue } from './usecases/change-issue.server.ts'
import { moveIssue } from './usecases/move-issue.server.ts'
import { attachToIssue, detachFromIssue, type ProveIssueError } from './usecases/prove-issue.server.ts'
import { removeIssue, restoreIssue } from './usecases/remove-issue.server.ts'

/** What became of a form that was sent to the page of an issue. */
export type IssueAnswer =
  /** `query` says on the next page what was done. */
  | Readonly<{ kind: 'done'; query: string }>
  | Readonly<{ kind: 'gone' }>
  /** The form again, with one more field or with what is wrong in it. */
  | Readonly<{ kind: 'more' | 'faults'; form: FormView; seenVersion: number }>
  | Readonly<{ kind: 'clash'; clash: EditClash; typed: TypedFields }>
  | Readonly<{ kind: 'refused'; sentence: string }>
  /** The panel of evidence says why. */
  | Readonly<{ kind: 'unproved'; code: EvidenceErrorCode }>

type Sent = Readonly<{ lang: Language; issueId: string; sent: FormData }>

/** Does what a form of the page asks for. Throws the answer 403 where somebody may not. */
export async function answerIssueForm(ctx: Ctx, { lang, issueId, sent }: Sent): Promise<IssueAnswer> {
  const values = typedValues([...sent])
  const seenVersion = Number.parseInt(values.seenVersion ?? '', 10) || 0
  switch (values.act) {
    case 'more':
      return { kind: 'more', form: { values: withMoreRows(values), errors: {} }, seenVersion }
    case 'up':
    case 'down': {
      const moved = await moveIssue(ctx, { issueId, towards: values.act })
      return answered(ctx, lang, moved, (isMoved) => (isMoved ? 'done=moved' : 'done=same'))
    }
    case 'remove':
      return answered(ctx, lang, await removeIssue(ctx, issueId), () => 'done=removed')
    case 'restore':
      return answered(ctx, lang, await restoreIssue(ctx, issueId), () => 'done=restored')
    case 'remove-outcome': {
      const outcomeId = values.outcomeId ?? ''
      const undo = `done=outcome-removed&undo=${encodeURIComponent(outcomeId)}`
      return answered(ctx, lang, await removeOutcome(ctx, outcomeId), () => undo)
    }
    case 'restore-outcome': {
      const restored = await restoreOutcome(ctx, values.outcomeId ?? '')
      return answered(ctx, lang, restored, () => 'done=outcome-restored')
    }
    case 'attach': {
      const evidenceIds = sent.getAll('evidenceId').map(String)
      return proved(ctx, await attachToIssue(ctx, { issueId, evidenceIds }), 'attached')
    }
    case 'detach': {
      const evidenceId = values.evidenceId ?? ''
      return proved(ctx, await detachFromIssue(ctx, { issueId, evidenceId }), 'detached')
    }
    default:
      return save(ctx, { lang, issueId, sent, values, seenVersion })
  }
}

async function save(
  ctx: Ctx,
  { lang, issueId, sent, values, seenVersion }: Sent & { values: FormView['values']; seenVersion: number },
): Promise<IssueAnswer> {
  const typed = withoutTheirs(sent, sentIssue(values))
  const saved = await changeIssue(ctx, { issueId, seenVersion, typed })
  if (saved.ok) {
    await dropDraft(ctx, issueDraft(issueId))
    return { kind: 'done', query: saved.value.length > 0 ? 'done=saved' : 'done=same' }
  }
  const { error } = saved
  if (error.code === 'issue.faults')
    return { kind: 'faults', form: { values, errors: issueErrors(lang, error.faults) }, seenVersion }
  if (error.code === 'edit.clash')
    return {
      kind: 'clash',
      clash: error,
      typed: [...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    }
  return refused(ctx, lang, error)
}

/** A sentence for each field that is wrong. */
export const issueErrors = (lang: Language, faults: readonly IssueFault[]): FormView['errors'] =>
  Object.fromEntries(faults.map((fault) => [fault.field, issueFaultText(fault, lang)]))

async function answered<T>(
  ctx: Ctx,
  lang: Language,
  result: Result<T, IssueError | OutcomeError>,
  query: (value: T) => string,
): Promise<IssueAnswer> {
  return result.ok ? { kind: 'done', query: query(result.value) } : refused(ctx, lang, result.error)
}

async function proved(
  ctx: Ctx,
  result: Result<unknown, ProveIssueError>,
  done: 'attached' | 'detached',
): Promise<IssueAnswer> {
  if (result.ok) return { kind: 'done', query: `done=${done}#evidence` }
  const { error } = result
  if (error.code === 'permission.refused') throw await permissionRefused(ctx, error)
  return isEvidenceErrorCode(error.code) ? { kind: 'unproved', code: error.code } : { kind: 'gone' }
}

async function refused(ctx: Ctx, lang: Language, error: IssueError | OutcomeError): Promise<IssueAnswer> {
  switch (error.code) {
    case 'permission.refused':
      throw await permissionRefused(ctx, error)
    case 'issue.unknown':
      return { kind: 'gone' }
    case 'cycle.unknown':
    case 'issue.many':
      return { kind: 'refused', sentence: issueRefusalText(error, lang) }
    case 'outcome.unknown':
    case 'outcome.many':
    case 'outcome.changed-since':
      return { kind: 'refused', sentence: outcomeRefusalText(error, lang) }
    default:
      // Faults and clashes are of forms that are saved, and are told there.
      throw new Error(`an act of the page of an issue was refused with ${error.code}`)
  }
}
