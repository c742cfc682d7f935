import type { TextOf } from '../../../../i18n/language.ts'
import type { filePagesTh } from './file-pages.th.ts'

export type FilePagesText = TextOf<typeof filePagesTh>

export const filePagesEn: FilePagesText = {
  notHandedOut: {
    title: {
      'file.infected': 'Malware was found in this file',
      'file.waits-for-scan': 'This file waits for the malware scan',
      'file.too-large-to-scan': 'This file could not be scanned for malware',
    },
    body: {
      'file.infected':
        'The malware scanner found something harmful in this file, so it cannot be opened or downloaded. Ask whoever added it for a new version that is safe.',
      'file.waits-for-scan':
        'This does not take long as a rule. Try again in a moment; if it takes unusually long, tell an administrator.',
      'file.too-large-to-scan':
        'The file is larger than the malware scanner takes, so it cannot be opened yet. Ask an administrator to let the scanner take larger files.',
    },
    back: 'Back to the evidence',
  },
  sent: {
    title: 'Not all files were added',
    someKept: (kept: string, all: string) => `${kept} of ${all} files were added. These were not:`,
    noneKept: 'No file was added.',
    noFile: 'No file was chosen. Choose at least one.',
    tooMany: (most: string) => `At most ${most} files can be sent at once. The others were not added.`,
    noName: '(no name)',
    goOn: 'Go on with the files that were added',
    back: 'Back to adding files',
  },
}
