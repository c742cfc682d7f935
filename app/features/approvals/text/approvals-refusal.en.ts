import type { TextOf } from '../../../i18n/language.ts'
import type { approvalsRefusalTh } from './approvals-refusal.th.ts'

export const approvalsRefusalEn: TextOf<typeof approvalsRefusalTh> = {
  'body.unknown': 'There is no such body; it may have ended.',
  'body.no-name': 'Please name the body.',
  'body.long-name': 'The name of the body is longer than 300 characters.',
  'body.name-taken': 'There is a body of that name already.',
  'body.in-chain': 'This body stands in a chain of approval. Please change the chain first.',
  'body.clash': 'Somebody else changed this body meanwhile. Please look at what stands now, then save again.',
  'chain.no-step': 'A chain of approval has at least one step.',
  'chain.body-twice': 'A body can stand in a chain once.',
  'chain.no-recorder': 'Please choose at least one role that records the resolutions.',
  'chain.changed-since':
    'Somebody else changed the chain meanwhile. Please look at what stands now before saving.',
  'meeting.unknown': 'There is no such meeting.',
  'meeting.no-body': 'Please choose the body.',
  'meeting.no-number': 'Please give the number of the meeting, such as 9/2567.',
  'meeting.long-number': 'The number of the meeting is longer than 40 characters.',
  'meeting.number-taken': 'This body has used this number in the same calendar year already.',
  'meeting.bad-day': 'The date cannot be read. Write it as 7 Nov 2024 or 7/11/2567.',
  'meeting.bad-time': 'The time cannot be read. Write it as 09.30.',
  'meeting.ends-before-start': 'The meeting ends before it starts.',
  'meeting.in-future': 'The day of this meeting has not come, so it cannot be recorded as held.',
  'meeting.has-resolutions':
    'Resolutions of this meeting are recorded, so its body, number, day and form cannot change, and it cannot be cancelled.',
  'meeting.cancelled': 'This meeting is cancelled.',
  'meeting.long-text': 'The text is too long.',
  'meeting.too-many-attendees': 'A meeting can have 300 people at most.',
  'meeting.bad-attendee': 'This line of the list cannot be read.',
  'meeting.clash': 'Somebody else changed this meeting meanwhile. Please choose what shall stand.',
  'agenda-item.unknown': 'There is no such agenda item; it may have been removed.',
  'agenda-item.no-title': 'Please give the subject.',
  'agenda-item.long-text': 'The text is too long.',
  'agenda-item.has-resolution':
    'This agenda item has a resolution, so what it puts forward cannot change, and it cannot be removed.',
  'agenda-item.clash':
    'Somebody else changed this agenda item meanwhile. Please look at what stands now, then save again.',
  'matter.unknown': 'What was chosen is not there; it may have been removed.',
  'matter.changed-since': 'The content changed since this page was opened. Please look at it first.',
  'resolution.unknown': 'There is no such resolution.',
  'resolution.no-content':
    'There is no content for the resolution to name. Please choose what is put forward first.',
  'resolution.content-changed':
    'What this item puts forward is not what was shown when the page was opened. Please check what the meeting saw before recording.',
  'resolution.unconfirmed':
    'This content was recorded after the day of the meeting. Please confirm that it is what the meeting saw.',
  'resolution.not-held': 'Please record that the meeting was held before recording its resolutions.',
  'resolution.already-there': 'Somebody has recorded the resolution of this item already. Please look at it.',
  'resolution.no-decision': 'Please choose the decision.',
  'resolution.no-wording': 'Please give the wording of the resolution.',
  'resolution.long-text': 'The text is too long.',
  'resolution.not-recorder': 'The chain of approval has another role record the resolutions of this body.',
  'resolution.withdrawn': 'This resolution was withdrawn.',
  'resolution.no-reason': 'Please give the reason.',
  'resolution-task.unknown': 'There is no such task.',
  'resolution-task.no-text': 'Please say what is to be done.',
  'resolution-task.bad-day': 'The deadline cannot be read. Write it as 30 Nov 2024 or 30/11/2567.',
  'resolution-task.long-text': 'The text of the task is longer than 1,000 characters.',
  'resolution-task.early-day': 'The deadline comes before the day of the decision. Please check the date.',
  'resolution-task.unknown-unit': 'There is no such unit; it may have ended. Please choose again.',
  'resolution-task.unknown-person':
    'There is no such person, or their account is disabled. Please choose again.',
  'resolution-task.too-many': 'A resolution can have 50 tasks at most.',
  'resolution-task.open-already': 'This task is open already.',
  'resolution-task.done-already': 'This task is done.',
  'publication.not-approved':
    'This content has not passed every step of its chain of approval, so it cannot be published.',
  'publication.unknown': 'There is no such publication.',
  'publication.no-resolution': 'No resolution approves the withdrawal of this publication yet.',
  'publication.withdrawn': 'This publication was withdrawn.',
}
