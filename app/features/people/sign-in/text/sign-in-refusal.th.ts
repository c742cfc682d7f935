/** Why somebody is not let in, or a way to sign in is not changed, and what to do. `minutes` is how long to wait. */
export const signInRefusalTh = {
  // One sentence for every cause: who has an account is nobody's business.
  'sign-in.wrong': (_minutes: number) => 'อีเมลหรือรหัสผ่านไม่ถูกต้อง โปรดตรวจสอบแล้วลองอีกครั้ง หรือขอตั้งรหัสผ่านใหม่',
  'sign-in.too-many': (minutes: number) =>
    `มีการลองเข้าสู่ระบบหลายครั้งเกินไป โปรดลองอีกครั้งใน ${minutes} นาที หรือใช้พาสคีย์ หรือขอลิงก์ตั้งรหัสผ่านใหม่ทางอีเมล`,
  'sign-in.over': (_minutes: number) => 'การเข้าสู่ระบบนี้ใช้เวลานานเกินไปหรือใช้ไปแล้ว โปรดเริ่มเข้าสู่ระบบใหม่',
  'second-factor.wrong': (_minutes: number) => 'รหัสไม่ถูกต้องหรือใช้ไปแล้ว โปรดรอรหัสใหม่จากแอป แล้วลองอีกครั้ง',
  'second-factor.too-many': (minutes: number) => `ใส่รหัสผิดหลายครั้งเกินไป โปรดลองอีกครั้งใน ${minutes} นาที`,
  'second-factor.needed': (_minutes: number) =>
    'บทบาทของท่านต้องยืนยันตัวตนสองชั้น โปรดเพิ่มพาสคีย์หรือแอปยืนยันตัวตนอื่นก่อน จึงจะนำรายการนี้ออกได้',
  'second-factor.not-started': (_minutes: number) => 'ยังไม่ได้เริ่มตั้งค่าแอปยืนยันตัวตน โปรดเริ่มใหม่',
  'link.useless': (_minutes: number) =>
    'ลิงก์นี้ใช้ไปแล้ว หมดอายุแล้ว หรือไม่ถูกต้อง โปรดขอลิงก์ใหม่จากหน้าลืมรหัสผ่าน หรือจากผู้ดูแลระบบของหน่วยงาน',
  'password.too-short': (_minutes: number) => 'รหัสผ่านสั้นเกินไป โปรดใช้อย่างน้อย 12 ตัวอักษร จะเป็นประโยคยาว ๆ ก็ได้',
  'password.too-long': (_minutes: number) => 'รหัสผ่านยาวเกินไป โปรดใช้ไม่เกิน 200 ตัวอักษร',
  'password.common': (_minutes: number) => 'รหัสผ่านนี้เดาง่ายเกินไป โปรดใช้คำหลายคำที่ไม่เกี่ยวข้องกัน',
  'password.personal': (_minutes: number) => 'รหัสผ่านนี้มีชื่อ อีเมล หรือชื่อหน่วยงานเป็นส่วนใหญ่ โปรดใช้คำอื่นที่ผู้อื่นไม่รู้',
  'password.current-wrong': (_minutes: number) => 'รหัสผ่านปัจจุบันไม่ถูกต้อง โปรดตรวจสอบแล้วลองอีกครั้ง',
  'password.not-same': (_minutes: number) => 'รหัสผ่านสองช่องไม่ตรงกัน โปรดพิมพ์ใหม่ให้ตรงกัน',
  'person.email-taken': (_minutes: number) => 'มีบุคคลอื่นในหน่วยงานใช้อีเมลนี้แล้ว โปรดใช้อีเมลอื่น',
  'person.bad-email': (_minutes: number) => 'อีเมลไม่ถูกต้อง โปรดตรวจสอบ เช่น name@agency.go.th',
  'person.no-name': (_minutes: number) => 'โปรดระบุชื่อและนามสกุล',
  'session.unknown': (_minutes: number) => 'ไม่พบการเข้าสู่ระบบนี้ อาจสิ้นสุดไปแล้ว',
  'session.not-fresh': (_minutes: number) => 'เข้าสู่ระบบไว้นานแล้ว โปรดเข้าสู่ระบบอีกครั้งก่อนเปลี่ยนวิธีเข้าสู่ระบบ',
  'oidc.unverified-email': (_minutes: number) =>
    'ผู้ให้บริการยังไม่ได้ยืนยันอีเมลของท่าน จึงใช้เข้าสู่ระบบครั้งแรกไม่ได้ โปรดยืนยันอีเมลกับผู้ให้บริการ หรือเข้าสู่ระบบด้วยวิธีอื่นแล้วเชื่อมบัญชี',
  'oidc.nobody': (_minutes: number) => 'บัญชีนี้ไม่ตรงกับบุคคลใดที่เข้าใช้ระบบของหน่วยงานนี้ได้ โปรดติดต่อผู้ดูแลระบบของหน่วยงาน',
  'oidc.taken': (_minutes: number) => 'บัญชีนี้เชื่อมกับบุคคลอื่นในหน่วยงานแล้ว โปรดใช้บัญชีอื่น',
  'oidc.unreachable': (_minutes: number) =>
    'ติดต่อผู้ให้บริการยืนยันตัวตนไม่ได้ โปรดลองอีกครั้งในภายหลัง หรือเข้าสู่ระบบด้วยวิธีอื่น',
  'oidc.refused': (_minutes: number) =>
    'ผู้ให้บริการไม่ยืนยันตัวตนของท่าน หรือท่านยกเลิก โปรดลองอีกครั้ง หรือเข้าสู่ระบบด้วยวิธีอื่น',
  'oidc.unknown-provider': (_minutes: number) => 'ไม่มีผู้ให้บริการนี้ โปรดเลือกจากรายการ',
  'oidc.bad-issuer': (_minutes: number) => 'ที่อยู่ผู้ให้บริการ (issuer) ใช้ไม่ได้ โปรดใช้ที่อยู่ https ตามเอกสารของผู้ให้บริการ',
  'passkey.refused': (_minutes: number) => 'ตรวจสอบพาสคีย์ไม่ผ่าน โปรดลองอีกครั้ง หรือเข้าสู่ระบบด้วยวิธีอื่น',
  'passkey.unknown': (_minutes: number) => 'ไม่พบพาสคีย์นี้ในระบบ โปรดเข้าสู่ระบบด้วยวิธีอื่น แล้วเพิ่มพาสคีย์ใหม่',
  'passkey.taken': (_minutes: number) => 'พาสคีย์นี้ลงทะเบียนไว้แล้ว',
  'way.last': (_minutes: number) => 'นี่เป็นวิธีเข้าสู่ระบบวิธีสุดท้ายของท่าน โปรดเพิ่มวิธีอื่นก่อนนำวิธีนี้ออก',
} as const
