/** The page on which a file of answers is looked at before it is imported. */
export const answersPreviewTh = {
  title: 'ตรวจไฟล์คำตอบก่อนนำเข้า',
  lead: (file: string, year: number) => `${file} อ่านตามกรอบการประเมินปี พ.ศ. ${year} ยังไม่มีคำตอบใดถูกบันทึก`,
  errorTitle: 'ยังนำเข้าไม่ได้',
  choose: 'อ่านไฟล์ใหม่',
  year: 'ปีของกรอบการประเมิน',
  agency: 'หน่วยงานในไฟล์ที่เป็นหน่วยงานนี้',
  agencyNone: 'โปรดเลือก',
  agencyIs: (code: string) => `ไฟล์นี้มีคำตอบของหน่วยงานรหัส “${code}” โปรดตรวจว่าเป็นหน่วยงานนี้`,
  surveysTitle: 'ผู้ตอบในไฟล์',
  surveyColumns: {
    instrument: 'แบบสำรวจ',
    own: 'ในไฟล์',
    before: 'นับอยู่แล้ว',
    after: 'รวมหลังนำเข้า',
    state: 'สถานะ',
  },
  isNew: 'จะนำเข้า',
  isThere: (day: string) => `นำเข้าแล้วเมื่อ ${day} ไม่นับซ้ำ`,
  disclosure: (n: number) =>
    `ไฟล์มีคะแนนเปิดเผยข้อมูล (OIT) ${n} ค่าด้วย หน้านี้นับเฉพาะคำตอบ จึงไม่ใช้คะแนนเหล่านั้น หากต้องการใช้ ให้ทำตารางที่มีคอลัมน์ ปี ข้อ คะแนน แถวละหนึ่งข้อ เช่น 2567, o1, 100 แล้วนำเข้าที่หน้านำเข้าผล`,
  toResults: 'ไปหน้านำเข้าผล',
  itemsTitle: (instrument: string) => `คะแนนรายข้อ ${instrument} ก่อนและหลังนำเข้า`,
  itemColumns: {
    item: 'ข้อ',
    before: 'ก่อน',
    after: 'หลัง',
    n: 'ตอบที่นับในไฟล์',
    excluded: 'ไม่นับในไฟล์',
    unanswered: 'ไม่ตอบในไฟล์',
    mark: 'หมายเหตุ',
  },
  none: 'ยังไม่มี',
  instrumentRow: (instrument: string) => `รวม ${instrument}`,
  confirm: 'ยืนยันการนำเข้า',
  drop: 'ยกเลิกและลบไฟล์',
  faultCount: (count: number, shown: number) =>
    count > shown ? `พบ ${count} ช่องที่ต้องแก้ แสดง ${shown} ช่องแรก` : `พบ ${count} ช่องที่ต้องแก้`,
  faultColumns: { cell: 'ช่อง', fault: 'สิ่งที่ต้องแก้' },
  place: (sheet: string | null, cell: string) =>
    sheet === null ? `ช่อง ${cell}` : `แผ่นงาน ${sheet} ช่อง ${cell}`,
} as const
