import type { TextOf } from '../../../i18n/language.ts'
import type { watchHostsTh } from './watch-hosts.th.ts'

export const watchHostsEn: TextOf<typeof watchHostsTh> = {
  title: 'Sites that may be checked',
  lead: 'The site of this program may always be checked. Where an OIT item leads to another site of the agency, please name that site here first: no other site is asked.',
  back: 'The watch',
  host: 'Name of the site',
  hostHint: 'Such as stat.agency.go.th, or paste a whole address',
  note: 'Remark',
  noteHint: 'Such as “statistics of bureau A” (optional)',
  add: 'Add the site',
  caption: 'Other sites that may be checked',
  columns: { host: 'Site', note: 'Remark', added: 'Added', act: 'Acts' },
  added: (day, name) => `${day}, by ${name}`,
  remove: 'Remove',
  removeAsk: (host) => `${host} is not checked any more. What was found there is kept.`,
  removeSure: 'Yes, remove it',
  emptyTitle: 'There is no other site yet',
  emptyBody:
    'Only the site of the program itself is checked. Where something is published on another site of the agency, too, an administrator adds it here.',
  errorTitle: 'Nothing was added',
  done: { added: 'The site was added.', removed: 'The site was removed.' },
  refusals: {
    'host.unreadable':
      'This is no name of a site: please type a domain such as stat.agency.go.th (no IP number).',
    'host.known': 'This site is on the list already.',
    'host.note-too-long': 'The remark is longer than 500 characters: please shorten it.',
  },
}
