import type { TextOf } from '../../i18n/language.ts'
import type { refusalTh } from './refusal.th.ts'

export const refusalEn: TextOf<typeof refusalTh> = {
  400: {
    title: 'This address cannot be read',
    body: 'The address of the page is written wrongly or is too long. Check it, or start from the home page.',
  },
  405: {
    title: 'This page is for reading only',
    body: 'Nothing can be sent to this address.',
  },
}
