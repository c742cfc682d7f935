/** What an administrator should know of the database, and what to do. */
export const databaseHealthTh = {
  'health.checksums': (count: number) =>
    `พบหน้าข้อมูลที่เสียหายบนดิสก์ ${count} ครั้ง โปรดตรวจดิสก์ และกู้คืนจากข้อมูลสำรองลงดิสก์อื่น`,
  'health.no-checksums': () =>
    'ฐานข้อมูลนี้ไม่ตรวจค่าผลรวมของหน้าข้อมูล ความเสียหายของดิสก์จึงอาจไม่ถูกพบ โปรดเปิดด้วย pg_checksums --enable ขณะหยุดเซิร์ฟเวอร์',
  'health.vacuum-off': () => 'autovacuum ปิดอยู่ ตารางจะโตขึ้นและช้าลง โปรดเปิด autovacuum ในการตั้งค่าของ PostgreSQL',
  'health.frozen-age': (age: number) =>
    `แถวเก่าที่สุดมีอายุ ${age} ธุรกรรม โปรดเรียก VACUUM FREEZE ก่อนที่ PostgreSQL จะหยุดรับการเขียน (ที่สองพันล้าน)`,
  'health.connections': (used: number, most: number) =>
    `ใช้การเชื่อมต่อ ${used} จาก ${most} โปรดลด DB_POOL หรือเพิ่ม max_connections`,
  'health.long-transaction': (minutes: number) =>
    `มีธุรกรรมที่เปิดค้าง ${minutes} นาที ทำให้ vacuum ทำงานไม่ได้ โปรดดูใน pg_stat_activity`,
  'health.dead-rows': (table: string, percent: number) =>
    `ตาราง ${table} มีแถวที่เลิกใช้ร้อยละ ${percent} และไม่ได้ vacuum เกินหนึ่งวัน โปรดตรวจว่า autovacuum ทำงาน`,
  'health.wal': (gigabytes: number) =>
    `บันทึก WAL ใช้พื้นที่ ${gigabytes} GB โปรดตรวจ replication slot และการเก็บ WAL ที่ล้มเหลว`,
  'health.standby-behind': (minutes: number) =>
    `เซิร์ฟเวอร์สำรองตามหลัง ${minutes} นาที โปรดตรวจเครือข่ายและเซิร์ฟเวอร์นั้น`,
} as const
