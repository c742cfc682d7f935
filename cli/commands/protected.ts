import { findAgencyByCode } from '../../app/features/people/index.server.ts'
import { acceptRestored, openProtectedChannel } from '../../app/features/protected/index.server.ts'
import { openLogin } from '../../app/platform/db/database.server.ts'
import { withoutAgency } from '../../app/platform/db/tenant.server.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT, type ExitCode, type Terminal } from '../terminal.ts'
import { inDatabase } from './database.ts'
import { settings } from './settings.ts'

type Doing = (terminal: Terminal) => Promise<ExitCode>

/** `prongsai protected …`: what the keeper of the program does for the protected channel. None of it opens a case. */
export const protectedChannel: Command = async (terminal, { files: [act, ...more] }) => {
  const { text } = terminal
  const doing = act !== undefined && Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
  if (!doing) throw new BadInput(text.protected.unknownAct(Object.keys(ACTS).join(', ')))
  if (more[0] !== undefined) throw new BadInput(text.protected.tooMany(more[0]))
  return doing(terminal)
}

/** After a backup was put back: cases that had gone further go on from what it holds, and say so. */
const restored: Doing = (terminal) => {
  const { text } = terminal
  const config = settings(terminal)
  return inDatabase(terminal, 'prongsai protected', async (ctx, code) => {
    const agency = await withoutAgency(ctx.db, (tx) => findAgencyByCode(tx, code))
    if (!agency) throw new BadInput(text.user.noAgency(code))
    const { databaseUrl } = config.protectedChannel
    const login = databaseUrl === null ? null : openLogin(databaseUrl, { max: 1, log: terminal.note })
    try {
      const channel = openProtectedChannel(config, { db: login?.db ?? ctx.db, now: ctx.now })
      const cut = await acceptRestored({ ...ctx, agency, channel })
      terminal.print(terminal.json ? JSON.stringify({ cut }) : text.protected.restored(cut))
      return EXIT.done
    } finally {
      await login?.close()
    }
  })
}

const ACTS: Readonly<Record<string, Doing>> = { restored }
