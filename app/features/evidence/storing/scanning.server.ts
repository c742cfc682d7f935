import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { Scan } from '../../../platform/scan/clamav.server.ts'
import type { EvidenceFiles } from './evidence-files.server.ts'
import { listWaitingFiles } from './stored-file.repo.server.ts'
import { recordScan } from './usecases/record-scan.server.ts'

export type ScanningParts = Readonly<{
  files: Pick<EvidenceFiles, 'store' | 'log'>
  scan: Scan
  /** Asked anew every time: agencies come in while the program runs. */
  agencies: () => readonly Ctx[]
}>

const MOST_AT_ONCE = 20
/** What was too large is offered again: the scanner may take more by now. */
const LARGE_AGAIN_MS = 24 * 60 * 60_000

type Round = 'all-seen' | 'scanner-away'

/** Looks through what waits in every agency; ends soon once `isStopped` says so. Never rejects. */
export type ScanWaiting = (isStopped?: () => boolean) => Promise<Round>

/**
 * Has every stored file looked through, after it was stored and outside any transaction. While the scanner is away files wait.
 * Several programs may do so at once: a file is looked at twice then, and noted once.
 */
export function createScanning({ files, scan, agencies }: ScanningParts): ScanWaiting {
  let largeAt = 0

  const scanOne = async (ctx: Ctx, sha256: string): Promise<boolean> => {
    const bytes = await files.store.open({ agencyId: ctx.agency.id, sha256 }).catch(() => null)
    if (!bytes) {
      files.log.error({ sha256 }, 'stored-file-missing')
      return false
    }
    try {
      await recordScan(ctx, { sha256, answer: await scan(bytes) })
      return true
    } catch (error) {
      files.log.warn({ sha256, err: error }, 'not-scanned')
      return false
    }
  }

  /** Every file once; one that could not be looked at does not keep the others from it. */
  const scanAgency = async (ctx: Ctx, withTooLarge: boolean, isStopped: () => boolean): Promise<Round> => {
    const seen = new Set<string>()
    while (!isStopped()) {
      const most = MOST_AT_ONCE + seen.size
      const waiting = await withAgency(ctx.db, ctx.agency.id, (tx) =>
        listWaitingFiles(tx, { agencyId: ctx.agency.id, most, withTooLarge }),
      )
      const unseen = waiting.filter(({ sha256 }) => !seen.has(sha256))
      if (unseen.length === 0) break
      let failed = 0
      for (const { sha256 } of unseen) {
        if (isStopped()) break
        seen.add(sha256)
        if (!(await scanOne(ctx, sha256))) failed += 1
      }
      if (failed === unseen.length) return 'scanner-away'
    }
    return 'all-seen'
  }

  return async (isStopped = () => false) => {
    const withTooLarge = Date.now() - largeAt >= LARGE_AGAIN_MS
    let round: Round = 'all-seen'
    for (const ctx of agencies()) {
      if (isStopped()) return round
      try {
        if ((await scanAgency(ctx, withTooLarge, isStopped)) === 'scanner-away') round = 'scanner-away'
      } catch (error) {
        files.log.error({ err: error }, 'scan-round-failed')
        round = 'scanner-away'
      }
    }
    if (withTooLarge && round === 'all-seen') largeAt = Date.now()
    return round
  }
}
