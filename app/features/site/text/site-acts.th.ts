import type { SiteAct } from '../site.policy.ts'

export const siteActsTh = {
  'site.read': 'ดูงานของเว็บไซต์',
  'page.change': 'เขียนและแก้ไขหน้าเว็บไซต์',
  'question.add': 'เพิ่มฉบับร่างคำถามที่พบบ่อย',
  'page.publish': 'เผยแพร่และถอนหน้าเว็บไซต์',
  'reading.ask': 'ขอให้บุคลากรรับทราบนโยบาย',
  'reading.see': 'ดูว่าผู้ใดรับทราบนโยบายแล้ว',
  'profile.change': 'แก้ไขข้อมูลติดต่อ รูปลักษณ์ ผู้บริหาร และป้ายประกาศ',
} satisfies Record<SiteAct, string>
