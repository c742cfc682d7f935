import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { differencePageTh } from './difference-page.th.ts'

export const differencePageEn: TextOf<typeof differencePageTh> = {
  title: 'Difference of content',
  lead: 'Cell by cell, between what was put before a meeting and another content.',
  before: 'Before',
  after: 'After',
  now: 'What stands now',
  frozen: (day) => `What was recorded on ${day}`,
  notApproved: 'not approved',
  approvedBy: (cited, day) => `approved by ${cited} on ${day}`,
  hash: 'Content hash',
  same: 'The two contents are the same in every cell.',
  sameBody: 'Their hashes are equal, so a resolution that approves one approves the other.',
  count: (cells) => plural(cells, 'cell differs', 'cells differ'),
  mustReturn: 'What was approved is not what stands now. It must return to the meeting.',
  all: (cells) => `Show all: ${plural(cells, 'cell')}`,
  onlyChanged: 'Show only what differs',
  nothing: 'No text',
  wasNot: 'This cell was not there before',
  isNot: 'This cell is no longer there',
  unseen: 'The text reads the same; strong words, citations or data of the cell differ.',
  removedWords: 'taken out:',
  addedWords: 'put in:',
  toStanding: 'See how far its approval is',
  place: 'Put it before a meeting',
  changes: {
    same: 'the same',
    changed: 'changed',
    unseen: 'changed in detail',
    added: 'added',
    removed: 'removed',
  },
  noneTitle: 'There is nothing to compare yet',
  noneBody: 'Once a meeting has approved this and it is changed, this page shows which cells were.',
}
