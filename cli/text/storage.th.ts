export const storageTh = {
  tooMany: (word: string) => `ระบุได้เพียงรหัสหน่วยงานและขนาด โปรดนำ “${word}” ออกจากคำสั่ง`,
  noAgency: (code: string) => `ไม่มีหน่วยงานรหัส “${code}” โปรดดูรหัสทั้งหมดด้วย prongsai quota`,
  badSize: (typed: string) =>
    `“${typed}” ไม่ใช่ขนาด โปรดระบุจำนวนเต็มเป็นเมกะไบต์ เช่น 20480 หรือ none เพื่อใช้ค่าของ FILES_QUOTA_MB`,
  nobody: 'ยังไม่มีหน่วยงาน',
  noLimit: 'ไม่จำกัด',
  line: (agency: string, files: number, used: string, most: string, isOwn: boolean) =>
    `${agency}  ${files} ไฟล์  ใช้ ${used}  โควตา ${most}${isOwn ? '' : ' (ค่าของ FILES_QUOTA_MB)'}`,
  noDatabase: 'ยังไม่มีฐานข้อมูล จึงไม่มีไฟล์ให้ตรวจ โปรดตรวจสอบ DATA_DIR หรือ DATABASE_URL',
  sweeping: (agency: string) => `กำลังตรวจไฟล์ของ ${agency} …`,
  swept: (agency: string, looked: number, removed: number, size: string, isDryRun: boolean) =>
    removed === 0
      ? `${agency}  ตรวจ ${looked} ไฟล์ ทุกไฟล์มีรายการอ้างถึง หรือเก็บไว้ไม่เกิน 7 วัน`
      : `${agency}  ตรวจ ${looked} ไฟล์ ${isDryRun ? 'จะลบ' : 'ลบแล้ว'} ${removed} ไฟล์ที่ไม่มีรายการใดอ้างถึง (${size})`,
  held: (day: string) =>
    `ยังไม่ลบไฟล์ใดจนถึง ${day} เพราะฐานข้อมูลนี้ไม่มีบันทึกการลบไฟล์ใน 2 วันที่ผ่านมา อาจเป็นฐานข้อมูลที่กู้คืนมาและเก่ากว่าไฟล์`,
} as const
