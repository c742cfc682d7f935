import type { receivingRefusalTh } from './receiving-refusal.th.ts'

export const receivingRefusalEn: Record<keyof typeof receivingRefusalTh, string> = {
  'appointment.no-person': 'Choose a person',
  'appointment.bad-kind': 'Choose a duty from the list',
  'appointment.no-role-th': 'Write the position or role in Thai',
  'appointment.no-role-en': 'Write the position or role in English',
  'appointment.too-long': 'The text is too long. Use at most 120 characters',
  'appointment.bad-step': 'Write the order as a number from 1 to 9',
  'appointment.held': 'This person is appointed to this duty already',
  'appointment.unknown': 'There is no such appointment, or it has ended. Open this page again',
  'passphrase.too-short':
    'The passphrase is too short. Use at least 20 characters, such as five unrelated words',
  'passphrase.too-long': 'The passphrase is too long. Use at most 200 characters',
  'passphrase.too-plain': 'This passphrase is easily guessed. Use several unrelated words',
  'passphrase.personal': 'This passphrase is only your name or the agency’s. Use other words',
  'passphrase.differs': 'The two passphrases differ. Type both again',
  'vault.wrong': 'This passphrase does not open the vault. Check it and try again',
  'vault.wrong-recovery': 'This recovery key does not fit the vault. Type it as it was printed',
  'vault.wait': 'There were several wrong tries. Wait a while and try again',
  'channel.busy': 'Other vaults are being opened just now. Try again in a moment',
  'vault.exists':
    'There is a vault for this duty already. Open it with its passphrase, or use its recovery key',
  'vault.locked': 'The vault is locked. Open it again; what you typed is still on this page',
  'case.unknown': 'There is no such case',
  'case.no-text': 'Write a text',
  'case.too-long': 'The text is too long. Use at most 20,000 characters',
  'case.no-reason': 'Write a reason',
  'case.no-outcome': 'Choose an outcome',
  'case.over': 'This case is closed. Reopen it first',
  'case.not-over': 'This case is not closed',
  'case.no-choice': 'Choose at least one case',
  'case.bad-holder': 'Choose a recipient from the list',
  'case.holds-already': 'This recipient can open this case already',
  'case.last-holder': 'At least one recipient must remain. Add another recipient first',
  'case.broken':
    'Something in this case was altered or is missing, so that part is not opened. Tell the other recipients and have the database checked',
}
