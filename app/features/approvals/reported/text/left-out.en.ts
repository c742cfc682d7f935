import type { TextOf } from '../../../../i18n/language.ts'
import type { leftOutTh } from './left-out.th.ts'

export const leftOutEn: TextOf<typeof leftOutTh> = {
  said: (body, number, why) => `The resolution of ${body}, meeting ${number}, was not recorded: ${why}`,
  why: {
    'no-body': 'the name of the body cannot be read; record the meeting and its resolution in the program',
    'no-number':
      'the number of the meeting cannot be read; record the meeting and its resolution in the program',
    'no-day': 'the day of the meeting cannot be read; record the meeting and its resolution in the program',
    'no-decision': 'the text does not say what was decided; record the resolution in the program',
    'not-held':
      'the program has this meeting, but not that it took place; record that it was held, then its resolution',
    'in-future': 'the day of the meeting is still to come; check the day in the report',
    'other-content':
      'somebody recorded that this meeting decided about another content; check the recorded resolution',
    'before-withdrawal':
      'the report of this year was withdrawn from the public after this meeting; put it before a meeting again, or record the resolution about this content in the program',
    'taken-back':
      'somebody withdrew the resolution of this meeting about the report of this year; where the meeting did decide about this content, record it in the program',
  },
}
