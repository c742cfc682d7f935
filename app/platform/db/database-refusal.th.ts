import { transferRefusalTh } from './transfer/transfer-refusal.th.ts'

/** Why a database is not opened, and what to do. `detail` is text of PostgreSQL or of the system, in English. */
export const databaseRefusalTh = {
  'database.no-binaries': (platform: string) =>
    `ไม่พบ PostgreSQL สำหรับระบบ ${platform} โปรดติดตั้งแพ็กเกจอีกครั้งด้วย npm ci หรือกำหนด DATABASE_URL ให้ใช้เซิร์ฟเวอร์ PostgreSQL ที่มีอยู่`,
  'database.no-unprivileged-user': (directory: string) =>
    `โปรแกรมทำงานด้วยสิทธิ์ root แต่เครื่องนี้ไม่มีผู้ใช้ postgres หรือ nobody สำหรับเปิด PostgreSQL ใน ${directory} โปรดเพิ่มผู้ใช้ postgres หรือเรียกโปรแกรมด้วยผู้ใช้อื่น`,
  'database.unreachable-directory': (directory: string) =>
    `ผู้ใช้ที่เปิด PostgreSQL เข้าถึง ${directory} ไม่ได้ โปรดกำหนด DATA_DIR เป็นโฟลเดอร์อื่น หรือเรียกโปรแกรมด้วยผู้ใช้ที่เป็นเจ้าของโฟลเดอร์นี้`,
  'database.path-too-long': (directory: string) =>
    `ชื่อโฟลเดอร์ ${directory} ยาวเกินกว่าที่จะเชื่อมต่อ PostgreSQL ได้ โปรดกำหนด DATA_DIR ให้สั้นลง`,
  'database.newer-postgres': (directory: string, found: string) =>
    `ข้อมูลใน ${directory} เป็นของ PostgreSQL รุ่น ${found} ซึ่งใหม่กว่าที่โปรแกรมนี้ใช้ โปรดใช้โปรแกรมรุ่นที่เก็บข้อมูลนี้ไว้ หรือกำหนด DATA_DIR อื่น`,
  'database.older-postgres': (directory: string, found: string) =>
    `ข้อมูลใน ${directory} เป็นของ PostgreSQL รุ่น ${found} ซึ่งเก่ากว่าที่โปรแกรมนี้ใช้ และไม่พบโปรแกรม PostgreSQL ${found} ที่ใช้อ่านข้อมูลนี้ โปรดติดตั้งแพ็กเกจ postgresql-${found} ของระบบแล้วเปิดโปรแกรมอีกครั้ง โปรแกรมจะย้ายข้อมูลให้เอง หรือกู้คืนจากข้อมูลสำรองลงใน DATA_DIR อื่น ข้อมูลไม่ถูกแก้ไข`,
  'database.start-locked': (directory: string, owner: string) =>
    `กระบวนการ ${owner} กำลังเปิดฐานข้อมูลใน ${directory} อยู่ โปรดรอให้แล้วเสร็จ แล้วเรียกอีกครั้ง`,
  'database.start-failed': (directory: string, detail: string) =>
    `เปิด PostgreSQL ใน ${directory} ไม่สำเร็จ: ${detail}`,
  'database.half-restored': (directory: string) =>
    `การกู้คืนลงในโฟลเดอร์ข้อมูล ${directory} เริ่มแล้วแต่ยังไม่เสร็จ โปรดเรียก npx prongsai restore คำสั่งเดิมอีกครั้ง ระบบจะกู้คืนต่อให้เอง แล้วจึงเปิดโปรแกรม หรือกู้คืนใหม่ลงในโฟลเดอร์ว่างและฐานข้อมูลว่าง ข้อมูลไม่ถูกแก้ไข`,
  'database.unreachable-server': (address: string, detail: string, setting = 'DATABASE_URL') =>
    `เชื่อมต่อเซิร์ฟเวอร์ฐานข้อมูล ${address} ไม่ได้ โปรดตรวจสอบ ${setting} และเซิร์ฟเวอร์: ${detail}`,
  'database.server-too-old': (address: string, found: string) =>
    `เซิร์ฟเวอร์ฐานข้อมูล ${address} เป็น PostgreSQL รุ่น ${found} โปรแกรมต้องการรุ่น 15 ขึ้นไป`,
  'database.above-walls': (address: string, detail: string) =>
    `ผู้ใช้ฐานข้อมูลใน DATABASE_URL ของเซิร์ฟเวอร์ ${address} มีสิทธิ์เห็นข้อมูลข้ามหน่วยงาน และโปรแกรมสละสิทธิ์นั้นไม่สำเร็จ โปรดกำหนด DATABASE_URL เป็นผู้ใช้ที่เป็นเจ้าของฐานข้อมูล โดยไม่เป็น superuser และไม่มีสิทธิ์ BYPASSRLS: ${detail}`,
  'database.newer-program': (found: string, known: string, version: string) =>
    `ฐานข้อมูลนี้ปรับเป็นของโปรแกรม${version ? `รุ่น ${version}` : 'รุ่นที่ใหม่กว่า'}แล้ว (ขั้นที่ ${found} ขณะที่รุ่นนี้รองรับถึงขั้นที่ ${known}) โปรดติดตั้ง${version ? `รุ่น ${version} หรือใหม่กว่า` : 'รุ่นนั้นหรือใหม่กว่า'} หากต้องการกลับมาใช้รุ่นนี้ ให้กู้คืนข้อมูลสำรองก่อนอัปเกรด ข้อมูลไม่ถูกแก้ไข`,
  'database.behind': (step: string, count: string) =>
    `ฐานข้อมูลยังขาดขั้นการปรับของโปรแกรมรุ่นนี้ ${count} ขั้น (เริ่มที่ ${step}) และผู้ใช้ฐานข้อมูลใน DATABASE_URL ปรับเองไม่ได้เพราะไม่ได้เป็นเจ้าของตาราง โปรดเรียก npx prongsai migrate โดยตั้ง DATABASE_OWNER_URL แล้วเปิดโปรแกรมอีกครั้ง ข้อมูลไม่ถูกแก้ไข`,
  'database.no-role': (login: string, role: string) =>
    `ผู้ใช้ฐานข้อมูล ${login} ใช้บทบาท ${role} ไม่ได้ โปรดเรียก npx prongsai migrate --logins โดยตั้ง DATABASE_OWNER_URL แล้วใช้ที่อยู่ที่คำสั่งแสดง`,
  'database.sealed-login-missing': (login: string) =>
    `ผู้ใช้ฐานข้อมูล ${login} ไม่มีสิทธิ์ในช่องทางแจ้งเบาะแส และไม่ได้ตั้ง PROTECTED_DATABASE_URL โปรดตั้งเป็นที่อยู่ที่ npx prongsai migrate --logins แสดง`,
  'database.foreign-login': (login: string) =>
    `เซิร์ฟเวอร์มีผู้ใช้ฐานข้อมูลชื่อ ${login} อยู่แล้วซึ่งไม่ได้สร้างสำหรับฐานข้อมูลนี้ จึงไม่ได้แก้ไขผู้ใช้นั้น โปรดเปลี่ยนชื่อหรือลบ แล้วเรียก npx prongsai migrate --logins อีกครั้ง`,
  'database.logins-failed': (detail: string) =>
    `สร้างผู้ใช้ฐานข้อมูลไม่สำเร็จ และไม่มีสิ่งใดถูกแก้ไข DATABASE_OWNER_URL ต้องเป็นของผู้ใช้ที่เป็นเจ้าของฐานข้อมูลและมีสิทธิ์ CREATEROLE: ${detail}`,
  'database.changed-migration': (name: string) =>
    `ขั้นการปรับฐานข้อมูล ${name} ต่างจากที่เคยใช้กับฐานข้อมูลนี้ โปรดติดตั้งโปรแกรมใหม่จากต้นฉบับ ข้อมูลไม่ถูกแก้ไข`,
  'database.migration-failed': (name: string, detail: string) =>
    `ขั้นการปรับฐานข้อมูล ${name} ไม่สำเร็จ และไม่มีส่วนใดของขั้นนี้ถูกใช้: ${detail}`,
  ...transferRefusalTh,
} as const
