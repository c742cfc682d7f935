import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { lookAt, type WatchTargets, type WatchTools } from '../../watch/index.server.ts'
import type { WatchTarget } from '../../watch/index.ts'
import { findSubmission } from './submission.queries.server.ts'
import { setCapture } from './submission.repo.server.ts'

type Needs = Readonly<{
  tools: WatchTools
  targets: WatchTargets
  /** Of the agency's own site, without a slash at the end. */
  origin: string
}>

const running = new Set<string>()
const keyOf = (ctx: Ctx, year: number) => `${ctx.agency.id} ${year}`

/** Whether this program is keeping what stands at the addresses of a year now. */
export const isCapturing = (ctx: Ctx, year: number): boolean => running.has(keyOf(ctx, year))

/**
 * Keeps what stands at each submitted address that has no capture yet, one after the other as politeness asks, and says which
 * capture it is. One address that cannot be kept keeps no other from it: what is missing is tried when asked again.
 */
export async function captureSubmitted(
  ctx: Ctx,
  year: number,
  { tools, targets, origin }: Needs,
): Promise<void> {
  const key = keyOf(ctx, year)
  if (running.has(key)) return
  running.add(key)
  try {
    const submission = await findSubmission(ctx, { year })
    const known = await targets(ctx, { origin })
    for (const { code, title, submitted } of submission?.rows ?? []) {
      if (submitted === null || submitted.captureId !== null) continue
      const { address } = submitted
      const target: WatchTarget = known.find((other) => other.address === address) ?? {
        address,
        title: title ?? { th: code, en: code },
        unitId: null,
        part: `disclosure/${year}/${code}`,
        marks: [],
        namesYear: null,
        sha256: null,
        hasMenu: false,
      }
      try {
        const { captureId } = await lookAt(ctx, tools, {
          target,
          origin,
          askedBy: 'person',
          keep: 'submission',
        })
        if (captureId !== null)
          await withAgency(ctx.db, ctx.agency.id, (tx) =>
            setCapture(tx, { agencyId: ctx.agency.id, year, code, captureId }),
          )
      } catch (error) {
        tools.log.error({ err: error, year, code }, 'submitted-address-not-kept')
      }
    }
  } catch (error) {
    tools.log.error({ err: error, year }, 'submitted-addresses-not-kept')
  } finally {
    running.delete(key)
  }
}
