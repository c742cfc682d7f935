import type { MailFaultCode } from './mail-fault.ts'
import type { MailState } from './outbox.repo.server.ts'

/** What the outbox is told of: states, letters by their kind, and why a mail did not go out. */
export const mailWordsTh = {
  states: {
    queued: 'รอส่ง',
    sending: 'กำลังส่ง',
    sent: 'ส่งแล้ว',
    failed: 'ส่งไม่สำเร็จ',
    withheld: 'รอส่งมอบด้วยตนเอง',
    expired: 'หมดอายุ',
  } satisfies Record<MailState, string>,
  letters: {
    invitation: 'คำเชิญเข้าใช้ระบบ',
    'password-reset': 'ลิงก์ตั้งรหัสผ่านใหม่',
    'password-changed': 'แจ้งว่ารหัสผ่านเปลี่ยนแล้ว',
    'reminder-digest': 'อีเมลเตือนประจำวัน',
    'measure-submitted': 'มาตรการที่ส่งให้ตรวจ',
    'measure-returned': 'มาตรการที่ขอแก้ไข',
    'measure-accepted': 'มาตรการที่ตรวจรับแล้ว',
    'measure-reopened': 'มาตรการที่เปิดให้ดำเนินการต่อ',
    'comment-mentioned': 'การกล่าวถึงในความเห็น',
    'protected-digest': 'อีเมลประจำรอบของช่องทางแจ้งเบาะแส',
  },
  faults: {
    'server-unreachable': 'ติดต่อเซิร์ฟเวอร์อีเมลไม่ได้ โปรดตรวจสอบ SMTP_URL และเครือข่าย',
    'server-timeout': 'เซิร์ฟเวอร์อีเมลตอบช้าเกินไป',
    'secure-connection-failed': 'เชื่อมต่อแบบปลอดภัยกับเซิร์ฟเวอร์อีเมลไม่ได้ โปรดตรวจสอบใบรับรอง',
    'sign-in-refused': 'เซิร์ฟเวอร์อีเมลไม่รับชื่อผู้ใช้หรือรหัสผ่านของระบบ โปรดตรวจสอบ SMTP_URL',
    'sender-refused': 'เซิร์ฟเวอร์อีเมลไม่รับที่อยู่ผู้ส่ง โปรดตรวจสอบ MAIL_FROM',
    'recipient-refused': 'เซิร์ฟเวอร์อีเมลไม่รับที่อยู่ผู้รับ โปรดตรวจสอบอีเมลของผู้รับ',
    'message-refused': 'เซิร์ฟเวอร์อีเมลไม่รับข้อความนี้',
    interrupted: 'ระบบหยุดระหว่างส่งทุกครั้ง',
    restored: 'ระบบกู้คืนจากไฟล์สำรอง อีเมลนี้อาจส่งไปแล้ว โปรดส่งอีกครั้งหากยังไม่ได้ส่ง',
    unknown: 'ไม่ทราบสาเหตุ',
  } satisfies Record<MailFaultCode, string>,
} as const
