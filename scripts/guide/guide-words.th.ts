/** What every page of the guide says around its text. */
export const guideTh = {
  product: 'โปร่งใส',
  guide: 'คู่มือการใช้งาน',
  skip: 'ข้ามไปยังเนื้อหาหลัก',
  contents: 'สารบัญ',
  onThisPage: 'ในหน้านี้',
  before: 'หน้าก่อน',
  next: 'หน้าถัดไป',
  aroundPage: 'หน้าก่อนและหน้าถัดไป',
  otherLanguage: 'English',
  index: 'ดัชนี',
  indexLead:
    'หัวข้อทั้งหมดของคู่มือ และชื่อปุ่ม ช่อง และเมนูที่คู่มือกล่าวถึง ใช้คำสั่งค้นหาในหน้าของเบราว์เซอร์ (Ctrl+F) เพื่อหาคำที่ต้องการ',
  headings: 'หัวข้อ',
  labels: 'คำบนหน้าจอ',
  label: 'คำ',
  pages: 'อยู่ในหน้า',
  anchor: (heading: string) => `ลิงก์ไปยังหัวข้อ ${heading}`,
  missingPicture: 'ภาพหน้าจอ',
  table: 'ตาราง',
  foot: 'คู่มือนี้จัดทำจากโฟลเดอร์ docs/guide ของโปรแกรม ภาพหน้าจอถ่ายจากหน่วยงานตัวอย่าง ใช้อ่านได้โดยไม่ต้องต่ออินเทอร์เน็ต',
}

export type GuideWords = typeof guideTh
