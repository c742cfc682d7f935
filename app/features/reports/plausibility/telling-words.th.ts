const ROSE = '(?<!ไม่|ไม่ได้)(?:เพิ่ม|สูง)(?:สูง)?ขึ้น'
// "ทุกข้อมูล" is all data, not all items.
const EVERY = 'ทุก(?:ตัวชี้วัด|ข้อ(?!มูล|ความ|เสนอ|ร้อง|ซัก)|ประเด็น|ด้าน)'
const SAME_CLAUSE = '(?:(?!และ|แต่|รวมทั้ง|ซึ่ง|นอกจาก)[^,;\\n]){0,200}'

/** Words of official Thai by which the findings read a text. Each is a pattern. */
export const tellingWords = {
  /**
   * Where an analysis turns from what is well to what is weak. "แต่" and "กลับ" are also parts of other words
   * (แต่งตั้ง appoint, แต่ละ each, ตั้งแต่ since, แม้แต่ even, แต่อย่างใด in any way, ส่งกลับ send back, สะท้อนกลับ reflect,
   * กลับเข้ารับราชการ return to service), which are no turn.
   */
  turn: /อย่างไรก็(?:ตาม|ดี)|(?<!ตั้ง|เว้น|นับ|แม้)แต่(?!ง|ละ|เดิม|ต้น|แรก|ก่อน|เพียง|อย่างใด|ประการใด)|(?<!ส่ง|ย้อน|ตอบ|เรียก|พลิก|ป้อน|สะท้อน)กลับ(?!มา|ไป|คืน|บ้าน|กัน|เข้ารับราชการ)/u,
  /** Where it turns back to what agrees with the rest. */
  turnEnd: /ซึ่ง(?:มีความ)?สอดคล้องกับ|ซึ่งเป็นไปตาม/u,
  /** Says by itself that something is lacking. */
  weakness: /ยังไม่|ไม่ทราบ|ไม่สามารถ|ควร(?:มีการ)?(?:ปรับปรุง|ยกระดับ)|ขัดแย้ง/u,
  /** Says that a value rose, or fell. */
  rose: new RegExp(ROSE, 'u'),
  fell: /ลดลง|ต่ำลง|น้อยลง/u,
  /** A claim that everything measured rose, in one clause. */
  allRose: new RegExp(`${ROSE}${SAME_CLAUSE}${EVERY}|${EVERY}${SAME_CLAUSE}${ROSE}`, 'u'),
  /** A label that only names the unit is none. */
  noLabel: /^(?:คะแนน|ร้อยละ)?$/u,
  /** How many issues a background or heading announces: "มีรายละเอียดทั้งสิ้น 7 ประเด็น", "… 7 ประเด็น ประกอบด้วย". */
  issueCount: /(?:ทั้งสิ้น|ทั้งหมด|จำนวน|รวม|การดำเนินงาน)\s*(\d{1,3})\s*ประเด็น/u,
  /** A source named in words. */
  namedSource: /ที่มา\s*:|อ้างอิง|ตามรายงาน|จากรายงาน|สถิติ|แบบสำรวจ|ผล(?:การ)?สำรวจ|จากการสำรวจ/u,
} as const
