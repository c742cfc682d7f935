import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { unitsPageTh } from './units-page.th.ts'

export type UnitsPageText = TextOf<typeof unitsPageTh>

export const unitsPageEn: UnitsPageText = {
  title: 'Units',
  lead: 'The parts of the agency, which carry out the measures of the report. A unit may have no code.',
  errorTitle: 'Not saved yet. Correct the following',
  found: 'Set up a unit',
  code: 'Code (optional)',
  codeHint: 'As the report writes it, for example CSR',
  nameTh: 'Thai name',
  nameEn: 'English name (optional)',
  parent: 'Stands below',
  top: 'Nothing, it stands at the top',
  from: 'From',
  fromHint: 'Empty for today. Write, for example, 1 October 2024',
  understood: (day) => `Understood as ${day}`,
  save: 'Save the unit',
  cancel: 'Cancel',
  changeTitle: (name) => `Change ${name}`,
  change: 'Change',
  changeOf: (name) => `Change ${name}`,
  end: 'End the unit',
  endSure:
    'After its last day the unit can be chosen no more; earlier reports keep it. People have to be moved and measure owners ended before.',
  lastDay: 'Last day',
  lastDayHint: 'Write, for example, 30 September 2025',
  head: 'Head of the unit',
  headHint:
    'Told by e-mail when a measure of the unit is overdue for more than 7 days. Without a head, ITA coordinators are told instead.',
  noHead: 'Nobody',
  saveHead: 'Save head of the unit',
  columns: {
    unit: 'Unit',
    owners: 'Measure owners',
    head: 'Head',
    people: 'People',
    days: 'Days',
    act: 'Act',
  },
  noOwner: 'No owner yet',
  peopleCount: (count) => plural(count, 'person', 'people'),
  since: (day) => `since ${day}`,
  ends: (day) => `ends ${day}`,
  showEnded: 'Ended units too',
  endedFilter: 'Units that are shown',
  onlyOpen: 'Current units',
  emptyTitle: 'There is no unit yet',
  emptyBody:
    'The report names the owner of every measure. Begin with the divisions at the top, then the units below them, or import all of them with the roster.',
  toRoster: 'Import from a file',
  done: {
    founded: 'The unit was founded',
    changed: 'The unit was changed',
    headed: 'The head of the unit was saved',
    same: 'Nothing was different, so nothing was changed',
    ended: 'The last day of the unit was set',
  },
}
