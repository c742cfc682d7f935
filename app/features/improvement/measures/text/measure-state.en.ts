import type { TextOf } from '../../../../i18n/language.ts'
import type { measureStateTh } from './measure-state.th.ts'

export type MeasureStateText = TextOf<typeof measureStateTh>

export const measureStateEn: MeasureStateText = {
  states: {
    'not-started': 'Not started',
    working: 'In progress',
    'in-review': 'Waiting for review',
    returned: 'Returned',
    done: 'Done',
  },
  late: 'Overdue',
}
