import type { TextOf } from '../../../../i18n/language.ts'
import type { noticesTh } from './notices.th.ts'

export type NoticesText = TextOf<typeof noticesTh>

export const noticesEn: NoticesText = {
  title: 'Notices',
  lead: 'What others tell you, the newest first. What you open counts as read.',
  list: 'Notices',
  unread: 'New',
  readAll: 'Mark all as read',
  allRead: 'All are marked as read',
  older: 'Older notices',
  newest: 'Back to the newest',
  reason: 'Reason',
  note: 'Message',
  emptyTitle: 'No notices yet',
  emptyBody:
    'When somebody assigns you a measure, hands one in for review, returns one or mentions you in a comment, it shows here, and the bell above counts what you have not read.',
  gone: 'There is no such notice among yours',
  kinds: {
    'measure.assigned': ({ title, by }) => `${by} assigned you the measure “${title}”`,
    'measure.submitted': ({ title, by }) => `${by} handed in the measure “${title}” for review`,
    'measure.returned': ({ title, by }) => `${by} asks for changes to the measure “${title}”`,
    'measure.accepted': ({ title, by }) => `${by} accepted the measure “${title}”`,
    'measure.reopened': ({ title, by }) => `${by} reopened the measure “${title}”`,
    'measure.extended': ({ title, by, day }) =>
      `${by} moved the due day of the measure “${title}”${day === '' ? '' : ` to ${day}`}`,
    'measure.reminded': ({ title, by, day }) =>
      `${by} reminds you to hand in the measure “${title}”${day === '' ? '' : ` by ${day}`}`,
    'comment.mentioned': ({ title, by }) => `${by} mentioned you in a comment on “${title}”`,
    'comment.written': ({ title, by }) => `${by} commented on “${title}”`,
    'evidence.expiring': ({ title, day }) =>
      `The evidence “${title}” expires soon${day === '' ? '' : `; its last day is ${day}`}`,
    'evidence.infected': ({ title }) =>
      `Something harmful was found in the file of the evidence “${title}”. It cannot be opened; bring in a new file instead.`,
    'matter.placed': ({ title, by, day }) => `${by} put “${title}” before the meeting of ${day}`,
    'resolution-task.assigned': ({ title, by, day }) =>
      `${by} gave you a task of a resolution, “${title}”${day === '' ? '' : `, due ${day}`}`,
    'watch.alarm': ({ title }) => `An assessor would meet a problem at “${title}”`,
    'disclosure.assigned': ({ title, by, day }) =>
      `${by} asked you to answer for “${title}”${day === '' ? '' : `, due ${day}`}`,
    'policy.to-read': ({ title, day }) => `Please read “${title}” by ${day}`,
    'page.review-due': ({ title, day }) => `The page “${title}” is due for review on ${day}`,
    'walk.broken': ({ title }) => `What proves something that is published no longer holds: “${title}”`,
    'ticket.assigned': ({ title, by, day }) =>
      `${by} gave you the matter ${title}${day === '' ? '' : `, to be answered by ${day}`}`,
    'ticket.supplemented': ({ title }) => `The person added something to the matter ${title}`,
    'ticket.reopened': ({ title }) =>
      `The person says that the matter ${title} is not over; it is open again`,
    'ticket.due-soon': ({ title, day }) => `The matter ${title} is to be answered by ${day}`,
    'ticket.overdue': ({ title, day }) => `The matter ${title} was to be answered by ${day} and is overdue`,
    'ticket.file-infected': ({ title }) =>
      `Something harmful was found in a file of the matter ${title}; it cannot be opened`,
  },
}
