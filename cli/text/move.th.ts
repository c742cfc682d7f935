/** Words of `prongsai move`. */
export const moveTh = {
  missingTo:
    'โปรดระบุฐานข้อมูลปลายทาง เช่น prongsai move --to postgres://user@host/database หรือ prongsai move --to own',
  notAnAddress: 'ค่าของ --to ต้องเป็นที่อยู่แบบ postgres://user@host/database หรือคำว่า own',
  sameDatabase: 'ปลายทางเป็นฐานข้อมูลเดียวกับที่ใช้อยู่ โปรดระบุฐานข้อมูลอื่น',
  nothingThere: 'ยังไม่มีฐานข้อมูลให้ย้าย โปรดตรวจสอบ DATA_DIR และ DATABASE_URL',
  isRunning: (copies: number) =>
    `โปรแกรมยังทำงานอยู่กับฐานข้อมูลต้นทาง ${copies} ชุด โปรดปิดทุกชุด แล้วรอ 90 วินาทีหากชุดใดถูกปิดกะทันหัน จึงย้ายอีกครั้ง ข้อมูลไม่ถูกแก้ไข`,
  writtenSince:
    'ระหว่างย้ายมีการเขียนลงฐานข้อมูลต้นทาง เพราะมีผู้เปิดโปรแกรมหรือเรียกคำสั่ง สิ่งนั้นไม่อยู่ที่ปลายทาง จึงยังใช้ปลายทางไม่ได้ โปรดปิดโปรแกรมทุกชุด สร้างฐานข้อมูลปลายทางใหม่ให้ว่าง แล้วย้ายอีกครั้ง ต้นทางไม่ถูกแก้ไข',
  loading: (table: string, done: number, of: number) => `กำลังย้าย ${done}/${of} ${table}`,
  readingAgain: (table: string, done: number, of: number) => `กำลังตรวจเทียบ ${done}/${of} ${table}`,
  table: (name: string, rows: number, sha256: string) => `  ${name}  ${rows} แถว  ${sha256}`,
  done: (tables: number, rows: number) =>
    `ย้ายแล้ว ${tables} ตาราง ${rows} แถว อ่านซ้ำจากปลายทางแล้วจำนวนแถวและค่าแฮชตรงกันทุกตาราง`,
  setServer: 'ต่อไปให้ตั้ง DATABASE_URL เป็นที่อยู่ที่ระบุใน --to แล้วเปิดโปรแกรม',
  setOwn: 'ต่อไปให้เอา DATABASE_URL และ DATABASE_..._URL อื่นออกจากการตั้งค่า แล้วเปิดโปรแกรม',
  sourceStays: 'ฐานข้อมูลเดิมยังอยู่ครบและไม่ถูกแก้ไข ไฟล์และกุญแจใน DATA_DIR อยู่ที่เดิม',
} as const
