import type { TextOf } from '../../../i18n/language.ts'
import type { vaultTh } from './vault.th.ts'

export type VaultText = TextOf<typeof vaultTh>

export const vaultEn: VaultText = {
  title: 'My vault',
  lead: 'The vault holds the private keys that open cases. Its passphrase is apart from your sign-in, and nobody can set it anew for you.',
  make: 'Make the vault',
  passphrase: 'Passphrase of the vault',
  passphraseHint: 'At least 20 characters, such as five unrelated words. Not the password of your sign-in',
  again: 'The passphrase again',
  errorTitle: 'This was not done',
  unlock: 'Open the vault',
  unlockTitle: 'The vault is locked',
  unlockLead:
    'Type the passphrase to open your cases. The vault locks itself after 15 minutes without use, and after 60 minutes in any case.',
  lock: 'Lock the vault',
  opened: 'Open',
  closed: 'Locked',
  fingerprint: 'Key fingerprint',
  fingerprintHint: 'Reporters see this fingerprint on the public page. Check that it is the one you printed',
  since: 'In use since',
  keyTitle: 'Personal recovery key',
  keyOnce:
    'This key is shown once and is not stored. Print it or write it down, and keep it in a safe place.',
  keyUse:
    'Should you forget the passphrase, this key opens the vault. So it does for whoever gets hold of it.',
  keyPrint: 'Print from the browser (Ctrl+P); only this part is printed',
  keyDone: 'I have kept the recovery key; go on',
  toInbox: 'To the cases',
  change: 'Change the passphrase',
  changeLead: 'Only the passphrase changes; the keys and the recovery key stay as they are.',
  current: 'Present passphrase',
  fresh: 'New passphrase',
  recover: 'Passphrase forgotten: use the recovery key',
  recoverLead: 'Type the recovery key that was printed when the vault was made, and set a new passphrase.',
  recoveryKey: 'Personal recovery key',
  recoveryHint: 'Blanks, hyphens and capitals make no difference',
  setFresh: 'Set the new passphrase',
  rotate: 'Change the key pair',
  rotateLead:
    'Makes a new pair of keys and seals your cases for it. The old key vouches for the new one and is destroyed. For when its time has come, or a key may have leaked.',
  rotateSure: 'The fingerprint changes, the old recovery key no longer works, and you get a new one.',
  done: {
    locked: 'The vault is locked',
    changed: 'The passphrase was changed',
    recovered: 'The new passphrase is set and opens the vault',
    unlocked: 'The vault is open',
  },
}
