import type { Ctx } from '../../../platform/ctx.server.ts'
import type { AskedBy, CaptureReason, WatchResult, WatchTarget } from '../watch.domain.ts'
import type { WatchTools } from '../watch-tools.server.ts'

type Asked = Readonly<{
  target: WatchTarget
  /** Where the agency's own site is, without a slash at the end. */
  origin: string
  askedBy: AskedBy
  /** Why what came is kept as evidence; null: only the result is. */
  keep: CaptureReason | null
}>

/**
 * Opens an address, keeps what was found, and tells its owner what is new. Asks no policy: the caller does. Nothing outside is
 * asked inside a transaction.
 */
export async function lookAt(
  _ctx: Ctx,
  _tools: WatchTools,
  _asked: Asked,
): Promise<Readonly<{ checkId: string; result: WatchResult; captureId: string | null }>> {
  throw new Error('not yet')
}
