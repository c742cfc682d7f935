import type { Ctx } from '../../../platform/ctx.server.ts'
import { inEachAgency } from '../../../platform/jobs/each-agency.ts'
import { lookAt } from '../keeping/look-at.server.ts'
import { SITE_AWAY } from '../watch.domain.ts'
import type { WatchTargets } from '../watch-targets.server.ts'
import type { WatchTools } from '../watch-tools.server.ts'
import { roundDue } from './due.domain.ts'
import { claimRound, endRound, lastRoundAt } from './rounds.repo.server.ts'

type Parts = Readonly<{
  /** Asked anew every time: agencies come in while the program runs. */
  agencies: () => readonly Ctx[]
  targets: WatchTargets
  /** Of an agency's own site, without a slash at the end. */
  originOf: (agencyId: string) => string
  /** Whether assessors look at the agency's addresses on these days. */
  isScoring: (ctx: Ctx) => Promise<boolean>
  tools: WatchTools
}>

/**
 * Makes the rounds that are due now: has every address of every agency looked at when its time has come. Of one copy at a
 * time, since a host is asked once a second. Once `isStopped` says so, the address that is being looked at is finished and no
 * other taken. Rejects when a round failed.
 */
export const makeDueRounds = (parts: Parts, isStopped: () => boolean = () => false): Promise<void> =>
  inEachAgency({
    agencies: parts.agencies(),
    work: (ctx) => makeDueRound(ctx, { ...parts, isStopped }),
    failed: (error) => parts.tools.log.error({ err: error }, 'watch-round-failed'),
    isStopped,
  })

async function makeDueRound(
  ctx: Ctx,
  { targets, originOf, isScoring, tools, isStopped }: Parts & Readonly<{ isStopped: () => boolean }>,
): Promise<void> {
  const [lastAt, scoring] = await Promise.all([lastRoundAt(ctx), isScoring(ctx)])
  const round = roundDue({ now: ctx.now(), lastAt, isScoring: scoring })
  if (!round || !(await claimRound(ctx, round))) return
  const origin = originOf(ctx.agency.id)
  let checked = 0
  let isOwnSiteAway = false
  for (const target of await targets(ctx, { origin })) {
    if (isStopped()) return
    const isOwn = isAt(target.address, origin)
    // What is said of one page of a site that cannot be reached is true of all: it is said once.
    if (isOwn && isOwnSiteAway) continue
    // One that cannot be kept must not keep the others from being looked at.
    await lookAt(ctx, tools, { target, origin, askedBy: 'night', keep: null }).then(
      ({ result }) => {
        checked += 1
        isOwnSiteAway ||= isOwn && result.findings.some(({ code }) => SITE_AWAY.includes(code))
      },
      (error) => tools.log.error({ address: target.address, err: error }, 'look-failed'),
    )
  }
  await endRound(ctx, { ...round, checked })
  tools.log.info({ checked }, 'watch-round-made')
}

const isAt = (address: string, origin: string): boolean =>
  URL.canParse(address) && new URL(address).origin === origin
