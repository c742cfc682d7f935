import type { TextOf } from '../../../i18n/language.ts'
import type { disclosureFilesTh } from './disclosure-files.th.ts'

export const disclosureFilesEn: TextOf<typeof disclosureFilesTh> = {
  endedTitle: 'This file was taken from the public',
  endedLead: 'A public file of the agency stood at this address. It can no longer be opened or downloaded.',
  heldTitle: 'This file cannot be opened at the moment',
  heldBody:
    'It is held back for now, for the safety of who opens it or because the agency is looking at it again. Try later, or ask the agency.',
  file: 'File',
  endedOn: 'Taken from the public on',
  endedBy: 'By',
  agency: 'The agency whose file it is',
  reason: 'Reason',
  hash: 'SHA-256',
  toItems: 'What the agency discloses (OIT)',
  toContact: 'Contact the agency',
}
