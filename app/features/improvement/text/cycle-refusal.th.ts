/** Why a cycle is not saved, and what to do. */
export const cycleRefusalTh = {
  'cycle.already-there': (year: string, _place: string) =>
    `มีรายงานของปีงบประมาณ พ.ศ. ${year} อยู่แล้วและมีเนื้อหาต่างกัน หากต้องการใช้ฉบับใหม่ โปรดสั่งให้แทนที่ ระบบจะยังเก็บฉบับเดิมไว้`,
  'cycle.other-agency': (named: string, known: string) =>
    `รายงานนี้ระบุว่าเป็นของ “${named}” แต่กำลังบันทึกเป็นของ “${known}” หากเป็นหน่วยงานเดียวกัน โปรดระบุชื่อหน่วยงานที่ใช้ในปัจจุบัน หากเป็นคนละหน่วยงาน โปรดบันทึกด้วยรหัสของหน่วยงานนั้น`,
  'cycle.bad-agency-code': (_year: string, place: string) =>
    `รหัสหน่วยงาน “${place}” ใช้ไม่ได้ โปรดใช้อักษรละตินตัวเล็ก ตัวเลข หรือขีดกลาง 2 ถึง 40 ตัว`,
  'cycle.bad-year': (year: string, _place: string) =>
    `“${year}” ไม่ใช่ปีพุทธศักราชที่บันทึกได้ โปรดใช้ปี พ.ศ. 2500 ถึง พ.ศ. 2699`,
  'cycle.bad-day': (_year: string, place: string) => `วันที่ที่ ${place} ไม่มีอยู่จริง โปรดแก้วันที่ในไฟล์ แล้วนำเข้าใหม่`,
  'cycle.bad-number': (_year: string, place: string) =>
    `หมายเลขประเด็นหรือมาตรการที่ ${place} ซ้ำกันหรือไม่ใช่จำนวนเต็ม โปรดแก้หมายเลขในไฟล์ แล้วนำเข้าใหม่`,
  'cycle.unstorable-text': (_year: string, place: string) =>
    `ข้อความที่ ${place} มีอักขระที่ไม่ใช่ตัวอักษร (อักขระศูนย์หรือรหัสยูนิโค้ดไม่ครบ) โปรดลบอักขระนั้น แล้วนำเข้าใหม่`,
  'permission.refused': (act: string, _roles: string) =>
    `บัญชีนี้ไม่มีสิทธิ์${act} โปรดติดต่อผู้ดูแลระบบหรือผู้ประสานงาน ITA ของหน่วยงาน`,
} as const
