import type { TextOf } from '../../app/i18n/language.ts'
import { plural } from '../../app/kernel/plural.ts'
import type { backupTh } from './backup.th.ts'

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

export const backupEn: TextOf<typeof backupTh> = {
  outOrScheduled: 'Say either --out FILE or --scheduled, for example: prongsai backup --out backup.prongsai',
  noDirectory: '--scheduled needs a directory for backups. Set BACKUP_DIR.',
  notEncrypted:
    'Warning: this backup is not encrypted, and whoever gets it can read all of it. Make a key with prongsai backup-key and set BACKUP_RECIPIENT.',
  elsewhere: 'Another copy of the program is making the backup; it is not made twice.',
  readingTables: (done, of) => `Reading the database (${done}/${of} tables)`,
  copyingFiles: (done, of) => `Backing up files (${done}/${of})`,
  resumed: 'Went on with the backup that was broken off.',
  made: (file, bytes, files, seconds) =>
    `backed up to ${file} (${size(bytes)}, ${plural(files, 'file')}, ${seconds} s)`,
  companions: (keys, shred) =>
    `The keys of the program are in ${keys}: keep them apart from the backup. The keys by which protected cases are destroyed are in ${shred}: keep them for 7 days at most.`,
  indexIs: (hash) => `hash of the backup ${hash} (worth noting elsewhere)`,
  absent: {
    missing: (name) => `the file ${name}, which the database names, is missing, so it is not in the backup`,
    altered: (name) =>
      `the file ${name} has not the hash under which it was kept, so it is not in the backup`,
  },
  absentRemedy: 'Run prongsai verify, and put these files back from an earlier backup.',
  missingFile: 'Name the backup, for example: prongsai restore backup.prongsai',
  identityNeedsFile:
    '--identity is for backups. Name one, for example: prongsai verify backup.prongsai --identity key',
  keyIsThere: (file) =>
    `There is a file "${file}" already, and a secret key is never written over. Name another with --out.`,
  keyMade: (file) =>
    `The secret key is in ${file}. Move it off this machine, to two places at least: without it encrypted backups never open again. Then put the line BACKUP_RECIPIENT into the settings of the program.`,
  stored: (members, bytes) => `the backup is whole: ${plural(members, 'part')} (${size(bytes)})`,
  opened: (rows, files) =>
    `all of it opens: ${plural(rows, 'row')} and ${plural(files, 'file')} have the hashes that were kept`,
  notOpened:
    'It is encrypted, so what is in it was not opened. Name the secret key with --identity to check that too.',
  taken: (at, version) => `taken at ${at} by version ${version} of the program`,
  checking: (done, of) => `Checking the backup (${size(done)}/${size(of)})`,
  placingFiles: (done, of) => `Putting files in place (${done}/${of})`,
  loadingTables: (done, of) => `Loading the database (${done}/${of} tables)`,
  restored: (tables, rows, files, seconds) =>
    `restored ${plural(tables, 'table')}, ${plural(rows, 'row')} and ${plural(files, 'file')} in ${seconds} s; every table has the count and hash of the backup`,
  theSame: (agencies) =>
    `audit logs and publications of ${plural(agencies, 'agency', 'agencies')} are those of the backup`,
  notTheSame: (what) =>
    `what was restored is not what the backup holds ${what}. See the lines above, and do not use this copy.`,
  ended: (sessions, links, mails, uploads) =>
    `Ended what was open when the backup was taken: ${plural(sessions, 'session')}, ${plural(links, 'one-time link')}, ${plural(mails, 'letter')} that waited (held back; an administrator sends what has not gone out), ${plural(uploads, 'upload')}.`,
  wereAbsent: (count) => `${plural(count, 'file')} had been gone already when the backup was made.`,
  noKeys:
    'Beside the backup there is no .keys, or it holds none, as where SECRET_KEY and PROTECTED_PEPPER stand in the settings: without the same SECRET_KEY authenticator apps must be set up anew and files of the desk do not open; without the same PROTECTED_PEPPER no code of the protected channel opens. Put .keys there and restore anew into an empty directory, before the program is started.',
  noShred: 'There is no .shred beside the backup: no case of the protected channel opens any more.',
  afterShred:
    'If the protected channel is used: once the program runs, run prongsai protected restored for each agency, so that cases that had gone further can go on.',
  people:
    'Whoever was disabled, changed a password or used a recovery code after the backup is as before. Look at the page "People" before you let anybody in.',
  headIs: (code, head) => `${code}: hash of the audit log ${head}`,
  publicationsAre: (count) => `${plural(count, 'publication')} with the content hash that was published`,
  drilled: 'the drill went well, and what was restored is removed',
}
