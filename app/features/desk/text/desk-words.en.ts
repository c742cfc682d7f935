import type { TextOf } from '../../../i18n/language.ts'
import type { deskWordsTh } from './desk-words.th.ts'

export type DeskWords = TextOf<typeof deskWordsTh>

export const deskWordsEn: DeskWords = {
  kinds: { praise: 'Praise', suggestion: 'Suggestion', question: 'Question', complaint: 'Service complaint' },
  states: {
    new: 'New',
    assigned: 'Assigned',
    'in-progress': 'In progress',
    answered: 'Answered',
    closed: 'Closed',
    reopened: 'Reopened',
    merged: 'Merged',
    junk: 'Not for the agency',
    moved: 'Moved to the protected channel',
  },
  priorities: { low: 'Low', normal: 'Normal', high: 'High' },
  channels: {
    web: 'Website',
    counter: 'Counter (QR code)',
    staff: 'Recorded by staff',
    open311: 'Another system (Open311)',
  },
}
