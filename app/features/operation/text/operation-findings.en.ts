import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { operationFindingsTh } from './operation-findings.th.ts'

export const operationFindingsEn: TextOf<typeof operationFindingsTh> = {
  problems: {
    'backup.never': () => 'No backup was ever made.',
    'backup.old': ({ hours }) => `The last backup is ${hours} hours old, more than 26.`,
    'backup.incomplete': ({ files }) =>
      `The last backup lacks ${plural(Number(files), 'file')} that the database names: missing or altered where files are kept.`,
    'backup.not-encrypted': () => 'Backups are not encrypted.',
    'drill.never': () => 'Restoring was never practised.',
    'drill.old': ({ days }) => `Restoring was last practised ${days} days ago, more than 90.`,
    'certificate.over': ({ days }) =>
      `The certificate of the site ran out ${plural(Number(days), 'day')} ago: nobody can open the site.`,
    'certificate.soon': ({ days }) =>
      `The certificate of the site is good for ${plural(Number(days), 'more day')}.`,
    'certificate.untrusted': ({ code }) => `Browsers do not trust the certificate of the site (${code}).`,
    'certificate.unreachable': ({ code }) =>
      `This machine cannot open the public address of the site (${code}).`,
    'site.plain': ({ origin }) => `The site is at ${origin}, where nothing that is sent is encrypted.`,
    'disk.full': ({ free }) => `The disk of this machine is nearly full: ${free} are left.`,
    'disk.low': ({ free }) => `The disk of this machine is filling up: ${free} are left.`,
    'quota.full': () => 'The room for files of the agency is used up: no evidence can be added.',
    'quota.near': ({ percent }) => `${percent} % of the room for files of the agency is used.`,
    'mail.off': ({ failed }) =>
      Number(failed) === 0 ? 'Mail is not set up.' : `Mail is not set up, and messages wait: ${failed}.`,
    'mail.failed': ({ failed }) => `${plural(Number(failed), 'mail')} could not be sent.`,
    'mail.stuck': () => 'Mail has been waiting for more than 2 hours.',
    'job.failed': ({ job, code }) => `“${job}” failed the last time (${code}).`,
    'job.late': ({ job }) => `“${job}” was not done in its time.`,
    'database.health': ({ said }) => `Database: ${said}`,
    'copies.differ': ({ versions }) => `Different versions of the program are running (${versions}).`,
  },
  remedies: {
    'backup.never':
      'Set BACKUP_DIR to a folder on another disk and start the program again: it makes a backup every day. Or make one now with prongsai backup.',
    'backup.old':
      'See that BACKUP_DIR can be written and has room, then make one now with prongsai backup; what it says is the reason.',
    'backup.incomplete': 'Run prongsai verify to see which, and put them back from an earlier backup.',
    'backup.not-encrypted':
      'Make a key with prongsai backup-key and set BACKUP_RECIPIENT. Keep the secret key away from this machine.',
    'drill.never': 'Practise with prongsai drill and the name of a backup; the data in use stays as it is.',
    'drill.old':
      'Practise again with prongsai drill and the name of a backup; the data in use stays as it is.',
    'certificate.over': 'Renew it at the server or the proxy now, then press “Check the certificate” again.',
    'certificate.soon':
      'Renew it before that day. Where it renews itself, find out why it has not done so yet.',
    'certificate.untrusted':
      'See that the proxy sends the whole chain of issuers, and that the name in the certificate is that of the site.',
    'certificate.unreachable':
      'See that ORIGIN is right and the proxy runs. Where the network does not let this machine open its own public address, look at the certificate from another.',
    'site.plain': 'Put a proxy with https before the site, and set ORIGIN to the https address.',
    'disk.full': 'Add room or move old backups away: once it is full, nothing can be saved.',
    'disk.low': 'Plan for more room, or move old backups away.',
    'quota.full':
      'Ask whoever runs the server for more (prongsai quota). Complaints of citizens are still taken.',
    'quota.near': 'Ask whoever runs the server for more (prongsai quota) before it is used up.',
    'mail.off':
      'Set SMTP_URL and MAIL_FROM. Until then messages can be handed over from the page of waiting mail.',
    'mail.failed': 'Open the page of waiting mail to see why, and send again.',
    'mail.stuck': 'See that the mail server runs; what waits goes out by itself once it does.',
    'job.failed':
      'It is tried again by itself. If that does not help, look for job-failed in the log of the program, and at the line before it.',
    'job.late': 'See that the program runs all the time, and start it again if the job does not begin.',
    'database.health': 'Mend it at the database server, then open this page again to see.',
    'copies.differ': 'Bring every machine to the same version, and start the program again.',
  },
}
