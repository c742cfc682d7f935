import type { TextOf } from '../../../../../i18n/language.ts'
import type { measureEditTh } from './measure-edit.th.ts'

export type MeasureEditText = TextOf<typeof measureEditTh>

export const measureEditEn: MeasureEditText = {
  title: (issue, measure) => `Edit measure ${issue}.${measure}`,
  toMeasure: 'Back to the measure',
  errorTitle: 'It could not be saved yet. Please correct the following',
  what: 'What is to be done',
  when: 'When',
  who: 'Owners',
  proof: 'Evidence and budget',
  report: 'What was done',
  textHint: 'As the report is to print it',
  kindNone: 'Not stated',
  periodHint:
    'A day or a month, for example 15/3/2567, 2024-03-15 or Jan 2024. A month means its first or last day.',
  periodWritten: (written) => `The report prints “${written}”`,
  dueHint: 'Leave it empty where it is the last day of the measure',
  unitsHint: 'Choose one or more. Units that were chosen earlier come first in the report.',
  ended: (name) => `${name} (has ended)`,
  noUnits: 'There are no units yet. Please ask the administrator to found them first.',
  peopleHint: 'Where nobody is chosen, everybody who answers for these units sees to it together.',
  person: (name, units) => (units === '' ? name : `${name} (${units})`),
  noPeople: 'Nobody answers for a unit yet. The administrator grants that role on the page of people.',
  writtenHint: 'Leave it empty to print the names of the units that are chosen',
  evidenceHint:
    'For example pictures of an event, a report, a notice that was published. Owners see it when they attach evidence.',
  budgetHint: 'For example 12,500 or 12500.50',
  budgetNoneHint: 'Other than leaving it empty: it is kept who stated it, and when.',
  declared: (by, day) => `Stated by ${by} on ${day}`,
  summaryHint: 'What was really done, and what came of it.',
  citingHint: 'Cite items in double brackets, for example [[o28]].',
  save: 'Save the measure',
  cancel: 'Cancel',
  removed: 'Take the measure out of the issue',
  removeSure:
    'The report will not have it any more. Its data, evidence and history are kept, and it can be brought back.',
  remove: 'Take out',
}
