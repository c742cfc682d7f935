import type { NoticeKind } from '../notice.table.ts'

type Told = Readonly<{ title: string; by: string; day: string }>

/** การแจ้งเตือน: what somebody is told, and the page that lists it. */
export const noticesTh = {
  title: 'การแจ้งเตือน',
  lead: 'เรื่องที่ผู้อื่นแจ้งถึงท่าน เรียงจากล่าสุด เปิดเรื่องใดแล้วถือว่าอ่านเรื่องนั้นแล้ว',
  list: 'รายการแจ้งเตือน',
  unread: 'ยังไม่อ่าน',
  readAll: 'ทำเครื่องหมายว่าอ่านทั้งหมด',
  allRead: 'ทำเครื่องหมายว่าอ่านทั้งหมดแล้ว',
  older: 'ดูเรื่องที่เก่ากว่า',
  newest: 'กลับไปเรื่องล่าสุด',
  reason: 'เหตุผล',
  note: 'ข้อความ',
  emptyTitle: 'ยังไม่มีการแจ้งเตือน',
  emptyBody:
    'เมื่อมีผู้มอบหมายมาตรการ ส่งงานให้ตรวจ ส่งกลับให้แก้ไข หรือกล่าวถึงท่านในความเห็น เรื่องนั้นจะแสดงที่นี่ และมีจำนวนที่ยังไม่อ่านที่รูปกระดิ่งด้านบน',
  gone: 'ไม่พบการแจ้งเตือนนี้ในรายการของท่าน',
  kinds: {
    'measure.assigned': ({ title, by }: Told) => `${by} มอบหมายให้ท่านรับผิดชอบมาตรการ “${title}”`,
    'measure.submitted': ({ title, by }: Told) => `${by} ส่งมาตรการ “${title}” ให้ตรวจ`,
    'measure.returned': ({ title, by }: Told) => `${by} ขอให้แก้ไขมาตรการ “${title}”`,
    'measure.accepted': ({ title, by }: Told) => `${by} ตรวจรับมาตรการ “${title}” แล้ว`,
    'measure.reopened': ({ title, by }: Told) => `${by} เปิดมาตรการ “${title}” ให้ดำเนินการต่อ`,
    'measure.extended': ({ title, by, day }: Told) =>
      `${by} เลื่อนกำหนดส่งมาตรการ “${title}”${day === '' ? '' : ` เป็นวันที่ ${day}`}`,
    'measure.reminded': ({ title, by, day }: Told) =>
      `${by} เตือนให้ส่งมาตรการ “${title}”${day === '' ? '' : ` ภายในวันที่ ${day}`}`,
    'comment.mentioned': ({ title, by }: Told) => `${by} กล่าวถึงท่านในความเห็นเรื่อง “${title}”`,
    'comment.written': ({ title, by }: Told) => `${by} แสดงความเห็นเรื่อง “${title}”`,
    'evidence.expiring': ({ title, day }: Told) =>
      `หลักฐาน “${title}” ใกล้หมดอายุ${day === '' ? '' : ` วันสุดท้ายคือวันที่ ${day}`}`,
    'evidence.infected': ({ title }: Told) =>
      `พบสิ่งที่เป็นอันตรายในไฟล์หลักฐาน “${title}” ไฟล์นี้เปิดไม่ได้ โปรดนำไฟล์ใหม่เข้าแทน`,
    'matter.placed': ({ title, by, day }: Told) => `${by} เสนอ “${title}” เข้าที่ประชุมวันที่ ${day}`,
    'resolution-task.assigned': ({ title, by, day }: Told) =>
      `${by} มอบหมายงานตามมติ “${title}”${day === '' ? '' : ` กำหนดวันที่ ${day}`}`,
    'watch.alarm': ({ title }: Told) => `ผู้ประเมินจะพบปัญหาที่ “${title}”`,
    'disclosure.assigned': ({ title, by, day }: Told) =>
      `${by} มอบหมายให้ท่านดูแลข้อ “${title}”${day === '' ? '' : ` กำหนดวันที่ ${day}`}`,
    'policy.to-read': ({ title, day }: Told) => `ขอให้ท่านอ่านและรับทราบ “${title}” ภายในวันที่ ${day}`,
    'page.review-due': ({ title, day }: Told) => `หน้า “${title}” ถึงกำหนดทบทวนวันที่ ${day}`,
    'walk.broken': ({ title }: Told) => `สิ่งที่ยืนยันข้อความที่เผยแพร่ใช้ไม่ได้แล้ว “${title}”`,
    'ticket.assigned': ({ title, by, day }: Told) =>
      `${by} มอบหมายเรื่อง ${title} ให้ท่าน${day === '' ? '' : ` กำหนดตอบวันที่ ${day}`}`,
    'ticket.supplemented': ({ title }: Told) => `ผู้แจ้งเพิ่มข้อมูลในเรื่อง ${title}`,
    'ticket.reopened': ({ title }: Told) => `ผู้แจ้งเห็นว่าเรื่อง ${title} ยังไม่เสร็จ เรื่องนี้เปิดใหม่แล้ว`,
    'ticket.due-soon': ({ title, day }: Told) => `เรื่อง ${title} ต้องตอบภายในวันที่ ${day}`,
    'ticket.overdue': ({ title, day }: Told) => `เรื่อง ${title} เกินกำหนดตอบวันที่ ${day} แล้ว`,
    'ticket.file-infected': ({ title }: Told) => `พบสิ่งที่เป็นอันตรายในไฟล์ของเรื่อง ${title} ไฟล์นี้เปิดไม่ได้`,
  } satisfies Record<NoticeKind, (told: Told) => string>,
} as const
