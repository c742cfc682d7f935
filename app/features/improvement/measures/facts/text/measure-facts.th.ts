/** What the facts of a measure are called, and what is said of what was typed into them. */
export const measureFactsTh = {
  kinds: {
    policy: 'กฎ ระเบียบ และนโยบาย',
    process: 'ขั้นตอนการทำงานและการให้บริการ',
    communication: 'การสื่อสารและเผยแพร่ข้อมูล',
    training: 'การอบรมและสร้างความเข้าใจ',
    system: 'ระบบสารสนเทศและเครื่องมือ',
    oversight: 'การกำกับ ติดตาม และตรวจสอบ',
    other: 'อื่น ๆ',
  },
  fields: {
    text: 'มาตรการ',
    kind: 'ประเภทของมาตรการ',
    period: 'ระยะเวลาดำเนินการ',
    from: 'เริ่ม',
    to: 'สิ้นสุด',
    owners: 'ผู้รับผิดชอบ',
    unitIds: 'ส่วนงานผู้รับผิดชอบ',
    personIds: 'บุคคลที่ดูแลมาตรการนี้',
    ownersWritten: 'ชื่อผู้รับผิดชอบตามที่พิมพ์ในรายงาน',
    expectedEvidence: 'หลักฐานที่คาดว่าจะมี',
    budget: 'งบประมาณ (บาท)',
    budgetNone: 'ไม่ใช้งบประมาณ',
    summary: 'สรุปผลการดำเนินงาน',
    dueDay: 'กำหนดส่งผลการดำเนินงาน',
  },
  faults: {
    'text.missing': (_detail: string) => 'โปรดเขียนว่ามาตรการคืออะไร',
    'text.too-long': (most: string) => `ข้อความยาวเกินไป โปรดตัดให้เหลือไม่เกิน ${most} ตัวอักษร`,
    'citation.unknown-item': (items: string) =>
      `ไม่พบข้อ ${items} ในกรอบการประเมิน โปรดตรวจเลขข้อและปีที่อ้างถึง`,
    'kind.unknown': (_detail: string) => 'โปรดเลือกประเภทของมาตรการจากรายการ',
    'period.unreadable': (typed: string) =>
      `อ่าน “${typed}” เป็นวันหรือเดือนไม่ได้ โปรดเขียนเช่น ม.ค. 67 หรือ 15 มี.ค. 2567`,
    'period.no-start': (_detail: string) => 'มีวันสิ้นสุดแต่ยังไม่มีวันเริ่ม โปรดระบุวันหรือเดือนที่เริ่ม',
    'period.backwards': (_detail: string) => 'วันสิ้นสุดมาก่อนวันเริ่ม โปรดตรวจวันทั้งสอง',
    'owners.unknown': (names: string) =>
      `ไม่พบส่วนงาน ${names} โปรดใช้รหัสหรือชื่อตามรายชื่อส่วนงาน คั่นด้วยจุลภาค`,
    'owners.ended': (names: string) => `ส่วนงาน ${names} สิ้นสุดแล้วหรือกำลังจะสิ้นสุด โปรดเลือกส่วนงานอื่น`,
    'person.unknown': (_detail: string) => 'โปรดเลือกบุคคลจากรายการ',
    'budget.unreadable': (typed: string) => `อ่าน “${typed}” เป็นจำนวนเงินไม่ได้ โปรดเขียนเช่น 12,500 หรือ 12500.50`,
    'budget.negative': (_detail: string) => 'งบประมาณติดลบไม่ได้ โปรดตรวจจำนวนเงิน',
    'budget.both': (_detail: string) => 'ระบุทั้งจำนวนเงินและไม่ใช้งบประมาณ โปรดเลือกอย่างใดอย่างหนึ่ง',
    'due.unreadable': (typed: string) => `อ่าน “${typed}” เป็นวันไม่ได้ โปรดเขียนเช่น 30 ก.ย. 67`,
  },
  warnings: {
    'period.outside-year': (year: string) => `ระยะเวลาอยู่นอกปีงบประมาณ พ.ศ. ${year} บันทึกได้ แต่โปรดตรวจอีกครั้ง`,
    'due.outside-year': (year: string) => `กำหนดส่งห่างจากปีงบประมาณ พ.ศ. ${year} มาก โปรดตรวจอีกครั้ง`,
  },
  refusals: {
    'measure.unknown': 'ไม่พบมาตรการนี้ อาจมีผู้นำออกจากประเด็นแล้ว',
    'issue.unknown': 'ไม่พบประเด็นนี้ อาจมีผู้นำออกจากรอบการปรับปรุงแล้ว',
    'measure.done': 'มาตรการนี้ได้รับการตรวจว่าเสร็จแล้ว หากต้องแก้สรุปผล โปรดขอให้ผู้ประสานงาน ITA เปิดมาตรการอีกครั้ง',
    'measure.not-removed': 'มาตรการนี้อยู่ในประเด็นอยู่แล้ว',
    'measure.at-end': 'มาตรการนี้อยู่ปลายสุดแล้ว จึงเลื่อนต่อไม่ได้',
  },
} as const
