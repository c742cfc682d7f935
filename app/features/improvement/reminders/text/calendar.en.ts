import type { TextOf } from '../../../../i18n/language.ts'
import type { calendarTh } from './calendar.th.ts'

export type CalendarText = TextOf<typeof calendarTh>

export const calendarEn: CalendarText = {
  name: 'My ITA measures',
  due: (title) => `Due: ${title}`,
}
