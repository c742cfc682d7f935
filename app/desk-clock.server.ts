import type { Logger } from 'pino'
import { type DeskTools, keepDesk } from './features/desk/index.server.ts'
import type { AgencyDirectory } from './features/people/index.server.ts'
import type { ProgramCtx } from './platform/ctx.server.ts'
import { createClamav } from './platform/scan/clamav.server.ts'
import { createReminderClock } from './reminder-clock.server.ts'

type ClockParts = Readonly<{
  ctx: ProgramCtx
  directory: Pick<AgencyDirectory, 'list'>
  desk: DeskTools
  /** Where ClamAV is; null: nothing is scanned. */
  clamav: string | null
  log: Pick<Logger, 'info' | 'error'>
}>

/** Has the complaint desk of every agency do minute by minute what it does by itself. */
export function openDeskClock({ ctx, directory, desk, clamav, log }: ClockParts) {
  const scan = clamav === null ? null : createClamav(clamav)
  return createReminderClock({
    agencies: directory.list,
    send: async (agency) => {
      await keepDesk({ ...ctx, agency, actor: { kind: 'system', name: 'desk' } }, desk, scan)
      return { written: 0, failed: [] }
    },
    log,
  })
}
