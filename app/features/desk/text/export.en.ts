import type { TextOf } from '../../../i18n/language.ts'
import type { exportTh } from './export.th.ts'

/** Heads of the exported list, in the order of its columns. */
export const exportEn: TextOf<typeof exportTh> = {
  sheet: 'Matters',
  yes: 'yes',
  no: 'no',
  columns: {
    reference: 'Reference',
    receivedOn: 'Received on',
    kind: 'Kind',
    priority: 'Urgency',
    state: 'State',
    unit: 'Unit',
    officer: 'Officer',
    dueOn: 'Due on',
    answeredOn: 'Answered on',
    inTime: 'Answered in time',
    closedOn: 'Closed on',
    body: 'Words',
    name: 'Name',
    email: 'E-mail',
    telephone: 'Telephone',
    place: 'Place',
    latitude: 'Latitude',
    longitude: 'Longitude',
  },
}
