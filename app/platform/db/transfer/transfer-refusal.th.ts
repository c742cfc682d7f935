/** Why a whole database is not read or not carried into another. `detail` is text of PostgreSQL, in English. */
export const transferRefusalTh = {
  'transfer.never-used': (database: string) =>
    `ฐานข้อมูล ${database} ยังไม่เคยใช้กับโปรแกรมนี้ จึงไม่มีข้อมูลให้นำออก โปรดตรวจสอบ DATABASE_URL และ DATA_DIR`,
  'transfer.may-not-read': (database: string, detail: string) =>
    `ผู้ใช้ฐานข้อมูล ${database} อ่านข้อมูลของทุกหน่วยงานไม่ได้ โปรดใช้ผู้ใช้ที่เป็นเจ้าของตาราง หรือกำหนด DATABASE_BACKUP_URL เป็นผู้ใช้ที่เป็นสมาชิกของ prongsai_backup: ${detail}`,
  'transfer.is-busy': (database: string, detail: string) =>
    `ฐานข้อมูล ${database} กำลังถูกปรับโครงสร้างหรือถูกอ่านทั้งหมดอยู่ โปรดรอสักครู่แล้วเรียกอีกครั้ง: ${detail}`,
  'transfer.target-holds': (database: string, tables: string) =>
    `ฐานข้อมูลปลายทาง ${database} มีข้อมูลอยู่แล้ว (${tables}) จึงไม่มีการเขียนทับ โปรดระบุฐานข้อมูลว่างที่ยังไม่เคยเปิดด้วยโปรแกรม`,
  'transfer.target-ahead': (database: string, found: string, given: string) =>
    `ฐานข้อมูลปลายทาง ${database} อยู่ที่ขั้น ${found} แต่ข้อมูลที่นำเข้าอยู่ที่ขั้น ${given} โปรดระบุฐานข้อมูลว่าง โปรแกรมจะสร้างตารางตามขั้นของข้อมูล แล้วปรับเป็นขั้นล่าสุดให้`,
  'transfer.other-tables': (table: string) =>
    `ข้อมูลที่นำเข้ามีตารางไม่ตรงกับปลายทาง (${table}) จึงไม่มีส่วนใดถูกนำเข้า โปรดใช้ไฟล์สำรองอื่น หรือจัดทำใหม่`,
  'transfer.load-failed': (table: string, detail: string) =>
    `นำเข้าตาราง ${table} ไม่สำเร็จ จึงไม่มีส่วนใดถูกนำเข้า: ${detail}`,
  'transfer.not-equal': (table: string, sent: string, found: string) =>
    `ตาราง ${table} ที่นำเข้าไม่ตรงกับต้นทาง (ต้นทาง ${sent} ปลายทาง ${found}) จึงไม่มีส่วนใดถูกนำเข้า`,
  'transfer.walls-changed': (detail: string) =>
    `หลังนำเข้าข้อมูล การป้องกันของตารางไม่เหมือนเดิม จึงไม่มีส่วนใดถูกนำเข้า: ${detail}`,
} as const
