/** Why a change of an issue was refused, and what to do. */
export const issueRefusalTh = {
  codes: {
    'cycle.unknown': 'ยังไม่ได้เปิดรอบของปีนี้ โปรดเปิดรอบก่อนเพิ่มประเด็น',
    'issue.unknown': 'ไม่พบประเด็นนี้ อาจถูกนำออกไปแล้ว โปรดกลับไปที่ภาพรวมของปี',
    'issue.many': 'ปีนี้มีประเด็นครบ 99 ประเด็นแล้ว โปรดรวมหรือนำประเด็นที่ไม่ใช้ออกก่อน',
  },
  faults: {
    'issue.no-title': () => 'โปรดระบุชื่อประเด็น',
    'issue.long-title': (longest: string) => `ชื่อยาวเกินไป โปรดเขียนไม่เกิน ${longest} ตัวอักษร`,
    'issue.long-text': (longest: string) =>
      `ข้อความยาวเกินไป โปรดเขียนไม่เกิน ${Number(longest).toLocaleString('en')} ตัวอักษร`,
    'issue.many-limitations': (most: string) => `มีข้อจำกัดมากเกินไป โปรดรวมให้ไม่เกิน ${most} ข้อ`,
    'citation.unknown-item': (items: string) =>
      `ไม่พบข้อต่อไปนี้ในกรอบการประเมิน: ${items} โปรดตรวจรหัสข้อและปี หรือลบวงเล็บเหลี่ยมออก`,
  },
} as const
