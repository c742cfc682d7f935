import type { TextOf } from '../../../i18n/language.ts'
import type { shortcutsTh } from './shortcuts.th.ts'

export type ShortcutsText = TextOf<typeof shortcutsTh>

export const shortcutsEn: ShortcutsText = {
  title: 'Keyboard shortcuts',
  lead: 'They work on every page while you are not typing into a field. On a Thai keyboard the keys of the same places work; there is no need to switch.',
  andThen: 'then',
  close: 'Close',
  turnOff: 'Turn one-letter shortcuts off',
  off: 'You turned one-letter shortcuts off. Only those with Ctrl work.',
  turnOn: 'Turn shortcuts on',
  names: {
    palette: 'Go to a page, an issue, a measure or evidence by its name',
    search: 'Go to the search field',
    help: 'Show all shortcuts',
    home: 'Home',
    thisYear: 'Work of this fiscal year',
    cycles: 'Work of all years',
    evidence: 'Evidence',
    scores: 'Scores',
    notices: 'Notices',
    people: 'People',
    units: 'Units',
    audit: 'Audit log',
    account: 'My account',
  },
}
