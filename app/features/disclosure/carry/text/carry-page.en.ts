import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { carryPageTh } from './carry-page.th.ts'

export type CarryPageText = TextOf<typeof carryPageTh>

export const carryPageEn: CarryPageText = {
  title: 'Use answers of an earlier year again',
  titleOf: (from, to) => `Use answers of ${from} again in ${to}`,
  lead: 'Items of the two years are matched by their subject, not by their number. First you see what would be added, what is there already, and what cannot be used and why.',
  toYear: (year) => `Back to ${year}`,
  fromYears: 'Year to take from',
  yearOf: (year) => `${year}`,
  noneTitle: 'No earlier year has answers yet',
  noneBody:
    'Once an earlier year has answers here, this page offers what can be used again. For now, please begin by adding what each item asks for.',
  start: 'Go to the items of this year',
  unknownYear: 'The program knows no OIT items of that year.',
  ownOnly: 'Only items that your units answer for are shown.',
  counted: 'What confirming comes to',
  added: (count) => `${plural(count, 'answer')} can be added`,
  renewed: (count) => `${plural(count, 'answer')} to be renewed for the new year`,
  kept: (count) =>
    `${plural(count, 'element')} answered already and left as ${count === 1 ? 'it is' : 'they are'}`,
  left: (count) => `${plural(count, 'answer')} that cannot be used`,
  addedTitle: 'What would be added',
  addedHint: 'What is bound to its year is not ticked: tick it if you will renew it in the new year.',
  nothingToAdd: 'There is nothing to add.',
  fromItem: (code, year) => `From ${code} of ${year}`,
  asElement: (element) => `Answers “${element}”`,
  renew: 'To be renewed',
  reasons: {
    'has-day': 'it is of a day',
    'names-year': 'its title or address names a year',
    'asks-year': 'the new item asks for the doings of a certain year',
    'is-period': 'it is the period of the earlier year',
  },
  relations: {
    equal: 'asks the same',
    subset: 'taken into a wider item',
    superset: 'only a part is asked now',
    intersect: 'asks partly the same',
    none: 'does not ask the same',
  },
  certainties: { sourced: 'sourced', inferred: 'inferred', unverified: 'unverified' },
  keptTitle: 'There already, and not touched',
  leftTitle: 'What cannot be used, and why',
  leftColumns: { from: 'Item of the earlier year', what: 'Answer', why: 'Why' },
  absence: 'Declared none',
  whyLeft: {
    'item.not-asked': 'The new year has no item that asks this.',
    'item.not-known':
      'This item was not seen in the sources of the new year: please see the manual of that year.',
    'item.from-report': 'A published report answers this item: the program reads it there.',
    'item.partly':
      'The new item asks more, or something else, so this would not be the whole of it: please choose by hand on the page of the item.',
    'element.not-asked':
      'No element of the new item is the same: please choose by hand on the page of the item.',
    'absence.of-its-year': 'That there is none was declared for the earlier year: please declare it anew.',
    'fact.removed': 'It was removed.',
  },
  confirm: 'Add what is ticked',
  again: 'Undo my ticks',
  errorTitle: 'Nothing was added',
  refusals: {
    'carry.unknown-year': 'The program knows no OIT items of that year.',
    'carry.changed':
      'Something changed after this page was opened. Below is how it is now: please look again, then confirm.',
    'carry.nothing': 'Nothing is ticked: please tick at least one.',
  },
  done: (added) => `${plural(added, 'answer was', 'answers were')} added.`,
  doneRenew: (count) => `${plural(count, 'of them has', 'of them have')} to be renewed for the new year.`,
}
