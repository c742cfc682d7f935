import {
  type BackupDone,
  type BackupFault,
  type BackupProgress,
  backupInto,
  backupOnSchedule,
} from '../../app/features/operation/index.server.ts'
import { faultCode } from '../../app/platform/jobs/job-fault.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT, type Terminal } from '../terminal.ts'
import { asInput } from './backup-input.ts'
import { settings } from './settings.ts'

/**
 * `prongsai backup --out FILE`, or `--scheduled` into BACKUP_DIR as a timer does it: the whole installation while it is at work.
 * Exit 1 when files that the database names are not there to be backed up.
 */
export const backup: Command = async (terminal, { files: [file], out, scheduled }) => {
  const { text, json, print, note } = terminal
  const words = text.backup
  if (file !== undefined) throw new BadInput(text.takesNoFile(file))
  if ((out === undefined) !== scheduled) throw new BadInput(words.outOrScheduled)
  const config = settings(terminal)
  const { directory, recipient } = config.backup
  if (scheduled && directory === null) throw new BadInput(words.noDirectory)
  if (recipient === null) note(words.notEncrypted)
  const run = { config, now: () => new Date(), onProgress: progressOn(terminal) }
  const making = () =>
    out !== undefined
      ? backupInto(run, out)
      : // The program that has this done on time has the job already, and listens.
        backupOnSchedule({ ...run, directory: directory ?? '', isHeld: process.connected === true })
  const done = await asInput(terminal, () => making().catch(tellingStarter))
  if (done === null) {
    if (json) print(JSON.stringify({ isElsewhere: true }))
    else note(words.elsewhere)
    return EXIT.done
  }
  if (json) print(JSON.stringify(done))
  else printDone(terminal, done)
  return done.absent.length === 0 ? EXIT.done : EXIT.saidNo
}

/** Why it failed goes to the program that started this, if one did: all it sees otherwise is how the command ended. */
async function tellingStarter(error: unknown): Promise<never> {
  const told: BackupFault = { fault: faultCode(error) }
  if (process.connected) await new Promise((resolve) => process.send?.(told, resolve))
  throw error
}

const progressOn =
  ({ progress, text }: Terminal) =>
  (at: BackupProgress) =>
    progress(
      at.step === 'tables'
        ? text.backup.readingTables(at.done, at.of)
        : text.backup.copyingFiles(at.done, at.of),
    )

function printDone(terminal: Terminal, done: BackupDone): void {
  const { print, text } = terminal
  const words = text.backup
  if (done.isResumed) print(words.resumed)
  print(`✓ ${words.made(done.file, done.bytes, done.files, done.seconds)}`)
  print(words.companions(`${done.file}.keys`, `${done.file}.shred`))
  print(words.indexIs(done.indexSha256))
  printAbsent(terminal, done.absent)
}

/** Files that the database names and that are in no backup, since they were not there. */
export function printAbsent({ note, text }: Terminal, absent: BackupDone['absent']): void {
  const said = { missing: text.backup.absent.missing, altered: text.backup.absent.altered }
  for (const { name, why } of absent) note(`✗ ${said[why](name)}`)
  if (absent.length > 0) note(`    → ${text.backup.absentRemedy}`)
}
