/** Why a cycle is not saved, and what to do. */
export const cycleRefusalTh = {
  'cycle.already-there': (year: string, _place: string) =>
    `มีรายงานของปีงบประมาณ ${year} อยู่แล้วและเนื้อหาต่างกัน หากต้องการใช้ฉบับใหม่แทน ให้สั่งแทนที่ ฉบับเดิมจะยังถูกเก็บไว้`,
  'cycle.bad-agency-code': (_year: string, place: string) =>
    `รหัสหน่วยงาน “${place}” ใช้ไม่ได้ ใช้อักษรละตินตัวเล็ก ตัวเลข หรือขีดกลาง 2 ถึง 40 ตัว`,
  'cycle.bad-year': (year: string, _place: string) => `ปี ${year} ไม่ใช่ปีพุทธศักราชที่บันทึกได้ ใช้ปีตั้งแต่ 2500 ถึง 2699`,
  'cycle.bad-day': (_year: string, place: string) => `วันที่ที่ ${place} ไม่ใช่วันที่ที่มีจริง แก้วันที่ในไฟล์แล้วนำเข้าอีกครั้ง`,
  'cycle.bad-number': (_year: string, place: string) =>
    `หมายเลขประเด็นหรือมาตรการที่ ${place} ซ้ำกันหรือไม่ใช่จำนวนเต็ม แก้หมายเลขในไฟล์แล้วนำเข้าอีกครั้ง`,
  'cycle.unstorable-text': (_year: string, place: string) =>
    `ข้อความที่ ${place} มีอักขระที่ไม่ใช่ตัวอักษร (อักขระศูนย์หรือรหัสยูนิโค้ดไม่ครบ) ลบอักขระนั้นแล้วนำเข้าอีกครั้ง`,
} as const
