/**
 * Why a list of the assessment is not brought in, and what to do. `where` is "file" or "file, place"; `detail` is what was
 * met there, in the English of the form's field names, or empty; `more` counts further faults.
 */
export const catalogueRefusalTh = {
  'catalogue.bad-agency-code': (where: string, detail: string) =>
    `${where}: รหัสหน่วยงาน “${detail}” ใช้ไม่ได้ โปรดใช้อักษรละตินตัวเล็ก ตัวเลข หรือขีดกลาง 2 ถึง 40 ตัว`,
  'library.too-large': (where: string, detail: string) =>
    `${where}: ไฟล์ใหญ่เกินไป (${detail}) โปรดแบ่งให้แต่ละไฟล์มีกรอบการประเมินปีเดียว หรือตารางเทียบคู่ปีเดียว`,
  'library.not-utf8': (where: string, _detail: string) =>
    `${where}: อ่านรหัสอักษรของไฟล์ไม่ได้ โปรดบันทึกเป็น UTF-8 แล้วนำเข้าใหม่`,
  'library.not-yaml': (where: string, detail: string) =>
    `${where}: ไม่เป็น YAML ที่ถูกต้อง (${detail}) โปรดแก้ที่ตำแหน่งนี้ แล้วนำเข้าใหม่`,
  'library.too-many-aliases': (where: string, detail: string) =>
    `${where}: ไม่เปิดไฟล์นี้เพราะอาจเป็นอันตราย (${detail}) โปรดเขียนข้อความซ้ำเต็มแทนการอ้าง (*) แล้วนำเข้าใหม่`,
  'library.wrong-shape': (where: string, detail: string) =>
    `${where}: ไม่ตรงตามแบบคลังกรอบการประเมินของ CISO Assistant (${detail}) โปรดแก้ที่ตำแหน่งนี้ตามแบบจาก prongsai export 2568 แล้วนำเข้าใหม่`,
  'library.contradiction': (where: string, detail: string) =>
    `${where}: ข้อมูลขัดกัน (${detail}) โปรดแก้แถวนี้ แล้วนำเข้าใหม่`,
  'library.unknown-year': (where: string, detail: string) =>
    `${where}: ไม่มีกรอบการประเมินของปีนี้ (${detail}) โปรดแก้ปี หรือนำเข้ากรอบของปีนั้นก่อนตารางเทียบ`,
  /** `act` is what the room's policy calls it. */
  notPermitted: (act: string) => `บัญชีนี้ไม่มีสิทธิ์${act} โปรดติดต่อผู้ดูแลระบบของหน่วยงาน`,
  place: (line: number | null, path: string) =>
    [line === null ? '' : `บรรทัดที่ ${line}`, path === '' ? '' : `(${path})`].filter(Boolean).join(' '),
  more: (count: number) => ` และยังมีอีก ${count} ตำแหน่ง`,
} as const
