import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { oldestUpload } from './upload.domain.ts'
import { removeOldUploads } from './upload.repo.server.ts'

/** Removes files of results and answers that waited for more than a day, in each of these agencies. */
export async function sweepResultUploads(agencies: readonly Ctx[], now: Date): Promise<void> {
  for (const { db, agency } of agencies)
    await withAgency(db, agency.id, (tx) => removeOldUploads(tx, agency.id, oldestUpload(now)))
}

const AN_HOUR_MS = 60 * 60_000

type Surroundings = Readonly<{
  /** Every agency. */
  agencies: () => readonly Ctx[]
  onError: (error: Error) => void
}>

/** Sweeps once an hour until `stop`, which waits for what is under way. */
export function openResultSweeping({
  agencies,
  onError,
}: Surroundings): Readonly<{ start: () => void; stop: () => Promise<void> }> {
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> = Promise.resolve()
  const start = () => {
    sweeping = sweepResultUploads(agencies(), new Date()).catch(onError)
    timer = setTimeout(start, AN_HOUR_MS)
    timer.unref()
  }
  return {
    start,
    stop: () => {
      clearTimeout(timer)
      return sweeping
    },
  }
}
