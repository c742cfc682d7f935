import type { RosterColumn } from '../roster-column.table.ts'

/** Words of the roster: heads of its columns, and what is wrong with a cell. `value` is what stands there, shortened. */
export const rosterTh = {
  sheet: 'รายชื่อบุคลากร',
  fileName: 'roster',
  heads: {
    name: 'ชื่อ-นามสกุล',
    email: 'อีเมล',
    positionTitle: 'ตำแหน่ง',
    unitCode: 'รหัสส่วนงาน',
    unitName: 'ชื่อส่วนงาน',
    parentUnitCode: 'รหัสส่วนงานต้นสังกัด',
    roles: 'บทบาท',
    from: 'ตั้งแต่วันที่',
    to: 'ถึงวันที่',
    language: 'ภาษา',
    agencyCode: 'รหัสหน่วยงาน',
  } satisfies Record<RosterColumn, string>,
  languages: { th: 'ไทย', en: 'อังกฤษ' },
  cellFaults: {
    'roster.formula': (_value: string, _other: string) =>
      'ช่องนี้เป็นสูตร ระบบไม่คำนวณสูตร โปรดวางเฉพาะค่า (Paste Values) แล้วบันทึกใหม่',
    'roster.unknown-column': (value: string, _other: string) =>
      `ไม่รู้จักหัวคอลัมน์ “${value}” โปรดใช้หัวคอลัมน์ตามไฟล์แม่แบบ หรือลบคอลัมน์นี้`,
    'roster.column-twice': (value: string, other: string) =>
      `หัวคอลัมน์ “${value}” ซ้ำกับคอลัมน์ ${other} โปรดลบคอลัมน์ที่ซ้ำ`,
    'roster.no-head': (_value: string, _other: string) =>
      'ไม่พบแถวหัวคอลัมน์ โปรดใช้ไฟล์แม่แบบ ซึ่งมีหัวคอลัมน์ เช่น ชื่อ-นามสกุล อีเมล ในแถวแรก',
    'roster.no-rows': (_value: string, _other: string) =>
      'ไม่มีรายชื่อใต้หัวคอลัมน์ โปรดกรอกอย่างน้อยหนึ่งแถว แล้วนำเข้าใหม่',
    'roster.other-agency': (value: string, other: string) =>
      `แถวนี้เป็นของหน่วยงาน “${value}” แต่กำลังนำเข้าหน่วยงาน “${other}” โปรดลบแถวนี้ หรือนำเข้าที่หน่วยงานนั้น`,
    'roster.no-name': (_value: string, _other: string) => 'ไม่มีชื่อ โปรดระบุชื่อและนามสกุลของบุคคล',
    'roster.too-long': (_value: string, other: string) => `ข้อความยาวเกินไป โปรดใช้ไม่เกิน ${other} ตัวอักษร`,
    'roster.bad-email': (value: string, _other: string) =>
      `“${value}” ไม่ใช่อีเมล โปรดตรวจสอบ เช่น name@agency.go.th`,
    'roster.email-twice': (value: string, other: string) =>
      `อีเมล ${value} ซ้ำกับแถวที่ ${other} โปรดใช้หนึ่งแถวต่อหนึ่งคน หลายบทบาทให้คั่นด้วย ;`,
    'roster.person-twice': (value: string, other: string) =>
      `“${value}” ซ้ำกับแถวที่ ${other} โปรดรวมเป็นแถวเดียว หากเป็นคนละคน โปรดระบุอีเมลหรือตำแหน่งให้ต่างกัน`,
    'roster.person-ambiguous': (value: string, _other: string) =>
      `มีบุคคลชื่อ “${value}” มากกว่าหนึ่งคน โปรดระบุอีเมล`,
    'roster.person-disabled': (value: string, _other: string) =>
      `“${value}” ถูกระงับการใช้งาน โปรดยกเลิกการระงับก่อน หรือลบแถวนี้`,
    'roster.unknown-unit': (value: string, _other: string) =>
      `ไม่มีส่วนงานรหัส “${value}” โปรดแก้รหัส หรือระบุชื่อส่วนงานเพื่อตั้งส่วนงานใหม่`,
    'roster.unit-ambiguous': (value: string, _other: string) =>
      `มีส่วนงานชื่อ “${value}” มากกว่าหนึ่งส่วนงาน โปรดระบุรหัสส่วนงาน`,
    'roster.unit-two-names': (value: string, other: string) =>
      `ชื่อส่วนงาน “${value}” ไม่ตรงกับ “${other}” ของรหัสเดียวกันในไฟล์นี้ โปรดใช้ชื่อเดียวกันทุกแถว`,
    'roster.unit-two-parents': (value: string, other: string) =>
      `ต้นสังกัด “${value}” ไม่ตรงกับแถวที่ ${other} ของส่วนงานเดียวกัน โปรดใช้ต้นสังกัดเดียวกันทุกแถว`,
    'roster.unknown-parent': (value: string, _other: string) =>
      `ไม่มีส่วนงานต้นสังกัด “${value}” โปรดแก้รหัส หรือเพิ่มแถวของส่วนงานนั้นพร้อมชื่อ`,
    'roster.parent-without-unit': (_value: string, _other: string) =>
      'มีต้นสังกัดแต่ไม่มีส่วนงาน โปรดระบุรหัสหรือชื่อส่วนงานในแถวนี้',
    'roster.unit-circle': (value: string, _other: string) =>
      `ต้นสังกัด “${value}” อยู่ใต้ส่วนงานนี้เอง โปรดเลือกต้นสังกัดอื่น`,
    'roster.unknown-role': (value: string, _other: string) =>
      `ไม่มีบทบาท “${value}” โปรดใช้ชื่อบทบาทตามหน้านี้ และคั่นหลายบทบาทด้วย ;`,
    'roster.role-without-unit': (_value: string, _other: string) =>
      'ผู้รับผิดชอบมาตรการต้องมีส่วนงาน โปรดระบุรหัสส่วนงานในแถวนี้ หรือเขียนเป็น “ผู้รับผิดชอบมาตรการ: CSR”',
    'roster.bad-date': (value: string, _other: string) =>
      `อ่านวันที่ “${value}” ไม่ได้ โปรดเขียน เช่น 1 ต.ค. 67, 1/10/2567 หรือ 2024-10-01`,
    'roster.end-before-start': (value: string, other: string) =>
      `วันสุดท้าย ${value} อยู่ก่อนวันแรก ${other} โปรดตรวจสอบทั้งสองวัน`,
    'roster.past': (value: string, _other: string) =>
      `วันสุดท้าย ${value} ผ่านไปแล้ว โปรดระบุวันตั้งแต่วันนี้เป็นต้นไป หรือลบบทบาทนี้ออกจากแถว`,
    'roster.from-differs': (value: string, other: string) =>
      `บุคคลนี้มีบทบาทนี้อยู่แล้วตั้งแต่ ${other} ไม่ใช่ ${value} โปรดเว้นช่องนี้ว่าง หรือระบุวันเดิม`,
    'roster.days-without-role': (_value: string, _other: string) => 'มีวันที่แต่ไม่มีบทบาท โปรดระบุบทบาท หรือลบวันที่',
    'roster.unknown-language': (value: string, _other: string) => `ไม่มีภาษา “${value}” โปรดระบุ ไทย หรือ อังกฤษ`,
    'roster.last-administrator': (_value: string, _other: string) =>
      'หน่วยงานต้องมีผู้ดูแลระบบทุกวัน โปรดให้บทบาทผู้ดูแลระบบแก่บุคคลอื่นโดยไม่กำหนดวันสิ้นสุดก่อน',
  },
  fileFaults: {
    'roster.no-file': 'ยังไม่ได้เลือกไฟล์ โปรดเลือกไฟล์ XLSX หรือ CSV',
    'roster.unknown-format': 'อ่านไฟล์ชนิดนี้ไม่ได้ โปรดบันทึกเป็น XLSX หรือ CSV (UTF-8) แล้วนำเข้าใหม่',
    'roster.damaged-file': 'ไฟล์เสียหายหรือไม่ครบ โปรดเปิดด้วย Excel บันทึกใหม่ แล้วนำเข้าใหม่',
    'roster.archive-bomb': 'ไม่เปิดไฟล์นี้เพราะอาจเป็นอันตราย โปรดคัดลอกเฉพาะตารางไปไฟล์ใหม่ แล้วนำเข้าใหม่',
    'roster.too-large': 'ไฟล์ใหญ่เกิน 1 MB หรือเกิน 5,000 แถว โปรดแบ่งเป็นหลายไฟล์ แล้วนำเข้าทีละไฟล์',
    'roster.table-too-large': 'ตารางใหญ่เกินไป โปรดลบแถวและคอลัมน์ที่เกินมา แล้วนำเข้าใหม่',
    'roster.unknown-encoding': 'อ่านรหัสอักษรของไฟล์ไม่ได้ โปรดบันทึกเป็น CSV UTF-8 แล้วนำเข้าใหม่',
    'roster.changed-since': 'ข้อมูลของหน่วยงานเปลี่ยนไปหลังจากที่ตรวจไฟล์ โปรดตรวจรายการด้านล่างใหม่ แล้วยืนยันอีกครั้ง',
    'roster.refused': 'ไฟล์นี้ยังนำเข้าไม่ได้ โปรดแก้ตามรายการด้านล่าง แล้วเลือกไฟล์ใหม่ ระบบยังไม่ได้เปลี่ยนข้อมูลใด',
  },
} as const
