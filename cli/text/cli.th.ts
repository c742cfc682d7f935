import { backupTh } from './backup.th.ts'
import { migrateTh } from './migrate.th.ts'
import { moveTh } from './move.th.ts'
import { storageTh } from './storage.th.ts'

export const cliTh = {
  usage: `prongsai – งานคุณธรรมและความโปร่งใส (ITA) ประจำปีของหน่วยงาน

  prongsai import FILE                                  นำรายงาน (ข้อความ DOCX XLSX CSV JSON) เข้าฐานข้อมูล
    [--replace] [--agency-name ชื่อ]                     และเผยแพร่เมื่อผ่านสายการเห็นชอบครบแล้ว
  prongsai import FILE --out cycle.json                 อ่านรายงานลงไฟล์ ไม่บันทึกและไม่เผยแพร่
  prongsai import LIST.yaml [--dry-run]                 นำกรอบการประเมินหรือตารางเทียบของหน่วยงานเข้าฐานข้อมูล
  prongsai check FILE --item 2568:O28                   ตรวจความครบถ้วน 100/0 และแสดงข้อสังเกต
  prongsai check --url ADDRESS                         เปิดที่อยู่เว็บเหมือนผู้ประเมิน และแสดงสิ่งที่ต้องแก้ไข
  prongsai report FILE --out DIR [--format pdf,docx,html,xlsx,csv,json] [--without-findings]
                                                        จัดทำเอกสารรายงาน
  prongsai export 2568 | 2566-2567 [--out LIST.yaml]    กรอบการประเมินหรือตารางเทียบ เป็น YAML ตามแบบ CISO Assistant
  prongsai score ANSWERS.csv --year 2567                คำนวณคะแนนจากคำตอบแบบสำรวจ ของหน่วยงานเดียวหรือหลายหน่วยงาน
  prongsai verify                                       ตรวจว่าบันทึกการตรวจสอบ รายงานที่เผยแพร่ และไฟล์ที่เก็บไว้ไม่ถูกแก้ไข
  prongsai user list                                    บุคคลที่เข้าใช้ระบบของหน่วยงานตาม AGENCY_CODE
  prongsai user add EMAIL --name ชื่อ --role ROLE [--unit CODE]
                                                        เพิ่มบุคคล และแสดงลิงก์เข้าสู่ระบบครั้งเดียว
  prongsai user link | disable | enable EMAIL           ลิงก์เข้าสู่ระบบครั้งเดียว ระงับ หรือเลิกระงับการใช้งาน
  prongsai protected restored                           ยอมรับช่องทางแจ้งเบาะแสตามสำเนาสำรอง หลังกู้คืนฐานข้อมูล
  prongsai protected ceremony [2-of-3]                  สร้างกุญแจกู้คืนของช่องทางแจ้งเบาะแส (ไม่ใช้ฐานข้อมูล)
  prongsai protected holders | verify                   ผู้ถือกุญแจของช่องทาง หรือตรวจบันทึกของช่องทาง
  prongsai protected recover KEY REASON                 มอบเรื่องที่ไม่มีผู้อ่านแล้วด้วยส่วนแบ่ง (อ่านจาก stdin)
  prongsai verify FILE [--identity KEY]                 ตรวจไฟล์สำรองทั้งไฟล์ และเนื้อหาเมื่อระบุกุญแจลับ
  prongsai backup --out FILE | --scheduled              สำรองทั้งระบบระหว่างใช้งาน (--scheduled: ลง BACKUP_DIR)
  prongsai backup-key [--out KEY]                       สร้างกุญแจคู่สำหรับเข้ารหัสไฟล์สำรอง
  prongsai restore FILE [--identity KEY]                กู้คืนลงโฟลเดอร์ข้อมูลและฐานข้อมูลที่ว่าง แล้วตรวจ
  prongsai drill FILE [--identity KEY]                  ซ้อมกู้คืนในโฟลเดอร์ชั่วคราว โดยไม่แตะระบบที่ใช้งาน
  prongsai migrate [--logins]                           ปรับฐานข้อมูลให้เป็นปัจจุบัน และสร้างผู้ใช้ฐานข้อมูลที่มีสิทธิ์น้อยที่สุดของเซิร์ฟเวอร์
  prongsai move --to ADDRESS|own                        ย้ายฐานข้อมูลไปเซิร์ฟเวอร์ หรือกลับมาที่ PostgreSQL ในตัว แล้วเทียบทุกตาราง
  prongsai quota [CODE] [MB|none]                       พื้นที่เก็บไฟล์ที่แต่ละหน่วยงานใช้และใช้ได้ หรือกำหนดใหม่
  prongsai sweep [--dry-run]                            ลบไฟล์ที่ไม่มีรายการใดอ้างถึงเกิน 7 วัน
  prongsai config                                       แสดงการตั้งค่าทั้งหมด

--replace      บันทึกเป็นฉบับใหม่แทนรายงานของปีเดียวกันที่มีอยู่แล้ว (ระบบยังเก็บฉบับเดิมไว้)
--agency-name  ชื่อหน่วยงานที่ใช้ในปัจจุบัน เมื่อรายงานระบุชื่ออื่นหรือไม่ระบุชื่อ
--catalogue LIST.yaml (ระบุซ้ำได้ ใช้กับ import --out, check, report, export, score) ใช้รายการนั้นเฉพาะคำสั่งนี้ โดยไม่ใช้ฐานข้อมูล
ใช้ได้กับทุกคำสั่ง: --json แสดงผลเป็น JSON  --lang th|en เลือกภาษา  --help แสดงคำอธิบาย
รหัสสถานะเมื่อจบคำสั่ง: 0 เรียบร้อย  1 ผลตรวจไม่ผ่าน  2 ข้อมูลนำเข้าไม่ถูกต้อง  3 ระบบขัดข้อง`,
  unknownCommand: (command: string) => `ไม่มีคำสั่ง “${command}” โปรดดูคำสั่งทั้งหมดด้วย prongsai --help`,
  unknownOption: (option: string) => `ไม่มีตัวเลือก “${option}” โปรดดูตัวเลือกที่ใช้ได้ด้วย prongsai --help`,
  notAnOptionOf: (option: string, command: string) =>
    `คำสั่ง ${command} ไม่มีตัวเลือก “${option}” โปรดดูตัวเลือกที่ใช้ได้ด้วย prongsai --help`,
  missingValue: (option: string) => `ตัวเลือก “${option}” ต้องตามด้วยค่า โปรดดูตัวอย่างด้วย prongsai --help`,
  takesNoValue: (option: string) => `ตัวเลือก “${option}” ไม่รับค่า โปรดระบุเฉพาะชื่อตัวเลือก`,
  givenTwice: (option: string) => `ระบุตัวเลือก “${option}” มากกว่าหนึ่งครั้ง โปรดระบุเพียงครั้งเดียว`,
  unknownLanguage: (lang: string) => `ไม่มีภาษา “${lang}” โปรดใช้ --lang th หรือ --lang en`,
  missingFile: 'โปรดระบุไฟล์ที่จะอ่าน เช่น prongsai import report.docx',
  tooManyFiles: (file: string) => `ระบุได้ครั้งละหนึ่งไฟล์ โปรดนำ “${file}” ออกจากคำสั่ง`,
  takesNoFile: (file: string) => `คำสั่งนี้ไม่รับไฟล์ โปรดนำ “${file}” ออกจากคำสั่ง`,
  noSuchFile: (file: string) => `ไม่พบไฟล์ “${file}” โปรดตรวจสอบชื่อและที่อยู่ของไฟล์`,
  notAFile: (file: string) => `“${file}” ไม่ใช่ไฟล์ โปรดระบุชื่อไฟล์ที่จะอ่าน`,
  cannotRead: (file: string, reason: string) => `อ่านไฟล์ “${file}” ไม่ได้ เพราะ${reason}`,
  isAFolder: (file: string) => `เขียนไฟล์ “${file}” ไม่ได้ เพราะมีโฟลเดอร์ชื่อนี้อยู่แล้ว โปรดระบุชื่ออื่น`,
  notAPlainFile: (file: string) =>
    `เขียนไฟล์ “${file}” ไม่ได้ เพราะเป็นอุปกรณ์หรือช่องทางของระบบ ไม่ใช่ไฟล์ธรรมดา โปรดระบุชื่ออื่น`,
  cannotWrite: (file: string, reason: string) => `เขียนไฟล์ “${file}” ไม่ได้ เพราะ${reason}`,
  /** Follow “เพราะ”. */
  systemReasons: {
    EACCES: 'ไม่มีสิทธิ์เข้าถึงไฟล์หรือโฟลเดอร์นี้',
    EPERM: 'ระบบปฏิบัติการไม่อนุญาต',
    EROFS: 'ดิสก์นี้อ่านได้อย่างเดียว',
    ENOSPC: 'ดิสก์เต็ม',
    EDQUOT: 'ใช้พื้นที่เก็บข้อมูลครบโควตาแล้ว',
    ENOTDIR: 'ส่วนหนึ่งของที่อยู่ไม่ใช่โฟลเดอร์',
    EEXIST: 'ส่วนหนึ่งของที่อยู่ไม่ใช่โฟลเดอร์',
    ENAMETOOLONG: 'ชื่อยาวเกินไป',
    ELOOP: 'ลิงก์อ้างถึงกันเป็นวงกลม',
  },
  systemSays: (code: string) => `ระบบปฏิบัติการแจ้งรหัส ${code}`,
  catalogueNeedsOut:
    '--catalogue ใช้ได้เมื่อไม่ใช้ฐานข้อมูลเท่านั้น โปรดระบุ --out ด้วย หรือนำรายการเข้าฐานข้อมูลก่อนด้วย prongsai import LIST.yaml',
  onlyIntoDatabase: (option: string) =>
    `${option} ใช้ได้เมื่อบันทึกลงฐานข้อมูลเท่านั้น โปรดนำ ${option} หรือ --out ออกจากคำสั่ง`,
  listTakesNo: (option: string) =>
    `${option} ใช้กับกรอบการประเมินหรือตารางเทียบไม่ได้ เพราะรายการเข้าฐานข้อมูลได้เท่านั้น โปรดใช้ --dry-run หากต้องการดูผลโดยไม่บันทึก`,
  onlyForLists: (option: string) =>
    `${option} ใช้ได้กับการนำเข้ากรอบการประเมินหรือตารางเทียบเท่านั้น โปรดใช้ --out หากต้องการดูผลของรายงานโดยไม่บันทึก`,
  notAList: (file: string) =>
    `“${file}” ไม่ใช่กรอบการประเมินหรือตารางเทียบตามแบบ CISO Assistant โปรดดูแบบด้วย prongsai export 2568`,
  missingPart:
    'โปรดระบุปีของกรอบการประเมิน หรือคู่ปีของตารางเทียบ เช่น prongsai export 2568 หรือ prongsai export 2566-2567',
  unknownPart: (part: string, known: string) =>
    `ไม่มีกรอบการประเมินหรือตารางเทียบ “${part}” โปรดเลือกจากรายการที่มี: ${known}`,
  frameworkCounts: (year: string, indicators: number, items: number, elements: number) =>
    `กรอบการประเมิน พ.ศ. ${year}: ตัวชี้วัด ${indicators} · ข้อ ${items} · องค์ประกอบด้านข้อมูล ${elements}`,
  crosswalkCounts: (years: string, pairs: number) => `ตารางเทียบ ${years}: ${pairs} คู่`,
  certaintyCounts: (sourced: number, inferred: number, unverified: number) =>
    `มีแหล่งอ้างอิง ${sourced} · อนุมาน ${inferred} · ยังไม่ยืนยัน ${unverified}`,
  differences: 'ส่วนที่ต่างจากรายการที่ใช้อยู่',
  added: (rows: string) => `เพิ่ม: ${rows}`,
  removed: (rows: string) => `นำออก: ${rows}`,
  reworded: (rows: string) => `เปลี่ยนถ้อยคำ: ${rows}`,
  otherwise: (rows: string) => `เปลี่ยนแปลงอื่น: ${rows}`,
  certaintyChanged: (rows: string) => `เปลี่ยนความแน่ชัดของข้อมูล: ${rows}`,
  headChanged: (fields: string) => `เปลี่ยนข้อกำหนดของทั้งกรอบ: ${fields}`,
  lostPairs: (rows: string) => `คู่เทียบที่ใช้ไม่ได้แล้ว เพราะข้อถูกนำออก: ${rows}`,
  listSaved: (part: string, version: number) => `บันทึก ${part} ฉบับที่ ${version} ของหน่วยงานลงฐานข้อมูลแล้ว`,
  listUnchanged: (part: string) => `${part} ตรงกับรายการที่ใช้อยู่แล้ว จึงไม่มีการเปลี่ยนแปลง`,
  listNotSaved: (part: string) => `ยังไม่ได้บันทึก ${part} หากต้องการบันทึก โปรดเรียกคำสั่งอีกครั้งโดยไม่ระบุ --dry-run`,
  missingItem: 'โปรดระบุข้อที่จะตรวจพร้อมปี เช่น --item 2568:O28',
  bareItem: (item: string) => `“${item}” ไม่ได้ระบุปี รหัสข้อเดียวกันเป็นคนละเรื่องในแต่ละปี โปรดระบุปีด้วย เช่น 2568:O28`,
  unknownItem: (item: string) => `ไม่มีข้อ “${item}” ในกรอบการประเมินที่มีอยู่ในระบบ`,
  noRule: (item: string, known: string) => `ยังไม่มีเกณฑ์ตรวจของข้อ ${item} ข้อที่ตรวจได้คือ ${known}`,
  missingOut: 'โปรดระบุโฟลเดอร์ปลายทาง เช่น --out out',
  unknownFormat: (format: string, known: string) => `ไม่มีรูปแบบ “${format}” โปรดเลือกจากรูปแบบที่มี: ${known}`,
  reading: (file: string) => `กำลังอ่าน ${file}`,
  making: (format: string, done: number, all: number) => `กำลังจัดทำ ${format} (${done}/${all})`,
  counts: (issues: number, measures: string, pairs: number, singles: number, resolutions: number) =>
    `${issues} ประเด็น · มาตรการ ${measures} · คู่คะแนน ${pairs} · คะแนนเดี่ยว ${singles} · มติ ${resolutions}`,
  notes: 'สิ่งที่ระบบดำเนินการกับไฟล์',
  faults: 'ข้อความที่น่าสงสัย (คงไว้ตามต้นฉบับ)',
  line: (line: number) => `บรรทัดที่ ${line}`,
  writtenTo: (file: string) => `เขียนไฟล์ ${file} แล้ว`,
  saved: (year: number, version: number) =>
    `บันทึกรายงานประจำปีงบประมาณ พ.ศ. ${year} ลงฐานข้อมูลแล้ว เป็นฉบับบันทึกที่ ${version}`,
  unchanged: (year: number) => `รายงานประจำปีงบประมาณ พ.ศ. ${year} มีเนื้อหาเดียวกันอยู่แล้ว จึงไม่มีการเปลี่ยนแปลง`,
  agencyNamed: (name: string) => `ชื่อหน่วยงานที่แสดงบนเว็บไซต์คือ “${name}”`,
  publication: {
    recorded: (count: number) => `บันทึกมติที่รายงานกล่าวถึง ${count} รายการ`,
    isPublic: (address: string) => `✓ เผยแพร่แล้วที่ ${address}`,
    waits: (bodies: string) => `ยังไม่เผยแพร่ เพราะเนื้อหานี้ยังไม่ผ่าน ${bodies}`,
    waitsRemedy: 'โปรดเสนอรายงานเข้าที่ประชุมในระบบ แล้วบันทึกมติ จากนั้นนำเข้าไฟล์เดิมอีกครั้ง หรือเผยแพร่จากหน้ารายงานฉบับร่าง',
    noChain: 'ยังไม่เผยแพร่ เพราะหน่วยงานยังไม่ได้กำหนดสายการเห็นชอบของรายงาน',
    noChainRemedy: 'โปรดกำหนดสายการเห็นชอบในระบบ (/office/approval-chains) แล้วเสนอรายงานเข้าที่ประชุม',
  },
  alreadyThere: (year: number) =>
    `มีรายงานประจำปีงบประมาณ พ.ศ. ${year} ที่เนื้อหาต่างกันอยู่แล้ว โปรดใช้ --replace หากต้องการบันทึกเป็นฉบับใหม่ (ระบบยังเก็บฉบับเดิมไว้)`,
  otherAgency: (named: string, known: string, code: string) =>
    `รายงานนี้ระบุว่าเป็นของ “${named}” แต่รหัสหน่วยงาน ${code} เป็นของ “${known}” หากเป็นหน่วยงานเดียวกัน โปรดเพิ่ม --agency-name ตามด้วยชื่อที่ใช้ในปัจจุบัน หากเป็นคนละหน่วยงาน โปรดกำหนด AGENCY_CODE ของหน่วยงานนั้น`,
  verdict: (item: string, score: number) => `ข้อ ${item}: ${score} คะแนน`,
  verdictElement: (issue: number, measure: number) => `ประเด็นที่ ${issue} มาตรการที่ ${measure}`,
  address: {
    alone: '--url ใช้ลำพัง โปรดไม่ระบุไฟล์หรือ --item',
    unreadable: (address: string) => `ที่อยู่ ${address} ต้องขึ้นต้นด้วย http:// หรือ https://`,
    passes: (address: string) => `✓ ${address} เปิดได้ ไม่พบสิ่งที่ทำให้ได้ 0`,
    fails: (address: string) => `✗ ${address} ผู้ประเมินจะพบปัญหา`,
    seen: (given: Readonly<{ status: string; type: string; size: string }>) =>
      `สถานะ ${given.status}  ชนิด ${given.type}  ขนาด ${given.size} ไบต์`,
  },
  findings: (count: number) => `ข้อสังเกต ${count} ข้อ`,
  pdfFaults: {
    'pdf.timeout': (_detail: string) =>
      'จัดทำ PDF ไม่ทันเวลาที่กำหนด โปรดเพิ่ม PDF_TIMEOUT_SECONDS หรือเลือกรูปแบบอื่นด้วย --format',
    'pdf.memory': (_detail: string) =>
      'จัดทำ PDF เกินหน่วยความจำที่กำหนด โปรดเพิ่ม PDF_MEMORY_MB หรือเลือกรูปแบบอื่นด้วย --format',
    'pdf.failed': (detail: string) => `จัดทำ PDF ไม่ได้ (${detail})`,
  },
  user: {
    unknownAct: (acts: string) => `โปรดระบุสิ่งที่จะทำ: ${acts} เช่น prongsai user list`,
    tooMany: (word: string) => `ระบุได้ครั้งละหนึ่งบุคคล โปรดนำ “${word}” ออกจากคำสั่ง`,
    missingEmail: 'โปรดระบุอีเมลของบุคคล เช่น prongsai user link name@agency.go.th',
    badEmail: (email: string) => `“${email}” ไม่ใช่อีเมล โปรดตรวจสอบ เช่น name@agency.go.th`,
    missingName: 'โปรดระบุชื่อด้วย --name "ชื่อ นามสกุล"',
    missingRole: (roles: string) => `โปรดระบุบทบาทด้วย --role (ระบุซ้ำได้) บทบาทที่มีคือ ${roles}`,
    unknownRole: (role: string, roles: string) => `ไม่มีบทบาท “${role}” บทบาทที่มีคือ ${roles}`,
    ownerNeedsUnit: 'บทบาท unit-owner ต้องระบุส่วนงานด้วย --unit ตามด้วยรหัสหรือชื่อส่วนงาน',
    unknownUnit: (unit: string) => `ไม่มีส่วนงาน “${unit}” โปรดเพิ่มส่วนงานในระบบก่อน`,
    unknownPerson: (email: string) => `ไม่มีบุคคลที่ใช้อีเมล ${email} ในหน่วยงานนี้`,
    isDisabled: (email: string) => `${email} ถูกระงับการใช้งาน โปรดเลิกระงับก่อนด้วย prongsai user enable ${email}`,
    noAgency: (code: string) =>
      `ไม่มีหน่วยงานรหัส “${code}” โปรดตรวจสอบ AGENCY_CODE หรือเพิ่มบุคคลแรกด้วย prongsai user add`,
    nobody: 'ยังไม่มีบุคคลในหน่วยงานนี้',
    states: {
      active: 'ใช้งานอยู่',
      invited: 'เชิญแล้ว ยังไม่เข้าใช้',
      named: 'มีชื่อ ไม่เข้าใช้ระบบ',
      disabled: 'ระงับการใช้งาน',
    },
    link: (email: string, address: string) =>
      `ลิงก์เข้าสู่ระบบของ ${email} ใช้ได้ครั้งเดียวภายใน 24 ชั่วโมง ผู้ถือลิงก์เข้าใช้แทนบุคคลนี้ได้
${address}`,
    disabled: (email: string, sessions: number) =>
      `ระงับการใช้งานของ ${email} แล้ว และให้ออกจากระบบ ${sessions} เครื่อง`,
    enabled: (email: string) => `เลิกระงับการใช้งานของ ${email} แล้ว`,
  },
  protected: {
    badShares: 'โปรดระบุจำนวนส่วนแบ่ง เช่น 2-of-3 หรือ 3-of-5 (2–9 ส่วน ใช้เปิดตั้งแต่ 2 ส่วน)',
    before: [
      'การสร้างกุญแจกู้คืนของช่องทางแจ้งเบาะแส',
      '1. ทำบนเครื่องที่ไม่เชื่อมต่อเครือข่าย ต่อหน้าผู้ถือส่วนแบ่งทุกคน',
      '2. พิมพ์ส่วนแบ่งแยกแผ่น มอบให้ผู้ถือแต่ละคน ห้ามถ่ายภาพหรือเก็บไฟล์',
      '3. กรอกเฉพาะกุญแจสาธารณะในหน้าการตั้งค่าช่องทาง แล้วเทียบลายนิ้วมือให้ตรงกัน',
    ].join('\n'),
    publicKey: 'กุญแจสาธารณะ (กรอกในการตั้งค่า)',
    fingerprint: 'ลายนิ้วมือกุญแจ',
    share: (number: number, shares: number, threshold: number) =>
      `ส่วนแบ่งที่ ${number} จาก ${shares} (ใช้ ${threshold} ส่วนเปิดร่วมกัน)`,
    keepShare: '  เก็บในที่ปลอดภัย อย่าเก็บไว้กับส่วนแบ่งอื่น อักขระท้ายใช้ตรวจการพิมพ์ผิด',
    after: 'ระบบไม่ได้เก็บกุญแจหรือส่วนแบ่งไว้ที่ใด ปิดหน้าต่างนี้และล้างคิวเครื่องพิมพ์เมื่อเสร็จ',
    noHolders: 'ยังไม่มีผู้ถือกุญแจ',
    kinds: { recipient: 'ผู้รับเรื่อง', custodian: 'ผู้รักษากุญแจตัวตน', external: 'ผู้รับเรื่องภายนอก' },
    typeShares: 'พิมพ์ส่วนแบ่งบรรทัดละหนึ่งส่วน แล้วกด Ctrl+D',
    recovered: (given: number, left: number) =>
      `มอบเรื่องให้ผู้รับใหม่แล้ว ${given} เรื่อง เปิดด้วยส่วนแบ่งนี้ไม่ได้ ${left} เรื่อง`,
    faults: {
      'recovery.no-reason': () => 'โปรดระบุเหตุผลต่อจากรหัสกุญแจ ผู้แจ้งจะเห็นเหตุผลนี้',
      'recovery.holder': () => 'ไม่พบผู้รับเรื่องตามรหัสกุญแจนี้ โปรดดูด้วย prongsai protected holders',
      'recovery.share': (at: number) => `ส่วนแบ่งบรรทัดที่ ${at} พิมพ์ไม่ถูกต้อง โปรดตรวจอักขระ`,
      'recovery.too-few': () => 'ส่วนแบ่งไม่ครบจำนวนที่ใช้เปิด',
      'recovery.mixed': () => 'ส่วนแบ่งไม่ใช่ชุดเดียวกัน',
      'recovery.no-case': () => 'ไม่มีเรื่องที่ขาดผู้อ่าน เรื่องที่ยังมีผู้อ่านให้ผู้อ่านเพิ่มผู้รับเอง',
    },
    logWhole: (head: string) => `บันทึกของช่องทางครบถ้วน ค่าตรวจสอบ ${head}`,
    logBroken: (at: number) => `บันทึกของช่องทางถูกแก้ไขที่รายการ ${at}`,
    unknownAct: (acts: string) => `โปรดระบุสิ่งที่จะทำ: ${acts} เช่น prongsai protected restored`,
    tooMany: (word: string) => `คำสั่งนี้ไม่ใช้คำเพิ่มเติม โปรดนำ “${word}” ออกจากคำสั่ง`,
    restored: (cut: number) =>
      cut === 0
        ? 'ทุกเรื่องครบถ้วนตามที่บันทึกไว้นอกฐานข้อมูล'
        : `${cut} เรื่องมีข้อความหลังสำเนาสำรองที่หายไป และใช้งานต่อได้แล้ว ผู้แจ้งและผู้รับเรื่องจะเห็นว่ามีการกู้คืน`,
  },
  verify: {
    noDatabase: 'ไม่พบฐานข้อมูลที่จะตรวจ โปรดกำหนด DATA_DIR หรือ DATABASE_URL ของระบบที่ต้องการตรวจ',
    noAgency: 'ฐานข้อมูลนี้ยังไม่มีหน่วยงาน',
    nothing: (code: string) => `${code}: บันทึกการตรวจสอบยังไม่มีรายการ`,
    whole: (code: string, rows: number, head: string) =>
      `${code}: บันทึกการตรวจสอบครบถ้วนและต่อเนื่องกันทั้ง ${rows} รายการ ค่าแฮชของรายการล่าสุด ${head}`,
    brokenRemedy: (seq: number) =>
      `โปรดเก็บสำเนาฐานข้อมูลตามสภาพนี้ไว้เป็นหลักฐาน แล้วเทียบรายการที่ ${seq} เป็นต้นไปกับข้อมูลสำรองหรือไฟล์บันทึกที่เคยส่งออก`,
    published: (code: string, address: string, hash: string) =>
      `${code}: ${address} ตรงกับเนื้อหาที่เผยแพร่ ค่าแฮชของเนื้อหา ${hash}`,
    altered: (code: string, address: string, hash: string) =>
      `${code}: ${address} ไม่ตรงกับเนื้อหาที่เผยแพร่ ซึ่งมีค่าแฮช ${hash}`,
    alteredRemedy:
      'โปรดเก็บสำเนาฐานข้อมูลตามสภาพนี้ไว้เป็นหลักฐาน แล้วเทียบกับข้อมูลสำรอง หรือกับไฟล์ JSON ของรายงานที่มีค่าแฮชนี้',
    checkingFiles: (count: number) => `ตรวจไฟล์แล้ว ${count} ไฟล์`,
    filesWhole: (count: number) => `ไฟล์ที่เก็บไว้ ${count} ไฟล์อยู่ครบและตรงกับค่าแฮช`,
    fileMissing: (code: string, name: string, hash: string) => `${code}: ไม่พบไฟล์ ${name} ค่าแฮช ${hash}`,
    fileAltered: (code: string, name: string, hash: string) =>
      `${code}: ไฟล์ ${name} ไม่ตรงกับค่าแฮชที่บันทึกไว้ ${hash}`,
    fileUnreadable: (code: string, name: string, hash: string) =>
      `${code}: อ่านไฟล์ ${name} ไม่ได้ ค่าแฮช ${hash}`,
    badFileRemedy:
      'โปรดนำไฟล์ที่มีค่าแฮชนี้จากข้อมูลสำรองมาวางคืน ใน DATA_DIR/files หรือในที่เก็บ S3 แล้วตรวจอีกครั้ง ไฟล์ที่เผยแพร่แล้วจัดทำใหม่แทนกันไม่ได้',
    wrongSums: (code: string, sums: string) => `${code}: ผลรวมคำตอบแบบสำรวจไม่ตรงกับคำตอบที่เก็บไว้ ที่ข้อ ${sums}`,
    wrongSumsRemedy:
      'โปรดเก็บสำเนาฐานข้อมูลตามสภาพนี้ไว้เป็นหลักฐาน แล้วเทียบตาราง answer_sum กับข้อมูลสำรอง คำตอบที่เก็บไว้ยังนับใหม่ได้',
  },
  score: {
    missingFile: 'โปรดระบุไฟล์คำตอบ เช่น prongsai score answers.csv --year 2567',
    missingYear: 'โปรดระบุปีของแบบสำรวจ เช่น --year 2567',
    unknownYear: (year: string, known: string) => `ระบบไม่มีข้อคำถามของปี พ.ศ. ${year} ปีที่คำนวณได้: ${known}`,
    largeMustBeCsv: 'ไฟล์ที่ใหญ่กว่า 5 MB ต้องเป็น CSV แบบ UTF-8 โปรดบันทึกเป็น CSV แล้วคำนวณใหม่',
    reading: (percent: number) => `กำลังอ่านคำตอบ ร้อยละ ${percent}`,
    refused: (count: number) => `มี ${count} ช่องที่ต้องแก้ไข ยังไม่มีการคำนวณ`,
    cell: (row: number, column: number, sentence: string) => `  แถว ${row} คอลัมน์ ${column}: ${sentence}`,
    more: (count: number) => `  และอีก ${count} ช่อง`,
    head: (year: number, agencies: number) => `คะแนนตามกรอบการประเมินปี พ.ศ. ${year} จำนวน ${agencies} หน่วยงาน`,
    total: 'คะแนนรวม',
    respondents: (iit: number, eit: number) => `ผู้ตอบ IIT ${iit} คน · EIT ${eit} คน`,
    counts: (n: number, excluded: number, unanswered: number) =>
      `นับคะแนน ${n} · ไม่เคยใช้หรือเปรียบเทียบไม่ได้ ${excluded} · ไม่ตอบ ${unanswered}`,
    unverified: 'ข้อมูลกรอบการประเมินบางรายการที่ใช้คำนวณยังไม่ยืนยัน',
    noScores: (items: string) => `ไม่มีแหล่งอ้างอิงคะแนนของตัวเลือกในข้อ ${items} จึงไม่มีค่าเฉลี่ยของข้อดังกล่าว`,
  },
  backup: backupTh,
  migrate: migrateTh,
  move: moveTh,
  storage: storageTh,
  fault: (reason: string) => `ระบบขัดข้อง: ${reason}`,
  configHead: 'การตั้งค่า กำหนดด้วยตัวแปรสภาพแวดล้อม',
  configDefault: 'ค่าเริ่มต้น',
  configNone: 'ไม่มี',
  configSecret: '(ไม่แสดง)',
  badConfig: 'การตั้งค่าไม่ถูกต้อง',
} as const
