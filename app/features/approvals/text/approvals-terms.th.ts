import type { Decision, MatterKind, MeetingForm, MeetingState } from '../matter.domain.ts'

/** The terms of the room. */
export const approvalsTermsTh = {
  kinds: {
    measures: 'มาตรการประจำปี',
    report: 'รายงานประจำปี',
    document: 'เอกสารหรือนโยบาย',
    page: 'หน้าเว็บไซต์',
    disclosure: 'ข้อมูลที่เปิดเผย (OIT)',
    withdrawal: 'การถอนการเผยแพร่',
  } satisfies Record<MatterKind, string>,
  decisions: {
    approved: 'เห็นชอบ',
    'approved-with-changes': 'เห็นชอบโดยมีข้อแก้ไข',
    acknowledged: 'รับทราบ',
    rejected: 'ไม่เห็นชอบ',
    returned: 'ให้นำกลับมาเสนอใหม่',
  } satisfies Record<Decision, string>,
  /** What was decided by a resolution that was withdrawn. */
  takenBack: (decision: string) => `${decision} (เพิกถอนแล้ว)`,
  forms: { meeting: 'การประชุม', circular: 'มติเวียน' } satisfies Record<MeetingForm, string>,
  states: { planned: 'รอประชุม', held: 'ประชุมแล้ว', cancelled: 'ยกเลิก' } satisfies Record<MeetingState, string>,
  /** A meeting or a circular as it is cited. */
  cited: (form: MeetingForm, body: string, number: string) =>
    form === 'meeting' ? `${body} ครั้งที่ ${number}` : `${body} มติเวียนที่ ${number}`,
  /** A resolution in one sentence: what was decided, by whom, and when. */
  resolved: (decision: string, cited: string, day: string) => `${decision}โดย${cited} เมื่อวันที่ ${day}`,
}
