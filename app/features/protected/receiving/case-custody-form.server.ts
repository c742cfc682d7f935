import { cleanLine } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { askRelease } from '../custody/usecases/ask-release.server.ts'
import { holdCase } from '../custody/usecases/hold-case.server.ts'
import { readIdentity } from '../custody/usecases/read-identity.server.ts'
import type { OpenHolder } from './own-vaults.server.ts'

const ACTS = ['hold', 'free', 'ask-identity', 'read-identity'] as const
type CustodyAct = (typeof ACTS)[number]

export const custodyActOf = (act: string): CustodyAct | null => ACTS.find((one) => one === act) ?? null

type Asked = Readonly<{ reportId: string; open: readonly OpenHolder[]; act: CustodyAct; sent: FormData }>
type Done = Readonly<{ done: string; identity: string | null }>

/** Does what one form of the page asks, with whichever of the open vaults may. */
export async function doneInCustody(
  ctx: ProtectedCtx,
  { reportId, open, act, sent }: Asked,
): Promise<Result<Done, Readonly<{ code: string }>>> {
  if (!isUuid(reportId)) return err({ code: 'case.not-found' })
  let last: Result<Done, Readonly<{ code: string }>> = err({ code: 'case.not-found' })
  for (const by of open.filter(({ holder }) => holder.kind !== 'custodian')) {
    last = await doneBy(ctx, by, { reportId, act, sent })
    if (last.ok || !(last.error.code === 'case.not-found' || last.error.code === 'release.not-yours')) break
  }
  return last
}

async function doneBy(
  ctx: ProtectedCtx,
  by: OpenHolder,
  { reportId, act, sent }: Omit<Asked, 'open'>,
): Promise<Result<Done, Readonly<{ code: string }>>> {
  const field = (name: string) => String(sent.get(name) ?? '')
  const said = <T>(result: Result<T, Readonly<{ code: string }>>, done: string) =>
    result.ok ? ok({ done, identity: null }) : result
  const reason = field('text')
  if (act === 'hold') return said(await holdCase(ctx, { by, reportId, isHeld: true, reason }), 'held')
  if (act === 'free') return said(await holdCase(ctx, { by, reportId, isHeld: false, reason }), 'freed')
  if (act === 'ask-identity') {
    const days = Number(toArabicDigits(cleanLine(field('days'))))
    const asksConsent = field('asksConsent') === 'on'
    return said(
      await askRelease(ctx, { by, reportId, reader: field('keyId'), reason, days, asksConsent }),
      'asked',
    )
  }
  const read = await readIdentity(ctx, { by, releaseId: field('releaseId') })
  return read.ok ? ok({ done: '', identity: read.value }) : read
}
