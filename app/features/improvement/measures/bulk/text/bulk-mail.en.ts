import type { TextOf } from '../../../../../i18n/language.ts'
import { plural } from '../../../../../kernel/plural.ts'
import type { bulkMailTh } from './bulk-mail.th.ts'

export const bulkMailEn: TextOf<typeof bulkMailTh> = {
  closing: 'ITA coordinators of the agency\nProngsai',
  action: 'Open my measures',
  line: (title, due) => `• ${title}, to be handed in by ${due}`,
  lineNoDay: (title) => `• ${title}, no day set yet`,
  more: (count) => `and ${plural(count, 'more measure')}`,
  note: (note) => `Message of the coordinator: ${note}`,
  assignment: {
    subject: (count) => `${plural(count, 'measure')} assigned to you`,
    lines: (name, by, count) => `Dear ${name},\n${by} asks you to see to ${plural(count, 'measure')}:`,
  },
  reminder: {
    subject: (count) => `Reminder: ${plural(count, 'measure')} not handed in`,
    lines: (name, by, count) =>
      `Dear ${name},\n${by} reminds you of ${plural(count, 'measure')} that you see to and that are not handed in.\nPlease write what was done, attach evidence and hand them in.`,
  },
}
