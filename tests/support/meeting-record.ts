import type {
  AgendaRecord,
  MeetingRecord,
} from '../../app/features/approvals/documents/meeting-record.domain.ts'

export const aMeetingRecord = (facts: Partial<MeetingRecord> = {}): MeetingRecord => ({
  agencyName: 'สำนักงานทดสอบ (องค์การมหาชน)',
  body: 'ที่ประชุมฝ่ายบริหาร',
  form: 'meeting',
  state: 'held',
  number: '9/2567',
  heldOn: '2024-11-07',
  startsAt: '09:30',
  endsAt: '12:05',
  place: 'ห้องประชุม 1',
  chair: null,
  chairPosition: null,
  secretary: null,
  attendees: [],
  items: [anAgendaRecord()],
  ...facts,
})

export const anAgendaRecord = (facts: Partial<AgendaRecord> = {}): AgendaRecord => ({
  id: 'a1',
  number: '4.1',
  title: 'รายงานผลการดำเนินการ ประจำปี พ.ศ. 2567',
  details: null,
  matter: null,
  resolution: {
    decision: 'approved',
    wording: 'ที่ประชุมมีมติเห็นชอบตามที่เสนอ',
    recordedAt: new Date('2024-11-07T09:00:00Z'),
    origin: 'entered',
    tasks: [],
  },
  ...facts,
})

/** The hash of something, and a matter with it. */
export const A_HASH = `0b3d782f${'a1'.repeat(28)}`
export const aMatter = (madeAt = '2024-11-06T02:00:00Z'): NonNullable<AgendaRecord['matter']> => ({
  id: 'm1',
  kind: 'report',
  title: 'รายงานประจำปี',
  contentHash: A_HASH,
  madeAt: new Date(madeAt),
})
