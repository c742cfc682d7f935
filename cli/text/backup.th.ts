const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Words of backup, restore, drill and backup-key. */
export const backupTh = {
  outOrScheduled:
    'โปรดระบุ --out FILE หรือ --scheduled อย่างใดอย่างหนึ่ง เช่น prongsai backup --out backup.prongsai',
  noDirectory: '--scheduled ต้องมีโฟลเดอร์สำรอง โปรดกำหนด BACKUP_DIR',
  notEncrypted:
    'คำเตือน: ไฟล์สำรองไม่ได้เข้ารหัส ผู้ที่ได้ไฟล์ไปอ่านได้ทั้งหมด โปรดทำกุญแจด้วย prongsai backup-key แล้วกำหนด BACKUP_RECIPIENT',
  elsewhere: 'โปรแกรมอีกชุดหนึ่งกำลังสำรองอยู่แล้ว จึงไม่ทำซ้ำ',
  readingTables: (done: number, of: number) => `กำลังอ่านฐานข้อมูล (${done}/${of} ตาราง)`,
  copyingFiles: (done: number, of: number) => `กำลังสำรองไฟล์ (${done}/${of})`,
  resumed: 'ทำต่อจากการสำรองที่ค้างไว้',
  made: (file: string, bytes: number, files: number, seconds: number) =>
    `สำรองแล้วที่ ${file} (${size(bytes)} · ไฟล์ ${files} รายการ · ${seconds} วินาที)`,
  companions: (keys: string, shred: string) =>
    `กุญแจของระบบอยู่ที่ ${keys} โปรดเก็บแยกจากไฟล์สำรอง ส่วนกุญแจทำลายของช่องทางแจ้งเบาะแสอยู่ที่ ${shred} เก็บได้ไม่เกิน 7 วัน`,
  indexIs: (hash: string) => `ค่าแฮชของไฟล์สำรอง ${hash} (ควรจดเก็บไว้ที่อื่น)`,
  absent: {
    missing: (name: string) => `ไม่พบไฟล์ ${name} ที่ฐานข้อมูลอ้างถึง จึงไม่มีในไฟล์สำรอง`,
    altered: (name: string) => `ไฟล์ ${name} ไม่ตรงกับค่าแฮชที่บันทึกไว้ จึงไม่มีในไฟล์สำรอง`,
  },
  absentRemedy: 'โปรดเรียก prongsai verify แล้วนำไฟล์เหล่านี้กลับมาจากไฟล์สำรองก่อนหน้า',
  missingFile: 'โปรดระบุไฟล์สำรอง เช่น prongsai restore backup.prongsai',
  identityNeedsFile:
    '--identity ใช้กับไฟล์สำรองเท่านั้น โปรดระบุไฟล์ เช่น prongsai verify backup.prongsai --identity key',
  keyIsThere: (file: string) => `มีไฟล์ “${file}” อยู่แล้ว และกุญแจลับไม่เขียนทับ โปรดระบุชื่ออื่นด้วย --out`,
  keyMade: (file: string) =>
    `กุญแจลับอยู่ในไฟล์ ${file} โปรดย้ายไปเก็บนอกเครื่องนี้อย่างน้อยสองแห่ง เพราะหากหาย ไฟล์สำรองที่เข้ารหัสจะเปิดไม่ได้อีก แล้วใส่บรรทัด BACKUP_RECIPIENT ในการตั้งค่าของโปรแกรม`,
  stored: (members: number, bytes: number) => `ไฟล์สำรองครบถ้วน ${members} ส่วน (${size(bytes)})`,
  opened: (rows: number, files: number) => `เปิดอ่านได้ทั้งหมด ข้อมูล ${rows} แถว และไฟล์ ${files} รายการ ตรงกับค่าแฮช`,
  notOpened: 'ยังไม่ได้เปิดอ่านเนื้อหา เพราะเข้ารหัสไว้ หากต้องการตรวจเนื้อหาด้วย โปรดระบุ --identity',
  taken: (at: string, version: string) => `สำรองเมื่อ ${at} ด้วยโปรแกรมรุ่น ${version}`,
  checking: (done: number, of: number) => `กำลังตรวจไฟล์สำรอง (${size(done)}/${size(of)})`,
  placingFiles: (done: number, of: number) => `กำลังวางไฟล์ (${done}/${of})`,
  loadingTables: (done: number, of: number) => `กำลังนำเข้าฐานข้อมูล (${done}/${of} ตาราง)`,
  restored: (tables: number, rows: number, files: number, seconds: number) =>
    `กู้คืน ${tables} ตาราง ${rows} แถว และไฟล์ ${files} รายการ แล้ว ภายใน ${seconds} วินาที ตรงกับจำนวนและค่าแฮชในไฟล์สำรองทุกตาราง`,
  theSame: (agencies: number) => `บันทึกการตรวจสอบและสิ่งที่เผยแพร่ของ ${agencies} หน่วยงานตรงกับไฟล์สำรอง`,
  notTheSame: (what: string) => `สิ่งที่กู้คืนไม่ตรงกับไฟล์สำรอง ${what} โปรดดูรายการข้างต้น และอย่าใช้งานระบบที่กู้คืนนี้`,
  ended: (sessions: number, links: number, mails: number, uploads: number) =>
    `ยุติสิ่งที่ค้างอยู่เมื่อสำรอง: การเข้าสู่ระบบ ${sessions} · ลิงก์ครั้งเดียว ${links} · อีเมลที่รอส่ง ${mails} (พักไว้ ให้ผู้ดูแลระบบส่งเองหากยังไม่ได้ส่ง) · ไฟล์ที่ส่งค้าง ${uploads}`,
  wereAbsent: (count: number) => `ไฟล์ ${count} รายการไม่มีอยู่แล้วตั้งแต่ตอนสำรอง`,
  noKeys:
    'ไม่มีไฟล์ .keys วางอยู่ข้างไฟล์สำรอง หรือไฟล์นั้นไม่มีกุญแจ (เช่น กำหนด SECRET_KEY และ PROTECTED_PEPPER ไว้ในการตั้งค่า): หากไม่กำหนด SECRET_KEY เดิม ผู้ใช้แอปยืนยันตัวตนต้องตั้งใหม่ และไฟล์ของศูนย์รับเรื่องจะเปิดไม่ได้ หากไม่กำหนด PROTECTED_PEPPER เดิม รหัสรับเรื่องของช่องทางแจ้งเบาะแสจะเปิดไม่ได้ โปรดวางไฟล์ .keys แล้วกู้คืนใหม่ในโฟลเดอร์ว่าง ก่อนเปิดโปรแกรม',
  noShred: 'ไม่มีไฟล์ .shred วางอยู่ข้างไฟล์สำรอง: เรื่องทุกเรื่องในช่องทางแจ้งเบาะแสจะเปิดไม่ได้อีก',
  afterShred:
    'หากใช้ช่องทางแจ้งเบาะแส เมื่อเปิดโปรแกรมแล้ว ให้เรียก prongsai protected restored ของแต่ละหน่วยงาน เพื่อให้เรื่องที่มีข้อความหลังสำเนาใช้งานต่อได้',
  people: 'ผู้ที่ถูกระงับ รหัสผ่านที่เปลี่ยน และรหัสกู้คืนที่ใช้ไปหลังเวลาสำรอง กลับเป็นอย่างเดิม โปรดตรวจหน้า “บุคคล” ก่อนเปิดให้ใช้',
  headIs: (code: string, head: string) => `${code}: ค่าแฮชของบันทึกการตรวจสอบ ${head}`,
  publicationsAre: (count: number) => `สิ่งที่เผยแพร่ ${count} รายการ ตรงกับค่าแฮชที่เผยแพร่`,
  drilled: 'ซ้อมกู้คืนสำเร็จ และลบสำเนาที่กู้คืนแล้ว',
} as const
