import { existsSync } from 'node:fs'
import path from 'node:path'
import { recordRun } from '../../app/features/operation/index.server.ts'
import { closeShares } from '../../app/platform/db/embedded/close-at-exit.server.ts'
import type { Command } from '../command.ts'
import { EXIT, type Terminal } from '../terminal.ts'
import { oneFile } from './backup-input.ts'
import { hasDatabase } from './database.ts'
import { makeDrillPlace } from './drill-place.ts'
import { type RestoredAndVerified, restoreAndVerify } from './restore.ts'
import { settings } from './settings.ts'

/**
 * `prongsai drill FILE [--identity FILE]`: restores a backup into a directory of its own with a PostgreSQL of its own, verifies
 * it, prints the figures and removes it all. Of the installation of the settings nothing is touched but the note of the drill.
 */
export const drill: Command = async (terminal, { files, identity }) => {
  const file = oneFile(terminal, files, terminal.text.backup.missingFile)
  const config = settings(terminal)
  const { directory, remove } = await makeDrillPlace()
  // What is plain in there must not stay because somebody had enough.
  const leave = () =>
    void closeShares()
      .then(remove)
      .finally(() => process.exit(EXIT.fault))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave)
  const tell = async (outcome: DrillOutcome) => {
    if (hasDatabase(terminal)) await recordRun({ config, now: () => new Date() }, 'restore-drill', outcome)
  }
  const drilled = await restoreAndVerify(terminal, {
    file,
    identity,
    placesKeys: false,
    config: {
      ...config,
      dataDir: directory,
      databaseUrl: null,
      databases: { directUrl: null, ownerUrl: null, replicaUrl: null, backupUrl: null },
      files: { ...config.files, s3: null },
    },
  })
    .finally(remove)
    .catch(async (error: Error) => {
      await tell(error)
      throw error
    })
  await tell(
    drilled.ok
      ? {
          file: path.basename(file),
          seconds: drilled.seconds,
          rows: drilled.rows,
          files: drilled.files,
          ok: true,
        }
      : Object.assign(new Error('what was restored is not what was backed up'), { code: 'restored-differs' }),
  )
  if (terminal.json) terminal.print(JSON.stringify({ ...drilled, removed: !existsSync(directory) }))
  else printDrilled(terminal, drilled)
  return drilled.ok ? EXIT.done : EXIT.saidNo
}

type DrillOutcome = Parameters<typeof recordRun>[2]

function printDrilled({ print, note, text }: Terminal, drilled: RestoredAndVerified): void {
  const words = text.backup
  const { takenAt, programVersion, tables, rows, files, seconds, verified } = drilled
  print(words.taken(takenAt.toISOString(), programVersion))
  print(`✓ ${words.restored(tables, rows, files, seconds)}`)
  for (const { code, auditHead } of verified.agencies)
    if (auditHead !== null) print(`✓ ${words.headIs(code, auditHead)}`)
  print(`✓ ${words.publicationsAre(verified.publications.length)}`)
  if (drilled.ok) print(`✓ ${words.drilled}`)
  else note(`✗ ${words.notTheSame(drilled.differences.join(', '))}`)
}
