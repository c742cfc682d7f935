import type { TextOf } from '../../../i18n/language.ts'
import type { approvalsActsTh } from './approvals-acts.th.ts'

export const approvalsActsEn: TextOf<typeof approvalsActsTh> = {
  'meeting.read': 'read meetings and resolutions',
  'meeting.change': 'prepare meetings and agendas',
  'matter.place': 'put a matter before a meeting',
  'resolution.record': 'record a resolution',
  'resolution.withdraw': 'withdraw a resolution recorded in error',
  'resolution-task.finish': 'finish a task of a resolution',
  'chain.change': 'set up bodies and chains of approval',
  'publication.withdraw': 'withdraw a publication',
}
