import type { TextOf } from '../../../../i18n/language.ts'
import type { measureMailTh } from './measure-mail.th.ts'

export const measureMailEn: TextOf<typeof measureMailTh> = {
  closing: 'ITA coordinators of the agency\nProngsai',
  open: 'Open the measure',
  openIssue: 'Open the issue',
  reason: (reason) => `Reason: ${reason}`,
  letters: {
    'measure-submitted': {
      subject: (title) => `For review: measure ${title}`,
      lines: ({ name, by, title }) =>
        `Dear ${name},\n${by} handed in what was done for the measure “${title}”.\nPlease review it, and accept it or return it with a reason.`,
    },
    'measure-returned': {
      subject: (title) => `Returned: measure ${title}`,
      lines: ({ name, by, title }) =>
        `Dear ${name},\n${by} asks for changes to what was reported for the measure “${title}”, and for it to be handed in again.`,
    },
    'measure-accepted': {
      subject: (title) => `Accepted: measure ${title}`,
      lines: ({ name, by, title }) =>
        `Dear ${name},\n${by} accepted what was reported for the measure “${title}”. There is nothing more for you to do.`,
    },
    'measure-reopened': {
      subject: (title) => `Reopened: measure ${title}`,
      lines: ({ name, by, title }) =>
        `Dear ${name},\n${by} reopened the measure “${title}”. Please carry on and hand it in again.`,
    },
    'comment-mentioned': {
      subject: (title) => `You were mentioned in a comment: ${title}`,
      lines: ({ name, by, title }) => `Dear ${name},\n${by} mentioned you in a comment on “${title}”.`,
    },
  },
}
