/** Words about cited items, and of the editor in which they are cited. */
export const citationTh = {
  title: 'ข้อที่อ้างถึง',
  lead: 'ข้อในกรอบการประเมินที่ข้อความนี้อ้างถึง พร้อมคะแนนและข้อเดียวกันในปีอื่น',
  noTitle: 'ไม่มีแหล่งข้อมูลที่ระบุถ้อยคำของข้อนี้',
  concept: 'เรื่อง',
  score: (value: string, year: number) => `ได้ ${value} คะแนน ในผลการประเมินปี พ.ศ. ${year}`,
  noScore: (year: number) => `ยังไม่ได้นำเข้าคะแนนของปี พ.ศ. ${year}`,
  otherYears: 'ในปีอื่น',
  inYear: (year: number) => `ปี พ.ศ. ${year}`,
  standing: { 'not-asked': 'ไม่ได้ถามเรื่องนี้', 'not-known': 'ไม่ทราบว่าถามเรื่องนี้หรือไม่' },
  comparable: {
    yes: 'เทียบกันได้',
    no: 'เทียบกันไม่ได้',
    unknown: 'ยังไม่ยืนยันว่าเทียบกันได้',
  },
  more: (count: number) => `และอีก ${count} ข้อ`,
  points: (value: string) => `${value} คะแนน`,
  /** Said to the editor's script. */
  editor: {
    tools: 'เครื่องมือจัดรูปแบบ',
    bold: 'ตัวหนา (Ctrl+B)',
    bullets: 'รายการหัวข้อย่อย',
    numbers: 'รายการลำดับเลข',
    undo: 'เลิกทำ (Ctrl+Z)',
    redo: 'ทำซ้ำ (Ctrl+Y)',
    offers: 'ข้อที่อ้างถึงได้',
    offered: 'มี $1 ข้อให้เลือก ใช้ลูกศรขึ้นลง แล้วกด Enter',
    none: 'ไม่พบข้อ $1 ในกรอบการประเมินปี พ.ศ. $2 จึงยังไม่เป็นการอ้างถึง',
    failed: 'ดูข้อที่อ้างถึงไม่ได้ในขณะนี้ พิมพ์ต่อได้ตามปกติ',
    cited: 'อ้างถึง $1 แล้ว',
    hint: 'พิมพ์รหัสข้อ เช่น i1, e11-e12 หรือ o27 แล้วเลือกจากรายการ เพื่ออ้างถึงข้อของปี พ.ศ. $1 หากเป็นปีอื่นให้พิมพ์ปีนำหน้า เช่น 2566:o8',
  },
} as const
