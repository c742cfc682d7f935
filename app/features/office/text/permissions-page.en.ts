import type { TextOf } from '../../../i18n/language.ts'
import type { permissionsPageTh } from './permissions-page.th.ts'

export type PermissionsPageText = TextOf<typeof permissionsPageTh>
export const permissionsPageEn: PermissionsPageText = {
  title: 'Permissions',
  said: 'Read from the very rules that are asked each time somebody does something, so the two cannot disagree.',
  command:
    'Whoever keeps the server may do everything at its command line, and all of it stands in the audit log.',
  caption: 'Which role may do what',
  act: 'Act',
  mine: 'your role',
  secondFactor: 'A second factor is asked for',
  needed: 'required',
  notNeeded: 'optional',
  leaves: { yes: 'yes', 'own-unit': 'own unit', own: 'own only', no: 'no' },
  rooms: {
    people: 'Agency, people and sign-in',
    catalogue: 'Frameworks of the assessment',
    improvement: 'The work of a year and its report',
    evidence: 'Evidence',
    assessments: 'Results of the assessment',
    approvals: 'Meetings and approval',
    disclosure: 'Disclosure centre (OIT)',
    watch: 'Watch over addresses',
    site: 'Website',
    desk: 'Complaint desk',
    operation: 'Operation',
    office: 'Oversight of the system',
  },
}
