/** The one letter that goes out at fixed hours, with the same words every day: it must say nothing of what came in. */
export const protectedDigestTh = {
  subject: 'รอบการตรวจดูช่องทางแจ้งเบาะแส',
  greeting: (name: string) => `เรียน ${name}`,
  body: 'ถึงรอบการตรวจดูช่องทางแจ้งเบาะแสแล้ว โปรดเปิดดูด้วยรหัสผ่านของตู้กุญแจ อีเมลฉบับนี้ส่งตามเวลาทุกวันด้วยข้อความเดิม ไม่ว่าจะมีเรื่องใหม่หรือไม่',
  action: 'เปิดช่องทางแจ้งเบาะแส',
  closing: 'ท่านได้รับอีเมลนี้เพราะได้รับแต่งตั้งในช่องทางแจ้งเบาะแส อีเมลนี้ไม่มีข้อมูลของเรื่องใด',
} as const
