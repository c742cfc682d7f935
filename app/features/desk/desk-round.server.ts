import type { Ctx } from '../../platform/ctx.server.ts'
import type { Scan } from '../../platform/scan/clamav.server.ts'
import { tellDue } from './deadlines/usecases/tell-due.server.ts'
import type { DeskTools } from './desk-tools.server.ts'
import { scanFiles } from './files/scan-files.server.ts'
import { sweepFiles } from './files/sweep-files.server.ts'
import { eraseContacts } from './retention/usecases/erase-contacts.server.ts'

/**
 * What the desk does by itself, minute by minute: reminds, tells what is overdue, erases who came when their time is over, takes
 * files that were removed from the store, and has new ones scanned. Each of it is done once, however often this runs.
 */
export async function keepDesk(
  ctx: Ctx,
  tools: Pick<DeskTools, 'store' | 'log'>,
  scan: Scan | null,
): Promise<void> {
  await tellDue(ctx)
  await eraseContacts(ctx)
  await sweepFiles(ctx, tools)
  if (scan) await scanFiles(ctx, tools, scan)
}
