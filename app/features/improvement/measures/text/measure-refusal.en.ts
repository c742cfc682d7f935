import type { TextOf } from '../../../../i18n/language.ts'
import type { measureRefusalTh } from './measure-refusal.th.ts'

export const measureRefusalEn: TextOf<typeof measureRefusalTh> = {
  codes: {
    'measure.unknown': 'There is no such measure; it may have been removed. Go back to the list of measures.',
    'measure.is-done':
      'This measure has been accepted. If something must still be changed, ask an ITA coordinator to reopen it first.',
    'measure.no-summary':
      'There is no summary yet. Write one before you hand the measure in, or declare that there is none.',
    'measure.unconfirmed': 'No evidence is attached. Attach some, or confirm that you hand it in without.',
    'measure.no-reason': 'Give a reason, so that those who are responsible know what to do next.',
    'progress.no-text': 'Write what was done.',
    'progress.bad-day': 'The date could not be read. Write it like 15 Jan 2568 or 15/1/2568.',
    'progress.future-day': 'That day has not come yet. Give today or a day in the past.',
    'progress.unknown': 'There is no such entry of progress, or it was withdrawn.',
    'comment.no-text': 'Write a comment.',
    'comment.too-long': 'The comment is too long. Write at most 4,000 characters.',
    'comment.unknown': 'There is no such comment, or it was withdrawn.',
    'text.too-long': 'The text is too long. Write at most 20,000 characters.',
  },
  movedOn: {
    unclear: 'The state of the measure has changed. Look at where it stands now before you go on.',
    started: ({ by, at }) => `${by} has started this measure already, on ${at}`,
    submitted: ({ by, at }) => `${by} has handed this measure in already, on ${at}`,
    returned: ({ by, at }) => `${by} has returned this measure already, on ${at}`,
    accepted: ({ by, at }) => `${by} has accepted this measure already, on ${at}`,
    reopened: ({ by, at }) => `${by} has reopened this measure already, on ${at}`,
  },
  changedSince: ({ by, at }) =>
    `${by} changed this measure after you opened the page, on ${at}. Read what stands there now before you accept it.`,
  unknownItems: (items) =>
    `These items are not in the framework: ${items}. Check the code and the year of each.`,
  clash: 'Somebody changed the summary after you opened the page. Choose which text is kept.',
}
