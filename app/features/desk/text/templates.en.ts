import type { TextOf } from '../../../i18n/language.ts'
import type { templatesTh } from './templates.th.ts'

/** Texts by which answers begin. */
export const templatesEn: TextOf<typeof templatesTh> = {
  title: 'Answer templates',
  lead: 'Texts that are written often. They are put into an answer on the page of a ticket and edited before it is sent.',
  back: 'All tickets',
  emptyTitle: 'No templates yet',
  emptyBody:
    'Start with the answer that is written most often, for example that a ticket came in and when it is answered.',
  add: 'Add a template',
  change: (title) => `Change ${title}`,
  changeWord: 'Change',
  name: 'Name of the template',
  bodyTh: 'Thai text',
  bodyEn: 'English text (optional)',
  bodyEnHint: 'For people who wrote in English; without it they get the Thai text',
  places: 'You can write: {{reference}}, {{unit}} of the ticket, {{day}} due, {{name}} of the person',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  removeSure: 'Answers that were sent do not change',
  columns: { title: 'Name', body: 'Text', act: 'Do' },
  done: { saved: 'Saved', removed: 'Removed' },
  kept: 'What you wrote before your session ended is still here. Please check it and save it again.',
  errorTitle: 'Nothing was saved. Please mend this first',
}
