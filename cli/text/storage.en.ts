import type { TextOf } from '../../app/i18n/language.ts'
import { plural } from '../../app/kernel/plural.ts'
import type { storageTh } from './storage.th.ts'

export const storageEn: TextOf<typeof storageTh> = {
  tooMany: (word) => `Only the code of an agency and a size can be given; leave “${word}” out.`,
  noAgency: (code) => `There is no agency with the code “${code}”; prongsai quota lists all.`,
  badSize: (typed) =>
    `“${typed}” is no size: give a whole number of megabytes such as 20480, or none for that of FILES_QUOTA_MB.`,
  nobody: 'There is no agency yet.',
  noLimit: 'no limit',
  line: (agency, files, used, most, isOwn) =>
    `${agency}  ${plural(files, 'file')}  ${used} used  quota ${most}${isOwn ? '' : ' (FILES_QUOTA_MB)'}`,
  noDatabase: 'There is no database yet and so no file to look at; check DATA_DIR or DATABASE_URL.',
  sweeping: (agency) => `Looking at the files of ${agency} …`,
  swept: (agency, looked, removed, size, isDryRun) =>
    removed === 0
      ? `${agency}  ${plural(looked, 'file')}: all are referred to, or no older than 7 days`
      : `${agency}  ${plural(looked, 'file')}; ${isDryRun ? 'would be removed' : 'removed'}, since nothing refers to them: ${removed} (${size})`,
  held: (day) =>
    `Nothing is removed until ${day}: this database knows of no sweep within two days, so it may be one that was put back and is older than the files.`,
}
