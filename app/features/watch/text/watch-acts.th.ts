import type { WatchAct } from '../watch.policy.ts'

export const watchActsTh = {
  'watch.read': 'ดูผลการเฝ้าระวังที่อยู่',
  'watch.run': 'ตรวจที่อยู่ทันทีและเก็บหลักฐาน',
  'watched-host.change': 'กำหนดเว็บไซต์อื่นของหน่วยงานที่อนุญาตให้ตรวจ',
} satisfies Record<WatchAct, string>
