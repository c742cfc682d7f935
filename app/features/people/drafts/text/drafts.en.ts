import type { TextOf } from '../../../../i18n/language.ts'
import type { draftsTh } from './drafts.th.ts'

export type DraftsText = TextOf<typeof draftsTh>

export const draftsEn: DraftsText = {
  kept: (at) => `Draft kept at ${at}`,
  away: 'Not sent yet: kept on this device, and sent by itself once it is connected',
  out: 'Your session has ended. The text is kept on this device: please sign in again',
  tooLong: 'The text is too long to be kept as a draft: please save it',
  lost: 'The draft could not be kept: please save before you leave this page',
  found: 'There is text that you typed before the connection was lost',
  show: 'Show that text',
  title: 'My drafts',
  lead: 'What you typed and have not saved. Only you see it. It is kept for 90 days after you typed it last, and can be read here even when its page has gone or takes no more changes.',
  columns: { page: 'Page', start: 'Text', at: 'Typed', act: 'Actions' },
  noTitle: 'A page without a name',
  empty: 'No draft is waiting',
  emptyBody:
    'While you type into a form, a draft is kept whenever you pause. If the machine stops, the connection is lost or your session ends, the text waits here. Once you save the form, its draft goes.',
  dropped: 'The draft was thrown away',
  whole: 'Show the whole text',
  open: (page) => `Open the form with its draft: ${page}`,
}
