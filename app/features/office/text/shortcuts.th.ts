import type { ShortcutName } from '../shortcuts/shortcuts.table.ts'

/** Keys of the office. */
export const shortcutsTh = {
  title: 'ปุ่มลัด',
  lead: 'ใช้ได้ทุกหน้าเมื่อไม่ได้พิมพ์อยู่ในช่อง แป้นพิมพ์ภาษาไทยใช้ปุ่มตำแหน่งเดียวกัน ไม่ต้องเปลี่ยนภาษา',
  andThen: 'แล้ว',
  close: 'ปิด',
  turnOff: 'ปิดปุ่มลัดตัวอักษรเดียว',
  off: 'ท่านปิดปุ่มลัดตัวอักษรเดียวไว้ ใช้ได้เฉพาะปุ่มที่กดพร้อม Ctrl',
  turnOn: 'เปิดปุ่มลัด',
  names: {
    palette: 'ไปที่หน้า ประเด็น มาตรการ หรือหลักฐานด้วยชื่อ',
    search: 'ไปที่ช่องค้นหา',
    help: 'แสดงปุ่มลัดทั้งหมด',
    home: 'หน้าแรก',
    thisYear: 'งานของปีงบประมาณนี้',
    cycles: 'งานของทุกปี',
    evidence: 'คลังหลักฐาน',
    scores: 'ผลคะแนน',
    notices: 'การแจ้งเตือน',
    people: 'บุคคล',
    units: 'ส่วนงาน',
    audit: 'บันทึกการตรวจสอบ',
    account: 'บัญชีของฉัน',
  } satisfies Record<ShortcutName, string>,
} as const
