import { KEPT_FILE_COLUMNS } from '../../app/kept-files.ts'
import { sizeText } from '../../app/kernel/file-size.ts'
import { openStore } from '../../app/platform/files/open-store.server.ts'
import {
  findSweepHold,
  type SweptFiles,
  sweepOrphans,
} from '../../app/platform/files/sweep-orphans.server.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT } from '../terminal.ts'
import { hasDatabase, inDatabase } from './database.ts'
import { agenciesOf } from './quota.ts'
import { settings } from './settings.ts'

/** `prongsai sweep [--dry-run]`: removes files of the store that nothing refers to, as and when the program does. */
export const sweep: Command = async (terminal, { files, dryRun }) => {
  const { text, json, print, progress } = terminal
  if (files[0] !== undefined) throw new BadInput(text.takesNoFile(files[0]))
  if (!hasDatabase(terminal)) throw new BadInput(text.storage.noDatabase)
  const { dataDir, files: kept } = settings(terminal)
  const store = openStore({ dataDir, s3: kept.s3 })
  return inDatabase(terminal, 'prongsai sweep', async (ctx) => {
    const held = await findSweepHold(ctx.db, ctx.now())
    const isDryRun = dryRun || held !== null
    const swept: ({ agency: string } & SweptFiles)[] = []
    for (const { db, agency } of await agenciesOf(ctx)) {
      progress(text.storage.sweeping(agency.code))
      const given = { db, store, agencyId: agency.id, columns: KEPT_FILE_COLUMNS, now: ctx.now() }
      const found = await sweepOrphans({ ...given, isDryRun, isStopped: () => false })
      swept.push({ agency: agency.code, ...found })
    }
    if (json) print(JSON.stringify({ dryRun: isDryRun, heldUntil: held, agencies: swept }))
    else {
      for (const { agency, looked, removed, size } of swept)
        print(text.storage.swept(agency, looked, removed, sizeText(size), isDryRun))
      if (held) print(text.storage.held(held.toISOString().slice(0, 10)))
    }
    return EXIT.done
  })
}
