import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { submissionPageTh } from './submission-page.th.ts'

export type SubmissionPageText = TextOf<typeof submissionPageTh>

export const submissionPageEn: SubmissionPageText = {
  title: (year) => `Submission and clarification, ${year}`,
  lead: 'An assessor opens the submitted addresses and nothing else. In the clarification, too, only what stands at those very addresses counts.',
  toYear: (year) => `All items of ${year}`,
  states: {
    preparing: 'Being prepared',
    submission: 'Addresses are taken',
    scoring: 'The assessor is scoring',
    clarification: 'Clarification',
    closed: 'Over',
  },
  rules: {
    preparing:
      'Answer and publish every item. When the window of submission comes, the submitted addresses are written down.',
    submission:
      'The addresses are written down once and do not change afterwards; what stands on the pages may still be bettered.',
    scoring:
      'Move, withdraw and close no page. Every address is watched, and outages and changes are kept as evidence.',
    clarification:
      'Provisional scores and disputes are recorded in this window alone. What is not disputed in it is accepted.',
    closed:
      'The window of clarification is over. What was not disputed is accepted, and nothing on this page changes any more.',
  },
  calendar: 'Calendar',
  windows: { submission: 'Submission', scoring: 'Scoring', clarification: 'Clarification' },
  fromTo: (from, to) => `${from} to ${to}`,
  unknownDay: 'not known yet',
  noDays: 'The calendar of this year is not known yet: please type it in on the page of the year.',
  submitTitle: 'Submit the addresses',
  submitAsk: (items) =>
    `The permanent ${items === 1 ? 'address' : 'addresses'} of ${plural(items, 'item')} will be written down as submitted to the assessor.`,
  notPublic: (count) =>
    `${plural(count, 'item is', 'items are')} not public yet: an assessor would open a page without content.`,
  submitOnce:
    'This is done once, and no address can be changed later. Afterwards what stands at the addresses is kept as evidence.',
  submit: 'Write down the submission',
  submitSure: 'Yes, submit',
  submittedBy: (at, name) => `Submitted on ${at} by ${name}`,
  captured: (done, all) => `${done} of ${plural(all, 'item')} kept as evidence`,
  capturing:
    'What stands there is being kept, one address after the other: please open this page again in a while.',
  captureMissing: 'Keep what is missing',
  items: 'Submitted items',
  columns: {
    item: 'Item',
    address: 'Submitted address',
    capture: 'Evidence',
    result: 'Provisional score',
    act: 'Acts',
  },
  notSubmitted: 'Not submitted yet',
  isPublic: 'Public',
  isNotPublic: 'Not public yet',
  noCapture: 'None yet',
  watch: 'What the watch saw',
  record: 'Record as PDF',
  noResult: 'Not recorded',
  score: (score) => `${score} points`,
  disputed: 'Disputed',
  accepted: 'Accepted',
  recordResult: 'Record the score',
  changeResult: 'Change',
  logTitle: 'Outages and changes since the submission',
  logSome: (outages, failings, drifts) =>
    `${plural(outages, 'outage')}; ${plural(failings, 'time')} opened that would be given 0; ${plural(drifts, 'change')} of content`,
  logGo: 'See the log on the page of the watch',
  packageTitle: 'Package for the clarification',
  packageBody:
    'A ZIP file with the arguments, the submitted addresses, what was kept with its hashes, and the log of outages and changes. Its index opens in a browser and in a spreadsheet.',
  packageDisputed: (count) => `Download ${plural(count, 'disputed item')}`,
  packageAll: 'Download all submitted items',
  packageNone: 'Nothing is disputed yet.',
  form: {
    title: (item) => `Provisional score of ${item}`,
    score: 'Provisional score',
    choose: 'Choose a score',
    reason: 'Reason of the assessor',
    reasonHint: 'As ITAS shows it (optional)',
    isDisputed: 'Dispute this score',
    disputeHint: 'Where this is not ticked, the score is accepted.',
    argument: 'Argument',
    argumentHint:
      'Say where at the submitted address the element stands. What was added after the submission does not count.',
    save: 'Save',
    back: 'Do not save',
  },
  errorTitle: 'Nothing was saved',
  refusals: {
    'submission.done': 'The addresses of this year were submitted already. That is done once.',
    'submission.not-yet': 'By the calendar of this year, the window of submission has not come yet.',
    'submission.over':
      'The window of submission is over. Where it was extended, please change the calendar on the page of the year first.',
    'submission.changed':
      'The calendar of the year changed after this page was opened: please look again, then submit.',
    'submission.unknown-year': 'The program knows no OIT items of this year.',
    'dispute.not-open': 'Provisional scores are recorded in the window of clarification alone.',
    'dispute.not-submitted': 'No address of this item was submitted, so there is nothing to clarify.',
    'dispute.no-score': 'Please choose the provisional score, 0 or 100.',
    'dispute.full-score': 'An item with 100 points needs no dispute.',
    'dispute.no-argument': 'Please say where at the submitted address the element stands.',
    'dispute.too-long': 'This is longer than 5,000 characters: please shorten it.',
    'dispute.changed':
      'Somebody recorded this item after the page was opened. Below is what you typed: please compare, then save again.',
  },
  done: {
    submitted: 'The submission was written down. The addresses do not change any more.',
    recorded: 'The provisional score was recorded.',
    capturing: 'What is missing is being kept.',
  },
}
