/** Words of the registers of the site. */
export const datasetsTh = {
  objective: 'เพื่อให้ประชาชนนำสิ่งที่หน่วยงานเผยแพร่บนเว็บไซต์ไปใช้และตรวจสอบต่อได้',
  fields: {
    slug: 'รหัสของหน้า',
    titleTh: 'ชื่อเรื่อง (ภาษาไทย)',
    titleEn: 'ชื่อเรื่อง (ภาษาอังกฤษ)',
    leadTh: 'ข้อความนำ (ภาษาไทย)',
    leadEn: 'ข้อความนำ (ภาษาอังกฤษ)',
    answerTh: 'คำตอบ (ภาษาไทย)',
    answerEn: 'คำตอบ (ภาษาอังกฤษ)',
    date: 'วันที่ของข่าว',
    reviewOn: 'วันทบทวน',
    version: 'ฉบับที่',
    publishedAt: 'เผยแพร่เมื่อ',
    address: 'ที่อยู่ของหน้า',
  },
}
