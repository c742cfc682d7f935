import type { TextOf } from '../../../../../i18n/language.ts'
import type { measureFactsTh } from './measure-facts.th.ts'

export type MeasureFactsText = TextOf<typeof measureFactsTh>

export const measureFactsEn: MeasureFactsText = {
  kinds: {
    policy: 'Rules and policy',
    process: 'Ways of working and serving',
    communication: 'Telling the public',
    training: 'Training and understanding',
    system: 'Information systems and tools',
    oversight: 'Control, follow-up and audit',
    other: 'Other',
  },
  fields: {
    text: 'Measure',
    kind: 'Kind of measure',
    period: 'Period',
    from: 'From',
    to: 'To',
    owners: 'Owners',
    unitIds: 'Owner units',
    personIds: 'People who see to this measure',
    ownersWritten: 'Owners as the report prints them',
    expectedEvidence: 'Expected evidence',
    budget: 'Budget (baht)',
    budgetNone: 'No budget needed',
    summary: 'Summary of what was done',
    dueDay: 'To be handed in by',
  },
  faults: {
    'text.missing': () => 'Please write what the measure is',
    'text.too-long': (most) => `The text is too long. Please keep it within ${most} characters`,
    'citation.unknown-item': (items) =>
      `Items ${items} are not in the framework. Please check number and year of what is cited`,
    'kind.unknown': () => 'Please choose a kind from the list',
    'period.unreadable': (typed) =>
      `“${typed}” cannot be read as a day or month. Please write for example Jan 2024 or 15/3/2567`,
    'period.no-start': () => 'There is an end but no start. Please state the day or month in which it begins',
    'period.backwards': () => 'The end comes before the start. Please check both',
    'owners.unknown': (names) =>
      `There is no unit ${names}. Please use codes or names of units, with commas between them`,
    'owners.ended': (names) => `Unit ${names} has ended or is about to. Please choose another`,
    'person.unknown': () => 'Please choose people from the list',
    'budget.unreadable': (typed) =>
      `“${typed}” cannot be read as an amount. Please write for example 12,500 or 12500.50`,
    'budget.negative': () => 'A budget cannot be negative. Please check the amount',
    'budget.both': () => 'There is an amount, and it says that none is needed. Please choose one of the two',
    'due.unreadable': (typed) => `“${typed}” cannot be read as a day. Please write for example 30/9/2567`,
  },
  warnings: {
    'period.outside-year': (year) =>
      `The period lies outside fiscal year B.E. ${year}. It can be saved, but please check it`,
    'due.outside-year': (year) => `The due day is far from fiscal year B.E. ${year}. Please check it`,
  },
  refusals: {
    'measure.unknown': 'There is no such measure. Somebody may have taken it out of its issue',
    'issue.unknown': 'There is no such issue. Somebody may have taken it out of the cycle',
    'measure.is-done':
      'This measure was accepted as done. To change its summary, please ask the ITA coordinator to open it again',
    'measure.not-removed': 'This measure is in its issue already',
    'measure.at-end': 'This measure stands at the end already and cannot be moved further',
  },
}
