import type { TextOf } from '../../../i18n/language.ts'
import type { protectedDigestTh } from './digest.th.ts'

export const protectedDigestEn: TextOf<typeof protectedDigestTh> = {
  subject: 'Time to look at the reporting channel',
  greeting: (name) => `Dear ${name},`,
  body: 'It is time to look at the reporting channel. Please open it with the passphrase of your key vault. This letter goes out at fixed hours every day in the same words, whether or not anything is new.',
  action: 'Open the reporting channel',
  closing:
    'You receive this letter because you are appointed in the reporting channel. It says nothing about any case.',
}
