import type { TextOf } from '../../../i18n/language.ts'
import type { appointmentsTh } from './appointments.th.ts'

export type AppointmentsText = TextOf<typeof appointmentsTh>

export const appointmentsEn: AppointmentsText = {
  title: 'Recipients and custodians of identities',
  lead: 'An administrator appoints, and cannot open any case. Everybody appointed makes a vault of their own.',
  make: 'Appoint',
  makeTitle: 'Appoint a person',
  person: 'Person',
  choose: 'Choose a person',
  kind: 'Duty',
  kinds: {
    recipient: 'Recipient',
    custodian: 'Custodian of identities',
    external: 'External fall-back recipient',
  },
  duties: {
    recipient: 'Reads and answers cases from which the reporter did not leave them out',
    custodian: 'Opens the identity of a reporter, only together with another custodian',
    external: 'Receives cases where fewer than two recipients are left, such as an audit committee',
  },
  roleTh: 'Role shown to reporters (Thai)',
  roleEn: 'Role shown to reporters (English)',
  roleHint: 'Reporters see the role, not the name of the person',
  office: 'Office that reporters may leave out (optional)',
  officeHint: 'A case that concerns this office is not sent to this person',
  step: 'Order of escalation',
  stepHint: 'A number from 1 to 9. An overdue case is told to the next in order',
  save: 'Appoint',
  cancel: 'Cancel',
  list: 'People appointed',
  role: 'Role',
  since: 'Since',
  key: 'Key fingerprint',
  noKey: 'No vault yet',
  end: 'End the appointment',
  endSure:
    'They can open no case any more: their private keys are destroyed at once. Cases with other recipients get a new epoch when they are opened next; cases that only they could open can be opened by a quorum alone. This cannot be undone, but they can be appointed anew.',
  ended: (day) => `Ended ${day}`,
  emptyTitle: 'Nobody is appointed yet',
  emptyBody:
    'The channel can open once there are two recipients, two custodians and one external fall-back recipient. Begin with a recipient.',
  errorTitle: 'The appointment was not made',
  showEnded: 'Show ended ones too',
  onlyHeld: 'Only current ones',
  filter: 'Appointments shown',
  done: {
    appointed: 'Appointed. Ask the person to make their vault',
    ended: 'The appointment has ended',
  },
}
