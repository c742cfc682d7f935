/** Why a backup was not made, not read or not restored. */
export const backupRefusalTh = {
  'backup.no-such-file': (file: string) => `ไม่พบไฟล์สำรอง “${file}” โปรดตรวจสอบชื่อและที่อยู่ของไฟล์`,
  'backup.not-a-backup': (file: string) =>
    `“${file}” ไม่ใช่ไฟล์สำรองของโปรแกรมนี้ โปรดระบุไฟล์ที่ทำด้วย prongsai backup`,
  'backup.newer-format': (file: string, version: string) =>
    `ไฟล์สำรอง “${file}” ทำด้วยโปรแกรมรุ่นใหม่กว่า (${version}) โปรดกู้คืนด้วยโปรแกรมรุ่นนั้นหรือใหม่กว่า`,
  'backup.cut': (file: string, at: string) =>
    `ไฟล์สำรอง “${file}” ไม่ครบ ขาดตั้งแต่ไบต์ที่ ${at} ยังไม่มีส่วนใดถูกกู้คืน โปรดใช้สำเนาอื่นของไฟล์`,
  'backup.damaged': (file: string, member: string, at: string) =>
    `ไฟล์สำรอง “${file}” เสียหายที่ส่วน ${member} (ไบต์ที่ ${at}) ยังไม่มีส่วนใดถูกกู้คืน โปรดใช้สำเนาอื่นของไฟล์`,
  'backup.shared-file': (file: string, name: string) =>
    `ไฟล์สำรอง “${file}” ใช้ไฟล์ร่วม ${name} ซึ่งหายไปหรือเสียหาย โปรดวางโฟลเดอร์ files ของการสำรองไว้ข้างไฟล์สำรอง`,
  'backup.needs-identity': (file: string) =>
    `“${file}” เข้ารหัสไว้ โปรดระบุไฟล์กุญแจลับด้วย --identity (ไฟล์ที่ได้จาก prongsai backup-key)`,
  'backup.wrong-identity': (file: string) =>
    `กุญแจลับที่ระบุเปิด “${file}” ไม่ได้ โปรดใช้กุญแจลับคู่กับกุญแจสาธารณะที่ใช้สำรอง`,
  'backup.bad-identity': (file: string) => `“${file}” ไม่มีกุญแจลับที่ขึ้นต้นด้วย AGE-SECRET-KEY-1 โปรดตรวจสอบไฟล์กุญแจ`,
  'backup.is-not-a-backup': (file: string) => `มีไฟล์ “${file}” ที่ไม่ใช่ไฟล์สำรองอยู่แล้ว จึงไม่เขียนทับ โปรดระบุชื่ออื่น`,
  'backup.is-running': (file: string) => `มีการสำรองไปยัง “${file}” ทำงานอยู่แล้ว โปรดรอให้เสร็จแล้วเรียกอีกครั้ง`,
  'backup.no-database': () => 'ไม่พบฐานข้อมูลที่จะสำรอง โปรดกำหนด DATA_DIR หรือ DATABASE_URL ของระบบที่ต้องการสำรอง',
  'restore.not-empty': (directory: string, found: string) =>
    `โฟลเดอร์ข้อมูล ${directory} ไม่ว่าง (มี ${found}) จึงไม่กู้คืนทับ โปรดกำหนด DATA_DIR เป็นโฟลเดอร์ว่าง`,
  'restore.other-begun': (directory: string, backup: string) =>
    `โฟลเดอร์ข้อมูล ${directory} มีการกู้คืนจากไฟล์สำรองอื่นค้างอยู่ (${backup}) โปรดกู้คืนจากไฟล์นั้นต่อ หรือใช้โฟลเดอร์ว่าง`,
  'restore.shred-too-old': (file: string, day: string) =>
    `“${file}” เก็บกุญแจทำลายของช่องทางแจ้งเบาะแสไว้เกิน 7 วัน (ทำเมื่อ ${day}) จึงใช้ไม่ได้ เพราะเรื่องที่ทำลายแล้วจะกลับมาเปิดได้ โปรดลบไฟล์นี้ แล้วใช้ไฟล์ .shred ที่ใหม่กว่า หรือกู้คืนโดยไม่มีไฟล์นี้`,
} as const
