/** Why a change of the holidays was refused, and what to do. */
export const holidayRefusalTh = {
  'holiday.no-name': 'โปรดระบุชื่อวันหยุดภาษาไทย',
  'holiday.long-name': 'ชื่อวันหยุดยาวเกิน 200 ตัวอักษร โปรดย่อให้สั้นลง',
  'holiday.day-unreadable': 'โปรดระบุวันที่ เช่น 13 เม.ย. 2570',
  'holiday.day-taken': 'มีวันหยุดในวันนี้แล้ว โปรดแก้ไขรายการเดิมแทน',
  'holiday.unknown': 'ไม่พบวันหยุดนี้ อาจมีผู้แก้ไขหรือนำออกไปแล้ว โปรดตรวจรายการล่าสุด',
  'holiday.last': 'นำวันหยุดวันสุดท้ายของปีออกไม่ได้ โปรดเพิ่มวันหยุดอื่นของปีนี้ก่อน',
  'holiday.year-unknown': 'ยังไม่มีข้อมูลวันหยุดของปีนี้ โปรดเพิ่มวันหยุดก่อน',
} as const
