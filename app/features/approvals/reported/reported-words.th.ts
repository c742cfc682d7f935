/** Words by which a report says what a meeting decided. */
export const REPORTED = {
  /** Stands between the name of a body and that of its agency. */
  of: 'ของ',
  /** Stands before the name of a body, or not. */
  meeting: 'ที่ประชุม',
  /** What was only asked for or is still to come; taken out before the decision is read. */
  asked: '(?:ขอ|เพื่อ(?:โปรด)?(?:พิจารณา)?)(?:ให้)?(?:ความ)?(?:เห็นชอบ|อนุมัติ|รับทราบ)',
  refused: 'ไม่(?:ได้)?(?:รับ)?(?:ให้)?(?:ความ)?(?:เห็นชอบ|อนุมัติ)',
  returned: '(?:นำ|ส่ง)(?:เรื่อง|รายงาน)?กลับ(?:มา|ไป)?(?:เสนอ|พิจารณา|แก้ไข|ปรับ|ทบทวน)',
  changed: '(?:เห็นชอบ|อนุมัติ).*โดย(?:มี|ให้)(?:ข้อ|มี|ดำเนินการ)*(?:การ)?(?:แก้ไข|ปรับแก้|ปรับปรุง|ปรับ)',
  approved: 'เห็นชอบ|อนุมัติ',
  acknowledged: 'รับทราบ',
} as const

/** What the agenda item of a resolution is called where the report names no title. */
export const reportedTitle = {
  measures: (fiscalYear: number) =>
    `มาตรการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. ${fiscalYear}`,
  other: (fiscalYear: number) => `เรื่องที่รายงานปีงบประมาณ พ.ศ. ${fiscalYear} กล่าวถึง`,
} as const
