import type { TextOf } from '../../../i18n/language.ts'
import type { ticketsTh } from './tickets.th.ts'

/** What matters at the desk are called, the same everywhere. */
export const ticketsEn: TextOf<typeof ticketsTh> = {
  kinds: {
    praise: 'Praise',
    suggestion: 'Suggestion',
    question: 'Question',
    complaint: 'Complaint about a service',
  },
  states: {
    new: 'New',
    assigned: 'Assigned',
    'in-progress': 'In progress',
    reopened: 'Reopened',
    answered: 'Answered',
    closed: 'Closed',
    merged: 'Merged into another',
    junk: 'Junk',
    moved: 'Moved to the whistleblowing channel',
  },
  priorities: { high: 'Urgent', normal: 'Normal', low: 'Not urgent' },
  channels: {
    web: 'Website',
    counter: 'Service counter',
    staff: 'Written down by staff',
    open311: 'Another system (Open311)',
  },
  events: {
    received: 'Received',
    addition: 'The person added something',
    answer: 'Answered',
    note: 'Internal note',
    assigned: 'Assigned',
    changed: 'Facts of the matter changed',
    merged: 'Merged into another matter',
    'took-in': 'Another matter was merged into this one',
    reopened: 'Reopened',
    closed: 'Closed',
    junk: 'Marked as junk',
    restored: 'Taken back from junk',
    rated: 'Rated by the person',
    released: 'What the public may read was changed',
    question: 'Made a question of the website',
    moved: 'Moved to the whistleblowing channel',
    overdue: 'Told to be overdue',
    erased: 'Name and contact of the person erased',
  },
}
