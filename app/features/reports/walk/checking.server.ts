import type { Logger } from 'pino'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { inEachAgency } from '../../../platform/jobs/each-agency.ts'
import { checkWalks } from './usecases/check-walks.server.ts'

type Surroundings = Readonly<{
  /** Every agency, with the program itself as who acts. */
  agencies: () => readonly Ctx[]
  store: FileStore
  log: Pick<Logger, 'info' | 'error'>
}>

/** Looks whether published reports still rest on what they rested on. Rejects when one agency could not be looked into. */
export const checkAllWalks = (
  { agencies, store, log }: Surroundings,
  isStopped: () => boolean = () => false,
): Promise<void> =>
  inEachAgency({
    agencies: agencies(),
    work: async (ctx) => {
      const { raised, resolved } = await checkWalks(ctx, { store })
      if (raised + resolved > 0) log.info({ raised, resolved }, 'walks-checked')
    },
    failed: (error) => log.error({ err: error }, 'walks-not-checked'),
    isStopped,
  })
