import { cleanText } from '../../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import type { AuditAct } from '../../audit/audit-entry.domain.ts'
import type { ItemContent, ItemKind } from '../../cases/case.domain.ts'
import { appendItem } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { noteProgress, type Progress } from '../../deadlines/progress.repo.server.ts'
import { findChannelSettings } from '../../settings/channel-settings.repo.server.ts'
import { isOver, OUTCOMES } from '../case-mark.domain.ts'
import { markInProgress } from '../case-state.repo.server.ts'
import { type CaseFault, type OpenCase, onCase } from '../on-case.server.ts'
import type { OpenHolder } from '../own-vaults.server.ts'

/** What a recipient says or does to a case; texts as they were typed. */
export type CaseAct =
  | Readonly<{ act: 'acknowledge' }>
  | Readonly<{ act: 'work' }>
  | Readonly<{ act: 'reply'; text: string; isAnswer: boolean }>
  | Readonly<{ act: 'note'; text: string }>
  | Readonly<{ act: 'close'; outcome: string; text: string }>
  | Readonly<{ act: 'reopen' | 'junk' | 'unjunk'; text: string }>

const LONGEST = 20_000

/** What an act writes into the chain, and how it brings the case forward. */
type Plan = Readonly<{
  kind: ItemKind
  content: ItemContent
  progress: Progress | null
  audit: AuditAct
  /** Whether it is done to a case that is over, to one that is not, or to either. */
  asks: 'over' | 'open' | 'any'
}>

/** Does one act: signed by the recipient, chained, counted and kept in the room's log in one transaction. */
export const actOnCase = (
  ctx: ProtectedCtx,
  { act, ...which }: Readonly<{ reportId: string; open: readonly OpenHolder[]; act: CaseAct }>,
): Promise<Result<void, CaseFault>> => {
  const plan = planOf(act)
  if (!plan.ok) return Promise.resolve(plan)
  return onCase(ctx, which, (opened) => carryOut(ctx, opened, plan.value))
}

/** One act on a case that is open already. */
async function carryOut(
  ctx: ProtectedCtx,
  { tx, thread, me, agencyId, reportId, day }: OpenCase,
  { kind, content, progress, audit, asks }: Plan,
): Promise<Result<void, CaseFault>> {
  const over = isOver(thread.case.status)
  if (asks === 'open' && over) return err({ code: 'case.over' })
  if (asks === 'over' && !over) return err({ code: 'case.not-over' })
  const added = await appendItem(tx, ctx.channel, { thread, kind, day, content })
  if (!added.ok) return err({ code: 'case.broken' })
  const { settings } = await findChannelSettings(tx, agencyId)
  const { retentionDays } = settings
  if (progress !== null) await noteProgress(tx, { agencyId, reportId, progress, day, retentionDays })
  if (content.facts?.to === 'in-progress' && asks === 'open') await markInProgress(tx, { agencyId, reportId })
  await writeSealedAudit(tx, { agencyId, day, role: me.kind, action: audit, object: reportId })
  return ok(undefined)
}

function planOf(act: CaseAct): Result<Plan, CaseFault> {
  if (act.act === 'acknowledge')
    return ok({
      kind: 'status',
      content: { text: '', facts: { to: 'acknowledged' } },
      progress: 'acknowledge',
      audit: 'case.acknowledged',
      asks: 'open',
    })
  if (act.act === 'work')
    return ok({
      kind: 'status',
      content: { text: '', facts: { to: 'in-progress' } },
      progress: 'acknowledge',
      audit: 'case.state-changed',
      asks: 'open',
    })
  const text = cleanText(act.text).trim()
  if (text === '') return err({ code: ASKS_REASON.has(act.act) ? 'case.no-reason' : 'case.no-text' })
  if ([...text].length > LONGEST) return err({ code: 'case.too-long' })
  if (act.act === 'note')
    return ok({ kind: 'note', content: { text }, progress: null, audit: 'case.noted', asks: 'any' })
  if (act.act === 'reply')
    return ok({
      kind: 'reply',
      content: { text, ...(act.isAnswer ? { facts: { answers: 'on' } } : {}) },
      progress: act.isAnswer ? 'answer' : 'acknowledge',
      audit: 'case.replied',
      asks: 'open',
    })
  if (act.act === 'close') {
    const outcome = OUTCOMES.find((one) => one === act.outcome)
    if (outcome === undefined) return err({ code: 'case.no-outcome' })
    return ok({
      kind: 'status',
      content: { text, facts: { to: 'closed', outcome } },
      progress: 'close',
      audit: 'case.closed',
      asks: 'open',
    })
  }
  if (act.act === 'junk')
    return ok({
      kind: 'junk',
      content: { text, facts: { to: 'junk' } },
      progress: 'junk',
      audit: 'case.junked',
      asks: 'open',
    })
  const isUndone = act.act === 'unjunk'
  return ok({
    kind: isUndone ? 'junk' : 'status',
    content: { text, facts: { to: 'in-progress' } },
    progress: 'reopen',
    audit: isUndone ? 'case.unjunked' : 'case.reopened',
    asks: 'over',
  })
}

const ASKS_REASON: ReadonlySet<CaseAct['act']> = new Set(['reopen', 'junk', 'unjunk'])
