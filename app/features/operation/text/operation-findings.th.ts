import type { OperationCode } from '../findings/operation-findings.domain.ts'

/** Values as they are said: sizes and names of jobs are words already. */
type Values = Readonly<Record<string, string | number>>

/** What is wrong, and what to do about it, by code. */
export const operationFindingsTh = {
  problems: {
    'backup.never': () => 'ยังไม่เคยสำรองข้อมูล',
    'backup.old': ({ hours }: Values) => `สำรองข้อมูลครั้งล่าสุดเมื่อ ${hours} ชั่วโมงที่แล้ว นานเกิน 26 ชั่วโมง`,
    'backup.not-encrypted': () => 'ไฟล์สำรองข้อมูลไม่ได้เข้ารหัส',
    'drill.never': () => 'ยังไม่เคยซ้อมกู้คืนข้อมูล',
    'drill.old': ({ days }: Values) => `ซ้อมกู้คืนข้อมูลครั้งล่าสุดเมื่อ ${days} วันที่แล้ว นานเกิน 90 วัน`,
    'certificate.over': ({ days }: Values) => `ใบรับรองของเว็บไซต์หมดอายุแล้ว ${days} วัน ประชาชนเปิดเว็บไซต์ไม่ได้`,
    'certificate.soon': ({ days }: Values) => `ใบรับรองของเว็บไซต์เหลืออายุ ${days} วัน`,
    'certificate.untrusted': ({ code }: Values) => `เบราว์เซอร์ไม่เชื่อถือใบรับรองของเว็บไซต์ (${code})`,
    'certificate.unreachable': ({ code }: Values) => `เครื่องแม่ข่ายเปิดที่อยู่สาธารณะของเว็บไซต์ไม่ได้ (${code})`,
    'site.plain': ({ origin }: Values) => `เว็บไซต์ใช้ที่อยู่ ${origin} ซึ่งไม่เข้ารหัสการรับส่งข้อมูล`,
    'disk.full': ({ free }: Values) => `พื้นที่ของเครื่องแม่ข่ายเกือบเต็ม เหลือ ${free}`,
    'disk.low': ({ free }: Values) => `พื้นที่ของเครื่องแม่ข่ายเหลือน้อย เหลือ ${free}`,
    'quota.full': () => 'พื้นที่เก็บไฟล์ของหน่วยงานเต็มแล้ว เพิ่มหลักฐานใหม่ไม่ได้',
    'quota.near': ({ percent }: Values) => `ใช้พื้นที่เก็บไฟล์ของหน่วยงานไปแล้วร้อยละ ${percent}`,
    'mail.off': ({ failed }: Values) =>
      Number(failed) === 0 ? 'ยังไม่ได้ตั้งค่าการส่งอีเมล' : `ยังไม่ได้ตั้งค่าการส่งอีเมล มีข้อความรอ ${failed} ฉบับ`,
    'mail.failed': ({ failed }: Values) => `มีอีเมลที่ส่งไม่สำเร็จ ${failed} ฉบับ`,
    'mail.stuck': () => 'มีอีเมลรอส่งนานเกิน 2 ชั่วโมง',
    'job.failed': ({ job, code }: Values) => `งาน “${job}” ทำไม่สำเร็จในครั้งล่าสุด (${code})`,
    'job.late': ({ job }: Values) => `งาน “${job}” ไม่ได้ทำตามเวลา`,
    'database.health': ({ said }: Values) => `ฐานข้อมูล: ${said}`,
    'copies.differ': ({ versions }: Values) => `โปรแกรมที่ทำงานอยู่เป็นคนละรุ่นกัน (${versions})`,
  } satisfies Record<OperationCode, (values: Values) => string>,
  remedies: {
    'backup.never':
      'กำหนด BACKUP_DIR ให้เป็นโฟลเดอร์บนดิสก์อื่น แล้วเริ่มโปรแกรมใหม่ โปรแกรมจะสำรองทุกวัน หรือสำรองทันทีด้วยคำสั่ง prongsai backup',
    'backup.old':
      'ตรวจสอบว่า BACKUP_DIR เขียนได้และมีพื้นที่พอ แล้วสำรองทันทีด้วยคำสั่ง prongsai backup ข้อความที่คำสั่งแสดงจะบอกสาเหตุ',
    'backup.not-encrypted':
      'สร้างกุญแจด้วยคำสั่ง prongsai backup-key แล้วกำหนด BACKUP_RECIPIENT เก็บกุญแจลับไว้นอกเครื่องแม่ข่าย',
    'drill.never': 'ซ้อมกู้คืนด้วยคำสั่ง prongsai drill ตามด้วยชื่อไฟล์สำรอง ข้อมูลที่ใช้อยู่ไม่เปลี่ยนแปลง',
    'drill.old': 'ซ้อมกู้คืนอีกครั้งด้วยคำสั่ง prongsai drill ตามด้วยชื่อไฟล์สำรอง ข้อมูลที่ใช้อยู่ไม่เปลี่ยนแปลง',
    'certificate.over': 'ต่ออายุใบรับรองที่เครื่องแม่ข่ายหรือพร็อกซีทันที แล้วกด “ตรวจสอบใบรับรอง” อีกครั้ง',
    'certificate.soon': 'ต่ออายุใบรับรองก่อนวันหมดอายุ หากต่ออายุอัตโนมัติ โปรดตรวจสอบว่าเหตุใดจึงยังไม่ต่อ',
    'certificate.untrusted': 'ตรวจสอบว่าพร็อกซีส่งใบรับรองของผู้ออกครบทั้งสาย และชื่อในใบรับรองตรงกับที่อยู่ของเว็บไซต์',
    'certificate.unreachable':
      'ตรวจสอบว่า ORIGIN ถูกต้อง และพร็อกซีทำงานอยู่ หากเครือข่ายไม่ให้เครื่องแม่ข่ายเรียกที่อยู่สาธารณะของตนเอง โปรดตรวจสอบใบรับรองจากเครื่องอื่น',
    'site.plain': 'ตั้งพร็อกซีที่ใช้ https ไว้หน้าเว็บไซต์ แล้วกำหนด ORIGIN เป็นที่อยู่ https',
    'disk.full': 'เพิ่มพื้นที่ หรือย้ายไฟล์สำรองเก่าออก เมื่อพื้นที่เต็ม ระบบจะบันทึกข้อมูลไม่ได้',
    'disk.low': 'วางแผนเพิ่มพื้นที่ หรือย้ายไฟล์สำรองเก่าออก',
    'quota.full': 'ขอเพิ่มโควตาจากผู้ดูแลเครื่องแม่ข่าย (คำสั่ง prongsai quota) เรื่องร้องเรียนของประชาชนยังรับได้ตามปกติ',
    'quota.near': 'ขอเพิ่มโควตาจากผู้ดูแลเครื่องแม่ข่าย (คำสั่ง prongsai quota) ก่อนพื้นที่เต็ม',
    'mail.off': 'กำหนด SMTP_URL และ MAIL_FROM ระหว่างนี้ส่งมอบข้อความด้วยตนเองได้จากหน้าอีเมลที่รอส่ง',
    'mail.failed': 'เปิดหน้าอีเมลที่รอส่ง เพื่อดูสาเหตุและส่งอีกครั้ง',
    'mail.stuck': 'ตรวจสอบว่าเซิร์ฟเวอร์อีเมลทำงานอยู่ ระบบจะส่งต่อเองเมื่อเซิร์ฟเวอร์กลับมา',
    'job.failed': 'ระบบจะทำอีกครั้งเอง หากยังไม่สำเร็จ โปรดค้นบันทึกของโปรแกรมด้วยคำว่า job-failed แล้วดูบรรทัดก่อนหน้า',
    'job.late': 'ตรวจสอบว่าโปรแกรมทำงานอยู่ตลอดเวลา และเริ่มโปรแกรมใหม่หากงานยังไม่เริ่ม',
    'database.health': 'แก้ไขที่เครื่องแม่ข่ายฐานข้อมูล แล้วเปิดหน้านี้อีกครั้งเพื่อตรวจผล',
    'copies.differ': 'ปรับทุกเครื่องให้เป็นรุ่นเดียวกัน แล้วเริ่มโปรแกรมใหม่',
  } satisfies Record<OperationCode, string>,
} as const
