import type { TextOf } from '../../../i18n/language.ts'
import type { settingsTh } from './settings.th.ts'

export type SettingsText = TextOf<typeof settingsTh>

export const settingsEn: SettingsText = {
  title: 'Settings of the reporting channel',
  lead: 'Times, keeping and categories. What is set here stands on the public page of the channel.',
  errorTitle: 'Please correct the following',
  saved: 'The settings are saved.',
  keySaved: 'The recovery key is saved.',
  keyRemoved: 'The recovery key is taken away.',
  open: 'The channel takes reports',
  openHint: 'At least two recipients should have made their vaults before.',
  noteTh: 'Note to those who report (Thai)',
  noteEn: 'Note to those who report (English)',
  times: 'Times',
  timesHint: 'Counted in working days; public holidays do not count.',
  stages: { acknowledge: 'Acknowledge', answer: 'First answer', close: 'Close' },
  days: (stage) => `${stage} within (working days)`,
  certainty: (stage) => `Where this comes from: ${stage}`,
  certainties: {
    own: 'Set by the agency itself',
    sourced: 'From a source that was checked',
    unverified: 'Not checked against the original yet',
  },
  basisTh: (stage) => `Source (Thai): ${stage}`,
  basisEn: (stage) => `Source (English): ${stage}`,
  keeping: 'Keeping',
  retention: 'Erase a case after it was closed (days)',
  retentionHint:
    'Announced 30 days before. Cases under legal hold, or with an addition that nobody has read, are not erased.',
  digests: 'Hours at which the regular letter goes out',
  digestsHint: 'For example 9, 16. It goes out every day in the same words, whether or not anything is new.',
  categories: 'Categories',
  categoriesHint:
    'One a line: key | Thai name | English name. Keys stand in the statistics and should not change.',
  save: 'Save the settings',
  recovery: 'Recovery key of the organisation',
  recoveryLead:
    'For the day on which nobody is left who can open a case. Make it on a machine without a network with npx prongsai protected ceremony, and type its public half alone here. The shares stay with those who keep them.',
  recoveryOn: 'Use the recovery key for new cases',
  recoveryNow: (threshold, shares) => `A key is in use: ${threshold} of ${shares} shares open.`,
  recoveryNone:
    'There is no recovery key. If everybody loses passphrase and personal key, cases can never be opened again.',
  fingerprint: 'Fingerprint of the key',
  publicKey: 'Public key from the command',
  shares: 'Number of shares',
  threshold: 'How many of them open',
  keepKey: 'Save the recovery key',
  removeKey: 'Take the recovery key away',
  removeQuestion:
    'New cases will have no recovery by those who keep shares. Cases that are there keep their key.',
  faults: {
    'settings.working-days': 'Please give 1 to 365 working days.',
    'settings.order': 'Please let no later stage be due before an earlier one.',
    'settings.retention': 'Please give 31 to 3650 days.',
    'settings.digest-hours': 'Please give 1 to 4 different hours from 0 to 23.',
    'settings.categories': 'Please give 1 to 20 lines, each with a key (a–z 0–9 -) and both names.',
    'settings.category-twice': 'Please use each key once.',
    'settings.clash':
      'Somebody changed the settings meanwhile. Please check what stands there now, and save again.',
    'settings.recovery-key': 'Please check the public key: its check signs do not fit.',
    'settings.recovery-shares':
      'Please give 2 to 9 shares, of which at least 2 open and not more than there are.',
  },
}
