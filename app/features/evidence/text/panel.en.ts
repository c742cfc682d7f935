import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { panelTh } from './panel.th.ts'

export type PanelText = TextOf<typeof panelTh>

export const panelEn: PanelText = {
  title: (count) => (count === 0 ? 'Evidence' : `Evidence (${count})`),
  emptyAttach:
    'No evidence yet. Search the library first: what was added once can be used again. If it is not there, send files or add a link.',
  empty: 'No evidence yet',
  withheld: 'Confidential evidence that you cannot open',
  ownDate: (day) => `dated ${day}`,
  detach: 'Detach',
  detachOf: (title) => `Detach ${title}`,
  attach: 'Attach what is chosen',
  offeredTitle: 'Added to the library, not attached yet',
  offeredAttach: (count) => `Attach ${count === 1 ? 'it' : `all ${count}`}`,
  search: 'Search the library first',
  searchHint: 'Title, note or file name. Your own come first.',
  find: 'Search',
  found: (count) =>
    count === 0
      ? 'Nothing found that is not attached'
      : `${plural(count, 'piece')} found; choose, then attach`,
  chooseOf: 'Choose evidence to attach',
  addFile: 'Send new files',
  addLink: 'Add a link',
  link: 'Link',
  linkName: 'Title (optional)',
  saveLink: 'Add the link',
  allFields: 'Fill in all details',
}
