import type { TextOf } from '../../i18n/language.ts'
import type { refusalTh } from './refusal.th.ts'

export const refusalEn: TextOf<typeof refusalTh> = {
  400: {
    title: 'This address cannot be read',
    body: 'The address of the page, or what was sent to it, is written wrongly or is too long. Check it, or start from the home page.',
  },
  403: {
    title: 'This request is not accepted',
    body: 'It was not sent from a page of this site, so nothing was changed. Open the page on this site and send it again.',
  },
  404: {
    title: 'No agency at this address',
    body: 'This address is not of any agency here. Check it.',
  },
  405: {
    title: 'This page is for reading only',
    body: 'Nothing can be sent to this address.',
  },
  413: {
    title: 'Too much was sent',
    body: 'Nothing was saved. Go back to the page before, and send less, or a smaller file.',
  },
  429: {
    title: 'Too many requests',
    body: 'Your network has sent many documents to be checked in a short time. Please wait a little, then try again.',
  },
  500: {
    title: 'Something went wrong',
    body: 'The program made a mistake, and wrote it down. Nothing is lost. Try again in a moment.',
  },
  503: {
    title: 'Out of order for a moment',
    body: 'The program cannot reach its data just now. What was saved is safe; what you have just sent may not have been. Try again in half a minute.',
  },
}
