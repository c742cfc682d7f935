/** What stands in every mail around the words of the room that writes it. */
export const mailFrameTh = {
  linkBelow: 'หากปุ่มใช้งานไม่ได้ โปรดคัดลอกที่อยู่นี้ไปเปิดในเบราว์เซอร์',
  automatic: 'อีเมลฉบับนี้ส่งโดยระบบอัตโนมัติ โปรดอย่าตอบกลับ',
} as const
