import type { Result } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import type { CaseFault } from './on-case.server.ts'
import type { OpenHolder } from './own-vaults.server.ts'
import { actOnCase, type CaseAct } from './usecases/act-on-case.server.ts'
import { addCaseHolder, leaveCase } from './usecases/change-holders.server.ts'

/** Which notice tells what was done; 'left': the case is no longer there for who asked. */
const DONE: Readonly<Record<CaseAct['act'], string>> = {
  acknowledge: 'acknowledged',
  work: 'working',
  reply: 'replied',
  note: 'noted',
  close: 'closed',
  reopen: 'reopened',
  junk: 'junked',
  unjunk: 'reopened',
}

/** Reads one form of the page of a case and does what it asks. */
export async function doneToCase(
  ctx: ProtectedCtx,
  { reportId, open, sent }: Readonly<{ reportId: string; open: readonly OpenHolder[]; sent: FormData }>,
): Promise<Result<string, CaseFault>> {
  const field = (name: string) => String(sent.get(name) ?? '')
  const which = { reportId, open }
  const reason = field('text')
  const said = <T>(result: Result<T, CaseFault>, done: string) => (result.ok ? ok(done) : result)
  switch (field('act')) {
    case 'add-holder':
      return said(await addCaseHolder(ctx, { ...which, reason, keyId: field('keyId') }), 'added')
    case 'remove-holder':
      return said(await leaveCase(ctx, { ...which, reason, leaver: { keyId: field('keyId') } }), 'removed')
    case 'recuse':
      return said(await leaveCase(ctx, { ...which, reason, leaver: 'me' }), 'left')
    default: {
      const act = actOf(field, sent.get('isAnswer') === 'on')
      return said(await actOnCase(ctx, { ...which, act }), DONE[act.act])
    }
  }
}

function actOf(field: (name: string) => string, isAnswer: boolean): CaseAct {
  const text = field('text')
  const act = field('act')
  if (act === 'acknowledge' || act === 'work') return { act }
  if (act === 'reply') return { act, text, isAnswer }
  if (act === 'close') return { act, text, outcome: field('outcome') }
  if (act === 'reopen' || act === 'junk' || act === 'unjunk') return { act, text }
  return { act: 'note', text }
}
