/** ขั้นของสายการเห็นชอบที่เนื้อหาหนึ่งผ่านมา */
export const standingStepsTh = {
  steps: 'ขั้นของสายการเห็นชอบ',
  waits: 'ยังไม่มีมติ',
  onDay: (day: string) => `เมื่อ ${day}`,
  recorded: (day: string) => `บันทึกเข้าระบบ ${day}`,
} as const
