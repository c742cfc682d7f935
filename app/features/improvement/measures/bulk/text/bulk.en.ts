import type { TextOf } from '../../../../../i18n/language.ts'
import { plural } from '../../../../../kernel/plural.ts'
import type { bulkTh } from './bulk.th.ts'

export type BulkText = TextOf<typeof bulkTh>

export const bulkEn: BulkText = {
  title: (year) => `Register of measures, fiscal year B.E. ${year}`,
  lead: 'All measures of the year in one table. Filters and order stand in the address, which can be sent to others. Choose several to assign them, put off their day or remind people.',
  leadRead:
    'All measures of the year in one table. Filters and order stand in the address, which can be sent to others.',
  toSheet: 'Import or export as XLSX',
  toYear: 'Overview of the year',
  caption: (year) => `Measures of fiscal year B.E. ${year}`,
  columns: {
    choose: 'Choose',
    number: 'Measure',
    owners: 'Owners',
    due: 'Hand in by',
    state: 'State',
    evidence: 'Evidence',
  },
  issue: (number) => `Issue ${number}`,
  sortBy: (column) => `Sort by ${column.toLowerCase()}`,
  filters: {
    state: 'Filter by state',
    issue: 'Filter by issue',
    unit: 'Filter by unit',
    more: 'Other filters',
  },
  all: 'All states',
  allIssues: 'All issues',
  allUnits: 'All units',
  late: 'Overdue',
  mine: 'Mine',
  shown: (shown, all) => `${shown} of ${plural(all, 'measure')}`,
  noOwner: 'No owner yet',
  noDue: 'Not set',
  noText: 'Not written yet',
  chooseOf: (row) => `Choose measure ${row}`,
  chooseAll: 'Choose all rows shown',
  chosen: (count) => `${count} chosen`,
  bar: 'With the chosen measures',
  acts: { assign: 'Assign', extend: 'Put off the day', remind: 'Remind' },
  how: 'How to assign',
  hows: { add: 'Beside the present owners', replace: 'In place of the present owners' },
  units: 'Units',
  people: 'People',
  noUnits: 'There are no units yet. Please ask the administrator to found them first.',
  dueDay: 'New day',
  dueDayHint: 'For example 30/9/2567',
  note: 'Message to the owners (if any)',
  preview: 'See what would change',
  remindHint: 'Whoever sees to measures that are not handed in is told in the office and by one mail each.',
  errorTitle: 'It could not be done yet. Please correct the following',
  previewTitle: {
    assign: (count) => `Assign ${plural(count, 'measure')}`,
    extend: (count) => `Put off the day of ${plural(count, 'measure')}`,
    remind: (count) => `Remind of ${plural(count, 'measure')}`,
  },
  previewLead: (change, pass) =>
    pass === 0
      ? `${plural(change, 'measure')} will be dealt with`
      : `${plural(change, 'measure')} will be dealt with, ${pass} passed over`,
  previewPeople: (count) => `${plural(count, 'person', 'people')} will be told`,
  nothing: 'There is nothing to change in any of them. Please go back and choose again',
  before: 'Before',
  after: 'After',
  told: 'Who will be told',
  passed: {
    'is-so': 'Passed over: it is so already',
    'handed-in': 'Passed over: handed in or done',
    'later-already': 'Passed over: its day is later already',
    nobody: 'Passed over: there is nobody to tell',
  },
  meanwhile: 'Somebody changed it after you saw the preview',
  meanwhileTitle: (count) =>
    `Nothing was done: somebody changed ${plural(count, 'measure')} meanwhile. Please check the new preview below and confirm again`,
  doneBefore: {
    assign: (by, at) =>
      `Assigned already by ${by} on ${at}, so it was not done again. To assign once more, check the preview below and confirm`,
    extend: (by, at) =>
      `The day was put off already by ${by} on ${at}, so it was not done again. To put it off once more, check the preview below and confirm`,
    remind: (by, at) =>
      `Reminded already by ${by} on ${at}, so nothing was sent again. To remind once more, check the preview below and confirm`,
  },
  confirm: {
    assign: 'Confirm and assign',
    extend: 'Confirm the new day',
    remind: 'Confirm and remind',
  },
  back: 'Back to what was chosen',
  emptyTitle: 'This year has no measures yet',
  emptyBody:
    'Measures belong to issues. Add an issue in the overview of the year and type its measures into its table, or import them from XLSX.',
  noneFound: 'No measure matches the filters',
  clear: 'Show all',
  done: {
    assign: (count) => `${plural(Number(count), 'measure was', 'measures were')} assigned`,
    extend: (count) => `The day of ${plural(Number(count), 'measure')} was put off`,
    remind: (count) => `Owners of ${plural(Number(count), 'measure')} were reminded`,
  },
  faults: {
    'bulk.none-chosen': 'Please choose at least one measure',
    'bulk.too-many': 'No more than 500 measures can be chosen at once. Please filter and do it in rounds',
    'bulk.no-owners': 'Please choose units or people to assign',
    'bulk.no-unit': 'In place of the present owners, please choose at least one unit',
    'bulk.unknown-owner': 'A unit or person that was chosen cannot be used any more. Please choose again',
    'bulk.no-day': 'Please state the new day, for example 30/9/2567',
    'bulk.past-day': 'The new day is past. Please state today or a later day',
    'bulk.note-too-long': 'The message is too long. Please keep it within 1,000 characters',
  },
}
