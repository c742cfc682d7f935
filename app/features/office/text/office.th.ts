import type { EntryGroup, EntryName } from '../office-entries.domain.ts'

export const officeTh = {
  skip: 'ข้ามไปยังเนื้อหาหลัก',
  menu: 'เมนูงาน',
  /** After the title of a page, in the title of the window. */
  product: 'โปร่งใส',
  toSite: 'ดูเว็บไซต์ของหน่วยงาน',
  fiscalYear: (year: number) => `ปีงบประมาณ พ.ศ. ${year}`,
  otherLanguage: 'English',
  person: 'ผู้ใช้',
  noRole: 'ยังไม่มีบทบาท',
  account: 'บัญชีของฉัน',
  signOut: 'ออกจากระบบ',
  waiting: (count: number) => `รอดำเนินการ ${count} รายการ`,
  groups: {
    work: 'งานของฉัน',
    people: 'บุคลากร',
    agency: 'ตั้งค่าหน่วยงาน',
    control: 'กำกับดูแล',
    self: 'ส่วนตัว',
  } satisfies Record<EntryGroup, string>,
  entries: {
    home: 'หน้าแรก',
    people: 'บุคคล',
    units: 'ส่วนงาน',
    roster: 'รายชื่อบุคลากร',
    agency: 'ข้อมูลหน่วยงาน',
    providers: 'ผู้ให้บริการยืนยันตัวตน',
    permissions: 'สิทธิ์',
    audit: 'บันทึกการตรวจสอบ',
    mail: 'อีเมลที่รอส่ง',
    account: 'บัญชีของฉัน',
  } satisfies Record<EntryName, string>,
  refused: {
    title: 'ท่านไม่มีสิทธิ์ดำเนินการนี้',
    act: (act: string) => `บัญชีของท่านไม่มีสิทธิ์${act}`,
    nothingDone: 'ไม่มีข้อมูลใดเปลี่ยนแปลง',
    whoMay: 'บทบาทที่ทำได้',
    onlySelf: 'ทำได้เฉพาะเจ้าของบัญชีเท่านั้น',
    whoHelps: 'ผู้ที่ช่วยท่านได้',
    nobodyHelps: 'ขณะนี้ยังไม่มีผู้ใดในหน่วยงานมีบทบาทนี้ โปรดแจ้งผู้ดูแลเครื่องแม่ข่ายของระบบ',
    unknownAct: 'ดำเนินการนี้',
    body: 'ที่อยู่นี้เปิดได้เฉพาะผู้ที่มีสิทธิ์',
  },
  missing: {
    title: 'ไม่พบหน้าที่ต้องการ',
    body: 'ที่อยู่นี้ไม่มีหน้าใด หรือรายการนี้ไม่ใช่ของหน่วยงานของท่าน โปรดตรวจสอบที่อยู่ หรือเลือกจากเมนูงาน',
  },
  away: {
    title: 'ระบบยังไม่พร้อมใช้งานชั่วคราว',
    body: 'ฐานข้อมูลยังไม่ตอบ ข้อมูลที่บันทึกแล้วไม่สูญหาย โปรดเปิดหน้านี้อีกครั้งในอีกสักครู่',
  },
  fault: {
    title: 'ระบบขัดข้อง',
    body: 'ข้อมูลที่บันทึกก่อนหน้านี้ยังอยู่ครบ การดำเนินการครั้งล่าสุดอาจยังไม่ได้บันทึก โปรดย้อนกลับไปตรวจสอบ แล้วดำเนินการอีกครั้ง หากยังไม่สำเร็จ โปรดแจ้งผู้ดูแลระบบของหน่วยงาน พร้อมระบุเวลาที่เกิดเหตุ',
  },
  toStart: 'กลับไปหน้าแรกของงาน',
} as const
