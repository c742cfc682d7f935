import type { TextOf } from '../../../i18n/language.ts'
import type { backupRefusalTh } from './backup-refusal.th.ts'

export const backupRefusalEn: TextOf<typeof backupRefusalTh> = {
  'backup.no-such-file': (file) => `There is no backup "${file}". Check the name and the place of the file.`,
  'backup.not-a-backup': (file) =>
    `"${file}" is no backup of this program. Name a file that prongsai backup made.`,
  'backup.newer-format': (file, version) =>
    `The backup "${file}" was made by a newer program (${version}). Restore it with that one or a newer one.`,
  'backup.cut': (file, at) =>
    `The backup "${file}" is cut off at byte ${at}. Nothing was restored. Use another copy of the file.`,
  'backup.damaged': (file, member, at) =>
    `The backup "${file}" is damaged in ${member} (byte ${at}). Nothing was restored. Use another copy of the file.`,
  'backup.shared-file': (file, name) =>
    `The backup "${file}" needs the shared file ${name}, which is missing or damaged. Put the folder "files" of the backups beside the file.`,
  'backup.needs-identity': (file) =>
    `"${file}" is encrypted. Name the file of the secret key with --identity (the one that prongsai backup-key made).`,
  'backup.wrong-identity': (file) =>
    `That secret key does not open "${file}". Use the one that belongs to the public key of the backup.`,
  'backup.bad-identity': (file) =>
    `"${file}" holds no secret key that begins with AGE-SECRET-KEY-1. Check the file.`,
  'backup.is-not-a-backup': (file) =>
    `There is a file "${file}" that is no backup, and it is not written over. Name another.`,
  'backup.is-running': (file) => `A backup to "${file}" is running. Wait until it has ended, then try again.`,
  'backup.no-database': () =>
    'There is no database to back up. Set DATA_DIR or DATABASE_URL to those of the installation that is meant.',
  'restore.not-empty': (directory, found) =>
    `The data directory ${directory} is not empty (it holds ${found}), and nothing is restored over it. Set DATA_DIR to an empty directory.`,
  'restore.other-begun': (directory, backup) =>
    `In the data directory ${directory} a restore of another backup was begun (${backup}). Go on with that one, or use an empty directory.`,
  'restore.shred-too-old': (file, day) =>
    `"${file}" has held the keys by which cases of the protected channel are destroyed for more than 7 days (it was made on ${day}), so it is not used: destroyed cases would open again. Delete it and use a newer .shred, or restore without it.`,
}
