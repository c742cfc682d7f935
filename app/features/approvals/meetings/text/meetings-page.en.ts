import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { meetingsPageTh } from './meetings-page.th.ts'

export const meetingsPageEn: TextOf<typeof meetingsPageTh> = {
  title: 'Meetings and resolutions',
  lead: 'Meetings and written circulars of every body, with their agendas and the resolutions bound to what was approved.',
  add: 'Add a meeting',
  tasks: 'Tasks of resolutions',
  bodies: 'Bodies and chains of approval',
  years: 'Calendar year',
  body: 'Body',
  all: 'All',
  planned: 'Planned',
  past: 'Held and cancelled',
  items: (items) => (items === 0 ? 'no agenda yet' : plural(items, 'agenda item')),
  unresolved: (items) => `${items} without a resolution`,
  late: 'its day has come, and it is not recorded as held',
  emptyTitle: 'There are no meetings yet',
  empty:
    'Add a meeting to come, or one that was held. Then put things on its agenda, and record what was resolved.',
  noBodyTitle: 'There are no bodies yet',
  noBody:
    'Begin with the bodies, such as an ITA working group and the executive meeting, and set up the chains of approval. Then meetings can be added.',
  noFitTitle: 'No meeting fits this filter',
  showAll: 'Show every meeting',
}
