/** What is said where no page can be shown, by HTTP status. */
export const refusalTh = {
  400: {
    title: 'อ่านที่อยู่นี้ไม่ได้',
    body: 'ที่อยู่ของหน้าเขียนไม่ถูกต้องหรือยาวเกินไป โปรดตรวจสอบที่อยู่ หรือเริ่มจากหน้าแรก',
  },
  405: {
    title: 'หน้านี้มีไว้อ่านเท่านั้น',
    body: 'ที่อยู่นี้ไม่รับการส่งข้อมูล',
  },
} as const
