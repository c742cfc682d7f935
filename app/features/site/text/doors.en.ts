import type { TextOf } from '../../../i18n/language.ts'
import type { doorsTh } from './doors.th.ts'

export type DoorsText = TextOf<typeof doorsTh>

export const doorsEn: DoorsText = {
  complaint: { title: 'Complain about a service' },
  whistle: {
    title: 'Report corruption',
    lead: 'For corruption and misconduct of officials. This way is kept apart from complaints about services, to keep the reporter’s data apart.',
  },
}
