import type { TextOf } from '../../../i18n/language.ts'
import type { roleTh } from './role.th.ts'

export type RoleText = TextOf<typeof roleTh>
export const roleEn: RoleText = {
  names: {
    administrator: 'Administrator',
    'ita-coordinator': 'ITA coordinator',
    'unit-owner': 'Measure owner (of a unit)',
    'meeting-secretary': 'Meeting secretary',
    approver: 'Approver',
    executive: 'Executive',
    auditor: 'Auditor',
    'desk-officer': 'Desk officer',
  },
  duties: {
    administrator: 'Keeps people, roles, units and settings of the agency',
    'ita-coordinator': 'Leads the improvement of the year and invites the owners of measures',
    'unit-owner': 'Answers for the measures of their own unit',
    'meeting-secretary': 'Records the resolutions of meetings',
    approver: 'Approves reports and measures',
    executive: 'Reads everything of the agency',
    auditor: 'Reads everything, and the audit log',
    'desk-officer': 'Receives what the public brings and follows it up',
  },
}
