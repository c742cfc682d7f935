import {
  differences,
  type Restored,
  type RestoreProgress,
  readIdentity,
  restoreBackup,
} from '../../app/features/operation/index.server.ts'
import type { Config } from '../../app/platform/config/config.server.ts'
import type { Command } from '../command.ts'
import { EXIT, type Terminal } from '../terminal.ts'
import { asInput, oneFile } from './backup-input.ts'
import { settings } from './settings.ts'
import { printInstallation, type VerifiedInstallation, verifyInstallation } from './verify.ts'

/**
 * `prongsai restore FILE [--identity FILE]`: makes an installation out of a backup, in an empty DATA_DIR and an empty database,
 * then verifies it and compares it with what the backup says of itself. Exit 1 when it is not the same.
 */
export const restore: Command = async (terminal, { files, identity }) => {
  const file = oneFile(terminal, files, terminal.text.backup.missingFile)
  const restored = await restoreAndVerify(terminal, {
    file,
    identity,
    config: settings(terminal),
    placesKeys: true,
  })
  const { print, note, json, text } = terminal
  if (json) print(JSON.stringify(restored))
  else {
    printRestored(terminal, restored)
    printInstallation(terminal, restored.verified)
    for (const step of nextSteps(terminal, restored)) print(`→ ${step}`)
  }
  if (!restored.ok) note(`✗ ${text.backup.notTheSame(restored.differences.join(', '))}`)
  return restored.ok ? EXIT.done : EXIT.saidNo
}

export type RestoredAndVerified = Restored &
  Readonly<{
    ok: boolean
    /** Agencies whose log or publications are not as the manifest says. */
    differences: readonly string[]
    verified: VerifiedInstallation
    seconds: number
  }>

type Order = Readonly<{
  file: string
  identity: string | undefined
  config: Config
  placesKeys: boolean
}>

/** Restores into the installation of `config` and says whether it is the one that was backed up. */
export async function restoreAndVerify(
  terminal: Terminal,
  { file, identity: identityFile, config, placesKeys }: Order,
): Promise<RestoredAndVerified> {
  const begun = performance.now()
  return asInput(terminal, async () => {
    const identity = identityFile === undefined ? null : await readIdentity(identityFile)
    const restored = await restoreBackup({
      file,
      identity,
      config,
      now: () => new Date(),
      placesKeys,
      onProgress: progressOn(terminal),
    })
    const different = await differences(config, restored.agencies)
    const verified = await verifyInstallation(terminal, config)
    const absent = new Set(restored.absent.map((name) => name.split('/').at(-1)))
    const isVerified = verified.ok || onlyAbsent(verified, absent)
    return {
      ...restored,
      ok: different.length === 0 && isVerified,
      differences: different,
      verified,
      seconds: Math.round((performance.now() - begun) / 100) / 10,
    }
  })
}

/** What was missing already when the backup was made is no fault of the restore. */
const onlyAbsent = (verified: VerifiedInstallation, absent: ReadonlySet<string | undefined>): boolean =>
  [...verified.agencies, ...verified.publications].every(({ ok }) => ok) &&
  verified.wrongSums.length === 0 &&
  verified.files.bad.every(({ sha256 }) => absent.has(sha256))

const progressOn =
  ({ progress, text }: Terminal) =>
  (at: RestoreProgress) => {
    const words = text.backup
    if (at.step === 'checking') progress(words.checking(at.done, at.of))
    else if (at.step === 'files') progress(words.placingFiles(at.done, at.of))
    else progress(words.loadingTables(at.done, at.of))
  }

function printRestored({ print, text }: Terminal, restored: RestoredAndVerified): void {
  const words = text.backup
  const { takenAt, programVersion, tables, rows, files, seconds, ended, differences: different } = restored
  print(words.taken(takenAt.toISOString(), programVersion))
  print(`✓ ${words.restored(tables, rows, files, seconds)}`)
  if (different.length === 0) print(`✓ ${words.theSame(restored.agencies.length)}`)
  print(words.ended(ended.sessions, ended.links, ended.mails, ended.uploads))
}

function nextSteps({ text }: Terminal, { keys, shred, absent }: RestoredAndVerified): readonly string[] {
  const words = text.backup
  return [
    ...(absent.length > 0 ? [words.wereAbsent(absent.length)] : []),
    ...(keys === 'none' ? [words.noKeys] : []),
    ...(shred === 'none' ? [words.noShred] : [words.afterShred]),
    words.people,
  ]
}
